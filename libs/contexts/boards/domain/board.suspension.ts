import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { BoardCommand } from './board.commands.js';
import type { BoardEvent } from './board.events.js';
import { boardRules } from './board.rules.js';
import { heldOn } from './board.seats.js';
import { suspensionOn } from './board.state.js';
import type { BoardState, Seat } from './board.state.js';

type Asked<Type extends 'ReinstateSeat' | 'SuspendSeat'> = Extract<BoardCommand, { type: Type }>;

/** The seat is suspended, today or later, by somebody else; its term goes on meanwhile. */
export function suspend(
  { data: { seat, from }, today, by }: Asked<'SuspendSeat'>,
  state: BoardState,
): Decision<BoardEvent> {
  const term = heldOn(state, seat, from);
  if (term && 'outcome' in term) return term;
  if (!term) return refuse(boardRules.SeatVacant, { seat });
  const { person, suspensions } = term;
  if (person === by.person) return refuse(boardRules.OwnSuspension);
  if (from < today) return refuse(boardRules.SuspendedForThePast, { from });
  const other = suspensions.find(({ until }) => until === null || until >= from);
  if (other) return refuse(boardRules.SeatSuspended, { seat, from: other.from });
  return accept({ type: 'BoardSeatSuspended', data: { seat, person, from } });
}

/** Who is suspended today is in office again, today or later, by somebody else. */
export function reinstate(
  { data: { seat, from }, today, by }: Asked<'ReinstateSeat'>,
  state: BoardState,
): Decision<BoardEvent> {
  const term = heldOn(state, seat, from);
  if (term && 'outcome' in term) return term;
  if (!term) return refuse(boardRules.SeatVacant, { seat });
  const { person } = term;
  if (person === by.person) return refuse(boardRules.OwnSuspension);
  if (from < today) return refuse(boardRules.SuspendedForThePast, { from });
  const known = state.seats.find(({ id }) => id === seat);
  const now = known && suspensionOn(known, today);
  if (now?.until !== null) return refuse(boardRules.NotSuspended, { seat });
  return accept({ type: 'BoardSeatReinstated', data: { seat, person, from } });
}

/** Who does not sit now does not preside: a seat that is suspended on a day of an office (GB-8). */
export function suspendedIn(
  { id: seat, terms }: Pick<Seat, 'id' | 'terms'>,
  { from, until }: Readonly<{ from: string; until: string }>,
): Decision<never> | null {
  // One that was open when the term ended, ended with it.
  const all = terms.flatMap((term) =>
    term.suspensions.map((out) => ({ from: out.from, until: out.until ?? term.until })),
  );
  const one = all.find((out) => out.from <= until && out.until >= from);
  return one ? refuse(boardRules.SeatSuspended, { seat, from: one.from }) : null;
}
