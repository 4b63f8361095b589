import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection, Writer } from '@tavolo/projection';
import type { Rulebook } from '../contract/index.js';
import type { BoardEvent } from '../domain/board.events.js';
import { quorumOf } from '../domain/outcome.js';

/** The states of a seat. */
export const seatStatuses = [
  ...(['Designated', 'Appointed', 'Suspended', 'Resigned', 'Revoked', 'Lapsed'] as const),
] as const;
type SeatRowStatus = (typeof seatStatuses)[number];

/** The states of a board. */
export const boardStatuses = [
  ...(['Established', 'Constituted', 'Inquorate', 'Prorogued', 'Dissolved'] as const),
] as const;

/** A version of the rulebook, and the decision that brought it; the first came with the board. */
export type RulebookRow = Readonly<{
  version: number;
  rulebook: Rulebook;
  decision: string | null;
}>;

/** A seat with its holder; dates say who is in office on a day, no clock is in a row. */
export type SeatRow = Readonly<{
  seat: string;
  category: string;
  status: SeatRowStatus;
  person: string;
  organisation: string | null;
  from: string | null;
  until: string | null;
  /** The first day of the last suspension, and the day from which its holder is in office again. */
  suspendedFrom: string | null;
  reinstatedFrom: string | null;
}>;

/** A chair or a secretary: `<role>-<n>` is the local name of the mandate. */
export type OfficeRow = Readonly<{
  n: number;
  seat: string | null;
  person: string;
  organisation: string | null;
  from: string;
  until: string;
}>;

/** A board with its seats: they are few. */
export type BoardRow = Readonly<{
  id: string;
  revision: number;
  status: (typeof boardStatuses)[number];
  name: string;
  nameEn: string | null;
  level: string;
  network: string | null;
  plan: string | null;
  seatCount: number;
  rulebook: Rulebook;
  rulebookVersion: number;
  rulebooks: readonly RulebookRow[];
  termUntil: string;
  prorogued: boolean;
  dissolved: boolean;
  /** Whether it ever had all that it needs to sit. */
  constituted: boolean;
  source: string | null;
  seats: readonly SeatRow[];
  chairs: readonly OfficeRow[];
  viceChairs: readonly OfficeRow[];
  alternates: readonly OfficeRow[];
  secretaries: readonly OfficeRow[];
}>;

export const boardTable = defineTable<BoardRow>('board', {
  columns: ['level', 'network', 'plan'],
  order: 'name',
});

/** Boards, each with its seats, chairs and secretaries. */
export const boardProjection: Projection = {
  name: 'board',
  version: 4,
  categories: ['board'],
  tables: [boardTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (!row) return;
    const constituted = row.constituted || lacks(row).length === 0;
    const now = { ...row, constituted, revision: recorded.revision };
    write.put(boardTable, { ...now, status: statusOf(now) });
  },
};

function next(recorded: RecordedEvent, write: Writer): BoardRow | null {
  const event = recorded as unknown as BoardEvent;
  if (event.type === 'BoardEstablished') return established(recorded.stream, event.data);
  const row = write.get(boardTable, recorded.stream);
  return row && { ...row, ...changeOf(row, event) };
}

type DataOf<Type extends BoardEvent['type']> = Extract<BoardEvent, { type: Type }>['data'];

function established(id: string, data: DataOf<'BoardEstablished'>): BoardRow {
  const { name, nameEn, level, network, plan, seats, rulebook, rulebookVersion } = data;
  return {
    ...{ id, revision: 0, status: 'Established', name, nameEn, level, network, plan },
    ...{ seatCount: seats, rulebook, rulebookVersion, termUntil: data.termUntil },
    rulebooks: [{ version: rulebookVersion, rulebook, decision: null }],
    ...{ prorogued: false, dissolved: false, constituted: false, viceChairs: [], alternates: [] },
    ...{ source: data.source ?? null, seats: [], chairs: [], secretaries: [] },
  };
}

function changeOf(
  row: BoardRow,
  { type, data }: Exclude<BoardEvent, { type: 'BoardEstablished' }>,
): Partial<BoardRow> {
  switch (type) {
    case 'BoardMemberDesignated':
      return {
        seats: withSeat(row, {
          ...data,
          ...inOffice,
          status: 'Designated',
          from: null,
          until: null,
        }),
      };
    case 'BoardMemberAppointed':
      return { seats: withSeat(row, { ...data, ...inOffice, status: 'Appointed' }) };
    case 'BoardChairAppointed':
      return { chairs: [...row.chairs, { ...data, organisation: null }] };
    case 'BoardViceChairAppointed':
      return { viceChairs: [...row.viceChairs, { ...data, organisation: null }] };
    case 'AlternateAppointed':
      return { alternates: [...row.alternates, { ...data, organisation: null }] };
    case 'BoardSecretaryAppointed':
      return { secretaries: [...row.secretaries, { ...data, seat: null }] };
    case 'BoardMemberResigned':
      return left(row, data, 'Resigned');
    case 'BoardMemberRevoked':
      return left(row, data, 'Revoked');
    case 'BoardSeatLapsed':
      return left(row, data, 'Lapsed');
    case 'BoardMemberReplaced': {
      const { previous: _previous, lastDay: _lastDay, ...successor } = data;
      const offices = left(row, data, 'Resigned');
      return {
        ...offices,
        seats: withSeat(row, { ...successor, ...inOffice, status: 'Appointed' }),
      };
    }
    case 'BoardSeatSuspended':
      return onSeat(row, data.seat, {
        ...{ status: 'Suspended', suspendedFrom: data.from, reinstatedFrom: null },
      });
    case 'BoardSeatReinstated':
      return onSeat(row, data.seat, { status: 'Appointed', reinstatedFrom: data.from });
    case 'BoardProrogued':
      return prorogued(row, data);
    case 'BoardDissolved':
      return dissolved(row, data.lastDay);
    case 'BoardRulesAmended':
      return amended(row, data);
  }
}

