import { describe, expect, it } from '@jest/globals';
import { events, heard, isCaughtUp, isEvent, until } from './contract/harness.contract.js';
import type { StoreFactory } from './contract/harness.contract.js';
import { describeCheckpoints, describeSubscriptions } from './contract/subscriptions.contract.js';
import {
  describeEndsOfSubscriptions,
  describeSlowReader,
} from './contract/subscriptions.contract.js';
import type { EventStore, Filter, Signal } from './event-store.js';
import { MemoryEventStore } from './memory/memory-event-store.js';
import { SharedReading } from './shared-reading.js';

type Subscribe = EventStore['subscribe'];

/** A store whose log is followed together; counts the subscriptions it really has. */
class Followed extends MemoryEventStore {
  open = 0;
  /** What the next subscriptions do after they have given what they have. */
  failing: Error | null = null;
  /** What happens while the next subscription is ended by its reader. */
  leaving: (() => Promise<void>) | null = null;
  readonly #shared = new SharedReading({ subscribe: (options) => this.#counted(options) });

  override subscribe(options: Parameters<Subscribe>[0]): AsyncIterable<Signal> {
    return this.#shared.subscribe(options);
  }

  async *#counted(options: Parameters<Subscribe>[0]): AsyncGenerator<Signal, undefined> {
    this.open += 1;
    try {
      for await (const signal of super.subscribe(options)) {
        if (this.failing && signal.kind === 'event') throw this.failing;
        yield signal;
      }
    } finally {
      this.open -= 1;
      const { leaving } = this;
      this.leaving = null;
      await leaving?.();
    }
  }
}

const factory: StoreFactory = ({ now }) => {
  const store = new Followed(now);
  return Promise.resolve({ store, dispose: () => store.close() });
};

describe('a reading that is shared keeps what the contract says of one that is not:', () => {
  describeSubscriptions(factory);
  describeCheckpoints(factory);
  describeEndsOfSubscriptions(factory);
  describeSlowReader(factory);
});

function following(store: Followed, filter?: Filter) {
  const leaving = new AbortController();
  const wanted = { signal: leaving.signal, ...(filter && { filter }) };
  const signals = store.subscribe(wanted)[Symbol.asyncIterator]();
  return { signals, leave: () => leaving.abort() };
}

/** As many as are asked for, every one up to date and waiting for what comes. */
async function upToDate(store: Followed, count: number) {
  const all = Array.from({ length: count }, () => following(store));
  await Promise.all(all.map(({ signals }) => until(signals, isCaughtUp)));
  return all.map((one) => ({ ...one, next: until(one.signals, ({ kind }) => kind === 'event') }));
}

describe('a shared reading', () => {
  it('asks the store once, however many follow, and no more once all have left', async () => {
    const store = new Followed();
    await store.append('note-1', events(3), { expected: 'noStream' });
    const all = await upToDate(store, 40);
    await store.append('note-1', events(1, 4), { expected: 2 });
    const each = await Promise.all(all.map(({ next }) => next));
    expect(each.map((signals) => signals.map(heard))).toEqual(all.map(() => ['event 4']));
    const again = all.map(({ signals }) => until(signals, isEvent(5)));
    await store.append('note-1', events(1, 5), { expected: 3 });
    await Promise.all(again);
    expect(store.open).toBe(1);
    const ends = all.map(({ signals }) => signals.next());
    for (const { leave } of all) leave();
    await Promise.all(ends);
    await store.close();
    expect(store.open).toBe(0);
  });

  it('gives each what its filter asks for', async () => {
    const store = new Followed();
    const [notes, plans, timers] = [
      following(store, { categories: ['note'] }),
      following(store, { categories: ['plan'] }),
      following(store, { typePrefixes: ['Note'] }),
    ];
    const all = [notes, plans, timers];
    await Promise.all(all.map(({ signals }) => until(signals, isCaughtUp)));
    const waiting = [until(notes.signals, isEvent(2)), until(plans.signals, isEvent(1))];
    const third = until(timers.signals, isEvent(2));
    await store.append('plan-1', events(1), { expected: 'noStream' });
    await store.append('note-1', events(1, 2), { expected: 'noStream' });
    const said = (await Promise.all([...waiting, third])).map((signals) =>
      signals.map(heard).filter((word) => word.startsWith('event')),
    );
    expect(said).toEqual([['event 2'], ['event 1'], ['event 1', 'event 2']]);
    await store.close();
  });

  it('is not held up by one that does not read, which then reads on alone', async () => {
    const store = new Followed();
    const [quick, slow] = [following(store), following(store)];
    await until(quick.signals, isCaughtUp);
    await until(slow.signals, isCaughtUp);
    const all = until(quick.signals, isEvent(400));
    for (let i = 1; i <= 400; i += 1) {
      await store.append('note-1', events(1, i), { expected: i === 1 ? 'noStream' : i - 2 });
    }
    const isHeard = (signals: readonly Signal[]) => signals.filter(({ kind }) => kind === 'event');
    expect(isHeard(await all)).toHaveLength(400);
    const later = await until(slow.signals, isCaughtUp);
    expect(isHeard(later)).toHaveLength(400);
    expect(later.map(heard)).toContain('fellBehind');
    await store.close();
  });

  it('loses nothing for one that left its own reading late, or paused among the others', async () => {
    const store = new Followed();
    const [quick, slow] = [following(store), following(store)];
    await Promise.all([quick, slow].map(({ signals }) => until(signals, isCaughtUp)));
    const all = until(quick.signals, isEvent(1_200));
    const slowly: string[] = [];
    const read = async (last: number) => {
      const signals = await until(slow.signals, isEvent(last));
      slowly.push(...signals.map(heard).filter((word) => word.startsWith('event')));
    };
    for (let i = 1; i <= 1_200; i += 1) {
      await store.append('note-1', events(1, i), { expected: i === 1 ? 'noStream' : i - 2 });
      // The third joins the others; after it, it reads only now and then.
      if (i <= 3 || i % 400 === 0) await read(i);
    }
    await all;
    expect(slowly).toEqual(events(1_200).map((_, i) => `event ${String(i + 1)}`));
    await store.close();
  });

  it('loses nothing for one whose own reading takes its time to end', async () => {
    const store = new Followed();
    const quick = following(store);
    await until(quick.signals, isCaughtUp);
    const all = until(quick.signals, isEvent(601));
    await store.append('note-1', events(1), { expected: 'noStream' });
    const late = following(store);
    await until(late.signals, isCaughtUp);
    // It is to join the others now, and they go on while it leaves its own reading.
    store.leaving = async () => {
      for (let i = 2; i <= 601; i += 1) {
        await store.append('note-1', events(1, i), { expected: i - 2 });
      }
      await all;
    };
    const rest = await until(late.signals, isEvent(601));
    const numbers = rest.map(heard).filter((word) => word.startsWith('event'));
    expect(numbers).toEqual(events(600).map((_, i) => `event ${String(i + 2)}`));
    await store.close();
  });

  it('fails for each when the store fails, and begins again for who comes back', async () => {
    const store = new Followed();
    const all = await upToDate(store, 3);
    store.failing = new Error('the connection is gone');
    await store.append('note-1', events(1), { expected: 'noStream' });
    const failures = await Promise.allSettled(all.map(({ next }) => next));
    expect(failures.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    store.failing = null;
    const { signals } = following(store);
    expect((await until(signals, isCaughtUp)).map(heard)).toEqual(['event 1', 'caughtUp']);
    await store.close();
  });
});
