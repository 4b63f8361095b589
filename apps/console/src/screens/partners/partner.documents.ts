import { graphql } from '../../data/graphql.ts';

/** The organisations, by their state. */
export const Partners = graphql(`
  query Partners($status: PartnerStatus, $kind: PartnerKind, $first: Int, $after: String) {
    partners(status: $status, kind: $kind, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name
          kind
          status
          territory
        }
      }
    }
  }
`);

/** One organisation: who acts for it, where it takes part. */
export const ThePartner = graphql(`
  query ThePartner($id: ID!) {
    partner(id: $id) {
      id
      name
      kind
      status
      taxCode
      territory
      isPublic
      eligibleUntil
      endedOn
      successor {
        id
        name
      }
      representations {
        id
        kind
        from
        until
        maxCents
        person {
          id
          name
        }
      }
      memberships {
        role
        status
        since
        network {
          id
          title
          titleEn
        }
      }
      agreements {
        id
        title
        titleEn
        status
      }
    }
  }
`);
