import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { MemoryEventStore, UnusableStore } from '@tavolo/event-store';
import type { EventStore, Position } from '@tavolo/event-store';
import { EventStoreDbEventStore } from '@tavolo/event-store/eventstoredb';
import type { Instant, MandateRef, PersonRef } from '@tavolo/kernel';
import { MemoryLeases, SqlitePrivateRows, SqlitePrivateStore } from '@tavolo/private-store';
import { Emulator } from '../../event-store/test/emulator/emulator.js';
import { freshFolder } from '../../event-store/test/folder.js';
import { event, sampleLog } from '../test/sample-log.js';
import { fingerprintOf, migrate, NotTheSame, NotThisLog, PositionMap } from './index.js';
import type { Instance } from './index.js';

const ada = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const never = new AbortController().signal;

describe('a migration', () => {
  const path = freshFolder();
  const opened: { close(): Promise<void> }[] = [];
  const beside = async (name: string) => {
    const store = await SqlitePrivateStore.open(path(name));
    const rows = SqlitePrivateRows.open(path(name));
    opened.push(rows, store);
    return { store, rows };
  };
  let emulator: Emulator;
  let source: Instance;
  let target: Instance;

  const traceAt = (moment: Position) => ({
    ...{
      kind: 'past' as const,
      person: ada,
      mandate: 'm' as MandateRef,
      object: 'note-1',
      scope: null,
    },
    ...{ moment, at: '2026-11-27T10:00:00.000Z' as Instant, reason: null, requestId: 'r' },
  });

  beforeEach(async () => {
    emulator = await new Emulator(new MemoryEventStore()).start();
    const { connectionString } = emulator;
    const server = new EventStoreDbEventStore({ connectionString });
    opened.push(server);
    source = { log: await sampleLog(6), beside: await beside('old'), leases: new MemoryLeases() };
    target = { log: server, beside: await beside('new'), leases: new MemoryLeases() };
    const { store } = source.beside;
    await store.bindTo('instance');
    await store.putName(ada, 'Ada');
    const third = (await Array.fromAsync(source.log.readAll()))[2]?.position ?? ('' as Position);
    // Before every event, at one, and between two, as where an event of others was looked past.
    await store.keepTraces(['' as Position, third, `${third}0` as Position].map(traceAt));
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
    emulator.stop();
  });

  const run = (more: Partial<Parameters<typeof migrate>[0]> = {}) =>
    migrate({
      ...{ source, target, map: path('positions.db') },
      ...{ signal: never, show: () => undefined, leaseOf: (id: string) => `processes of ${id}` },
      ...more,
    });

  it('carries log and private store, and says by a map where each event was and is', async () => {
    const whole = await fingerprintOf(source.log);
    expect(await run()).toMatchObject({ ...whole, rows: { names: 1, reading_traces: 3 } });
    const [was, is] = await Promise.all(
      [source, target].map(({ log }) => Array.fromAsync(log.readAll())),
    );
    const map = PositionMap.open(path('positions.db'));
    const moved = was?.map(({ position }) => map.at(position));
    map.close();
    expect(moved).toEqual(is?.map(({ position }) => position));
    const { traces } = await target.beside.store.traces({ first: 9 });
    const third = is?.[2]?.position;
    expect(traces.map(({ moment }) => moment)).toEqual([third, third, '']);
    expect(await target.beside.store.instanceId()).toBe('instance');
  });

  it('takes along how far the process managers have come', async () => {
    const name = 'processes of instance';
    const positionsIn = async ({ log }: Instance) =>
      (await Array.fromAsync(log.readAll())).map(({ position }) => position);
    const keeping = new MemoryLeases();
    await keeping.take(name, 'server', null);
    const [first = '', , third = ''] = await positionsIn(source);
    await keeping.keepProgress({ name, epoch: 1 }, 'adoption', first);
    await keeping.keepProgress({ name, epoch: 1 }, 'entry', third);
    const taking = new MemoryLeases();
    const both = { source: { ...source, leases: keeping }, target: { ...target, leases: taking } };
    await run(both);
    await run(both);
    const [adoption, , entry] = await positionsIn(target);
    expect(Object.fromEntries(await taking.progress(name))).toEqual({ adoption, entry });
    expect(await taking.find(name)).toMatchObject({ holder: null });
  });

  it('is refused where a server on the source gives a sign of life', async () => {
    const held = await source.leases?.take('processes of instance', 'server', null);
    const show = (what: string) => {
      if (what === 'names' && held) void source.leases?.prolong('processes of instance', held);
    };
    await expect(run({ show })).rejects.toThrow(/A server runs on the source/u);
    expect(await target.beside.store.instanceId()).toBeNull();
  });

  it('that was cut off at any step is given again, and until it ends the target is nobody’s', async () => {
    const whole = await fingerprintOf(source.log);
    const steps: string[] = [];
    await run({
      target: { log: new MemoryEventStore(), beside: await beside('trial'), leases: null },
      ...{ map: path('trial.db'), show: (what, done) => steps.push(`${what} ${String(done)}`) },
    });
    for (const step of steps) {
      const stopping = new AbortController();
      const show = (what: string, done: number) => {
        if (`${what} ${String(done)}` === step) stopping.abort();
      };
      const cut = run({ signal: stopping.signal, show });
      await expect(cut).rejects.toThrow(/abort/u);
      expect(await target.beside.store.instanceId()).toBeNull();
    }
    expect(await run()).toMatchObject(whole);
    expect(await run()).toMatchObject(whole);
  });

  it('ends with a sentence where somebody writes to the source meanwhile, and goes on later', async () => {
    let isWritten = false;
    const show = (what: string) => {
      if (what !== 'names' || isWritten) return;
      isWritten = true;
      void source.log.append('note-9', [event(99)], { expected: 'noStream' });
    };
    await expect(run({ show })).rejects.toThrow(/Somebody has written to the source/u);
    expect(await target.beside.store.instanceId()).toBeNull();
    expect(await run()).toMatchObject({ events: 9 });
  });

  it('ends with a sentence where somebody writes to the target', async () => {
    await run();
    await target.log.append('note-9', [event(99)], { expected: 'noStream' });
    await expect(run()).rejects.toThrow(NotThisLog);
  });

  it('leaves a log alone that loses events', async () => {
    await source.log.setStreamMeta('note-1', { maxCount: 1 });
    await expect(run()).rejects.toThrow(UnusableStore);
    expect(await Array.fromAsync(target.log.readAll())).toEqual([]);
  });

  it.each([
    { what: 'none that was used', of: 'source', by: 'DELETE FROM instance' },
    {
      what: 'that of another instance',
      of: 'target',
      by: `INSERT INTO instance VALUES (1, 'other')`,
    },
  ])('needs the private store of the same instance: $what', async ({ of, by }) => {
    const db = new DatabaseSync(`${path(of === 'source' ? 'old' : 'new')}/private.db`);
    db.exec(by);
    db.close();
    await expect(run()).rejects.toThrow(/private store of the/u);
  });

  it('is told from one whose events were changed on the way', async () => {
    class Changing extends MemoryEventStore {
      override append(...[stream, events, options]: Parameters<EventStore['append']>) {
        return super.append(
          stream,
          events.map((one) => ({ ...one, type: 'Changed' })),
          options,
        );
      }
    }
    const changing = { log: new Changing(), beside: target.beside, leases: null };
    await expect(run({ target: changing })).rejects.toThrow(NotTheSame);
  });
});
