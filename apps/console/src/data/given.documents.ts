import { graphql } from './graphql.ts';

/** Of a command that was carried out: where it stands in the log, and whether it did before. */
export const Recorded = graphql(`
  fragment Recorded on Receipt {
    position
    revision
    eventId
    repeated
  }
`);

/** Of a command that the rules kept out: which rule, and what it says. */
export const KeptOut = graphql(`
  fragment KeptOut on Refusal {
    rule
    code
    message
  }
`);

/** The last reminder of something that is awaited. */
export const ReminderGiven = graphql(`
  fragment ReminderGiven on Reminder {
    on
    times
    words
    by {
      id
      name
    }
    organisation {
      __typename
      id
      ... on Partner {
        name
      }
    }
  }
`);
