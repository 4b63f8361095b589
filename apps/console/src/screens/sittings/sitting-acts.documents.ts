import { KeptOut, Recorded } from '../../data/given.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** The presidency opens the sitting. */
export const OpenMeeting = graphql(
  `
    mutation OpenMeeting($input: SittingInput!) {
      openMeeting(input: $input) {
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

/** It closes the sitting. */
export const CloseMeeting = graphql(
  `
    mutation CloseMeeting($input: SittingInput!) {
      closeMeeting(input: $input) {
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

/** Somebody comes in. */
export const RecordArrival = graphql(
  `
    mutation RecordArrival($input: AttendanceInput!) {
      recordArrival(input: $input) {
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

/** Somebody leaves. */
export const RecordDeparture = graphql(
  `
    mutation RecordDeparture($input: AttendanceInput!) {
      recordDeparture(input: $input) {
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

/** The quorum of an item is checked. */
export const VerifyQuorum = graphql(
  `
    mutation VerifyQuorum($input: ItemInput!) {
      verifyQuorum(input: $input) {
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

/** The vote on an item opens. */
export const OpenVote = graphql(
  `
    mutation OpenVote($input: OpenVoteInput!) {
      openVote(input: $input) {
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

/** It closes, and is counted. */
export const CloseVote = graphql(
  `
    mutation CloseVote($input: ItemInput!) {
      closeVote(input: $input) {
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

/** Who presides says whether an interest is a conflict. */
export const ResolveConflict = graphql(
  `
    mutation ResolveConflict($input: ResolveConflictInput!) {
      resolveConflict(input: $input) {
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

/** Who has a conflict leaves for the item. */
export const RecordRecusal = graphql(
  `
    mutation RecordRecusal($input: SeatOnItemInput!) {
      recordRecusal(input: $input) {
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
