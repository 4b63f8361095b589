import { graphql } from '../../data/graphql.ts';

/** Networks, by their state. */
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
          titleEn
          status
          level
          lead {
            id
            name
          }
          parent {
            id
            title
            titleEn
          }
        }
      }
    }
  }
`);
