import type { RecordedEvent } from '@tavolo/event-store';
import type { Projection, Writer } from '@tavolo/projection';
import type { BoardEvent } from '../domain/board.events.js';
import { boardTable } from './board.rows.js';
import type { BoardRow, OfficeRow, SeatRow } from './board.rows.js';
import { lacks } from './board.standing.js';

export { boardStatuses, boardTable, seatStatuses } from './board.rows.js';
export type { BoardRow, OfficeRow, SeatRow } from './board.rows.js';

/** Boards, each with its seats, chairs and secretaries. */
export const boardProjection: Projection = {
  name: 'board',
  version: 5,
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
  status: SeatRow['status'],
): Partial<BoardRow> {
  const office = (term: OfficeRow) =>
    term.seat === id && term.until > lastDay ? { ...term, until: lastDay } : term;
  return {
    seats: seats.map((seat) => (seat.seat === id ? { ...seat, status, until: lastDay } : seat)),
    chairs: chairs.map((term) => office(term)),
    viceChairs: viceChairs.map((term) => office(term)),
  };
}

/** Suspended, and not reinstated before its term ended. */
function isOut({ suspendedFrom, reinstatedFrom }: SeatRow): boolean {
  return suspendedFrom !== null && reinstatedFrom === null;
}

function prorogued(
  row: BoardRow,
  { until, previousUntil }: DataOf<'BoardProrogued'>,
): Partial<BoardRow> {
  // Lapsed with the term, a seat is held again: its holder stays in office meanwhile (GB-6).
  const seats = row.seats.map((seat) =>
    seat.status === 'Lapsed' && seat.until === previousUntil
      ? ({ ...seat, status: isOut(seat) ? 'Suspended' : 'Appointed' } as const)
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

/** Constituted: nothing that it needs to sit is missing. Inquorate: it was, and something is now. */
function statusOf(row: BoardRow): BoardRow['status'] {
  if (row.dissolved) return 'Dissolved';
  if (row.prorogued) return 'Prorogued';
  if (!row.constituted) return 'Established';
  return lacks(row).length === 0 ? 'Constituted' : 'Inquorate';
}
