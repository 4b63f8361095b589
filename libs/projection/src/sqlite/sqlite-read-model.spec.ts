import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Meta, Position, RecordedEvent, Uuid } from '@tavolo/event-store';
import { START } from '@tavolo/event-store';
import type { Instant, PersonRef } from '@tavolo/kernel';
import fc from 'fast-check';
import { acting, eventAt, filled, temporaryFolder, thing, things, uuid } from '../fixture.js';
import type { Given } from '../fixture.js';
import { BEGINNING } from '../projection.js';
import type { Moment } from '../projection.js';
import { BadCursor, NotYet } from '../read-model.js';
import type { SqliteReadModel } from './sqlite-read-model.js';

let folder: ReturnType<typeof temporaryFolder>;
let model: SqliteReadModel;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  model.close();
  folder.remove();
});

let files = 0;
function read(...given: readonly Given[]): readonly RecordedEvent[] {
  const events = given.map((each, index) => eventAt(index + 1, each));
  files += 1;
  model = filled(join(folder.path, `${String(files)}.sqlite`), events);
  return events;
}

const recordedAt = (time: string): Given => ({
  meta: { recordedAt: `2030-01-01T${time}.000Z` as Instant },
});
const instant = (time: string) => `2030-01-01T${time}.000Z` as Instant;
const moment = (ordinal: number) => ({ ordinal }) as Moment;

describe('moments', () => {
  it('`at` is the greatest moment up to which no event was recorded later', async () => {
    // The third was recorded by a clock that runs ahead; the fourth by one that is right.
    read(...['10:00:00', '10:00:01', '10:00:09', '10:00:02', '10:00:09'].map(recordedAt));
    expect(await model.momentAt(instant('09:59:59'))).toEqual(BEGINNING);
    expect((await model.momentAt(instant('10:00:00'))).ordinal).toBe(1);
    expect((await model.momentAt(instant('10:00:08'))).ordinal).toBe(2);
    expect((await model.momentAt(instant('10:00:09'))).ordinal).toBe(5);
    model.close();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 20 }), fc.nat(9), async (times, at) => {
        const second = (n: number) => `10:00:0${String(n)}`;
        read(...times.map((time) => recordedAt(second(time))));
        const later = times.findIndex((time) => time > at);
        const expected = later < 0 ? times.length : later;
        expect((await model.momentAt(instant(second(at)))).ordinal).toBe(expected);
        model.close();
      }),
      { numRuns: 40 },
    );
    read();
  });

  it('is found by position and by event, and not where there is none', async () => {
    const [, second] = read({}, {}, {});
    const { position = START, id: eventId = '' } = second ?? {};
    const expected = { ordinal: 2, position, eventId, recordedAt: second?.meta.recordedAt };
    expect(await model.momentOf({ position })).toEqual(expected);
    expect(await model.momentOf({ eventId })).toEqual(expected);
    expect(await model.momentOf({ position: START })).toEqual(BEGINNING);
    expect(await model.momentOf({ position: '000000000001' as Position })).toBeNull();
    expect(await model.momentOf({ eventId: uuid(1) })).toBeNull();
  });
});

describe('reach', () => {
  it('answers at once what was read, waits for what comes, gives up in time', async () => {
    read({});
    const next = eventAt(2);
    const reached = { ...model.now(), ordinal: 2, position: next.position };
    expect(await model.reach(model.now().position, 0)).toEqual(model.now());
    const waiting = model.reach(next.position, 60_000);
    model.told({ moment: reached, ids: [] });
    expect(await waiting).toEqual(reached);
    await expect(model.reach('9' as Position, 1)).rejects.toThrow(NotYet);
    await expect(model.reach('9' as Position, 1)).rejects.toMatchObject({ reached });
  });
});

describe('changes', () => {
  const told = (ordinal: number, ...ids: readonly string[]) => {
    model.told({ moment: moment(ordinal), ids });
  };

  it('come one by one to who waits, and as one to who is slow', async () => {
    read({});
    const changes = model.changes();
    const first = changes.next();
    told(2, 'a');
    expect((await first).value).toEqual({ moment: moment(2), ids: new Set(['a']) });
    told(3, 'b');
    told(4, 'c');
    expect((await changes.next()).value).toEqual({ moment: moment(4), ids: new Set(['b', 'c']) });
  });

  it('`return` ends a wait at once and leaves no listener', async () => {
    read({});
    const changes = model.changes();
    const waiting = changes.next();
    expect(model.listeners).toBe(1);
    await changes.return?.();
    expect(model.listeners).toBe(0);
    expect(await waiting).toEqual({ value: undefined, done: true });
  });
});

