import { graphql } from '../../data/graphql.ts';

/** The decisions that everybody may read. */
export const Published = graphql(`
  query Published($board: ID, $first: Int, $after: String) {
    publishedDecisions(board: $board, first: $first, after: $after) {
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
          board {
            id
            name
          }
          publication {
            publishedOn
            effectiveFrom
          }
        }
      }
    }
  }
`);
