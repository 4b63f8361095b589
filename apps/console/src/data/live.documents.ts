import { graphql } from './graphql.ts';

/** Tells that an object has changed, and nothing of it: what is shown is asked anew. */
export const Changed = graphql(`
  subscription Changed($id: ID!) {
    changed(id: $id) {
      id
    }
  }
`);
