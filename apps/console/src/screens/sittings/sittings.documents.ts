import { graphql } from '../../data/graphql.ts';

/** Sittings, by their state. */
export const Sittings = graphql(`
  query Sittings($status: SittingStatus, $first: Int, $after: String) {
    sittings(status: $status, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          status
          at
          place
          board {
            id
            name
            nameEn
          }
        }
      }
    }
  }
`);
