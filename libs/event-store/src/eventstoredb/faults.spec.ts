import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Emulator } from '../../test/emulator/emulator.js';
import { all, event, events, idsOf, isCaughtUp } from '../contract/harness.contract.js';
import { isEvent, until, uuid } from '../contract/harness.contract.js';
import { AppendOutcomeUnknown, StoreUnavailable, UnusableStore } from '../event-store.js';
import type { EventStore, Signal } from '../event-store.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import { credentialsIn } from './credentials.js';
import { EventStoreDbEventStore } from './eventstoredb-event-store.js';

const DEADLINE_MS = 400;

let engine: MemoryEventStore;
let server: Emulator;
let store: EventStore;
const opened: EventStore[] = [];

function open(namespace = ''): EventStore {
  const { connectionString } = server;
  const options = { connectionString, namespace, deadlineMs: DEADLINE_MS, firstPauseMs: 1 };
  const adapter = new EventStoreDbEventStore(options);
  opened.push(adapter);
  return adapter;
}

beforeEach(async () => {
  engine = new MemoryEventStore();
  server = await new Emulator(engine).start();
  store = open();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((adapter) => adapter.close()));
  server.stop();
  await engine.close();
});

const taken = (signals: readonly Signal[]) =>
  signals.flatMap((signal) => (signal.kind === 'event' ? [signal.event.id] : []));

const append = () => store.append('note-1', events(2), { expected: 'noStream' });

