import { FactsOfEvent } from './event-facts.documents.ts';
import { graphql } from './graphql.ts';

/** Every event about an object, the oldest first. */
export const HistoryOf = graphql(
  `
    query HistoryOf($of: ID!, $first: Int, $after: String) {
      history(of: $of, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            ...FactsOfEvent
            data
          }
        }
      }
    }
  `,
  [FactsOfEvent],
);
