import { graphql } from '../../data/graphql.ts';

/** The presidency opens the sitting. */
export const OpenMeeting = graphql(`
  mutation OpenMeeting($input: SittingInput!) {
    openMeeting(input: $input) {
      __typename
      ... on SittingPayload {
        receipt {
          position
          revision
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

/** It closes the sitting. */
export const CloseMeeting = graphql(`
  mutation CloseMeeting($input: SittingInput!) {
    closeMeeting(input: $input) {
      __typename
      ... on SittingPayload {
        receipt {
          position
          revision
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

/** Somebody comes in. */
export const RecordArrival = graphql(`
  mutation RecordArrival($input: AttendanceInput!) {
    recordArrival(input: $input) {
      __typename
      ... on SittingPayload {
        receipt {
          position
          revision
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

/** Somebody leaves. */
export const RecordDeparture = graphql(`
  mutation RecordDeparture($input: AttendanceInput!) {
    recordDeparture(input: $input) {
      __typename
      ... on SittingPayload {
        receipt {
          position
          revision
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

/** The quorum of an item is checked. */
export const VerifyQuorum = graphql(`
  mutation VerifyQuorum($input: ItemInput!) {
    verifyQuorum(input: $input) {
      __typename
      ... on SittingPayload {
        receipt {
          position
          revision
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

/** The vote on an item opens. */
export const OpenVote = graphql(`
  mutation OpenVote($input: OpenVoteInput!) {
    openVote(input: $input) {
      __typename
      ... on SittingPayload {
        receipt {
          position
          revision
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

/** It closes, and is counted. */
export const CloseVote = graphql(`
  mutation CloseVote($input: ItemInput!) {
    closeVote(input: $input) {
      __typename
      ... on SittingPayload {
        receipt {
          position
          revision
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

/** Who presides says whether an interest is a conflict. */
export const ResolveConflict = graphql(`
  mutation ResolveConflict($input: ResolveConflictInput!) {
    resolveConflict(input: $input) {
      __typename
      ... on SittingPayload {
        receipt {
          position
          revision
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

/** Who has a conflict leaves for the item. */
export const RecordRecusal = graphql(`
  mutation RecordRecusal($input: SeatOnItemInput!) {
    recordRecusal(input: $input) {
      __typename
      ... on SittingPayload {
        receipt {
          position
          revision
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
