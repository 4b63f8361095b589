import { graphql } from '../../data/graphql.ts';

/** Agreements, by their state. */
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
          titleEn
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
