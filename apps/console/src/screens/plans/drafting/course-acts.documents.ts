import { KeptOut, Recorded } from '../../../data/given.documents.ts';
import { graphql } from '../../../data/graphql.ts';

/** Opens a table. */
export const OpenTable = graphql(
  `
    mutation OpenTable($input: OpenTableInput!) {
      openTable(input: $input) {
        __typename
        ... on PlanPayload {
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

/** Closes a table. */
export const CloseTable = graphql(
  `
    mutation CloseTable($input: CloseTableInput!) {
      closeTable(input: $input) {
        __typename
        ... on PlanPayload {
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

/** Approves the minutes of a session, by another than who recorded them. */
export const ApproveSessionMinutes = graphql(
  `
    mutation ApproveSessionMinutes($input: ApproveSessionMinutesInput!) {
      approveSessionMinutes(input: $input) {
        __typename
        ... on PlanPayload {
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

/** Freezes the content as a version. */
export const ConsolidateDraft = graphql(
  `
    mutation ConsolidateDraft($input: ConsolidateDraftInput!) {
      consolidateDraft(input: $input) {
        __typename
        ... on PlanPayload {
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

/** Finds a version complete, by another than who consolidated it. */
export const ValidatePlan = graphql(
  `
    mutation ValidatePlan($input: ValidatePlanInput!) {
      validatePlan(input: $input) {
        __typename
        ... on PlanPayload {
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

/** Sends the adopted plan to the authority. */
export const SubmitPlan = graphql(
  `
    mutation SubmitPlan($input: SubmitPlanInput!) {
      submitPlan(input: $input) {
        __typename
        ... on PlanPayload {
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
