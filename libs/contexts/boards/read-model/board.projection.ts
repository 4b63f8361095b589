import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection, Writer } from '@tavolo/projection';
import type { Rulebook } from '../contract/index.js';
import type { BoardEvent } from '../domain/board.events.js';

/** A seat with its holder; dates say who is in office on a day, no clock is in a row. */
export type SeatRow = Readonly<{
  seat: string;
  category: string;
  status: 'Designated' | 'Appointed' | 'Resigned';
  person: string;
  organisation: string | null;
  from: string | null;
  until: string | null;
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
  status: 'Established' | 'Constituted';
  name: string;
  nameEn: string | null;
  level: string;
  network: string | null;
  plan: string | null;
  seatCount: number;
  rulebook: Rulebook;
  rulebookVersion: number;
  termUntil: string;
  source: string | null;
  seats: readonly SeatRow[];
  chairs: readonly OfficeRow[];
  secretaries: readonly OfficeRow[];
}>;

export const boardTable = defineTable<BoardRow>('board', {
  columns: ['level', 'network', 'plan'],
  order: 'name',
});

/** Boards, each with its seats, chairs and secretaries. */
export const boardProjection: Projection = {
  name: 'board',
  version: 1,
  categories: ['board'],
  tables: [boardTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (row) write.put(boardTable, { ...row, status: statusOf(row), revision: recorded.revision });
  },
};

function next(recorded: RecordedEvent, write: Writer): BoardRow | null {
  const event = recorded as unknown as BoardEvent;
  if (event.type === 'BoardEstablished') return established(recorded.stream, event.data);
  const row = write.get(boardTable, recorded.stream);
  return row && { ...row, ...changeOf(row, event) };
}

type Established = Extract<BoardEvent, { type: 'BoardEstablished' }>['data'];

function established(id: string, data: Established): BoardRow {
  const { name, nameEn, level, network, plan, seats, rulebook, rulebookVersion } = data;
  return {
    ...{ id, revision: 0, status: 'Established', name, nameEn, level, network, plan },
    ...{ seatCount: seats, rulebook, rulebookVersion, termUntil: data.termUntil },
    ...{ source: data.source ?? null, seats: [], chairs: [], secretaries: [] },
  };
}

function changeOf(
  row: BoardRow,
  { type, data }: Exclude<BoardEvent, { type: 'BoardEstablished' }>,
): Partial<BoardRow> {
  switch (type) {
    case 'BoardMemberDesignated':
      return { seats: withSeat(row, { ...data, status: 'Designated', from: null, until: null }) };
    case 'BoardMemberAppointed':
      return { seats: withSeat(row, { ...data, status: 'Appointed' }) };
    case 'BoardChairAppointed':
      return { chairs: [...row.chairs, { ...data, organisation: null }] };
    case 'BoardSecretaryAppointed':
      return { secretaries: [...row.secretaries, { ...data, seat: null }] };
    case 'BoardMemberResigned': {
      const { seat: left, lastDay } = data;
      return {
        seats: row.seats.map((seat) =>
          seat.seat === left ? { ...seat, status: 'Resigned', until: lastDay } : seat,
        ),
        chairs: row.chairs.map((chair) =>
          chair.seat === left && chair.until > lastDay ? { ...chair, until: lastDay } : chair,
        ),
      };
    }
  }
}

/** A seat keeps its place when it passes to another. */
function withSeat({ seats }: BoardRow, seat: SeatRow): readonly SeatRow[] {
  const known = seats.some((other) => other.seat === seat.seat);
  if (!known) return [...seats, seat];
  return seats.map((other) => (other.seat === seat.seat ? seat : other));
}

/** Constituted: with chair and secretary, and every category filled as the rulebook asks (GB-7). */
function statusOf({ chairs, secretaries, seats, rulebook }: BoardRow): BoardRow['status'] {
  const filled = (category: string) =>
    seats.filter((seat) => seat.category === category && seat.status === 'Appointed').length;
  const represented = rulebook.representation.every(({ category, min }) => filled(category) >= min);
  const offices = chairs.length > 0 && secretaries.length > 0;
  return offices && represented ? 'Constituted' : 'Established';
}
