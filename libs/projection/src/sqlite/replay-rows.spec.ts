import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@tavolo/event-store';
import fc from 'fast-check';
import { acting, eventAt, filled, temporaryFolder, thing } from '../fixture.js';
import { thingProjection, things } from '../fixture.js';
import type { Act, Thing } from '../fixture.js';
import { defineTable } from '../projection.js';
import type { Moment, Projection, ProjectionWork } from '../projection.js';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  folder.remove();
});

let files = 0;
function having(events: readonly RecordedEvent[], work: Partial<ProjectionWork> = {}) {
  files += 1;
  return filled(join(folder.path, `${String(files)}.sqlite`), events, work);
}

const at = (ordinal: number) => ({ ordinal }) as Moment;
const steps = (...acts: readonly (readonly Act[])[]) =>
  acts.map((each, place) => eventAt(place + 1, acting(...each)));
const only = { projections: [thingProjection] };

const tally = defineTable<{ id: string; names: string[] }>('tally', { columns: [], order: 'id' });
/** Counts what stands below a parent, as the projection before it has left it. */
const tallyProjection: Projection = {
  ...{ name: 'tally', version: 1, categories: [], tables: [tally], reads: [things] },
  apply(_, write) {
    const names = write.where(things, 'parent', 'p').map(({ id }) => id);
    write.put(tally, { id: 'p', names });
  },
};

describe('an event that is applied anew', () => {
  it('shows the rows that it opened, changed and closed, before and after, and as they are kept', async () => {
    const [a, b] = [thing('a'), thing('a', { state: 'final' })];
    const events = steps([{ put: a }], [{ put: b }, { put: thing('c') }], [{ close: 'a' }]);
    const model = having(events);
    const replayed = [];
    for (const [place, event] of events.entries()) {
      const { fate, rows } = await model.replay({ event, ...only }, at(place + 1));
      expect(fate).toBe('applied');
      replayed.push(rows.map(({ table: _, ...row }) => row));
    }
    expect(replayed).toEqual([
      [{ id: 'a', before: null, after: a, isAsKept: true }],
      [
        { id: 'a', before: a, after: b, isAsKept: true },
        { id: 'c', before: null, after: thing('c'), isAsKept: true },
      ],
      [{ id: 'a', before: b, after: null, isAsKept: true }],
    ]);
    model.close();
  });

  it('property: leads from row to row as the read model has them, whatever came after', async () => {
    const act = fc.oneof(
      fc.record({ put: fc.constantFrom('a', 'b').map((id): Thing => thing(id)) }),
      fc.record({
        put: fc.record({
          ...{ id: fc.constantFrom('a', 'b'), name: fc.constantFrom('x', null) },
          ...{ parent: fc.constantFrom('p', 'q', null), state: fc.constantFrom('draft', 'final') },
        }),
      }),
      fc.record({ close: fc.constantFrom('a', 'b') }),
    );
    const projections = [thingProjection, tallyProjection];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(act, { maxLength: 3 }), { maxLength: 12 }),
        async (all) => {
          const events = steps(...all);
          const model = having(events, { projections });
          for (const [place, event] of events.entries()) {
            const own = await model.replay({ event, ...only }, at(place + 1));
            const both = await model.replay({ event, projections }, at(place + 1));
            for (const { rows } of [own, both])
              expect(rows.every((row) => row.isAsKept)).toBe(true);
            const stood = await model.byIds(things, ['a', 'b'], at(place));
            const stands = await model.byIds(things, ['a', 'b'], at(place + 1));
            for (const id of ['a', 'b']) {
              const row = own.rows.find((one) => one.id === id);
              const [before = null, after = null] = [stood.get(id), stands.get(id)];
              if (row) expect(row).toMatchObject({ before, after });
              else expect(before).toEqual(after);
            }
          }
          model.close();
        },
      ),
      { numRuns: 40 },
    );
  });

  it('says where what is kept is not what comes of it', async () => {
    const events = steps([{ put: thing('a') }]);
    const model = having(events);
    const louder: Projection = {
      ...thingProjection,
      apply: (_, write) => {
        write.put(things, thing('a', { state: 'loud' }));
      },
    };
    const [event] = events as [RecordedEvent];
    const { rows } = await model.replay({ event, projections: [louder] }, at(1));
    expect(rows).toMatchObject([{ id: 'a', after: { state: 'loud' }, isAsKept: false }]);
    model.close();
  });

  it('tells what it is that a projection does not take, does not know or cannot apply', async () => {
    const known = eventAt(1, acting({ put: thing('a') }));
    const newer = eventAt(2, { type: 'ThingSungAbout' });
    const later = eventAt(3, acting({ put: thing('a', { state: 'final' }) }));
    const knows = (type: string) => type === 'ThingSaid';
    const model = having([known, newer, later], { knows });
    const fateOf = async (event: RecordedEvent, ordinal: number) =>
      (await model.replay({ event, knows, ...only }, at(ordinal))).fate;
    expect(await fateOf(known, 1)).toBe('applied');
    expect(await fateOf(newer, 2)).toBe('passedOver');
    // What comes later on its stream is held back with it.
    expect(await fateOf(later, 3)).toBe('passedOver');
    expect(await fateOf(eventAt(1, { stream: 'other-1' }), 1)).toBe('notTaken');
    const broken: Projection = {
      ...thingProjection,
      apply: () => {
        throw new Error('no such thing');
      },
    };
    const failed = await model.replay({ event: known, projections: [broken] }, at(1));
    expect(failed).toMatchObject({ fate: 'failed', message: 'no such thing' });
    model.close();
  });
});
