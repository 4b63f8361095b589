import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@tavolo/event-store';
import fc from 'fast-check';
import { acting, eventAt, filled, temporaryFolder, thing, things } from '../fixture.js';
import type { Act, Thing } from '../fixture.js';
import type { Moment, Writer } from '../projection.js';
import type { PageRequest } from '../read-model.js';
import type { SqliteReadModel } from './sqlite-read-model.js';
import { compareReadModels, digestsOf } from './compare.js';
import { defineTable } from '../projection.js';
import { placeOf, tableSql } from './temporal-table.js';
import { byIdsQuery, countQuery, pageQuery, whereQuery } from './table-queries.js';
import type { Query } from './table-queries.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

const ids = ['a', 'b', 'c', 'd', 'e'];
const parents = ['p', 'q', null];
const states = ['draft', 'final', 'ended'];

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ put: anyThing() }) },
  { weight: 1, arbitrary: fc.record({ close: fc.constantFrom(...ids) }) },
);
const histories = fc.array(fc.array(act, { maxLength: 3 }), { maxLength: 40 });

function anyThing(): fc.Arbitrary<Thing> {
  return fc.record({
    id: fc.constantFrom(...ids),
    name: fc.constantFrom('x', 'y', null),
    parent: fc.constantFrom(...parents),
    state: fc.constantFrom(...states),
  });
}

/** What a replay of the events from the beginning gives. */
function replayed(history: readonly (readonly Act[])[]): readonly Thing[] {
  const rows = new Map<string, Thing>();
  for (const each of history.flat()) {
    if ('put' in each) rows.set(each.put.id, each.put);
    else rows.delete(each.close);
  }
  const key = ({ name, id }: Thing) => `${name ?? ''}/${id}`;
  return [...rows.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function eventsOf(history: readonly (readonly Act[])[]): RecordedEvent[] {
  return history.map((acts, index) => eventAt(index + 1, acting(...acts)));
}

let files = 0;
function readModelOf(history: readonly (readonly Act[])[], batchSize = 100) {
  files += 1;
  const path = join(folder.path, `${String(files)}.sqlite`);
  return { path, model: filled(path, eventsOf(history), { batchSize }) };
}

const at = (ordinal: number) => ({ ordinal }) as Moment;

type Where = NonNullable<PageRequest<Thing>['where']>;
type Walk = Readonly<{ moment: Moment; size: number }>;

async function forwards(model: SqliteReadModel, where: Where, { moment, size }: Walk) {
  const rows: Thing[] = [];
  let page = await model.page(things, { where, first: size }, moment);
  for (;;) {
    rows.push(...page.rows.map(({ row }) => row));
    if (!page.hasNextPage) return rows;
    const after = page.rows.at(-1)?.cursor ?? '';
    page = await model.page(things, { where, first: size, after }, moment);
  }
}

async function backwards(model: SqliteReadModel, where: Where, { moment, size }: Walk) {
  const rows: Thing[] = [];
  let page = await model.page(things, { where, last: size }, moment);
  for (;;) {
    rows.unshift(...page.rows.map(({ row }) => row));
    if (!page.hasPreviousPage) return rows;
    const before = page.rows[0]?.cursor ?? '';
    page = await model.page(things, { where, last: size, before }, moment);
  }
}

describe('a temporal table', () => {
  it('as of any moment holds what a replay up to that moment gives', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const { model } = readModelOf(history);
        for (let ordinal = 0; ordinal <= history.length; ordinal += 1) {
          const expected = replayed(history.slice(0, ordinal));
          const byIds = await model.byIds(things, ids, at(ordinal));
          expect(new Set(byIds.values())).toEqual(new Set(expected));
          const byState = await model.where(things, 'state', states, at(ordinal));
          for (const state of states) {
            expect(byState.get(state)).toEqual(expected.filter((row) => row.state === state));
          }
        }
        model.close();
      }),
      { numRuns: 60 },
    );
  });

  it('is paged in both directions as of any moment, with any filter', async () => {
    const filters = fc.record(
      {
        parent: fc.subarray(['p', 'q', 'unknown']),
        state: fc.subarray(states),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(
        histories,
        filters,
        fc.integer({ min: 1, max: 4 }),
        async (history, where, size) => {
          const { model } = readModelOf(history);
          for (const ordinal of new Set([0, Math.floor(history.length / 2), history.length])) {
            const expected = replayed(history.slice(0, ordinal)).filter(
              ({ parent, state }) =>
                (where.parent?.includes(parent ?? '') ?? true) &&
                (where.state?.includes(state) ?? true),
            );
            const moment = at(ordinal);
            expect(await forwards(model, where, { moment, size })).toEqual(expected);
            expect(await backwards(model, where, { moment, size })).toEqual(expected);
            const { totalCount } = await model.page(things, { where, first: 0 }, moment);
            expect(totalCount).toBe(expected.length);
          }
          model.close();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is equal row by row however the log was cut into batches', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 9 }), (history, batchSize) => {
        const [one, other] = [readModelOf(history, batchSize), readModelOf(history)];
        one.model.close();
        other.model.close();
        expect(everythingIn(one.path)).toEqual(everythingIn(other.path));
        expect(digestsOf(one.path, history.length)).toEqual(digestsOf(other.path, history.length));
      }),
      { numRuns: 40 },
    );
  });

  it('has a digest of its whole history up to a moment', () => {
    const open: readonly Act[] = [{ put: thing('a') }];
    const [one, other] = [readModelOf([open, []]), readModelOf([open, [{ close: 'a' }]])];
    one.model.close();
    other.model.close();
    expect(digestsOf(one.path, 1)).toEqual(digestsOf(other.path, 1));
    const differing = compareReadModels(one.path, other.path, 2).tables[0];
    expect(differing).toEqual({ table: 'thing', same: 0, differing: 1, examples: ['a'] });
    expect(digestsOf(one.path, 2)[0]).not.toEqual(digestsOf(other.path, 2)[0]);
  });

  it('opens no version for the same content, and none for a time within an event', () => {
    const a = thing('a');
    const { path, model } = readModelOf([
      [{ put: a }],
      [{ put: { state: a.state, parent: a.parent, name: a.name, id: a.id } }],
      [{ put: thing('a', { name: 'passing' }) }, { put: thing('a', { name: 'last' }) }],
      [{ put: thing('b') }, { close: 'b' }],
    ]);
    model.close();
    const db = new DatabaseSync(path, { readOnly: true });
    const versions = db.prepare('SELECT id, opened, closed, sorted FROM t_thing ORDER BY n').all();
    db.close();
    expect(versions.map((version) => ({ ...version }))).toEqual([
      { id: 'a', opened: 1, closed: 3, sorted: 'a' },
      { id: 'a', opened: 3, closed: null, sorted: 'last' },
    ]);
  });

  it('sorts numbers as numbers', async () => {
    interface Numbered {
      readonly id: string;
      readonly no: number;
    }
    const table = defineTable<Numbered>('numbered', { columns: [], order: 'no' });
    const projection = {
      ...{ name: 'numbers', version: 1, categories: [], tables: [table] },
      apply: ({ data }: RecordedEvent, write: Writer) => {
        write.put(table, data as unknown as Numbered);
      },
    };
    const events = [10, 9, 100].map((no, i) =>
      eventAt(i + 1, { data: { id: `n${String(no)}`, no } }),
    );
    const model = filled(join(folder.path, 'n.sqlite'), events, { projections: [projection] });
    const page = await model.page(table, { first: 2 }, model.now());
    const rest = await model.page(table, { after: page.rows[1]?.cursor ?? '' }, model.now());
    expect([...page.rows, ...rest.rows].map(({ row }) => row.no)).toEqual([9, 10, 100]);
    model.close();
  });

  it('refuses names that SQL would have to quote', () => {
    const bad = defineTable<Thing>('a table', { columns: [], order: 'name' });
    expect(() => tableSql(bad)).toThrow('cannot name');
    expect(tableSql(things).table).toBe('t_thing');
  });

  it('gives every value a place that the interval index can hold', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(30), (value, column) => {
        const place = placeOf(column, value);
        expect(place).toBeGreaterThan(0);
        expect(place).toBeLessThanOrEqual(0x7fffffff);
      }),
    );
  });
});

