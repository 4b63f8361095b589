import { KeptOut, Recorded } from '../../../data/given.documents.ts';
import { graphql } from '../../../data/graphql.ts';

/** Adds a line of action. */
export const AddAction = graphql(
  `
    mutation AddAction($input: AddActionInput!) {
      addAction(input: $input) {
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

/** Says whom an action is for. */
export const LinkTargetGroup = graphql(
  `
    mutation LinkTargetGroup($input: LinkTargetGroupInput!) {
      linkTargetGroup(input: $input) {
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

/** Says what an action is measured by. */
export const DefineIndicator = graphql(
  `
    mutation DefineIndicator($input: DefineIndicatorInput!) {
      defineIndicator(input: $input) {
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

/** Makes one partner answer for an intervention. */
export const AssignOwner = graphql(
  `
    mutation AssignOwner($input: AssignOwnerInput!) {
      assignOwner(input: $input) {
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

/** Sets the share of a partner in a line. */
export const AllocateToPartner = graphql(
  `
    mutation AllocateToPartner($input: AllocateToPartnerInput!) {
      allocateToPartner(input: $input) {
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
