import { graphql } from '../../data/graphql.ts';

/** Decisioni: decisions, by their state. */
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
