import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { derivedId } from '@tavolo/command';
import { MemoryEventStore } from '@tavolo/event-store';
import type { NewEvent, RecordedEvent, Uuid } from '@tavolo/event-store';
import type { Instant, LocalDate } from '@tavolo/kernel';
import { MemoryLeases } from '@tavolo/private-store';
import { CommandSender, Processes } from '@tavolo/process';
import type { TimedProcess } from '@tavolo/process';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { DemoClock, serveDemoClock } from './demo-clock.js';
import { Metrics } from '../operations/metrics.js';
import { StoresModule } from '../stores/stores.module.js';

/** Waits for the end of two terms. */
const terms: TimedProcess<null> = {
  name: 'terms',
  categories: ['board'],
  initial: null,
  keyOf: ({ stream }) => stream,
  react: (state, input) => {
    if (input.kind !== 'event') return { state };
    const [first, second] = ['2017-12-31', '2019-06-30'] as LocalDate[];
    if (first === undefined || second === undefined) return { state };
    const timers = [
      { schedule: 'second', after: second },
      { schedule: 'first', after: first },
    ];
    return { state, timers };
  },
};

class NoSender extends CommandSender {
  send(): Promise<never> {
    return Promise.reject(new Error('nothing is sent here'));
  }
}

const id = '00000000-0000-4000-8000-000000000001' as Uuid;
const appointed: NewEvent = {
  ...{ id: derivedId(id, 'fact'), type: 'BoardChairAppointed', schema: 1, data: {} },
  meta: { correlationId: id, recordedAt: '2016-01-04T08:00:00.000Z' } as NewEvent['meta'],
};

let http: FastifyInstance;
let clock: DemoClock;
let store: MemoryEventStore;
let module: StoresModule;
let dataFolder: string;

beforeEach(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'tavolo-'));
  clock = new DemoClock();
  clock.walkTo('2016-01-04T08:00:00.000Z' as Instant);
  http = fastify();
  store = new MemoryEventStore();
  serveDemoClock(http, { clock, store, isLoaded: () => false });
  const closed = { close: () => Promise.resolve(), follow: () => Promise.resolve() };
  const processes = new Processes();
  processes.register(terms);
  const stores = {
    ...{ store, clock, dataFolder, instance: { facts: { id, zone: 'Europe/Rome' } } },
    ...{ projections: closed, privateStore: closed, ballotBoxes: closed },
    ...{ kept: closed, closed, answered: closed },
    ...{ snapshots: { close: () => undefined }, leases: new MemoryLeases() },
    replica: { name: 'one', patienceMs: 10_000 },
    metrics: new Metrics(),
  } as unknown as ConstructorParameters<typeof StoresModule>[0];
  module = new StoresModule(stores, processes, new NoSender());
  await module.onApplicationBootstrap();
});

afterEach(async () => {
  await module.beforeApplicationShutdown();
  await http.close();
  rmSync(dataFolder, { recursive: true });
});

const walk = (at: string) => http.inject({ method: 'PUT', url: '/demo/clock', payload: { at } });

/** The next events of timers, so many of them, in the order of the log. */
async function next(count: number, after: RecordedEvent | null): Promise<RecordedEvent[]> {
  const found: RecordedEvent[] = [];
  const leaving = new AbortController();
  const from = after ? { after: after.position } : {};
  const filter = { typePrefixes: ['Timer'] };
  for await (const heard of store.subscribe({ ...from, filter, signal: leaving.signal })) {
    if (heard.kind === 'event') found.push(heard.event);
    if (found.length === count) leaving.abort();
  }
  return found;
}

describe('the clock of a demo', () => {
  it('walks forward only, and tells of every move', () => {
    let moves = 0;
    clock.onMove(() => (moves += 1));
    expect(clock.walkTo('2018-01-01T00:00:00.000Z' as Instant)).toBe('2018-01-01T00:00:00.000Z');
    expect(clock.walkTo('2017-01-01T00:00:00.000Z' as Instant)).toBe('2018-01-01T00:00:00.000Z');
    expect(moves).toBe(1);
    clock.release();
    expect(moves).toBe(2);
    expect(clock.now() > '2020-01-01').toBe(true);
  });

  it('wakes what waits for a time, however far it walks', async () => {
    await store.append('board-1', [appointed], { expected: 'noStream' });
    const [second, first] = await next(2, null);
    await walk('2018-01-01T09:00:00.000Z');
    const [fired] = await next(1, first ?? null);
    expect(fired).toMatchObject({ type: 'TimerFired', data: { id: first?.data.id } });
    await walk('2026-01-01T00:00:00.000Z');
    expect(await next(1, fired ?? null)).toMatchObject([
      {
        data: { id: second?.data.id, late: true },
        meta: { effectiveOn: '2019-07-01', recordedAt: '2026-01-01T00:00:00.000Z' },
      },
    ]);
  });
});
