import { graphql } from '../../data/graphql.ts';

/** What says every word of a text, some of each kind. */
export const Found = graphql(`
  query Found($text: String!, $first: Int!) {
    search(text: $text, first: $first) {
      __typename
      id
      ... on Plan {
        title
        titleEn
      }
      ... on Network {
        title
        titleEn
      }
      ... on Agreement {
        title
        titleEn
      }
      ... on Decision {
        title
        titleEn
        number
      }
      ... on Partner {
        name
      }
      ... on Board {
        name
        nameEn
      }
      ... on Sitting {
        place
        at
        board {
          name
        }
      }
    }
  }
`);
