import { KeptOut, Recorded } from '../../data/given.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** One agreement, with its parties, their signatures and its versions. */
export const TheAgreement = graphql(`
  query TheAgreement($id: ID!) {
    agreement(id: $id) {
      id
      revision
      title
      titleEn
      kind
      status
      start
      end
      inForceFrom
      textSha256
      textVersion
      total {
        cents
      }
      plan {
        id
        title
        titleEn
      }
      network {
        id
        title
        titleEn
      }
      parent {
        id
        title
        titleEn
      }
      children {
        id
        title
        titleEn
        status
      }
      clauses {
        id
        title
        text
      }
      conditions {
        id
        title
        metOn
      }
      registration {
        protocolNo
        protocolDate
      }
      publication {
        place
        publishedOn
      }
      parties {
        id
        role
        status
        partner {
          id
          name
        }
        share {
          cents
        }
        approval {
          body
          date
          act
        }
        ...MainSignature
      }
      versions {
        id
        number
        amends
        status
        textSha256
        from
        parties {
          partner {
            id
          }
          leaving
          signature {
            signedOn
            level
            textSha256
            signatory {
              id
              name
            }
          }
          signedElsewhere {
            signedOn
            level
            signatory {
              id
              name
            }
          }
          refusal {
            refusedOn
          }
        }
      }
    }
  }
  fragment MainSignature on AgreementParty {
    signature {
      signedOn
      level
      textSha256
      signatory {
        id
        name
      }
    }
    signedElsewhere {
      signedOn
      level
      signatory {
        id
        name
      }
    }
  }
`);

/** A party signs the text. */
export const SignAgreement = graphql(
  `
    mutation SignAgreement($input: SignAgreementInput!) {
      signAgreement(input: $input) {
        __typename
        ... on AgreementPayload {
          receipt {
            ...Recorded
          }
        }
        ...KeptOut
      }
    }
  `,
  [Recorded, KeptOut],
);
