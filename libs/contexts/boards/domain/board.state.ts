import type { Rulebook } from '../contract/index.js';
import type { LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import type { BoardEvent, SeatId } from './board.events.js';

/** Somebody holds an office from a day to a day, both included. */
export type Term = Readonly<{
  person: PersonRef;
  organisation: OrganisationId | null;
  from: LocalDate;
  until: LocalDate;
}>;

/** A seat: what it stands for, who is designated and not yet appointed, who held and holds it. */
export type Seat = Readonly<{
  id: SeatId;
  category: string;
  designated: Readonly<{ person: PersonRef; organisation: OrganisationId | null }> | null;
  terms: readonly Term[];
}>;

/** A chair is the holder of a seat; its term ends with the seat's. */
export type ChairTerm = Term & Readonly<{ n: number; seat: SeatId }>;
/** A secretary keeps the minutes and need not be a member. */
export type SecretaryTerm = Term & Readonly<{ n: number }>;

/** A board, as far as decisions on it and on its sittings read it. */
export type BoardState = Readonly<{
  seatCount: number;
  rulebook: Rulebook | null; // Null until established.
  rulebookVersion: number;
  termUntil: LocalDate;
  seats: readonly Seat[];
  chairs: readonly ChairTerm[];
  secretaries: readonly SecretaryTerm[];
}>;

/** Before the board is established. */
export const noBoard: BoardState = {
  seatCount: 0,
  rulebook: null,
  rulebookVersion: 0,
  termUntil: '' as LocalDate,
  seats: [],
  chairs: [],
  secretaries: [],
};

/** Whether a day lies in a term. */
export function covers({ from, until }: Pick<Term, 'from' | 'until'>, day: LocalDate): boolean {
  return from <= day && day <= until;
}

/** What a fact changes. */
export function evolve(state: BoardState, { type, data }: BoardEvent): BoardState {
  switch (type) {
    case 'BoardEstablished': {
      const { seats: seatCount, rulebook, rulebookVersion, termUntil } = data;
      return { ...state, seatCount, rulebook, rulebookVersion, termUntil };
    }
    case 'BoardMemberDesignated': {
      const { seat: id, category, organisation, person } = data;
      const known = state.seats.find((seat) => seat.id === id);
      const designated = { person, organisation };
      if (known) return withSeat(state, { ...known, designated });
      return { ...state, seats: [...state.seats, { id, category, designated, terms: [] }] };
    }
    case 'BoardMemberAppointed': {
      const { seat: id, category, person, organisation, from, until } = data;
      const earlier = state.seats.find((seat) => seat.id === id)?.terms ?? [];
      const terms = [...earlier, { person, organisation, from, until }];
      return withSeat(state, { id, category, designated: null, terms });
    }
    case 'BoardChairAppointed': {
      const { n, seat, person, from, until } = data;
      const chair = { n, seat, person, organisation: null, from, until };
      return { ...state, chairs: [...state.chairs, chair] };
    }
    case 'BoardSecretaryAppointed':
      return { ...state, secretaries: [...state.secretaries, data] };
    case 'BoardMemberResigned':
      return resigned(state, data);
  }
}

function withSeat(state: BoardState, seat: Seat): BoardState {
  return { ...state, seats: state.seats.map((other) => (other.id === seat.id ? seat : other)) };
}

/** A chair who leaves the seat leaves the chair with it. */
function resigned(
  state: BoardState,
  { seat: id, lastDay }: { seat: SeatId; lastDay: LocalDate },
): BoardState {
  const end = <T extends Term>(term: T): T =>
    term.until > lastDay ? { ...term, until: lastDay } : term;
  return {
    ...state,
    seats: state.seats.map((seat) =>
      seat.id === id ? { ...seat, terms: seat.terms.map((term) => end(term)) } : seat,
    ),
    chairs: state.chairs.map((chair) => (chair.seat === id ? end(chair) : chair)),
  };
}
