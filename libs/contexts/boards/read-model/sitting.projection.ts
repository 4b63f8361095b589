import type { RecordedEvent } from '@tavolo/event-store';
import type { Projection, Writer } from '@tavolo/projection';
import type { SittingEvent } from '../domain/sitting.events.js';
import { itemChangeOf } from './sitting-item.rows.js';
import { sittingTable } from './sitting.rows.js';
import type { DelegationRow, ItemRow, SittingRow } from './sitting.rows.js';

/** Sittings, each with its agenda and every vote. */
export const sittingProjection: Projection = {
  name: 'sitting',
  version: 7,
  categories: ['sitting'],
  tables: [sittingTable],
  apply(recorded, write) {
    const row = next(recorded, write);
    if (row) write.put(sittingTable, { ...row, revision: recorded.revision });
  },
};

function next(recorded: RecordedEvent, write: Writer): SittingRow | null {
  const event = recorded as unknown as SittingEvent;
  if (event.type === 'MeetingConvened') return convened(recorded, event.data);
  const row = write.get(sittingTable, recorded.stream);
  if (!row) return null;
  const whole = { ...row, ...changeOf(row, event) };
  if (!('item' in event.data)) return whole;
  const { item: id } = event.data;
  const items = whole.items.map((item) =>
    item.item === id ? { ...item, ...itemChangeOf(item, event) } : item,
  );
  return { ...whole, items };
}

type DataOf<Type extends SittingEvent['type']> = Extract<SittingEvent, { type: Type }>['data'];

function convened(
  { stream: id, meta }: RecordedEvent,
  { items, ...notice }: DataOf<'MeetingConvened'>,
): SittingRow {
  const { secondOf = null, convenedAt: _at, ...called } = notice;
  return {
    ...{ id, revision: 0, status: 'Convened', convenedAt: meta.recordedAt, ...called, secondOf },
    ...{ items: agendaOf(items), openedAt: null, chairSeat: null, chair: null, secretary: null },
    services: [],
    ...{ endedAt: null, attendance: [], delegations: [], minutes: null },
    ...{ minutesDraftedBy: null, minutesApprovedBy: null, minutesRecord: null },
    rectifications: [],
  };
}

function agendaOf(items: DataOf<'MeetingConvened'>['items']): readonly ItemRow[] {
  return items.map((item) => {
    return { ...item, status: 'OnAgenda', conflicts: [], quorum: null, ...noVote };
  });
}

/** What a fact changes of the sitting as a whole; a type it does not know changes nothing. */
function changeOf(row: SittingRow, { type, data }: SittingEvent): Partial<SittingRow> {
  switch (type) {
    case 'MeetingOpened': {
      const { chair, secretary, openedAt } = data;
      return { status: 'Opened', openedAt, secretary, chair: chair.person, chairSeat: chair.seat };
    }
    case 'NoticeServed': {
      const { seat, channel, servedAt, proof, recordedBy } = data;
      const service = { seat, channel, servedAt, proof, recordedBy };
      return { services: [...row.services, service] };
    }
    case 'MemberArrived':
      return { attendance: [...row.attendance, attending(data)] };
    case 'AttendanceDelegated': {
      const { seat, to, notice } = data;
      return { delegations: [...row.delegations, { seat, to, notice, revoked: false }] };
    }
    case 'AttendanceDelegationRevoked':
      return { delegations: row.delegations.map((one) => takenBack(one, data.seat)) };
    case 'MemberLeft':
      return { attendance: row.attendance.map((one) => leaving(one, data)) };
    case 'QuorumVerified':
      return { status: 'InSession' };
    case 'MeetingDeserted':
      return { status: 'Deserted', endedAt: data.desertedAt, items: deferred(row, data.deferred) };
    case 'MeetingClosed':
      return { status: 'Closed', endedAt: data.closedAt, items: deferred(row, data.deferred) };
    case 'MinutesDrafted':
      return {
        ...{ status: type, minutes: data.minutes, minutesDraftedBy: data.draftedBy },
        minutesRecord: data.record ?? null,
      };
    case 'MinutesApproved':
      return { status: type, minutesApprovedBy: data.approvedBy };
    case 'AgendaAmended':
      return { items: [...row.items, ...agendaOf(data.items)] };
    case 'MinutesRectified': {
      const { minutes, rectifies, rectifiedBy: by } = data;
      return { rectifications: [...row.rectifications, { minutes, rectifies, by }] };
    }
    default:
      return {};
  }
}

function attending({ as, by, ...arrival }: DataOf<'MemberArrived'>): Attendance {
  return { ...arrival, as: as ?? 'holder', video: by === 'video', leftAt: null };
}

function takenBack(one: DelegationRow, seat: string): DelegationRow {
  return one.seat === seat ? { ...one, revoked: true } : one;
}

type Attendance = SittingRow['attendance'][number];

function leaving(one: Attendance, { seat, leftAt }: DataOf<'MemberLeft'>): Attendance {
  return one.seat === seat && one.leftAt === null ? { ...one, leftAt } : one;
}

function deferred({ items }: SittingRow, these: DataOf<'MeetingClosed'>['deferred']) {
  const left = new Set(these.map(({ item }) => item));
  return items.map((item) => (left.has(item.item) ? { ...item, status: 'Deferred' } : item));
}

const noVote = { vote: null, questions: [], isQuestion: false } as const;
