import { graphql } from '../../data/graphql.ts';

/** What waits for who is signed in, the most urgent first. */
export const MyDesk = graphql(`
  query MyDesk($first: Int = 50, $after: String) {
    inbox {
      total
      overdue
      dueSoon
      undated
      moves(first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            move
            what
            title
            object
            about
            since
            dueAt
            dueOn
            overdue
            confidential
          }
        }
      }
    }
  }
`);
