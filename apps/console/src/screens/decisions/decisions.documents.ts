import { graphql } from '../../data/graphql.ts';

/** Decisions, by their state. */
export const Decisions = graphql(`
  query Decisions($status: DecisionStatus, $first: Int, $after: String) {
    decisions(status: $status, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          number
          title
          titleEn
          status
          proposedAt
          effectiveOn
          board {
            id
            name
          }
        }
      }
    }
  }
`);