describe('the statements of a temporal table', () => {
  const span = { ordinal: 1, after: null, before: null, limit: 3, backwards: false };
  const drafts = { column: 'state', values: ['draft', 'final'] };
  const queries: readonly (readonly [string, Query])[] = [
    ['by ids', byIdsQuery(things, ['a'], 1)],
    ['by a column', whereQuery(things, drafts, 1)],
    ['count', countQuery(things, { conditions: [] }, 1)],
    ['count by a column', countQuery(things, { conditions: [drafts] }, 1)],
    [
      'page',
      pageQuery(
        things,
        { conditions: [] },
        { ...span, after: { ordinal: 1, sorted: 'a', id: 'a' } },
      ),
    ],
    ['page by a column', pageQuery(things, { conditions: [drafts] }, span)],
  ];

  it.each(queries)('%s: never walks the history', (_name, { sql, values }) => {
    const { path, model } = readModelOf([[{ put: thing('a') }]]);
    model.close();
    const plan = planOf(path, sql, values);
    // A walk may only be over an index of open rows, the interval index, or what was found.
    const walks = plan.filter((step) => step.startsWith('SCAN'));
    const allowed =
      /^SCAN (t_thing USING (COVERING )?INDEX t_thing__open|\w+ VIRTUAL TABLE INDEX|\(|page|found|place|asked|json_each)/;
    expect(walks.filter((step) => !allowed.test(step))).toEqual([]);
    const needed = sql.includes('__closed') ? /VIRTUAL TABLE INDEX [0-9]+:\w+/ : /t_thing__version/;
    expect(plan.join('\n')).toMatch(needed);
  });

  it('a page of the newest moment needs no sorting of the open rows', () => {
    const { path, model } = readModelOf([[{ put: thing('a') }]]);
    model.close();
    const { sql, values } = pageQuery(things, { conditions: [drafts] }, span);
    const steps = planOf(path, sql, values);
    const open = steps.findIndex((step) => step.includes('t_thing__open_state'));
    expect(steps[open]).toMatch(/SEARCH t_thing USING (COVERING )?INDEX t_thing__open_state/);
    expect(steps[open + 1]).not.toContain('TEMP B-TREE');
  });
});

function planOf(path: string, sql: string, values: Query['values']): readonly string[] {
  const db = new DatabaseSync(path, { readOnly: true });
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(values);
  db.close();
  return steps.map(({ detail }) => detail as string);
}

function everythingIn(path: string): unknown {
  const db = new DatabaseSync(path, { readOnly: true });
  const tables = ['t_thing', 't_thing__closed', 'event', 'event_about', 'command'];
  const rows = tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  const checkpoint = db.prepare('SELECT position, ordinal FROM checkpoint').all();
  db.close();
  return [rows, checkpoint];
}
