import { graphql } from '../../data/graphql.ts';

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
