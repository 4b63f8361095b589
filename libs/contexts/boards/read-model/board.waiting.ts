import { authority, awaits, body, chair, end, lead, presidency } from '@tavolo/waiting';
import { seat, secretary, signers, sitter, waitingPart } from '@tavolo/waiting';
import type { Capacity, Move, Who } from '@tavolo/waiting';
import { dayBefore } from '@tavolo/kernel';
import type { LocalDate } from '@tavolo/kernel';
import { boardTable } from './board.projection.js';
import type { BoardRow, OfficeRow, SeatRow } from './board.projection.js';
import { lacks, presides } from './board.standing.js';

const composing = ['appointChair', 'appointSecretary', 'constituteBoard'] as const;
const renewing = ['renewBoard', 'appointChair', 'appointSecretary'] as const;

/** Whose move it is about a body as such, and who sits in it, chairs it, keeps its minutes. */
export const boardWaiting = waitingPart<BoardRow, BoardRow['status']>({
  name: 'board',
  categories: ['board'],
  table: boardTable,
  statusOf: ({ status }) => status,
  states: {
    Established: awaits(composing, missing),
    Constituted: awaits(renewing, (row) => [renewal(row), ...succession(row)]),
    Inquorate: awaits([...composing, 'renewBoard'], (row) => [...missing(row), renewal(row)]),
    Prorogued: awaits([...composing, 'renewBoard'], (row) => [...missing(row), renewal(row)]),
    Dissolved: end,
  },
  beside: {
    moves: ['appointMember', 'fillSeat', 'decideSuspension'],
    of: (row) => (row.dissolved ? [] : row.seats.flatMap((one) => onSeat(row, one))),
  },
  place: ({ id: board, network, plan, name, nameEn }) => ({
    ...{ board, network, plan, title: name, titleEn: nameEn },
  }),
  capacities: (row) => [
    ...row.seats.flatMap((one) => ofSeat(row.id, one)),
    ...officers(presiding(row, row.chairs), 'chair', [
      chair(row.id),
      signers(row.id),
      presidency(row.id),
    ]),
    ...officers(presiding(row, row.viceChairs), 'vice', [presidency(row.id)]),
    ...standingIn(row),
    ...officers(row.secretaries, 'secretary', [
      ...[secretary(row.id), signers(row.id), presidency(row.id)],
    ]),
  ],
});

/** Who composes a body: the lead of its network, or the authority that established it. */
function keeperOf({ network }: BoardRow): Who {
  return network === null ? authority : lead(network, 'membership');
}

/** A vacant seat waits to be filled, unless the whole body has run out: then it is renewed. */
function onSeat(row: BoardRow, { seat: key, status, until }: SeatRow): readonly Move[] {
  const who = keeperOf(row);
  if (status === 'Designated') return [{ move: 'appointMember', who, key }];
  if (status === 'Suspended') return [{ move: 'decideSuspension', who, key }];
  if (status === 'Appointed' || isOver(row)) return [];
  return until !== null && until < row.termUntil ? [{ move: 'fillSeat', who, key }] : [];
}

/** Somebody's term lapsed with that of the body. */
function isOver({ seats, termUntil }: BoardRow): boolean {
  return seats.some(({ status, until }) => status === 'Lapsed' && until === termUntil);
}

/** GB-2, GB-7, GB-8: what it lacks to sit; who chairs and is suspended is waited for as such. */
function missing(row: BoardRow): readonly Move[] {
  const who = keeperOf(row);
  const lacking = lacks(row);
  const isSuspended = row.seats.some((seat) => seat.status === 'Suspended' && presides(row, seat));
  const offices: readonly Move[] = [
    ...(lacking.includes('chair') && !isSuspended ? [{ move: 'appointChair', who } as const] : []),
    ...(lacking.includes('secretary') ? [{ move: 'appointSecretary', who } as const] : []),
  ];
  if (offices.length > 0) return offices;
  const isShort = lacking.includes('category') || lacking.includes('quorum');
  return isShort ? [{ move: 'constituteBoard', who }] : [];
}

/** GB-8: chair and secretary whose term ends before that of the body are succeeded by then. */
function succession(row: BoardRow): readonly Move[] {
  const who = keeperOf(row);
  const ends = (terms: readonly OfficeRow[]) =>
    terms
      .map(({ until }) => until)
      .toSorted()
      .at(-1);
  const [chairs, secretaries] = [ends(row.chairs), ends(row.secretaries)];
  const isBefore = (day: string | undefined): day is string => (day ?? '~') < row.termUntil;
  return [
    ...(isBefore(chairs) ? [{ move: 'appointChair', who, due: { on: chairs } } as const] : []),
    ...(isBefore(secretaries)
      ? [{ move: 'appointSecretary', who, due: { on: secretaries } } as const]
      : []),
  ];
}

/** GB-6: acts after its term are refused. */
function renewal(row: BoardRow): Move {
  return { move: 'renewBoard', who: keeperOf(row), due: { on: row.termUntil } };
}

/** A seat that passed on is the mandate of who holds it last. */
function ofSeat(board: string, row: SeatRow): readonly Capacity[] {
  const { seat: id, person } = row;
  const { from, until } = inOffice(row);
  if (from === null) return [];
  const gives = [seat(board, id), sitter(board, id), body(board)];
  return [{ id, holder: person, gives, isMandate: true, from, until }];
}

/** The days on which the holder of a seat can act: not while it is suspended. */
function inOffice({ suspendedFrom, reinstatedFrom, from, until }: SeatRow) {
  if (suspendedFrom === null || from === null) return { from, until };
  if (reinstatedFrom !== null) return { from: reinstatedFrom, until };
  return { from, until: dayBefore(suspendedFrom as LocalDate) };
}

/** An alternate may sit for the seat, unless the seat is out of the body: then both are. */
function standingIn({ id, seats, alternates }: BoardRow): readonly Capacity[] {
  return alternates.flatMap((office) => {
    const row = seats.find((one) => one.seat === office.seat);
    const isConcerned = row !== undefined && row.suspendedFrom !== null;
    const standing = isConcerned ? within(office, row) : office;
    return officers([standing], 'alternate', [sitter(id, String(office.seat))]);
  });
}

/** Who is suspended from the seat does not preside from it. */
function presiding({ seats }: BoardRow, terms: readonly OfficeRow[]): readonly OfficeRow[] {
  return terms.map((office) => {
    const row = seats.find((one) => one.seat === office.seat && one.person === office.person);
    return row === undefined ? office : within(office, row);
  });
}

/** The days of an office on which the holder of its seat can act as well. */
function within(office: OfficeRow, seatRow: SeatRow): OfficeRow {
  const { from, until } = inOffice(seatRow);
  return { ...office, from: later(office.from, from), until: earlier(office.until, until) };
}

const later = (one: string, other: string | null) => (other !== null && other > one ? other : one);
const earlier = (one: string, other: string | null) =>
  other !== null && other < one ? other : one;

function officers(
  terms: readonly OfficeRow[],
  role: string,
  gives: readonly Who[],
): readonly Capacity[] {
  return terms.map(({ n, person, from, until }) => ({
    ...{ id: `${role}-${String(n)}`, holder: person, gives, isMandate: true, from, until },
  }));
}
