import type { SittingId } from '../contract/index.js';
import type { ItemId, SittingEvent } from './sitting.events.js';
import { itemRecordOf, newItem } from './sitting-item.record.js';
import type { ItemRecord } from './sitting-item.record.js';

type DataOf<Type extends SittingEvent['type']> = Extract<SittingEvent, { type: Type }>['data'];

/** Somebody in a seat from a time to a time; null while they are there. */
type Presence = Readonly<{
  seat: string;
  person: string;
  as: 'alternate' | 'delegate' | 'holder';
  by: 'room' | 'video';
  arrivedAt: string;
  leftAt: string | null;
}>;

type Given = Readonly<{ seat: string; to: string; notice: string; revoked: boolean }>;

/**
 * The record of a sitting (GB-9): who was there and when, the quorum of each item, the conflicts
 * declared and what became of them, every vote and how it came out. Plain JSON, made of facts
 * alone, so that the same facts give the same record; what is unknown is null.
 */
export type SittingRecord = Readonly<{
  format: 'tavolo-sitting-record-1';
  sitting: SittingId;
  convened: Omit<DataOf<'MeetingConvened'>, 'convenedAt' | 'items' | 'secondOf'> &
    Readonly<{ convenedAt: string | null; secondOf: string | null }>;
  opened: Omit<DataOf<'MeetingOpened'>, 'boardRevision'> | null;
  ended: Readonly<{ as: 'closed' | 'deserted'; at: string }> | null;
  delegations: readonly Given[];
  attendance: readonly Presence[];
  items: readonly ItemRecord[];
}>;

/** What the facts of a sitting amount to; null before it was convened. Minutes change nothing. */
export function recordOf(
  sitting: SittingId,
  events: readonly SittingEvent[],
): SittingRecord | null {
  return events.reduce<SittingRecord | null>((record, event) => {
    if (event.type === 'MeetingConvened') return convened(sitting, event.data);
    return record && { ...record, ...changeOf(record, event) };
  }, null);
}

function convened(sitting: SittingId, data: DataOf<'MeetingConvened'>): SittingRecord {
  const { items, convenedAt = null, secondOf = null, ...called } = data;
  return {
    ...{
      format: 'tavolo-sitting-record-1',
      sitting,
      convened: { ...called, convenedAt, secondOf },
    },
    ...{ opened: null, ended: null, delegations: [], attendance: [] },
    items: items.map((item) => newItem(item)),
  };
}

function changeOf(record: SittingRecord, event: SittingEvent): Partial<SittingRecord> {
  switch (event.type) {
    case 'MeetingOpened': {
      const { chair, secretary, openedAt } = event.data;
      return { opened: { chair, secretary, openedAt } };
    }
    case 'MeetingClosed':
      return ended(record, event.data.deferred, { as: 'closed', at: event.data.closedAt });
    case 'MeetingDeserted':
      return ended(record, event.data.deferred, { as: 'deserted', at: event.data.desertedAt });
    case 'AgendaAmended':
      return { items: [...record.items, ...event.data.items.map((item) => newItem(item))] };
    default:
      return 'item' in event.data ? ofItem(record, event) : ofAttendance(record, event);
  }
}

function ofAttendance(
  { attendance, delegations }: SittingRecord,
  { type, data }: SittingEvent,
): Partial<SittingRecord> {
  switch (type) {
    case 'MemberArrived': {
      const { seat, person, arrivedAt, as = 'holder', by = 'room' } = data;
      return {
        attendance: [...attendance, { seat, person, as, by, arrivedAt, leftAt: null }],
      };
    }
    case 'MemberLeft': {
      const { seat, person, leftAt } = data;
      const isTheirs = (one: Presence) => one.seat === seat && one.person === person;
      const left = (one: Presence) =>
        isTheirs(one) ? { ...one, leftAt: one.leftAt ?? leftAt } : one;
      return { attendance: attendance.map(left) };
    }
    case 'AttendanceDelegated': {
      const { seat, to, notice } = data;
      return {
        delegations: [...delegations, { seat, to, notice, revoked: false }],
      };
    }
    case 'AttendanceDelegationRevoked': {
      const isIt = (one: Given) => one.seat === data.seat && one.to === data.to;
      return {
        delegations: delegations.map((one) => (isIt(one) ? { ...one, revoked: true } : one)),
      };
    }
    default:
      return {};
  }
}

function ofItem({ items }: SittingRecord, event: SittingEvent): Partial<SittingRecord> {
  const { item: id } = event.data as Readonly<{ item: ItemId }>;
  return {
    items: items.map((item) =>
      item.item === id ? { ...item, ...itemRecordOf(item, event) } : item,
    ),
  };
}

/** Whoever was there until the end left with it, and what was not voted on is deferred. */
function ended(
  { attendance, items }: SittingRecord,
  deferred: readonly Readonly<{ item: ItemId }>[],
  end: NonNullable<SittingRecord['ended']>,
): Partial<SittingRecord> {
  const isDeferred = (id: ItemId) => deferred.some(({ item }) => item === id);
  return {
    ended: end,
    attendance: attendance.map((one) => ({ ...one, leftAt: one.leftAt ?? end.at })),
    items: items.map((item) => (isDeferred(item.item) ? { ...item, deferred: true } : item)),
  };
}
