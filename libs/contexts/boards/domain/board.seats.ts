import { accept, dayBefore, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate, PersonRef } from '@tavolo/kernel';
import type { BoardAsked, BoardCommand } from './board.commands.js';
import type { BoardEvent, SeatId } from './board.events.js';
import { boardRules } from './board.rules.js';
import { covers } from './board.state.js';
import type { BoardState, Seat, SeatTerm, Term } from './board.state.js';

type BoardDecision = Decision<BoardEvent>;

/** Names who is to hold a seat: a new one, or one that has become vacant (GB-5, GB-7). */
export function designate(
  { seat, category, organisation, person, grounds }: BoardAsked<'DesignateMember'>,
  state: BoardState,
  today: LocalDate,
): BoardDecision {
  if (organisation !== undefined && !grounds.organisationKnown) {
    return refuse(boardRules.OrganisationUnknown, { id: organisation });
  }
  const kept =
    (seat === undefined ? newSeat(state) : vacantSeat(state, { seat, category, today })) ??
    seatTwice(state, { seat, person, today });
  if (kept) return kept;
  const id = seat ?? grounds.newId;
  const designated = { seat: id, category, organisation: organisation ?? null, person };
  return accept({ type: 'BoardMemberDesignated', data: designated });
}

/** GB-5: one person, one seat; and nobody is designated twice for the same. */
function seatTwice(
  { seats, alternates }: BoardState,
  { seat, person, today }: { seat: SeatId | undefined; person: PersonRef; today: LocalDate },
): Decision<never> | null {
  const theirs = seats.find(({ id, ...rest }) => isOf(rest, person, id === seat ? null : today));
  if (theirs && theirs.id === seat) return refuse(boardRules.AlreadyDesignated);
  if (theirs) return refuse(boardRules.PersonHasSeat, { seat: theirs.id });
  const other = alternates.find((held) => held.person === person && held.until >= today);
  return other ? refuse(boardRules.PersonIsAlternate, { seat: other.seat }) : null;
}

function newSeat({ seats, seatCount }: BoardState): Decision<never> | null {
  return seats.length < seatCount ? null : refuse(boardRules.NoSeatLeft, { seats: seatCount });
}

function vacantSeat(
  state: BoardState,
  { seat, category, today }: { seat: SeatId; category: string; today: LocalDate },
): Decision<never> | null {
  const known = state.seats.find(({ id }) => id === seat);
  if (!known) return refuse(boardRules.SeatUnknown, { seat });
  if (known.category !== category) {
    return refuse(boardRules.OtherCategory, { category: known.category });
  }
  const held = known.terms.find(({ until }) => until >= today);
  return held ? refuse(boardRules.SeatHeld, { until: held.until }) : null;
}

/** Designated for the seat, or holding it on a day or later; without a day only the former. */
function isOf(
  { designated, terms }: Pick<Seat, 'designated' | 'terms'>,
  person: PersonRef,
  day: LocalDate | null,
): boolean {
  if (designated?.person === person) return true;
  return day !== null && terms.some((term) => term.person === person && term.until >= day);
}

/** Who was designated takes the seat, for no longer than the board lasts (GB-6). */
export function appoint(
  { seat, from, until }: BoardAsked<'AppointMember'>,
  { seats, termUntil }: BoardState,
): BoardDecision {
  const known = seats.find(({ id }) => id === seat);
  if (!known) return refuse(boardRules.SeatUnknown, { seat });
  const { designated, category, terms } = known;
  if (!designated) return refuse(boardRules.NobodyDesignated);
  if (until < from) return refuse(boardRules.EndsBeforeStart, { from, until });
  if (until > termUntil) return refuse(boardRules.BeyondTerm, { until, termUntil });
  const held = terms.find((term) => term.until >= from);
  if (held) return refuse(boardRules.SeatHeld, { until: held.until });
  const data = { seat, category, ...designated, from, until };
  return accept({ type: 'BoardMemberAppointed', data });
}

/** The holder leaves the seat, today or later. */
export function resign(
  { data: { seat, lastDay }, today, by }: Extract<BoardCommand, { type: 'ResignSeat' }>,
  state: BoardState,
): BoardDecision {
  const term = heldOn(state, seat, today);
  if (term && 'outcome' in term) return term;
  if (term?.person !== by.person) return refuse(boardRules.NotTheHolder, { seat });
  if (lastDay < today) return refuse(boardRules.ResignedForThePast, { lastDay });
  if (lastDay >= term.until) return refuse(boardRules.SeatHeld, { until: term.until });
  return accept({ type: 'BoardMemberResigned', data: { seat, person: by.person, lastDay } });
}

