import { KeptOut, Recorded } from '../../data/given.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** What a body has to decide, with the documents that are served for it. */
export const MattersOfBoard = graphql(`
  query MattersOfBoard($board: ID!) {
    board(id: $board) {
      id
      decisions {
        id
        title
        titleEn
        status
        textSha256
        motivation
        planSha256
        opinions {
          kind
          document
        }
      }
      sittings {
        id
        at
        status
      }
    }
  }
`);

/** Convenes a sitting with its agenda and the papers of each matter. */
export const ConveneMeeting = graphql(
  `
    mutation ConveneMeeting($input: ConveneMeetingInput!) {
      conveneMeeting(input: $input) {
        __typename
        ... on SittingPayload {
          sitting {
            id
          }
          receipt {
            ...Recorded
          }
        }
        ...KeptOut
      }
    }
  `,
  [Recorded, KeptOut],
);

/** Adds matters to an agenda that was sent. */
export const AmendAgenda = graphql(
  `
    mutation AmendAgenda($input: AmendAgendaInput!) {
      amendAgenda(input: $input) {
        __typename
        ... on SittingPayload {
          receipt {
            ...Recorded
          }
        }
        ...KeptOut
      }
    }
  `,
  [Recorded, KeptOut],
);

/** How and when the notice reached a seat. */
export const RecordService = graphql(
  `
    mutation RecordService($input: RecordServiceInput!) {
      recordService(input: $input) {
        __typename
        ... on SittingPayload {
          receipt {
            ...Recorded
          }
        }
        ...KeptOut
      }
    }
  `,
  [Recorded, KeptOut],
);

/** A member is represented by another. */
export const DelegateAttendance = graphql(
  `
    mutation DelegateAttendance($input: DelegateAttendanceInput!) {
      delegateAttendance(input: $input) {
        __typename
        ... on SittingPayload {
          receipt {
            ...Recorded
          }
        }
        ...KeptOut
      }
    }
  `,
  [Recorded, KeptOut],
);

/** A delegation is taken back by who gave it. */
export const RevokeDelegation = graphql(
  `
    mutation RevokeDelegation($input: RevokeDelegationInput!) {
      revokeDelegation(input: $input) {
        __typename
        ... on SittingPayload {
          receipt {
            ...Recorded
          }
        }
        ...KeptOut
      }
    }
  `,
  [Recorded, KeptOut],
);
