import { graphql } from '../../data/graphql.ts';

/** One call: what it finances, by when, and what was assigned under it. */
export const TheCall = graphql(`
  query TheCall($id: ID!) {
    call(id: $id) {
      id
      title
      titleEn
      number
      status
      period
      act
      deadline
      publishedAt
      registeredOn
      registrationNo
      eligibleFrom
      eligibleUntil
      remodulationThresholdPercent
      budget {
        cents
      }
      residual {
        cents
      }
      programme {
        id
        title
      }
      extensions {
        deadline
        regions
      }
      assignments {
        plan
        amount {
          cents
        }
      }
    }
  }
`);

/** One programme, with what is allocated to its calls. */
export const TheProgramme = graphql(`
  query TheProgramme($id: ID!) {
    programme(id: $id) {
      id
      title
      status
      fund
      objective
      period
      act
      adoptedOn
      envelope {
        cents
      }
      residual {
        cents
      }
      allocations {
        call
        amount {
          cents
        }
      }
    }
  }
`);

/** What objects are called that another names by their ids. */
export const NamesOf = graphql(`
  query NamesOf($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Plan {
        title
        titleEn
      }
      ... on Call {
        title
        titleEn
      }
    }
  }
`);
