import { dayBefore } from '@tavolo/kernel';
import type { BoardLevel, DecisionId, Rulebook } from '../contract/index.js';
import type { NetworkId } from '@tavolo/networks';
import type { PlanId } from '@tavolo/plans';
import type { LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import type { BoardEvent, SeatId } from './board.events.js';

/** Somebody holds an office from a day to a day, both included. */
export type Term = Readonly<{
  person: PersonRef;
  organisation: OrganisationId | null;
  from: LocalDate;
  until: LocalDate;
}>;

/** A seat is suspended from a day to a day, both included; null: until it is reinstated. */
export type Suspension = Readonly<{ from: LocalDate; until: LocalDate | null }>;

/** Somebody holds a seat, and is suspended from it for a while. */
export type SeatTerm = Term & Readonly<{ suspensions: readonly Suspension[] }>;

/** A seat: what it stands for, who is designated and not yet appointed, who held and holds it. */
export type Seat = Readonly<{
  id: SeatId;
  category: string;
  designated: Readonly<{ person: PersonRef; organisation: OrganisationId | null }> | null;
  terms: readonly SeatTerm[];
  /** The last day of the term whose end was recorded: resigned, revoked, replaced or lapsed. */
  ended: LocalDate | null;
}>;

/** A chair is the holder of a seat; its term ends with the seat's. */
export type ChairTerm = Term & Readonly<{ n: number; seat: SeatId }>;
/** An alternate stands in for the holder of a seat. */
export type AlternateTerm = ChairTerm;
/** A secretary keeps the minutes and need not be a member. */
export type SecretaryTerm = Term & Readonly<{ n: number }>;

/** A board, as far as decisions on it and on its sittings read it. */
export type BoardState = Readonly<{
  /** Null until established. */
  level: BoardLevel | null;
  /** What it governs, where that was said; for the policies of who may act on it. */
  network: NetworkId | null;
  plan: PlanId | null;
  seatCount: number;
  rulebook: Rulebook | null; // Null until established.
  rulebookVersion: number;
  termUntil: LocalDate;
  seats: readonly Seat[];
  chairs: readonly ChairTerm[];
  viceChairs: readonly ChairTerm[];
  alternates: readonly AlternateTerm[];
  secretaries: readonly SecretaryTerm[];
  prorogued: boolean;
  dissolved: boolean;
  /** Decisions that brought a version of the rulebook. */
  rulesDecisions: readonly DecisionId[];
}>;

/** Before the board is established. */
export const noBoard: BoardState = {
  level: null,
  network: null,
  plan: null,
  seatCount: 0,
  rulebook: null,
  rulebookVersion: 0,
  termUntil: '' as LocalDate,
  seats: [],
  chairs: [],
  viceChairs: [],
  alternates: [],
  secretaries: [],
  prorogued: false,
  dissolved: false,
  rulesDecisions: [],
};

/** Whether a day lies in a term. */
export function covers({ from, until }: Pick<Term, 'from' | 'until'>, day: LocalDate): boolean {
  return from <= day && day <= until;
}

/** The suspension of a seat on a day; null where it is not suspended then. */
export function suspensionOn(seat: Pick<Seat, 'terms'>, day: LocalDate): Suspension | null {
  const term = seat.terms.find((held) => covers(held, day));
  return (
    term?.suspensions.find(({ from, until }) => covers({ from, until: until ?? day }, day)) ?? null
  );
}

/** What a fact changes. */
export function evolve(state: BoardState, event: BoardEvent): BoardState {
  return { ...state, ...changeOf(state, event) };
}

function changeOf(state: BoardState, { type, data }: BoardEvent): Partial<BoardState> {
  switch (type) {
    case 'BoardEstablished': {
      const { level, network, plan, seats: seatCount, rulebook, rulebookVersion, termUntil } = data;
      return { level, network, plan, seatCount, rulebook, rulebookVersion, termUntil };
    }
    case 'BoardMemberDesignated':
      return designated(state, data);
    case 'BoardMemberAppointed':
      return taken(state, data);
    case 'BoardChairAppointed':
      return { chairs: [...state.chairs, { ...data, organisation: null }] };
    case 'BoardViceChairAppointed':
      return { viceChairs: [...state.viceChairs, { ...data, organisation: null }] };
    case 'AlternateAppointed':
      return { alternates: [...state.alternates, { ...data, organisation: null }] };
    case 'BoardSecretaryAppointed':
      return { secretaries: [...state.secretaries, data] };
    case 'BoardMemberResigned':
    case 'BoardMemberRevoked':
    case 'BoardSeatLapsed':
      return left(state, data);
    case 'BoardSeatSuspended':
      return suspended(state, data);
    case 'BoardSeatReinstated':
      return reinstated(state, data);
    case 'BoardMemberReplaced': {
      const after = { ...state, ...left(state, data) };
      return { ...left(state, data), ...taken(after, data) };
    }
    case 'BoardProrogued':
      return prorogued(state, data);
    case 'BoardDissolved':
      return { ...endedBy(state, data.lastDay), termUntil: data.lastDay, dissolved: true };
    case 'BoardRulesAmended': {
      const { rulebook, rulebookVersion, decision } = data;
      return { rulebook, rulebookVersion, rulesDecisions: [...state.rulesDecisions, decision] };
    }
  }
}

type DataOf<Type extends BoardEvent['type']> = Extract<BoardEvent, { type: Type }>['data'];

function designated(
  { seats }: BoardState,
  { seat: id, category, organisation, person }: DataOf<'BoardMemberDesignated'>,
): Partial<BoardState> {
  const known = seats.find((seat) => seat.id === id);
  const named = { person, organisation };
  if (known) return { seats: withSeat(seats, { ...known, designated: named }) };
  const seat = { id, category, designated: named, terms: [], ended: null };
  return { seats: [...seats, seat] };
}

function taken({ seats }: BoardState, data: DataOf<'BoardMemberAppointed'>): Partial<BoardState> {
  const { seat: id, category, person, organisation, from, until } = data;
  const known = seats.find((seat) => seat.id === id);
  const term: SeatTerm = { person, organisation, from, until, suspensions: [] };
  const terms = [...(known?.terms ?? []), term];
  const ended = known?.ended ?? null;
  return { seats: withSeat(seats, { id, category, designated: null, terms, ended }) };
}

function withSeat(seats: readonly Seat[], seat: Seat): readonly Seat[] {
  return seats.map((other) => (other.id === seat.id ? seat : other));
}

function endBy<T extends Term>(term: T, lastDay: LocalDate): T {
  return term.until > lastDay ? { ...term, until: lastDay } : term;
}

/** A chair or vice chair who leaves the seat leaves the office with it. */
function left(
  { seats, chairs, viceChairs }: BoardState,
  { seat: id, lastDay }: Readonly<{ seat: SeatId; lastDay: LocalDate }>,
): Partial<BoardState> {
  const ended = (seat: Seat): Seat => {
    return { ...seat, terms: seat.terms.map((term) => endBy(term, lastDay)), ended: lastDay };
  };
  const office = (term: ChairTerm) => (term.seat === id ? endBy(term, lastDay) : term);
  return {
    seats: seats.map((seat) => (seat.id === id ? ended(seat) : seat)),
    chairs: chairs.map((term) => office(term)),
    viceChairs: viceChairs.map((term) => office(term)),
  };
}

type OnSeat = Readonly<{ seat: SeatId; from: LocalDate }>;

function suspended({ seats }: BoardState, { seat: id, from }: OnSeat): Partial<BoardState> {
  const open: Suspension = { from, until: null };
  return onTerm(seats, { id, from }, (term) => {
    return { ...term, suspensions: [...term.suspensions, open] };
  });
}

function reinstated({ seats }: BoardState, { seat: id, from }: OnSeat): Partial<BoardState> {
  const until = dayBefore(from);
  return onTerm(seats, { id, from }, (term) => {
    const suspensions = term.suspensions.map((one) =>
      one.until === null ? { ...one, until } : one,
    );
    return { ...term, suspensions };
  });
}

function onTerm(
  seats: readonly Seat[],
  { id, from }: Readonly<{ id: SeatId; from: LocalDate }>,
  change: (term: SeatTerm) => SeatTerm,
): Partial<BoardState> {
  const changed = (seat: Seat): Seat => {
    return { ...seat, terms: seat.terms.map((term) => (covers(term, from) ? change(term) : term)) };
  };
  return { seats: seats.map((seat) => (seat.id === id ? changed(seat) : seat)) };
}

/** Every term and office ends no later than a day. */
function endedBy(state: BoardState, lastDay: LocalDate): Partial<BoardState> {
  return everyTerm(state, (term) => endBy(term, lastDay));
}

/** Who was to stay until the end of the term stays until the end of the prorogation. */
function prorogued(
  state: BoardState,
  { until, previousUntil }: DataOf<'BoardProrogued'>,
): Partial<BoardState> {
  const longer = everyTerm(state, (term) =>
    term.until === previousUntil ? { ...term, until } : term,
  );
  return { ...longer, termUntil: until, prorogued: true };
}

function everyTerm(
  { seats, chairs, viceChairs, alternates, secretaries }: BoardState,
  change: <T extends Term>(term: T) => T,
): Partial<BoardState> {
  return {
    seats: seats.map((seat) => ({ ...seat, terms: seat.terms.map((term) => change(term)) })),
    chairs: chairs.map((term) => change(term)),
    viceChairs: viceChairs.map((term) => change(term)),
    alternates: alternates.map((term) => change(term)),
    secretaries: secretaries.map((term) => change(term)),
  };
}
