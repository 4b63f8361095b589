import { graphql } from '../../data/graphql.ts';

/** The text of a plan as it can be compared: sections, lines of the budget, dates. */
const PlanText = graphql(`
  fragment PlanText on Plan {
    title
    titleEn
    executionStart
    executionEnd
    total {
      cents
    }
    sections {
      id
      title
      text
    }
    actions {
      id
      code
      title
      objective
      total {
        cents
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
  }
`);

/** One plan, with what it may be compared by. */
export const ThePlan = graphql(
  `
    query ThePlan($id: ID!) {
      plan(id: $id) {
        id
        revision
        status
        acronym
        regionCode
        lead {
          id
          name
        }
        call {
          id
          title
          titleEn
          number
          remodulationThresholdPercent
        }
        network {
          id
          title
          titleEn
        }
        boards {
          id
          name
        }
        approval {
          amount {
            cents
          }
          cup
          version
        }
        adoption {
          decisionId
          effectiveOn
          version
        }
        versions {
          version
          sha256
          validated
          superseded
        }
        tables {
          id
          title
          titleEn
          open
          contributions {
            id
            on
          }
        }
        endorsements {
          id
          version
          partner {
            id
            name
          }
        }
        decisions {
          id
          number
          title
          titleEn
          status
        }
        agreements {
          id
          title
          titleEn
          status
          inForceFrom
        }
        changes {
          id
          kind
          status
          amount {
            cents
          }
          end
          endBefore
          heldBackBy
          decision
          agreement
          document
          lines {
            id
            before {
              cents
            }
            after {
              cents
            }
          }
        }
        ...PlanText
      }
      # Null to whoever has no part in the plan: what is written is kept from them.
      readiness(plan: $id, step: VALIDATION) {
        ready
      }
      planBudget(plan: $id) {
        assigned {
          cents
        }
        committed {
          cents
        }
        freed {
          cents
        }
        commitments {
          id
          line
          partner
          amount {
            cents
          }
        }
      }
    }
  `,
  [PlanText],
);

/** The text of a plan alone, for the other side of a comparison. */
export const TextOfPlan = graphql(
  `
    query TextOfPlan($id: ID!) {
      plan(id: $id) {
        ...PlanText
      }
    }
  `,
  [PlanText],
);

/** What a plan still needs for a step. */
export const Readiness = graphql(`
  query Readiness($plan: ID!, $step: ReadinessStep!) {
    readiness(plan: $plan, step: $step) {
      ready
      step
      missing {
        rule
        code
        message
        field
        part
      }
    }
  }
`);
