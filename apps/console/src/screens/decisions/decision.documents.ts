import { graphql } from '../../data/graphql.ts';

/** One decision: its text, how it was voted, what it brought about. */
export const TheDecision = graphql(`
  query TheDecision($id: ID!) {
    decision(id: $id) {
      id
      number
      title
      titleEn
      status
      subjectKind
      confidential
      proposedAt
      textSha256
      earlierTexts
      motivation
      legalBasis
      budgetRef
      effectiveOn
      enforceableFrom
      endedFrom
      objectionsUntil
      endsDecision
      ends
      endedBy
      earlier
      reconsideredBy
      planVersion
      amount {
        cents
      }
      proposer {
        id
        name
      }
      board {
        id
        name
        nameEn
        chairs {
          person {
            id
            name
          }
        }
        secretaries {
          person {
            id
            name
          }
        }
      }
      plan {
        id
        title
        status
      }
      publication {
        where
        publishedOn
        effectiveFrom
        document
      }
      signature {
        signedAs
        signedAt
        container
        signatory {
          id
          name
        }
      }
      implementation {
        dueOn
        implementedOn
        office
        partner {
          id
          name
        }
      }
      conditions {
        condition
        text
        evidence
        dueOn
        metOn
        status
      }
      errata {
        document
        issuedAt
        textSha256
      }
      vote {
        closedAt
        outcome
        tally {
          for
          against
          abstain
          recused
        }
        trace {
          step
          holds
          it
          en
          numbers {
            name
            value
          }
        }
      }
      sitting {
        id
        at
        status
        chair {
          id
          name
        }
        secretary {
          id
          name
        }
        items {
          item
          status
          decision {
            id
          }
          vote {
            form
            textSha256
            rulebookVersion
            rulebook {
              ...Rules
            }
            electorate {
              ...Seats
            }
            voters {
              seat
            }
            ballots {
              seat
              choice
              castAt
              cancelled
              recorded
              person {
                id
                name
              }
            }
            ending {
              outcome
            }
          }
        }
      }
      procedure {
        id
        kind
        status
        form
        deadline
        rulebookVersion
        rulebook {
          ...Rules
        }
        electorate {
          ...Seats
        }
        replies {
          seat
          choice
          castAt
          cancelled
          replaced
          person {
            id
            name
          }
        }
      }
    }
  }
  fragment Rules on Rulebook {
    majority {
      base
      num
      den
      strict
      unanimity
      atLeast
    }
    quorum {
      kind
      n
      num
      den
      strict
      of
    }
    tie
    weights {
      category
    }
    weightedMajority {
      num
      den
    }
  }
  fragment Seats on Electorate {
    seats
    recused
    members {
      seat
      category
      person {
        id
        name
      }
    }
  }
`);

/** Decisions that one is about or that are about it, by what they are called. */
export const NamesOfDecision = graphql(`
  query NamesOfDecision($id: ID!) {
    decision(id: $id) {
      id
      number
      title
      titleEn
      status
    }
  }
`);

/** The outcome, counted again from the log itself. */
export const RecomputeDecision = graphql(`
  query RecomputeDecision($id: ID!) {
    recompute(decision: $id) {
      equal
      recorded
      computed
      trace {
        step
        holds
        it
        en
      }
      recordedTrace {
        step
        holds
        it
        en
      }
    }
  }
`);
