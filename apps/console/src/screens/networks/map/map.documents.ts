import { graphql } from '../../../data/graphql.ts';

/** A network on the map: what is told of it, and who takes part in it. */
const OnMap = graphql(`
  fragment OnMap on Network {
    id
    title
    titleEn
    status
    level
    lead {
      id
      name
    }
    plan {
      id
      title
      titleEn
      total {
        cents
      }
    }
    agreements {
      id
      title
      titleEn
      status
    }
    members {
      role
      status
      partner {
        id
        name
        kind
      }
    }
  }
`);

/** A network with its bodies above it, and those within it below. */
export const TheNetworkMap = graphql(
  `
    query TheNetworkMap($id: ID!) {
      network(id: $id) {
        ...OnMap
        plan {
          boards {
            id
            name
          }
        }
        children {
          ...OnMap
          children {
            ...OnMap
          }
        }
      }
    }
  `,
  [OnMap],
);
