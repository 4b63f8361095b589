import { afterEach, describe, expect, it } from '@jest/globals';
import { MemoryEventStore, SqliteEventStore } from '@tavolo/event-store';
import type { EventStore, NewEvent } from '@tavolo/event-store';
import { EventStoreDbEventStore } from '@tavolo/event-store/eventstoredb';
import { Emulator } from '../../event-store/test/emulator/emulator.js';
import { freshFolder } from '../../event-store/test/folder.js';
import { event, sampleLog } from '../test/sample-log.js';
import { carryLog, compareLogs, fingerprintOf, lineOf, NotTheSame, NotThisLog } from './index.js';

const opened: { close(): Promise<void> }[] = [];
const closing = <T extends { close(): Promise<void> }>(store: T): T => {
  opened.push(store);
  return store;
};
afterEach(async () => {
  for (const store of opened.splice(0).toReversed()) await store.close();
});

const linesOf = async (store: Pick<EventStore, 'readAll'>) =>
  (await Array.fromAsync(store.readAll())).map(lineOf);

/** EventStoreDB as its client sees it. */
async function eventStoreDb() {
  const engine = closing(new MemoryEventStore());
  const emulator = await new Emulator(engine).start();
  opened.push({
    close: () => {
      emulator.stop();
      return Promise.resolve();
    },
  });
  const { connectionString } = emulator;
  const store = closing(new EventStoreDbEventStore({ connectionString, namespace: 'body.' }));
  return { engine, emulator, store };
}

/** Dies after so many appends: what it has written stays. */
class Dying extends MemoryEventStore {
  left = Infinity;

  override append(...words: Parameters<EventStore['append']>): ReturnType<EventStore['append']> {
    this.left -= 1;
    return this.left < 0 ? Promise.reject(new TypeError('killed')) : super.append(...words);
  }
}

describe('a log that is carried over', () => {
  const path = freshFolder();
  const sqlite = async (name?: string) =>
    closing(await SqliteEventStore.open(path(name), { synchronous: 'NORMAL' }));

  it('is the same in every store: order, ids, revisions, bytes, recorded times', async () => {
    const source = await sampleLog(30, await sqlite());
    const { store: server, engine } = await eventStoreDb();
    const [back, memory] = [await sqlite('back.db'), new MemoryEventStore()];
    await carryLog(source, server);
    await carryLog(server, back);
    await carryLog(back, memory);
    const lines = await linesOf(source);
    expect(lines).toHaveLength(40);
    for (const target of [server, back, memory]) expect(await linesOf(target)).toEqual(lines);
    const whole = await fingerprintOf(source);
    expect(whole.events).toBe(40);
    expect(await compareLogs(source, server)).toEqual(whole);
    expect(await compareLogs(server, memory)).toEqual(whole);
    const onServer = await Array.fromAsync(engine.readAll({ max: 1 }));
    expect(onServer[0]?.stream).toBe('body.note-1');
  });

  it('is carried over by a command that was killed after any append and given again', async () => {
    const source = await sampleLog(9);
    const lines = await linesOf(source);
    for (let appends = 0; appends < 9; appends += 1) {
      const target = new Dying();
      target.left = appends;
      await expect(carryLog(source, target)).rejects.toThrow('killed');
      // Whole appends, in their order.
      const there = await linesOf(target);
      expect(there).toEqual(lines.slice(0, there.length));
      target.left = Infinity;
      const told: number[] = [];
      await carryLog(source, target, { onProgress: (done) => told.push(done) });
      expect(told[0]).toBe(there.length);
      expect(told.at(-1)).toBe(12);
      expect(await compareLogs(source, target)).toEqual(await fingerprintOf(source));
    }
  });

  it('outlives acknowledgements that come late, and another leader', async () => {
    const source = await sampleLog(6);
    const { store, emulator } = await eventStoreDb();
    emulator.faults.inject('late-acknowledgement', 'not-leader', 'unavailable');
    await carryLog(source, store);
    expect(emulator.faults.areOver).toBe(true);
    expect(await linesOf(store)).toEqual(await linesOf(source));
  });

  it('stops between two appends when it is asked to', async () => {
    const [source, target] = [await sampleLog(6), new MemoryEventStore()];
    const stopping = new AbortController();
    const onProgress = (done: number) => {
      if (done === 4) stopping.abort();
    };
    const stopped = carryLog(source, target, { onProgress, signal: stopping.signal });
    await expect(stopped).rejects.toThrow(/abort/u);
    expect(await linesOf(target)).toEqual((await linesOf(source)).slice(0, 4));
  });

  it('goes into no place that holds something else, which is left as it is', async () => {
    const source = await sampleLog(6);
    const [other, longer] = [new MemoryEventStore(), await sampleLog(9)];
    await other.append('note-9', [event(99)], { expected: 'noStream' });
    for (const target of [other, longer]) {
      const before = await linesOf(target);
      await expect(carryLog(source, target)).rejects.toThrow(NotThisLog);
      expect(await linesOf(target)).toEqual(before);
    }
  });

  it('is refused where somebody writes to the target meanwhile', async () => {
    const [source, target] = [await sampleLog(6), new MemoryEventStore()];
    const onProgress = async (done: number) => {
      if (done === 4) await target.append('note-2', [event(99)], { expected: 'any' });
    };
    const carried = carryLog(source, target, { onProgress: (done) => void onProgress(done) });
    await expect(carried).rejects.toThrow(/stop every server/u);
  });
});

describe('the comparison of two logs', () => {
  it('gives each pair with both positions', async () => {
    const [source, target] = [await sampleLog(3), new MemoryEventStore()];
    await carryLog(source, target);
    const pairs: string[] = [];
    await compareLogs(source, target, (from, to, done) => {
      pairs.push(`${String(done)} ${String(from.id === to.id)}`);
    });
    expect(pairs).toEqual(['1 true', '2 true', '3 true', '4 true']);
  });

  const changed = (change: (event: NewEvent) => NewEvent) => async () => {
    const target = new MemoryEventStore();
    await target.append('note-1', [change(event(1))], { expected: 'noStream' });
    return target;
  };
  it.each([
    { what: 'an event more', of: () => sampleLog(2) },
    { what: 'an event less', of: () => Promise.resolve(new MemoryEventStore()) },
    { what: 'another id', of: changed((one) => ({ ...one, id: event(7).id })) },
    { what: 'other data', of: changed((one) => ({ ...one, data: { ...one.data, n: 2 } })) },
    {
      what: 'another time of recording',
      of: changed((one) => ({
        ...one,
        meta: { ...one.meta, recordedAt: event(7).meta.recordedAt },
      })),
    },
    { what: 'another schema', of: changed((one) => ({ ...one, schema: 2 })) },
  ])('notices $what', async ({ of }) => {
    await expect(compareLogs(await sampleLog(1), await of())).rejects.toThrow(NotTheSame);
  });

  it('refuses a log in which a revision is missing', async () => {
    const source = await sampleLog(6);
    const holed = {
      async *readAll() {
        for await (const one of source.readAll()) if (one.revision !== 1) yield one;
      },
    };
    await expect(fingerprintOf(holed)).rejects.toThrow(/note-0 goes on with revision 2, and 1/u);
  });
});