const inOffice = { suspendedFrom: null, reinstatedFrom: null } as const;

function onSeat({ seats }: BoardRow, id: string, change: Partial<SeatRow>): Partial<BoardRow> {
  return { seats: seats.map((seat) => (seat.seat === id ? { ...seat, ...change } : seat)) };
}

function left(
  { seats, chairs, viceChairs }: BoardRow,
  { seat: id, lastDay }: Readonly<{ seat: string; lastDay: string }>,
  status: SeatRowStatus,
): Partial<BoardRow> {
  const office = (term: OfficeRow) =>
    term.seat === id && term.until > lastDay ? { ...term, until: lastDay } : term;
  return {
    seats: seats.map((seat) => (seat.seat === id ? { ...seat, status, until: lastDay } : seat)),
    chairs: chairs.map((term) => office(term)),
    viceChairs: viceChairs.map((term) => office(term)),
  };
}

function prorogued(
  row: BoardRow,
  { until, previousUntil }: DataOf<'BoardProrogued'>,
): Partial<BoardRow> {
  // Lapsed with the term, a seat is held again: its holder stays in office meanwhile (GB-6).
  const seats = row.seats.map((seat) =>
    seat.status === 'Lapsed' && seat.until === previousUntil
      ? ({ ...seat, status: 'Appointed' } as const)
      : seat,
  );
  const longer = (last: string) => (last === previousUntil ? until : last);
  return { ...everyTerm({ ...row, seats }, longer), termUntil: until, prorogued: true };
}

function dissolved(row: BoardRow, lastDay: string): Partial<BoardRow> {
  const terms = everyTerm(row, (last) => (last > lastDay ? lastDay : last));
  return { ...terms, termUntil: lastDay, dissolved: true };
}

function everyTerm(
  { seats, chairs, viceChairs, alternates, secretaries }: BoardRow,
  untilOf: (until: string) => string,
): Partial<BoardRow> {
  const office = (term: OfficeRow) => ({ ...term, until: untilOf(term.until) });
  return {
    seats: seats.map((seat) => (seat.until ? { ...seat, until: untilOf(seat.until) } : seat)),
    chairs: chairs.map((term) => office(term)),
    viceChairs: viceChairs.map((term) => office(term)),
    alternates: alternates.map((term) => office(term)),
    secretaries: secretaries.map((term) => office(term)),
  };
}

function amended(
  { rulebooks }: BoardRow,
  { rulebook, rulebookVersion, decision }: DataOf<'BoardRulesAmended'>,
): Partial<BoardRow> {
  const version = { version: rulebookVersion, rulebook, decision };
  return { rulebook, rulebookVersion, rulebooks: [...rulebooks, version] };
}

/** A seat keeps its place when it passes to another. */
function withSeat({ seats }: BoardRow, seat: SeatRow): readonly SeatRow[] {
  const known = seats.some((other) => other.seat === seat.seat);
  if (!known) return [...seats, seat];
  return seats.map((other) => (other.seat === seat.seat ? seat : other));
}

/** What it needs to sit and has not: chair and secretary (GB-8), categories (GB-7), numbers (GB-2). */
export function lacks(row: BoardRow): readonly ('category' | 'chair' | 'quorum' | 'secretary')[] {
  const { secretaries, seats, seatCount, rulebook } = row;
  const held = seats.filter(({ status }) => status === 'Appointed');
  const filled = (category: string) => held.filter((seat) => seat.category === category).length;
  const represented = rulebook.representation.every(({ category, min }) => filled(category) >= min);
  const [entitled, recused] = [held.map(({ seat }) => seat), []];
  const categories = Object.fromEntries(held.map(({ seat, category }) => [seat, category]));
  const all = { seats: seatCount, entitled, recused, present: entitled, categories };
  return [
    ...(held.some((seat) => presides(row, seat)) ? [] : (['chair'] as const)),
    ...(secretaries.length > 0 ? [] : (['secretary'] as const)),
    ...(represented ? [] : (['category'] as const)),
    ...(quorumOf(all, rulebook.quorum).reached ? [] : (['quorum'] as const)),
  ];
}

/** Whether who holds the seat was appointed to chair from it, in the present term. */
export function presides({ chairs }: BoardRow, { seat, person, from }: SeatRow): boolean {
  return chairs.some(
    (office) => office.seat === seat && office.person === person && office.until >= (from ?? ''),
  );
}

/** Constituted: nothing that it needs to sit is missing. Inquorate: it was, and something is now. */
function statusOf(row: BoardRow): BoardRow['status'] {
  if (row.dissolved) return 'Dissolved';
  if (row.prorogued) return 'Prorogued';
  if (!row.constituted) return 'Established';
  return lacks(row).length === 0 ? 'Constituted' : 'Inquorate';
}
