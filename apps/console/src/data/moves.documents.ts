import { graphql } from './graphql.ts';

/** Whose move it is about an object. */
export const MovesAbout = graphql(`
  query MovesAbout($object: ID!) {
    waitingFor(object: $object) {
      id
      move
      what
      since
      dueAt
      dueOn
      overdue
      about
      anyOne
      waitsFor {
        kind
        of
      }
      people {
        mandate
        person {
          id
          name
        }
      }
    }
  }
`);