/** The holder is removed, today or later, by somebody else. */
export function revoke(
  { data: { seat, lastDay }, today, by }: Extract<BoardCommand, { type: 'RevokeMember' }>,
  state: BoardState,
): BoardDecision {
  const term = heldOn(state, seat, today);
  if (term && 'outcome' in term) return term;
  if (!term) return refuse(boardRules.SeatVacant, { seat });
  const { person, until } = term;
  if (person === by.person) return refuse(boardRules.OwnRevocation);
  if (lastDay < today) return refuse(boardRules.EndedForThePast, { lastDay });
  if (lastDay >= until) return refuse(boardRules.SeatHeld, { until });
  return accept({ type: 'BoardMemberRevoked', data: { seat, person, lastDay } });
}

/** Another takes the seat of its holder from a day on; nobody holds it twice (GB-5, GB-6). */
export function replace(
  asked: BoardAsked<'ReplaceMember'>,
  state: BoardState,
  today: LocalDate,
): BoardDecision {
  const { seat, person, organisation, from, until, grounds } = asked;
  const term = replacedIn(state, seat, from);
  if ('outcome' in term) return term;
  if (organisation !== undefined && !grounds.organisationKnown) {
    return refuse(boardRules.OrganisationUnknown, { id: organisation });
  }
  const kept = spanRefusal({ from, until }, state, today) ?? heldTwice(state, person, from);
  if (kept) return kept;
  const lastDay = dayBefore(from);
  const category = state.seats.find(({ id }) => id === seat)?.category ?? '';
  const successor = { seat, category, organisation: organisation ?? term.organisation, person };
  const data = { ...successor, previous: term.person, lastDay, from, until };
  return accept({ type: 'BoardMemberReplaced', data });
}

/** The term that ends the day before: it has begun by then. */
function replacedIn(state: BoardState, seat: SeatId, from: LocalDate): Term | Decision<never> {
  const term = heldOn(state, seat, from);
  if (term && 'outcome' in term) return term;
  return term && term.from < from ? term : refuse(boardRules.SeatVacant, { seat });
}

function spanRefusal(
  { from, until }: Pick<Term, 'from' | 'until'>,
  { termUntil }: BoardState,
  today: LocalDate,
): Decision<never> | null {
  if (from < today) return refuse(boardRules.EndedForThePast, { lastDay: dayBefore(from) });
  if (until < from) return refuse(boardRules.EndsBeforeStart, { from, until });
  return until > termUntil ? refuse(boardRules.BeyondTerm, { until, termUntil }) : null;
}

/** GB-5: who holds a seat, is designated for one or stands in for one takes no other. */
export function heldTwice(
  { seats, alternates }: BoardState,
  person: PersonRef,
  day: LocalDate,
): Decision<never> | null {
  const theirs = seats.find((seat) => isOf(seat, person, day));
  if (theirs) return refuse(boardRules.PersonHasSeat, { seat: theirs.id });
  const other = alternates.find((held) => held.person === person && held.until >= day);
  return other ? refuse(boardRules.PersonIsAlternate, { seat: other.seat }) : null;
}

/** The end of a term by its date, recorded once; the date itself decided before (GB-6). */
export function lapse(
  { seat }: BoardAsked<'LapseSeat'>,
  { seats }: BoardState,
  today: LocalDate,
): BoardDecision {
  const known = seats.find(({ id }) => id === seat);
  if (!known) return refuse(boardRules.SeatUnknown, { seat });
  const term = known.terms.at(-1);
  if (!term || known.ended === term.until) return refuse(boardRules.SeatVacant, { seat });
  const { person, until } = term;
  if (until >= today) return refuse(boardRules.SeatHeld, { until });
  return accept({ type: 'BoardSeatLapsed', data: { seat, person, lastDay: until } });
}

/** The term in which somebody holds the seat on a day. */
export function heldOn(
  { seats }: BoardState,
  seat: SeatId,
  day: LocalDate,
): SeatTerm | Decision<never> | undefined {
  const known = seats.find(({ id }) => id === seat);
  if (!known) return refuse(boardRules.SeatUnknown, { seat });
  return known.terms.find((held) => covers(held, day));
}
