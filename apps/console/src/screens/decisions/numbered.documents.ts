import { graphql } from '../../data/graphql.ts';

/** Decisions of a body by what they are called. */
export const DecisionsOfBody = graphql(`
  query DecisionsOfBody($board: ID!, $first: Int, $after: String) {
    decisions(board: $board, first: $first, after: $after) {
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
        }
      }
    }
  }
`);
