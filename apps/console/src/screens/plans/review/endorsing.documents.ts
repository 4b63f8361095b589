import { KeptOut, Recorded } from '../../../data/given.documents.ts';
import { graphql } from '../../../data/graphql.ts';

/** A partner stands behind a version. */
export const EndorsePlan = graphql(
  `
    mutation EndorsePlan($input: EndorsePlanInput!) {
      endorsePlan(input: $input) {
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
