import { KeptOut, Recorded } from '../../data/given.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** Lots are drawn for equal votes. */
export const RecordDraw = graphql(
  `
    mutation RecordDraw($input: RecordDrawInput!) {
      recordDraw(input: $input) {
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

/** Who presided votes again on equal votes. */
export const CastSecondVote = graphql(
  `
    mutation CastSecondVote($input: CastSecondVoteInput!) {
      castSecondVote(input: $input) {
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

/** Equal votes are put off. */
export const PostponeTie = graphql(
  `
    mutation PostponeTie($input: ItemInput!) {
      postponeTie(input: $input) {
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

/** Papers of a secret vote were counted. */
export const RecordSecretTally = graphql(
  `
    mutation RecordSecretTally($input: RecordSecretTallyInput!) {
      recordSecretTally(input: $input) {
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

/** The secretary drafts the minutes. */
export const DraftMinutes = graphql(
  `
    mutation DraftMinutes($input: MinutesInput!) {
      draftMinutes(input: $input) {
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

/** Another one who was there approves them. */
export const ApproveMinutes = graphql(
  `
    mutation ApproveMinutes($input: MinutesInput!) {
      approveMinutes(input: $input) {
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

/** Approved minutes are put right: others stand in their place, and both are kept. */
export const RectifyMinutes = graphql(
  `
    mutation RectifyMinutes($input: RectifyMinutesInput!) {
      rectifyMinutes(input: $input) {
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
