import { KeptOut, Recorded } from '../../data/given.documents.ts';
import { graphql } from '../../data/graphql.ts';

/** What is voted on, where, and who could vote: all that a voter needs to see. */
export const TheVote = graphql(`
  query TheVote($id: ID!) {
    decision(id: $id) {
      id
      number
      title
      titleEn
      status
      textSha256
      board {
        id
        name
        nameEn
        alternates {
          mandate
          seat
          person {
            id
          }
        }
      }
      sitting {
        id
        at
        status
        attendance {
          seat
          as
          leftAt
          person {
            id
            name
          }
        }
        items {
          item
          status
          textSha256
          decision {
            id
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
            }
          }
          vote {
            ...AVote
          }
          questions {
            ...AVote
          }
        }
      }
      procedure {
        id
        kind
        status
        form
        deadline
        textSha256
        rulebook {
          written {
            replyChange
          }
        }
        papers {
          sha256
          title
        }
        electorate {
          recused
          members {
            seat
            mandate
            category
            person {
              id
              name
            }
            alternate {
              id
            }
          }
        }
        conflicts {
          seat
          status
          person {
            id
          }
        }
        replies {
          seat
          choice
          castAt
          cancelled
          replaced
        }
        voters {
          seat
        }
      }
    }
  }
  fragment AVote on Vote {
    form
    textSha256
    openedAt
    question {
      kind
      until
    }
    electorate {
      recused
      members {
        seat
        mandate
        category
        person {
          id
          name
        }
        alternate {
          id
        }
      }
    }
    voters {
      seat
    }
    ballots {
      seat
      choice
      castAt
      cancelled
    }
    ending {
      outcome
      closedAt
    }
  }
`);

/** Votes in a sitting. */
export const CastVote = graphql(
  `
    mutation CastVote($input: CastVoteInput!) {
      castVote(input: $input) {
        __typename
        ... on SittingPayload {
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

/** Answers in a procedure without a sitting. */
export const CastReply = graphql(
  `
    mutation CastReply($input: CastReplyInput!) {
      castReply(input: $input) {
        __typename
        ... on ProcedurePayload {
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

/** Objects in a silence procedure, with reasons in writing. */
export const RaiseObjection = graphql(
  `
    mutation RaiseObjection($input: RaiseObjectionInput!) {
      raiseObjection(input: $input) {
        __typename
        ... on ProcedurePayload {
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

/** Declares a conflict of interest in a sitting. */
export const DeclareConflict = graphql(
  `
    mutation DeclareConflict($input: DeclareConflictInput!) {
      declareConflict(input: $input) {
        __typename
        ... on SittingPayload {
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

/** Declares a conflict of interest in a procedure without a sitting. */
export const DeclareProcedureConflict = graphql(
  `
    mutation DeclareProcedureConflict($input: DeclareProcedureConflictInput!) {
      declareProcedureConflict(input: $input) {
        __typename
        ... on ProcedurePayload {
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
