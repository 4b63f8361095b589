import { graphql } from '../../data/graphql.ts';

/** Every event about an object, the oldest first. */
export const HistoryOf = graphql(`
  query HistoryOf($of: ID!, $first: Int, $after: String) {
    history(of: $of, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          type
          stream
          revision
          position
          recordedAt
          effectiveOn
          reason
          mandate
          legalBasis
          causationId
          correlationId
          data
          actor {
            id
            name
          }
          basis {
            stream
            revision
          }
        }
      }
    }
  }
`);

/** What changed of an object between two moments. */
export const DifferenceOf = graphql(`
  query DifferenceOf($of: ID!, $from: MomentInput!, $to: MomentInput!) {
    difference(of: $of, from: $from, to: $to) {
      changes {
        path
        kind
        before
        after
      }
    }
  }
`);
