import { describe, expect, it } from '@jest/globals';
import type { EventStore, Filter, Position, Signal } from '../event-store.js';
import { event, events, heard, isCaughtUp, isEvent } from './harness.contract.js';
import { Subject, until, uuid } from './harness.contract.js';
import type { StoreFactory } from './harness.contract.js';

type Followed = Readonly<{ signals: AsyncIterator<Signal>; abort: () => void }>;

export function describeSubscriptions(factory: StoreFactory): void {
  describe('subscribe', () => {
    const subject = new Subject(factory);

    it('gives what is there, says so, then what comes', async () => {
      const { store } = subject;
      await store.append('note-1', events(2), { expected: 'noStream' });
      const { signals, abort } = follow(store);
      const before = await until(signals, isCaughtUp);
      await store.append('plan-1', events(1, 3), { expected: 'noStream' });
      const after = await until(signals, isEvent(3));
      abort();
      expect(subject.words([...before, ...after])).toEqual([
        'event 1',
        'event 2',
        'caughtUp',
        'event 3',
      ]);
    });

    it('hands over from catch-up to live under load without loss or duplicate', async () => {
      const { store } = subject;
      const writing = write(store, 1, 600);
      const { signals, abort } = follow(store);
      const taken = await until(signals, isEvent(600));
      await writing;
      abort();
      const numbers = taken.filter(({ kind }) => kind === 'event').map(heard);
      expect(numbers).toEqual(events(600).map((_, i) => `event ${String(i + 1)}`));
    });

    it('goes on after the position it is given, be it of an event or a checkpoint', async () => {
      const { store } = subject;
      const filter = { categories: ['note'] };
      await store.append('note-1', events(2), { expected: 'noStream' });
      await store.append('plan-1', events(2, 3), { expected: 'noStream' });
      const before = await taken(store, { filter });
      const first = before.find(({ kind }) => kind === 'event');
      const checkpoint = before.findLast(({ kind }) => kind === 'checkpoint');
      await store.append('note-1', events(1, 5), { expected: 1 });
      expect(await heardAfter(store, filter, positionIn(first))).toEqual(
        expect.arrayContaining(['event 2', 'event 5']),
      );
      const rest = await heardAfter(store, filter, positionIn(checkpoint));
      expect(rest.filter((word) => word.startsWith('event'))).toEqual(['event 5']);
    });

    it('of two readers gives each all of it', async () => {
      const { store } = subject;
      const both = [follow(store), follow(store)];
      await Promise.all(both.map(({ signals }) => until(signals, isCaughtUp)));
      await write(store, 1, 5);
      const each = await Promise.all(both.map(({ signals }) => until(signals, isEvent(5))));
      both.forEach(({ abort }) => abort());
      expect(each.map((part) => subject.words(part).length)).toEqual([5, 5]);
    });
  });
}

export function describeCheckpoints(factory: StoreFactory): void {
  describe('a checkpoint', () => {
    const subject = new Subject(factory);
    const filter = { categories: ['call'] };

    /** The end of the log: on a server of others as well, whose last event may be another's. */
    const mustHaveReached = (signal: Signal | undefined, head: Position) => {
      const reached = positionIn(signal) ?? '';
      expect(subject.isShared && reached > head ? head : reached).toBe(head);
    };

    it('comes when nothing matches, in catch-up and live', async () => {
      const { store } = subject;
      await store.append('note-1', events(600), { expected: 'noStream' });
      const { signals, abort } = follow(store, { filter });
      const before = await until(signals, isCaughtUp);
      mustHaveReached(before.at(-2), await store.head());
      expect(before.every(({ kind }) => kind !== 'event')).toBe(true);
      await store.append('note-1', events(1, 601), { expected: 599 });
      const [next] = await until(signals, ({ kind }) => kind === 'checkpoint');
      mustHaveReached(next, await store.head());
      await store.append('call-1', events(1, 602), { expected: 'noStream' });
      expect((await until(signals, isEvent(602))).map(heard).at(-1)).toBe('event 602');
      abort();
    });

    it('is never ahead of an event that comes after it', async () => {
      const { store } = subject;
      const writing = writeMixed(store, 300);
      const { signals, abort } = follow(store, { filter });
      const signalsTaken = await until(signals, isEvent(300));
      await writing;
      abort();
      const positions = signalsTaken.flatMap((signal) => positionIn(signal) ?? []);
      expect(positions).toEqual([...new Set(positions)].sort());
      expect(signalsTaken.filter(({ kind }) => kind === 'event')).toHaveLength(100);
    });
  });
}

