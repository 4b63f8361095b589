import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rmSync } from 'node:fs';
import { freshFolder } from '../../test/folder.js';
import { all, event, STORE_STARTED_AT } from '../contract/harness.contract.js';
import type { EventStore, ExpectedRevision, Filter, StreamMeta } from '../event-store.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import { SqliteEventStore } from './sqlite-event-store.js';

type Ask = (store: EventStore) => Promise<unknown>;

interface Step {
  readonly name: string;
  readonly ask: Ask;
}

const stream = fc.constantFrom('note-1', 'note-2', 'plan-1');
const expected = fc.constantFrom<ExpectedRevision>('noStream', 'streamExists', 'any', 0, 1, 2, 3);
/** So few ids that repeats and half repeats are frequent. */
const numbers = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });
const type = fc.constantFrom('Noted', 'NoteWritten', 'Planned');
const meta = fc.constantFrom<StreamMeta>({}, { maxCount: 2 }, { truncateBefore: 1 });
const filter = fc.constantFrom<Filter | undefined>(
  undefined,
  { categories: ['note'] },
  { typePrefixes: ['Note', 'Pl'] },
);
const ask = { max: fc.constantFrom(1, 3, 1000), backwards: fc.boolean() };

const append = fc.record({ stream, numbers, type, expected }).map((it) =>
  step('append', it, (store) =>
    store.append(
      it.stream,
      it.numbers.map((number) => event(number, { number }, it.type)),
      it,
    ),
  ),
);
const ending = fc
  .record({ stream, expected, kind: fc.constantFrom('deleteStream', 'tombstone') })
  .map((it) => step(it.kind, it, (store) => store[it.kind](it.stream, it.expected)));
const setting = fc
  .record({ stream, meta })
  .map((it) => step('setStreamMeta', it, (store) => store.setStreamMeta(it.stream, it.meta)));
const readingStream = fc
  .record({ stream, fromRevision: fc.integer({ min: 0, max: 5 }), ...ask })
  .map((it) => step('readStream', it, (store) => all(store.readStream(it.stream, it))));
const readingAll = fc
  .record({ filter, ...ask })
  .map(({ filter: chosen, ...it }) =>
    step('readAll', { chosen, ...it }, (store) =>
      all(store.readAll(chosen === undefined ? it : { ...it, filter: chosen })),
    ),
  );

const history = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: append },
    { weight: 1, arbitrary: ending },
    { weight: 2, arbitrary: setting },
    { weight: 2, arbitrary: readingStream },
    { weight: 2, arbitrary: readingAll },
  ),
  { maxLength: 40 },
);

describe('memory and sqlite', () => {
  const path = freshFolder();

  it('give the same answers to any history', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const now = () => STORE_STARTED_AT;
        const file = path(`${String((run += 1))}.db`);
        const stores = [new MemoryEventStore(now), await SqliteEventStore.open(file, { now })];
        for (const { name, ask: question } of steps) {
          const [memory, sqlite] = await Promise.all(
            stores.map((store) => answer(store, question)),
          );
          expect({ name, ...sqlite }).toEqual({ name, ...memory });
        }
        await Promise.all(stores.map((store) => store.close()));
        rmSync(file);
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
  });
});

function step(name: string, detail: unknown, question: Ask): Step {
  return { name: `${name} ${JSON.stringify(detail)}`, ask: question };
}

async function answer(store: EventStore, question: Ask): Promise<object> {
  try {
    return { answer: await question(store), head: await store.head() };
  } catch (error) {
    const { name } = (error as Error).constructor;
    return { refused: name, ...(error as object), head: await store.head() };
  }
}
