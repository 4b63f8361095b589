import { personOf } from '@tavolo/graphql';
import { daysAfter } from '@tavolo/kernel';
import type { LocalDate } from '@tavolo/kernel';
import type { ProcedureRow } from '../../read-model/procedure.rows.js';
import type { Reply } from './procedure.types.js';
import { votersOf } from './sitting.shapes.js';
import type { Voter } from './vote.types.js';

/** How far a procedure has come: who has answered, and who has not. */
export function progressOf(row: ProcedureRow) {
  const { electorate, conflicts, objections, sittingCalls, voters } = row;
  const recused = seatsOf(conflicts.filter(({ status }) => status === 'Recused'));
  const entitled = seatsOf(electorate.members).filter((seat) => !recused.includes(seat));
  const standing = [...standingOf(row), ...objections, ...voters];
  const answered = seatsOf(standing.filter(({ cancelled }) => !cancelled));
  return {
    entitled: entitled.length,
    answered,
    recused,
    waiting: entitled.filter((seat) => !answered.includes(seat)),
    sittingCalls: sittingCalls.filter(({ cancelled }) => !cancelled).length,
  };
}

function standingOf({ replies }: ProcedureRow) {
  return replies.filter(({ replaced }) => !replaced);
}

/** Answers whose choice is known: hidden ones are not, until their procedure is closed. */
export function knownOf(replies: ProcedureRow['replies']): readonly Reply[] {
  return replies.flatMap(({ choice, person, ...reply }) =>
    choice === null ? [] : [{ ...reply, choice, person: personOf(person) }],
  );
}

/** Who has answered, each seat once; in a secret procedure as its closing says. */
export function repliersOf(row: ProcedureRow): readonly Voter[] {
  return votersOf({ voters: row.voters, ballots: standingOf(row) });
}

function seatsOf(these: readonly Readonly<{ seat: string }>[]): readonly string[] {
  return these.map(({ seat }) => seat);
}

/** The days that follow from the frozen rules; whole days where the body sits. */
export function timesOf({ kind, rulebook, openedOn, closesOn }: ProcedureRow) {
  const { written, silence } = rulebook;
  const part = kind === 'written' ? written : silence;
  const after = (days: number) => daysAfter(openedOn as LocalDate, days);
  const { documentRequestDays, reminderDays = [] } = part ?? {};
  return {
    earliestClose: kind === 'written' && written ? after(written.minDays) : null,
    documentRequestsUntil: documentRequestDays === undefined ? null : after(documentRequestDays),
    remindersOn: reminderDays.map((days) => daysAfter(closesOn as LocalDate, -days)).toSorted(),
  };
}