describe('an append', () => {
  it.each(['mute', 'late-acknowledgement', 'unavailable'] as const)(
    'that is answered with %s has an outcome that is not known; the same again is one append',
    async (fault) => {
      server.faults.inject(fault);
      await expect(append()).rejects.toThrow(AppendOutcomeUnknown);
      const { revision, position } = await append();
      expect(revision).toBe(1);
      expect(await append()).toEqual({ revision, position });
      expect(await idsOf(store.readAll())).toEqual([1, 2].map(uuid));
      expect(await store.head()).toBe(position);
    },
  );

  it('goes to the new leader by itself: nothing was written', async () => {
    server.faults.inject('not-leader', 'not-leader');
    expect(await append()).toMatchObject({ revision: 1 });
    expect(server.faults.areOver).toBe(true);
  });

  it('that never reached a server certainly wrote nothing, and says where to look', async () => {
    server.stop();
    await expect(append()).rejects.toThrow(StoreUnavailable);
    await expect(append()).rejects.toThrow('EventStoreDB does not answer');
    await server.start();
    expect(await append()).toMatchObject({ revision: 1 });
  });

  it('whose last event cannot be read back may be repeated, and is there once', async () => {
    server.faults.inject('slow', 'unavailable');
    await expect(append()).rejects.toThrow(AppendOutcomeUnknown);
    expect(await append()).toMatchObject({ revision: 1 });
    expect(await idsOf(store.readAll())).toEqual([1, 2].map(uuid));
  });

  it('that fails does not fail another one under way', async () => {
    server.faults.inject('late-acknowledgement');
    const [one, other] = await Promise.allSettled([
      append(),
      open().append('note-2', events(1, 3), { expected: 'noStream' }),
    ]);
    expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a read', () => {
  it.each(['mute', 'unavailable'] as const)('that is answered with %s fails', async (fault) => {
    await append();
    server.faults.inject(fault);
    await expect(all(store.readStream('note-1'))).rejects.toThrow(StoreUnavailable);
    expect(await idsOf(store.readStream('note-1'))).toEqual([1, 2].map(uuid));
  });

  it('goes to the new leader by itself', async () => {
    await append();
    server.faults.inject('not-leader', 'not-leader');
    expect(await idsOf(store.readStream('note-1'))).toEqual([1, 2].map(uuid));
    expect(server.faults.areOver).toBe(true);
  });

  it('fails where no node leads for long', async () => {
    server.faults.inject(...Array.from({ length: 6 }, () => 'not-leader' as const));
    await expect(all(store.readStream('note-1'))).rejects.toThrow(StoreUnavailable);
    expect(server.faults.areOver).toBe(true);
  });

  it('refuses an event that somebody else wrote, and says where it lies', async () => {
    await append();
    server.faults.inject('no-json');
    const read = all(store.readStream('note-1'));
    await expect(read).rejects.toThrow('note-1 holds at revision 0 an event that Tavolo did not');
    server.faults.inject('no-json');
    await expect(all(store.readStream('note-1'))).rejects.toThrow(UnusableStore);
  });
});

describe('a subscription', () => {
  it.each(['end-with-ok', 'error-in-mid-batch', 'duplicate'] as const)(
    'that meets %s goes on after what was taken, once each',
    async (fault) => {
      await store.append('note-1', events(40), { expected: 'noStream' });
      server.faults.inject(fault, fault, fault);
      const leaving = new AbortController();
      const signals = store.subscribe({ signal: leaving.signal })[Symbol.asyncIterator]();
      const before = await until(signals, isEvent(40));
      await store.append('note-2', events(1, 41), { expected: 'noStream' });
      const after = await until(signals, isEvent(41));
      leaving.abort();
      expect(taken([...before, ...after])).toEqual(events(41).map(({ id }) => id));
      expect(server.faults.areOver).toBe(true);
    },
  );

  it('is told of a checkpoint while events before it are unread, and passes none of them', async () => {
    await store.append('note-1', events(8), { expected: 'noStream' });
    const leaving = new AbortController();
    const signals = store.subscribe({ signal: leaving.signal })[Symbol.asyncIterator]();
    const first = await until(signals, isEvent(1));
    // What this is answered comes after all that the subscription was sent before.
    for (let n = 0; n < 3; n += 1) await store.head();
    const rest = await until(signals, isCaughtUp);
    leaving.abort();
    expect(taken([...first, ...rest])).toEqual(events(8).map(({ id }) => id));
  });

  it('outlives a server that is away, and says meanwhile that it is behind', async () => {
    await append();
    const leaving = new AbortController();
    const signals = store.subscribe({ signal: leaving.signal })[Symbol.asyncIterator]();
    await until(signals, isCaughtUp);
    server.stop();
    const behind = await until(signals, ({ kind }) => kind === 'fellBehind');
    expect(taken(behind)).toEqual([]);
    await server.start();
    await engine.append('note-2', events(1, 3), { expected: 'noStream' });
    expect(taken(await until(signals, isEvent(3)))).toEqual([uuid(3)]);
    leaving.abort();
  });
});

describe('a namespace', () => {
  it('keeps two instances on one server apart', async () => {
    const [lombardia, veneto] = [open('lombardia.'), open('veneto.')];
    await lombardia.append('note-1', [event(1)], { expected: 'noStream' });
    await veneto.append('note-1', [event(2)], { expected: 'noStream' });
    expect(await idsOf(lombardia.readAll())).toEqual([uuid(1)]);
    expect(await idsOf(veneto.readStream('note-1'))).toEqual([uuid(2)]);
    const leaving = new AbortController();
    const signals = veneto.subscribe({ signal: leaving.signal })[Symbol.asyncIterator]();
    expect(taken(await until(signals, isCaughtUp))).toEqual([uuid(2)]);
    leaving.abort();
    expect(await all(engine.readStream('veneto.note-1'))).toHaveLength(1);
  });

  it('is told how far it has come where all of it is of others', async () => {
    const [lombardia, veneto] = [open('lombardia.'), open('veneto.')];
    await lombardia.append('note-1', events(3), { expected: 'noStream' });
    const leaving = new AbortController();
    const signals = veneto.subscribe({ signal: leaving.signal })[Symbol.asyncIterator]();
    const heard = await until(signals, isCaughtUp);
    leaving.abort();
    expect(heard).toEqual([
      { kind: 'checkpoint', position: await lombardia.head() },
      { kind: 'caughtUp' },
    ]);
  });
});

describe('a connection string', () => {
  it.each([
    ['mysql://x', 'TAVOLO_EVENTSTOREDB is no connection string'],
    ['esdb://127.0.0.1:2113?tls=true', 'TAVOLO_EVENTSTOREDB names no user'],
    ['esdb://a:b@log.example:2113?tls=false', 'TAVOLO_EVENTSTOREDB asks for no TLS over a network'],
    ['esdb://127.0.0.1,127.0.0.1.example?TLS=False', 'asks for no TLS over a network'],
  ])('%s is refused: %s', (connectionString, sentence) => {
    expect(() => new EventStoreDbEventStore({ connectionString })).toThrow(sentence);
  });

  it.each(['esdb://127.0.0.1:2113,localhost,[::1]:1?tls=false', 'esdb://a:b@log.example?tls=true'])(
    '%s is taken: TLS, or servers of this machine',
    (connectionString) => {
      expect(() => credentialsIn(connectionString)).not.toThrow();
    },
  );
});
