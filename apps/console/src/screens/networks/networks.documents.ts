import { graphql } from '../../data/graphql.ts';

/** Reti: networks, by their state. */
export const Networks = graphql(`
  query Networks($status: NetworkStatus, $first: Int, $after: String) {
    networks(status: $status, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          status
          level
          lead {
            id
            name
          }
          parent {
            id
            title
          }
        }
      }
    }
  }
`);
