import { ReminderGiven } from '../../data/given.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** What waits for who is signed in, the most urgent first. */
export const MyDesk = graphql(
  `
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
              reminder {
                ...ReminderGiven
              }
            }
          }
        }
      }
    }
  `,
  [ReminderGiven],
);

/** What was recorded since a moment, of some types. */
export const Meanwhile = graphql(`
  query Meanwhile($types: [String!], $recordedFrom: Instant, $first: Int) {
    events(types: $types, recordedFrom: $recordedFrom, first: $first) {
      totalCount
      edges {
        node {
          id
          type
          stream
          recordedAt
          data
          actor {
            id
            name
          }
        }
      }
    }
  }
`);

/** Sittings that are convened. */
export const NextSittings = graphql(`
  query NextSittings($first: Int) {
    sittings(status: CONVENED, first: $first) {
      edges {
        node {
          id
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

/** The secret calendars of who is signed in. */
export const MyCalendars = graphql(`
  query MyCalendars {
    calendarLinks {
      id
      createdAt
      language
    }
  }
`);

/** Makes one; its path is told this once. */
export const CreateCalendarLink = graphql(`
  mutation CreateCalendarLink($input: CreateCalendarLinkInput!) {
    createCalendarLink(input: $input) {
      __typename
      ... on CalendarLinkCreated {
        path
        link {
          id
        }
      }
      ... on Refusal {
        rule
        code
        message
      }
    }
  }
`);

/** Ends one: its path leads nowhere from then on. */
export const RevokeCalendarLink = graphql(`
  mutation RevokeCalendarLink($input: RevokeCalendarLinkInput!) {
    revokeCalendarLink(input: $input) {
      __typename
      ... on CalendarLinkRevoked {
        id
      }
      ... on Refusal {
        rule
        code
        message
      }
    }
  }
`);
