import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Meta } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import { eventAt, filled, temporaryFolder, uuid } from '../fixture.js';
import type { Moment } from '../projection.js';
import { BadCursor } from '../read-model.js';
import type { EventFilter, HistoryWindow } from '../read-model.js';
import type { SqliteReadModel } from './sqlite-read-model.js';

const plan = `plan-${uuid(1)}`;
const other = `plan-${uuid(2)}`;
const moment = (ordinal: number) => ({ ordinal }) as Moment;
const of = (meta: Partial<Record<keyof Meta, unknown>>) => ({ meta: meta as Partial<Meta> });

const given = [
  { stream: plan, type: 'PlanInitiated' },
  { stream: plan, type: 'ActionAdded', data: { near: other } },
  { stream: other, type: 'PlanInitiated', ...of({ actor: { personRef: 'person-2' } }) },
  { stream: plan, type: 'ActionAdded', ...of({ correlationId: uuid(8) }) },
  { stream: other, type: 'PlanClosed' },
];
const events = given.map((each, index) => eventAt(index + 1, each));

let folder: ReturnType<typeof temporaryFolder>;
let model: SqliteReadModel;
beforeAll(() => {
  folder = temporaryFolder();
  model = filled(join(folder.path, 'log.sqlite'), events);
});
afterAll(() => {
  model.close();
  folder.remove();
});

async function found(
  filter: EventFilter,
  window: HistoryWindow = {},
  at = 5,
): Promise<readonly number[]> {
  const { rows } = await model.events(filter, window, moment(at));
  return rows.map(({ row }) => row.ordinal);
}

const instant = (seconds: number) => `2030-01-01T00:00:0${String(seconds)}.000Z` as Instant;
const position = (ordinal: number) => eventAt(ordinal).position;

describe('the events of the log', () => {
  it('come newest first, as of a moment', async () => {
    expect(await found({})).toEqual([5, 4, 3, 2, 1]);
    expect(await found({}, {}, 3)).toEqual([3, 2, 1]);
  });

  const filters: readonly (readonly [string, EventFilter, readonly number[]])[] = [
    ['by their ids', { ids: [uuid(1002), uuid(1005), uuid(1)] }, [5, 2]],
    ['of one of the types', { types: ['PlanClosed', 'ActionAdded'] }, [5, 4, 2]],
    ['of no type', { types: [] }, []],
    ['of streams of a category', { categories: ['plan', 'network'], earlier: position(3) }, [2, 1]],
    ['of a category that only begins so', { categories: ['pla', 'network'] }, []],
    ['about an object', { about: other }, [5, 3, 2]],
    ['of a stream', { stream: other }, [5, 3]],
    ['of a stream about an object', { stream: plan, about: other }, [2]],
    ['by who acted', { actor: 'person-2' }, [3]],
    ['of one act of a person', { correlation: uuid(8) }, [4]],
    ['from an instant on', { from: instant(4) }, [5, 4]],
    ['until before an instant', { until: instant(2) }, [1]],
    ['behind a position', { later: position(4) }, [5]],
    ['before a position', { earlier: position(2) }, [1]],
    ['by all of these together', { stream: plan, types: ['ActionAdded'], from: instant(3) }, [4]],
  ];
  it.each(filters)('are found %s', async (_name, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
    const { totalCount } = await model.events(filter, { first: 0 }, moment(5));
    expect(totalCount).toBe(expected.length);
  });

  it('are paged from both ends, and a page goes on where the one before it ended', async () => {
    const first = await model.events({ about: other }, { first: 2 }, moment(5));
    expect(first.rows.map(({ row }) => row.ordinal)).toEqual([5, 3]);
    expect(first).toMatchObject({ totalCount: 3, hasNextPage: true });
    const after = first.rows[1]?.cursor ?? '';
    expect(await found({ about: other }, { first: 2, after })).toEqual([2]);
    expect(await found({}, { last: 2 })).toEqual([2, 1]);
    expect(await found({}, { first: 9, before: after })).toEqual([5, 4]);
    await expect(model.history(plan, { after }, moment(5))).rejects.toThrow(BadCursor);
  });

  it('are kept to what somebody may read, and counted so', async () => {
    expect(await found({}, { streams: [other] })).toEqual([5, 3]);
    expect(await found({}, { notAbout: [other] })).toEqual([4, 1]);
    expect(await found({ about: other }, { notThese: [uuid(1003)] })).toEqual([5, 2]);
    const kept = await model.events({}, { streams: [other], first: 1 }, moment(5));
    expect(kept.totalCount).toBe(2);
  });

  it('tell which streams something was appended to behind an ordinal', async () => {
    expect([...(await model.streamsAfter(0))].sort()).toEqual([plan, other]);
    expect(await model.streamsAfter(4)).toEqual([other]);
  });
});
