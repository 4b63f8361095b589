import { graphql } from './graphql.ts';

/** An event with all that is recorded beside its data. */
export const FactsOfEvent = graphql(`
  fragment FactsOfEvent on Event {
    id
    type
    schema
    stream
    revision
    position
    recordedAt
    effectiveOn
    mandate
    organisation
    authentication
    authorisation
    reason
    legalBasis
    commandId
    causationId
    correlationId
    actor {
      id
      name
    }
    documents {
      sha256
      protocolNo
      protocolDate
    }
    basis {
      stream
      revision
    }
  }
`);
