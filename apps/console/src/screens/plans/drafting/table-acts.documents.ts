import { KeptOut, Recorded } from '../../../data/given.documents.ts';
import { graphql } from '../../../data/graphql.ts';

/** A table sat: on which day, who was there, its minutes. */
export const HoldSession = graphql(
  `
    mutation HoldSession($input: HoldSessionInput!) {
      holdSession(input: $input) {
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

/** A closed table sits again; a validated plan is a draft again by it. */
export const ReopenTable = graphql(
  `
    mutation ReopenTable($input: ReopenTableInput!) {
      reopenTable(input: $input) {
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