describe('a cursor', () => {
  it('keeps its list at the moment of the first page', async () => {
    read(
      acting({ put: thing('a') }, { put: thing('c') }, { put: thing('e') }),
      acting({ put: thing('b') }, { close: 'e' }, { put: thing('c', { name: 'zzz' }) }),
    );
    const page = await model.page(things, { first: 1 }, moment(1));
    const after = page.rows[0]?.cursor ?? '';
    const rest = await model.page(things, { after }, moment(2));
    expect(rest.rows.map(({ row }) => row.name)).toEqual(['c', 'e']);
    expect(rest).toMatchObject({ totalCount: 3, hasNextPage: false, hasPreviousPage: true });
  });

  it('of another list, or of nobody, is refused; one of a moment not yet read says so', async () => {
    read(acting({ put: thing('a') }));
    const page = await model.page(things, {}, moment(1));
    const after = page.rows[0]?.cursor ?? '';
    const history = `thing-${uuid(1)}`;
    await expect(model.history(history, { after }, moment(1))).rejects.toThrow(BadCursor);
    for (const bad of ['', 'x', 'bnVsbA', Buffer.from('[1,"thing",-1,"",""]').toString('base64')]) {
      await expect(model.page(things, { after: bad }, moment(1))).rejects.toThrow(BadCursor);
    }
    const ahead = Buffer.from('[1,"thing",9,"a","a"]').toString('base64url');
    await expect(model.page(things, { after: ahead }, moment(1))).rejects.toThrow(NotYet);
  });

  it('two of them bound a page from both sides, if they are of one moment', async () => {
    read(acting(...['a', 'b', 'c', 'd'].map((id) => ({ put: thing(id) }))), {});
    const all = await model.page(things, {}, moment(1));
    const [after = '', , , before = ''] = all.rows.map(({ cursor }) => cursor);
    const between = await model.page(things, { after, before }, moment(1));
    expect(between.rows.map(({ row }) => row.id)).toEqual(['b', 'c']);
    const later = await model.page(things, { last: 1 }, moment(2));
    const mixed = { after, before: later.rows[0]?.cursor ?? '' };
    await expect(model.page(things, mixed, moment(1))).rejects.toThrow('two moments');
  });
});

describe('a list between two places of its order', () => {
  it('holds the first and not the second, counted so, with a filter and as of a moment', async () => {
    read(
      acting(...['a', 'b', 'c', 'd'].map((id) => ({ put: thing(id) }))),
      acting({ close: 'b' }, { put: thing('c', { state: 'final' }) }),
    );
    const between = { from: 'b', before: 'd' };
    const then = await model.page(things, { between }, moment(1));
    expect(then.rows.map(({ row }) => row.id)).toEqual(['b', 'c']);
    expect(then.totalCount).toBe(2);
    const drafts = { between: { before: 'd' }, where: { state: ['draft'] } };
    const now = await model.page(things, drafts, moment(2));
    expect(now.rows.map(({ row }) => row.id)).toEqual(['a']);
    expect((await model.page(things, { between: { from: 'd' } }, moment(2))).totalCount).toBe(1);
  });
});

describe('what a request costs', () => {
  it('is one statement, however many ids or values', async () => {
    read(acting(...Array.from({ length: 50 }, (_, n) => ({ put: thing(`t${String(n)}`) }))));
    const ids = Array.from({ length: 50 }, (_, n) => `t${String(n)}`);
    const before = model.executed;
    expect((await model.byIds(things, ids, moment(1))).size).toBe(50);
    expect(model.executed - before).toBe(1);
    await model.where(things, 'state', ['draft', 'final'], moment(1));
    expect(model.executed - before).toBe(2);
  });

  it('refuses a column that the table does not have', () => {
    read({});
    expect(() => model.where(things, 'name', ['a'], moment(1))).toThrow('has no column name');
  });
});

const ana = `person-${uuid(70)}` as PersonRef;
const commandId = uuid(80) as Uuid;
const by = (meta: Partial<Meta>): Given => ({ meta: { commandId, ...meta } });

describe('findCommand', () => {
  const actor = { personRef: ana };

  it('X-13: finds what a person’s command appended, by the key of both', async () => {
    const result = { id: 'thing' };
    const events = read({}, by({ actor, result }), by({ actor, result }), {});
    expect(await model.findCommand(ana, commandId)).toEqual({
      ...{ commandHash: 'ab', result, stream: `thing-${uuid(1)}`, revision: 2 },
      ...{ position: events[2]?.position, eventId: events[1]?.id },
    });
    expect(await model.findCommand(`person-${uuid(71)}` as PersonRef, commandId)).toBeNull();
    expect(await model.findCommand(ana, uuid(81) as Uuid)).toBeNull();
  });

  it('keeps to the first answer', async () => {
    const other = `thing-${uuid(2)}`;
    const events = read(by({ actor }), { ...by({ actor }), stream: other }, {}, by({ actor }));
    expect(await model.findCommand(ana, commandId)).toMatchObject({
      ...{ result: null, stream: `thing-${uuid(1)}`, position: events[0]?.position },
    });
  });
});

describe('history', () => {
  const plan = `plan-${uuid(3)}`;
  const partner = `partner-${uuid(4)}`;

  it('holds the events of a stream and those that name the object, in order', async () => {
    read(
      { stream: plan, type: 'PlanInitiated', data: { lead: `${partner}#12` } },
      { data: { amounts: { [partner]: 5 }, other: [{ deep: plan }] } },
      { data: { title: `see ${partner}`, near: `${partner}0` } },
      { stream: partner },
    );
    const ordinals = async (of: string, at: number) => {
      const page = await model.history(of, {}, moment(at));
      expect(page.totalCount).toBe(page.rows.length);
      return page.rows.map(({ row }) => row.ordinal);
    };
    expect(await ordinals(partner, 4)).toEqual([1, 2, 4]);
    expect(await ordinals(plan, 4)).toEqual([1, 2]);
    expect(await ordinals(partner, 1)).toEqual([1]);
    const page = await model.history(plan, { first: 1 }, moment(4));
    expect(page.rows[0]?.row).toMatchObject({ type: 'PlanInitiated', stream: plan, revision: 0 });
    const after = page.rows[0]?.cursor ?? '';
    const rest = await model.history(plan, { after }, moment(4));
    expect(rest.rows.map(({ row }) => row.ordinal)).toEqual([2]);
    const newest = await model.history(partner, { last: 2 }, moment(4));
    expect(newest.rows.map(({ row }) => row.ordinal)).toEqual([2, 4]);
    expect(newest.hasPreviousPage).toBe(true);
  });
});
