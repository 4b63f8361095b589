import { personOf } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import type { TraceStep as Step } from '../../domain/outcome.js';
import type { ItemRow, VoteRow, VoterRow } from '../../read-model/sitting.rows.js';
import { tieShown } from './tie.shapes.js';
import type { Ballot, Electorate, PaperTally, TraceStep, Vote, Voter } from './vote.types.js';

/** An item as the schema shows it, with the moment that its links are read at. */
export function itemOf(row: ItemRow, board: string, moment: Moment) {
  const { conflicts, vote, questions } = row;
  return {
    ...row,
    moment,
    conflicts: conflicts.map((conflict) => ({ ...conflict, person: personOf(conflict.person) })),
    vote: vote && voteOf(vote, board),
    questions: questions.map((one) => voteOf(one, board)),
  };
}

/** A vote as the schema shows it. */
export function voteOf(
  { electorate, paper, result, route, question, ...vote }: VoteRow,
  board: string,
) {
  return {
    ...vote,
    question: question ? questionOf(question) : null,
    route: `${route.kind}/${String(route.version)}`,
    electorate: electorateOf(electorate, board),
    ballots: knownOf(vote.ballots),
    voters: votersOf(vote),
    paper: paper && paperOf(paper),
    ending: result && { ...result, trace: traceOf(result.trace), tie: tieShown(result.tie) },
  } satisfies Vote;
}

/** A question as the schema shows it. */
export function questionOf(question: NonNullable<VoteRow['question']>) {
  const { kind } = question;
  if (kind === 'enforceability') return { kind, until: null, reason: null };
  return { kind, until: question.until ?? null, reason: question.reason };
}

/** Votes whose choice is known: hidden ones are not, until their vote is closed. */
function knownOf(ballots: VoteRow['ballots']): readonly Ballot[] {
  return ballots.flatMap(({ choice, person, ...ballot }) =>
    choice === null ? [] : [{ ...ballot, choice, person: personOf(person) }],
  );
}

type Voting = Readonly<{ ballots: readonly VoterRow[]; voters: readonly VoterRow[] }>;

/** Who has voted, in the order of seats; of a secret vote as its closing says. */
export function votersOf({ ballots, voters }: Voting): readonly Voter[] {
  const all = voters.length > 0 ? voters : ballots;
  return [...all]
    .sort((a, b) => (a.seat < b.seat ? -1 : 1))
    .map(({ seat, person, cancelled }) => ({ seat, person: personOf(person), cancelled }));
}

function paperOf({ tally, tellers, talliedAt }: NonNullable<VoteRow['paper']>): PaperTally {
  return { ...tally, tellers: tellers.map((teller) => personOf(teller)), talliedAt };
}

/** Who may vote, each with the mandate of the seat. */
export function electorateOf(
  { members, ...electorate }: VoteRow['electorate'],
  board: string,
): Electorate {
  return {
    ...electorate,
    members: members.map(({ person, alternate, ...member }) => ({
      ...member,
      ...(alternate && { alternate: personOf(alternate) }),
      mandate: `${board}#${member.seat}`,
      person: personOf(person),
    })),
  };
}

/** Steps with their numbers as a list, since a schema knows no free keys. */
export function traceOf(trace: readonly Step[]): readonly TraceStep[] {
  return trace.map(({ numbers, ...step }) => ({
    ...step,
    numbers: Object.entries(numbers).map(([name, value]) => ({ name, value })),
  }));
}
