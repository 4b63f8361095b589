import { graphql } from '../../data/graphql.ts';

/** A network in the tree: what its row shows. */
const InTree = graphql(`
  fragment InTree on Network {
    id
    title
    titleEn
    status
    level
    lead {
      id
      name
    }
    members {
      status
    }
  }
`);

/** One network, with what lies above and below it. */
export const TheNetwork = graphql(
  `
    query TheNetwork($id: ID!) {
      network(id: $id) {
        ...InTree
        activeFrom
        territory
        plan {
          id
          title
          titleEn
        }
        parent {
          id
          title
          titleEn
        }
        members {
          role
          status
          since
          invitedUntil
          partner {
            id
            name
            kind
          }
        }
        agreements {
          id
          title
          titleEn
          status
        }
        children {
          ...InTree
          children {
            ...InTree
          }
        }
      }
    }
  `,
  [InTree],
);
