import { graphql } from '../data/graphql.ts';

/** The instance that the console belongs to. */
export const TheInstance = graphql(`
  query TheInstance {
    instance {
      id
      name
      zone
      demo
      accessibilityContact
    }
  }
`);
