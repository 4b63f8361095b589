import { personOf } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import type { TraceStep as Step } from '../../domain/outcome.js';
import type { ItemRow, VoteRow } from '../../read-model/sitting.rows.js';
import type { Electorate, TraceStep, Vote } from './vote.types.js';

/** An item as the schema shows it, with the moment that its links are read at. */
export function itemOf(row: ItemRow, board: string, moment: Moment) {
  const { conflicts, vote } = row;
  return {
    ...row,
    moment,
    conflicts: conflicts.map((conflict) => ({ ...conflict, person: personOf(conflict.person) })),
    vote: vote && voteOf(vote, board),
  };
}

/** A vote as the schema shows it. */
export function voteOf({ electorate, ballots, result, route, ...frozen }: VoteRow, board: string) {
  return {
    ...frozen,
    route: `${route.kind}/${String(route.version)}`,
    electorate: electorateOf(electorate, board),
    ballots: ballots.map((ballot) => ({ ...ballot, person: personOf(ballot.person) })),
    ending: result && { ...result, trace: traceOf(result.trace) },
  } satisfies Vote;
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
