import { graphql } from '../../../data/graphql.ts';

/** A network on the map: what is told of it, and who takes part in it. */
const OnMap = graphql(`
  fragment OnMap on Network {
    id
    title
    titleEn
    status
    level
    lead {
      id
      name
    }
    plan {
      id
      title
      titleEn
      total {
        cents
      }
    }
    agreements {
      id
      title
      titleEn
      status
    }
    members {
      role
      status
      partner {
        id
        name
        kind
      }
    }
  }
`);

/** A network with its bodies above it, and those within it below. */
export const TheNetworkMap = graphql(
  `
    query TheNetworkMap($id: ID!) {
      network(id: $id) {
        ...OnMap
        plan {
          boards {
            id
            name
          }
        }
        children {
          ...OnMap
          children {
            ...OnMap
          }
        }
      }
    }
  `,
  [OnMap],
);

/** What the panel tells of a partner beside the map: who acts for it, and what it has agreed to. */
export const PartnerOnMap = graphql(`
  query PartnerOnMap($id: ID!) {
    partner(id: $id) {
      representations {
        id
        kind
        from
        until
        person {
          id
          name
        }
      }
      agreements {
        id
        title
        titleEn
        status
        parties {
          id
          partner {
            id
          }
          share {
            cents
          }
        }
      }
    }
  }
`);

/** The money of a network's plan: what is assigned to it, and what is bound. */
export const BudgetOnMap = graphql(`
  query BudgetOnMap($plan: ID!) {
    planBudget(plan: $plan) {
      assigned {
        cents
      }
      committed {
        cents
      }
    }
  }
`);
