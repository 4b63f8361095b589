import { graphql } from '../../data/graphql.ts';

/** Piani: plans, by their state. */
export const Plans = graphql(`
  query Plans($status: PlanStatus, $first: Int, $after: String) {
    plans(status: $status, first: $first, after: $after) {
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
          regionCode
          executionStart
          executionEnd
          total {
            cents
          }
        }
      }
    }
  }
`);
