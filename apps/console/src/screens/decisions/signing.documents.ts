import { KeptOut, Recorded } from '../../data/given.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** A signature on a decision is recorded as reported. */
export const SignDecision = graphql(
  `
    mutation SignDecision($input: SignDecisionInput!) {
      signDecision(input: $input) {
        __typename
        ... on DecisionPayload {
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
