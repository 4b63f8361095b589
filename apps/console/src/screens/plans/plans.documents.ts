import { graphql } from '../../data/graphql.ts';

/** Plans, by their state. */
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
          titleEn
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
