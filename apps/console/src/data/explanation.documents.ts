import { graphql } from './graphql.ts';

/** Whether who is signed in may do an act on an object, and under which mandate. */
export const MayI = graphql(`
  query MayI($act: String!, $object: ID!) {
    explanation(act: $act, object: $object) {
      __typename
      ... on Explanation {
        allowed
        mandates {
          mandate
          kind
          allowed
          refusal {
            rule
            message
          }
        }
        permitting {
          id
          sentence
        }
      }
      ... on Refusal {
        rule
        code
        message
      }
    }
  }
`);
