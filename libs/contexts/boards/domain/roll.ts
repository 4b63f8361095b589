import type { BoardId, Rulebook } from '../contract/index.js';
import type { LocalDate, OrganisationId, PersonRef } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import { covers, suspensionOn } from './board.state.js';
import type { BoardState, ChairTerm } from './board.state.js';

/** Who holds a seat. */
export type Member = Readonly<{
  seat: SeatId;
  person: PersonRef;
  organisation: OrganisationId | null;
  category: string;
  /** Who may sit for the holder (supplente); absent where there is none. */
  alternate?: PersonRef;
}>;

/** A board as it stands on a day: who is in office and by which rules it decides. */
export type Roll = Readonly<{
  board: BoardId;
  /** Revision of the board's stream that this was read at. */
  revision: number;
  /** Seats that it is composed of, vacant ones too. */
  seats: number;
  members: readonly Member[];
  chair: Readonly<{ seat: SeatId; person: PersonRef }> | null;
  /** Presides where the chair is absent; absent where there is none. */
  viceChair?: Readonly<{ seat: SeatId; person: PersonRef }>;
  secretary: PersonRef | null;
  rulebook: Rulebook;
  rulebookVersion: number;
  termUntil: LocalDate;
}>;

/**
 * The roll of a board on a day, computed from the dates in its facts: a seat that lapsed
 * yesterday is out although nothing recorded it, and so is one that is suspended on the day, with
 * its alternate: the body is composed of it all the same. Null before the board is established.
 */
export function rollOf(
  state: BoardState,
  { board, revision, day }: Readonly<{ board: BoardId; revision: number; day: LocalDate }>,
): Roll | null {
  const { rulebook, rulebookVersion, termUntil, seatCount } = state;
  if (!rulebook) return null;
  const members = state.seats.flatMap((seat): Member[] => {
    const { id, category, terms } = seat;
    const term = terms.find((held) => covers(held, day));
    if (!term || suspensionOn(seat, day)) return [];
    const { person, organisation } = term;
    const standIn = state.alternates.find((held) => held.seat === id && covers(held, day));
    const alternate = standIn && { alternate: standIn.person };
    return [{ seat: id, person, organisation, category, ...alternate }];
  });
  const inOffice = (held: ChairTerm) =>
    covers(held, day) && members.some(({ seat }) => seat === held.seat);
  const chair = state.chairs.find(inOffice);
  const vice = state.viceChairs.find(inOffice);
  return {
    board,
    revision,
    seats: seatCount,
    members,
    chair: chair ? { seat: chair.seat, person: chair.person } : null,
    ...(vice && { viceChair: { seat: vice.seat, person: vice.person } }),
    secretary: state.secretaries.find((held) => covers(held, day))?.person ?? null,
    rulebook,
    rulebookVersion,
    termUntil,
  };
}

/** Categories that have fewer members in office than the rulebook asks for (GB-7). */
export function unrepresented({ members, rulebook }: Roll): readonly string[] {
  return rulebook.representation
    .filter(({ category, min }) => {
      const filled = members.filter((member) => member.category === category).length;
      return filled < min;
    })
    .map(({ category }) => category);
}
