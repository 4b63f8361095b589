import { KeptOut, Recorded, ReminderGiven } from '../../data/given.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** One agreement, with its parties, their signatures and its versions. */
export const TheAgreement = graphql(
  `
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
          covers
        }
        conditions {
          id
          title
          metOn
          document
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
          partner {
            id
            name
          }
          share {
            cents
          }
        }
        versions {
          ...VersionOfAgreement
        }
      }
    }
    fragment VersionOfAgreement on AgreementVersion {
      id
      amendment
      number
      amends
      status
      textSha256
      textMediaType
      openedOn
      from
      before
      change {
        title
        end
        total {
          cents
        }
        clauses {
          id
          title
          text
        }
        dropped
      }
      registration {
        protocolNo
        protocolDate
      }
      parties {
        ...PartyOfVersion
      }
    }
    fragment PartyOfVersion on AgreementVersionParty {
      role
      joining
      leaving
      partner {
        id
        name
      }
      share {
        cents
      }
      approval {
        act
        date
        body
      }
      signature {
        signedOn
        level
        textSha256
        container
        report
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
        statement
      }
      reminder {
        ...ReminderGiven
      }
    }
  `,
  [ReminderGiven],
);

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

/** Reminds one party that its signature is awaited. */
export const RemindParty = graphql(
  `
    mutation RemindParty($input: RemindPartyInput!) {
      remindParty(input: $input) {
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
