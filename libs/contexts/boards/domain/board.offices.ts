import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import type { BoardEvent, SeatId } from './board.events.js';
import { boardRules } from './board.rules.js';
import { heldTwice } from './board.seats.js';
import { suspendedIn } from './board.suspension.js';
import type { BoardState, Term } from './board.state.js';

type Span = Readonly<{ from: LocalDate; until: LocalDate }>;

/** The chair is taken by who holds a seat, for no longer than the seat is held. */
export function appointChair(asked: OfSeat, state: BoardState): Decision<BoardEvent> {
  const person = presiding(asked, state, state.chairs);
  if (typeof person !== 'string') return person;
  const { seat, from, until } = asked;
  const data = { n: state.chairs.length + 1, seat, person, from, until };
  return accept({ type: 'BoardChairAppointed', data });
}

/** The vice chair presides where the chair is absent: another holder of a seat. */
export function appointViceChair(asked: OfSeat, state: BoardState): Decision<BoardEvent> {
  const person = presiding(asked, state, state.viceChairs);
  if (typeof person !== 'string') return person;
  const { seat, from, until } = asked;
  const chair = state.chairs.find((held) => from <= held.until && held.from <= until);
  if (chair?.seat === seat) return refuse(boardRules.ChairIsViceChair, { seat });
  const data = { n: state.viceChairs.length + 1, seat, person, from, until };
  return accept({ type: 'BoardViceChairAppointed', data });
}

type OfSeat = Span & Readonly<{ seat: SeatId }>;

/** Who holds the seat for the whole time, where the office is free for it. */
function presiding(
  { seat, from, until }: OfSeat,
  { seats, termUntil }: BoardState,
  held: readonly Term[],
): PersonRef | Decision<never> {
  const known = seats.find(({ id }) => id === seat);
  if (!known) return refuse(boardRules.SeatUnknown, { seat });
  const refused = spanRefusal({ from, until }, held, termUntil);
  if (refused) return refused;
  const suspended = suspendedIn(known, { from, until });
  if (suspended) return suspended;
  const term = known.terms.find((one) => one.from <= from && until <= one.until);
  return term?.person ?? refuse(boardRules.NotInOffice, { seat, from, until });
}

/** The alternate (supplente) sits for a seat when its holder does not; one at a time (GB-5). */
export function appointAlternate(
  { seat, person, from, until }: OfSeat & Readonly<{ person: PersonRef }>,
  state: BoardState,
): Decision<BoardEvent> {
  if (!state.seats.some(({ id }) => id === seat)) return refuse(boardRules.SeatUnknown, { seat });
  const theirs = state.alternates.filter((held) => held.seat === seat);
  const kept =
    spanRefusal({ from, until }, theirs, state.termUntil) ?? heldTwice(state, person, from);
  if (kept) return kept;
  const data = { n: state.alternates.length + 1, seat, person, from, until };
  return accept({ type: 'AlternateAppointed', data });
}

type Secretary = Span &
  Readonly<{
    person: PersonRef;
    organisation?: OrganisationId;
    grounds: { organisationKnown: boolean };
  }>;

/** One secretary at a time. */
export function appointSecretary(
  { person, organisation: of, from, until, grounds }: Secretary,
  state: BoardState,
): Decision<BoardEvent> {
  const organisation = of ?? null;
  if (organisation !== null && !grounds.organisationKnown) {
    return refuse(boardRules.OrganisationUnknown, { id: organisation });
  }
  const refused = spanRefusal({ from, until }, state.secretaries, state.termUntil);
  if (refused) return refused;
  const n = state.secretaries.length + 1;
  const data = { n, person, organisation, from, until };
  return accept({ type: 'BoardSecretaryAppointed', data });
}

function spanRefusal(
  { from, until }: Span,
  held: readonly Term[],
  termUntil: LocalDate,
): Decision<never> | null {
  if (until < from) return refuse(boardRules.EndsBeforeStart, { from, until });
  if (until > termUntil) return refuse(boardRules.BeyondTerm, { until, termUntil });
  const other = held.find((term) => from <= term.until && term.from <= until);
  return other ? refuse(boardRules.OfficeHeld, { until: other.until }) : null;
}
