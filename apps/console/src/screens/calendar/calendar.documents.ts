import { graphql } from '../../data/graphql.ts';

/** Every sitting that the reader may see, by its time. */
export const CalendarSittings = graphql(`
  query CalendarSittings($first: Int, $after: String) {
    sittings(first: $first, after: $after) {
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

/** What is due of who is signed in, the most urgent first. */
export const CalendarMoves = graphql(`
  query CalendarMoves($first: Int, $after: String) {
    inbox {
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
            dueAt
            dueOn
          }
        }
      }
    }
  }
`);

/** Which terms of office of who is signed in end, and when. */
export const CalendarTerms = graphql(`
  query CalendarTerms {
    inbox {
      terms {
        id
        object
        title
        titleEn
        until
      }
    }
  }
`);
