import { KeptOut, Recorded } from '../../../data/given.documents.ts';
import { graphql } from '../../../data/graphql.ts';

/** A plan as it is co-designed: its text, its actions, and what was put to its tables. */
export const DraftOfPlan = graphql(`
  query DraftOfPlan($id: ID!) {
    plan(id: $id) {
      id
      revision
      status
      sections {
        id
        title
        titleEn
        text
        textEn
      }
      tables {
        id
        title
        titleEn
        open
        sessions {
          id
          heldOn
          minutes
          approvedBy {
            id
          }
        }
        contributions {
          id
          on
          paragraph
          document
          status
          proposedBy {
            id
            name
          }
        }
      }
      actions {
        id
        code
        title
        titleEn
        targetGroups {
          id
          title
          titleEn
        }
        indicators {
          id
          title
          titleEn
          unit
          target
        }
        interventions {
          id
          title
          titleEn
          owner {
            id
            name
          }
        }
        budgetLines {
          id
          category
          amount {
            cents
          }
          shares {
            id
            amount {
              cents
            }
            partner {
              id
              name
            }
          }
        }
      }
      network {
        id
        members {
          status
          partner {
            id
            name
          }
        }
      }
      versions {
        version
        sha256
        validated
        superseded
      }
    }
  }
`);

/** Writes a section, new or not. */
export const ReviseSection = graphql(
  `
    mutation ReviseSection($input: ReviseSectionInput!) {
      reviseSection(input: $input) {
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

/** Puts another wording to a table. */
export const ProposeContribution = graphql(
  `
    mutation ProposeContribution($input: ProposeContributionInput!) {
      proposeContribution(input: $input) {
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

/** Takes a proposal up, with a reason. */
export const AcceptContribution = graphql(
  `
    mutation AcceptContribution($input: AcceptContributionInput!) {
      acceptContribution(input: $input) {
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

/** Turns a proposal down, with a reason. */
export const RejectContribution = graphql(
  `
    mutation RejectContribution($input: RejectContributionInput!) {
      rejectContribution(input: $input) {
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
