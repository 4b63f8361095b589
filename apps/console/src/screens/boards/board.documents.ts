import { graphql } from '../../data/graphql.ts';

/** One body: who sits in it, by which rules it decides, what it has dealt with. */
export const TheBoard = graphql(`
  query TheBoard($id: ID!) {
    board(id: $id) {
      id
      name
      nameEn
      level
      status
      termUntil
      seatCount
      rulebookVersion
      network {
        id
        title
        titleEn
      }
      plan {
        id
        title
        titleEn
      }
      chairs {
        ...Office
      }
      viceChairs {
        ...Office
      }
      secretaries {
        ...Office
      }
      alternates {
        ...Office
      }
      seats {
        seat
        category
        status
        from
        until
        person {
          id
          name
        }
        organisation {
          id
          name
        }
      }
      sittings {
        id
        at
        status
        place
      }
      decisions {
        id
        number
        title
        titleEn
        status
      }
      rulebook {
        noticeDays
        ballots
        tie
        recusedLeaveBase
        video
        closing
        objectionDays
        quorum {
          ...QuorumWords
        }
        secondCall {
          ...QuorumWords
        }
        majority {
          base
          num
          den
          strict
          atLeast
          unanimity
        }
        weightedMajority {
          num
          den
          strict
        }
        weights {
          category
          weight
        }
        delegation {
          max
          noticeDays
        }
        written {
          minDays
          maxDays
        }
        silence {
          minDays
          objections
        }
        urgency {
          ratifyWithinDays
        }
      }
    }
  }
  fragment Office on BoardOffice {
    seat
    from
    until
    person {
      id
      name
    }
  }
  fragment QuorumWords on QuorumRule {
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
