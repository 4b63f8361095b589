import { graphql } from '../../data/graphql.ts';

/** Accordi: agreements, by their state. */
export const Agreements = graphql(`
  query Agreements($status: AgreementStatus, $first: Int, $after: String) {
    agreements(status: $status, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          title
          kind
          status
          start
          end
          total {
            cents
          }
          waitingFor {
            id
            name
          }
        }
      }
    }
  }
`);