export function describeEndsOfSubscriptions(factory: StoreFactory): void {
  describe('a subscription ends', () => {
    const subject = new Subject(factory);

    it('at once when it is aborted while it waits', async () => {
      const { signals, abort } = follow(subject.store);
      await until(signals, isCaughtUp);
      const waiting = signals.next();
      abort();
      expect(await waiting).toEqual({ value: undefined, done: true });
    });

    it('at once when it is aborted in the middle of a page', async () => {
      const { store } = subject;
      await store.append('note-1', events(50), { expected: 'noStream' });
      const { signals, abort } = follow(store);
      await until(signals, isEvent(10));
      abort();
      expect(await signals.next()).toEqual({ value: undefined, done: true });
    });

    it('before it begins when it was aborted already', async () => {
      await subject.store.append('note-1', events(1), { expected: 'noStream' });
      const signal = AbortSignal.abort();
      const signals = subject.store.subscribe({ signal })[Symbol.asyncIterator]();
      expect(await signals.next()).toEqual({ value: undefined, done: true });
    });

    it('when its reader leaves while it waits', async () => {
      const { signals } = follow(subject.store);
      await until(signals, isCaughtUp);
      const waiting = signals.next();
      expect(await signals.return?.()).toEqual({ value: undefined, done: true });
      expect((await waiting).done).toBe(true);
    });

    it('when the store closes', async () => {
      const { signals } = follow(subject.store);
      await until(signals, isCaughtUp);
      const waiting = signals.next();
      await subject.store.close();
      expect((await waiting).done).toBe(true);
    });
  });
}

export function describeSlowReader(factory: StoreFactory): void {
  describe('a slow reader', () => {
    const subject = new Subject(factory);

    it('is told that it fell behind, and misses nothing', async () => {
      const { store } = subject;
      const { signals, abort } = follow(store);
      await until(signals, isCaughtUp);
      await write(store, 1, 700);
      const words = subject.words(await until(signals, isCaughtUp));
      abort();
      expect(words.filter((word) => word.startsWith('event'))).toHaveLength(700);
      expect(words.filter((word) => word === 'fellBehind')).toHaveLength(1);
      expect(words.at(-1)).toBe('caughtUp');
      expect(new Set(words).size).toBe(702);
    });
  });
}

function follow(store: EventStore, options: { after?: Position; filter?: Filter } = {}): Followed {
  const leaving = new AbortController();
  const signals = store.subscribe({ ...options, signal: leaving.signal });
  return { signals: signals[Symbol.asyncIterator](), abort: () => leaving.abort() };
}

async function taken(
  store: EventStore,
  options: { after?: Position; filter?: Filter },
): Promise<Signal[]> {
  const { signals, abort } = follow(store, options);
  const all = await until(signals, isCaughtUp);
  abort();
  return all;
}

async function heardAfter(
  store: EventStore,
  filter: Filter,
  after: Position | undefined,
): Promise<string[]> {
  return (await taken(store, after === undefined ? { filter } : { filter, after })).map(heard);
}

function positionIn(signal: Signal | undefined): Position | undefined {
  if (signal?.kind === 'event') return signal.event.position;
  return signal?.kind === 'checkpoint' ? signal.position : undefined;
}

/** One append for each number, in one stream, each after the one before. */
async function write(store: EventStore, from: number, to: number): Promise<void> {
  for (let i = from; i <= to; i += 1) {
    await store.append('note-1', [event(i)], { expected: i === 1 ? 'noStream' : i - 2 });
  }
}

/** Every third event is a call. */
async function writeMixed(store: EventStore, count: number): Promise<void> {
  for (let i = 1; i <= count; i += 1) {
    const stream = `${i % 3 === 0 ? 'call' : 'note'}-${uuid(i)}`;
    await store.append(stream, [event(i)], { expected: 'noStream' });
  }
}
