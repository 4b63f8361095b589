import { graphql } from '../../data/graphql.ts';

/** One sitting: who is there, its agenda, and how each item stands. */
export const TheSitting = graphql(`
  query TheSitting($id: ID!) {
    sitting(id: $id) {
      id
      at
      place
      revision
      status
      call
      openedAt
      endedAt
      minutes
      record {
        sha256
      }
      chair {
        id
        name
      }
      secretary {
        id
        name
      }
      attendance {
        seat
        as
        arrivedAt
        leftAt
        person {
          id
          name
        }
      }
      notified
      services {
        seat
        channel
        servedAt
      }
      delegations {
        seat
        to
        revoked
      }
      board {
        id
        name
        nameEn
        seatCount
        seats {
          seat
          category
          status
          person {
            id
            name
          }
        }
        alternates {
          seat
          person {
            id
            name
          }
        }
        rulebook {
          ballots
          serviceRequired
          agendaAdditions
          delegation {
            max
            noticeDays
          }
          quorum {
            ...AQuorum
          }
          secondCall {
            ...AQuorum
          }
        }
      }
      items {
        item
        status
        title
        textSha256
        decision {
          id
          title
          titleEn
        }
        papers {
          sha256
          title
        }
        conflicts {
          seat
          status
          person {
            id
            name
          }
        }
        quorum {
          reached
          counted
          needed
          whole
        }
        vote {
          form
          openedAt
          rulebook {
            majority {
              unanimity
            }
            weights {
              category
            }
            weightedMajority {
              num
            }
          }
          electorate {
            recused
            members {
              seat
            }
          }
          voters {
            seat
          }
          paper {
            talliedAt
          }
          ending {
            closedAt
            outcome
            tie {
              rule
              broken {
                kind
              }
            }
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
        }
      }
    }
  }
  fragment AQuorum on QuorumRule {
    kind
    n
    num
    den
    strict
    of
    counted
    categories {
      category
      min
    }
  }
`);
