import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AppendOutcomeUnknown, MemoryEventStore, START } from '@tavolo/event-store';
import { StoreUnavailable } from '@tavolo/event-store';
import type { NewEvent, Position, Uuid } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';
import { Jobs } from '@tavolo/operations';
import { processProjections } from '@tavolo/process/projections';
import { inlineWriter, startProjections } from '@tavolo/projection';
import type { Projections } from '@tavolo/projection';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { inTime } from './in-time.js';
import { Metrics } from './metrics.js';
import { serveOperations } from './operations.js';

const clock = { now: () => '2030-01-01T12:01:00.000Z' as Instant };
const event = (n: number): NewEvent => ({
  ...{ id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as Uuid, type: 'Noted' },
  ...{ schema: 1, data: { secret: 'Ada Rossi' } },
  meta: {
    ...{ recordedAt: `2030-01-01T12:00:0${String(n)}.000Z`, salt: '0'.repeat(32) },
    ...{ commandId: '1', commandHash: '2', correlationId: '3' },
    ...{ actor: { personRef: 'person-1' }, auth: { issuer: 'test', assurance: 'none' } },
  } as unknown as NewEvent['meta'],
});

/** A log that says nothing of use where it is told to. */
class Moody extends MemoryEventStore {
  failure: Error | null = null;

  override head(): Promise<Position> {
    return this.failure ? Promise.reject(this.failure) : super.head();
  }

  override async append(...sent: Parameters<MemoryEventStore['append']>) {
    if (this.failure) throw this.failure;
    return await super.append(...sent);
  }
}

let folder: string;
let store: Moody;
/** What the read model is built from: it stays behind the log where a test does not write there. */
let read: MemoryEventStore;
let projections: Projections;
let metrics: Metrics;
let http: FastifyInstance;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
  [store, read] = [new Moody(), new MemoryEventStore()];
  const writer = inlineWriter({ projections: processProjections, source: read });
  projections = await startProjections({ folder, writer });
  metrics = new Metrics();
  http = fastify();
  const jobs = new Jobs(clock);
  serveOperations(http, { clock, projections, jobs, store: metrics.measured(store) }, metrics);
});
afterEach(async () => {
  await http.close();
  await projections.close();
  rmSync(folder, { recursive: true });
});

async function ready(headers: Record<string, string> = {}) {
  const answer = await http.inject({ url: '/health/ready', headers });
  return [answer.statusCode, answer.json<unknown>()] as const;
}
const scraped = async () => (await http.inject({ url: '/metrics' })).body;

describe('whether a server is ready', () => {
  it('is said where the log answers and is read to its head', async () => {
    const answering = { ready: true, log: 'answers', position: START, failure: null };
    expect(await ready()).toMatchObject([200, answering]);
    store.failure = new StoreUnavailable('away');
    expect(await ready()).toMatchObject([503, { ready: false, log: 'silent' }]);
    store.failure = null;
    expect(await ready()).toMatchObject([200, answering]);
  });

  it('is all that is said through a proxy', async () => {
    expect(await ready({ via: '1.1 proxy' })).toEqual([200, { ready: true }]);
    store.failure = new StoreUnavailable('away');
    expect(await ready({ forwarded: 'for=192.0.2.1' })).toEqual([503, { ready: false }]);
  });

  it('is not waited for longer than whoever watches waits', async () => {
    expect(await inTime(new Promise(() => undefined), 1)).toBeNull();
    expect(await inTime(Promise.reject(new Error('away')), 1)).toBeNull();
    expect(await inTime(Promise.resolve('here'), 1_000)).toBe('here');
  });
});

describe('what is measured', () => {
  it('is how far the read model is behind, in events and in seconds', async () => {
    expect(await scraped()).toContain('tavolo_lag_events{reader="projections"} 0');
    await store.append('note-1', [event(1), event(2)], { expected: 'noStream' });
    const text = await scraped();
    expect(text).toContain('tavolo_lag_events{reader="projections"} 2');
    expect(text).toContain('tavolo_lag_seconds{reader="projections"} 59');
    expect(text).toContain('tavolo_projections_state{state="live"} 1');
    expect(text).toContain('tavolo_projections_state{state="failed"} 0');
  });

  it('is how far the processes are, by the slowest, and what each works on', async () => {
    const first = await store.append('note-1', [event(1), event(2)], { expected: 'noStream' });
    const second = await store.append('note-1', [event(3)], { expected: 1 });
    const at = ({ position: done }: typeof first, process: string, open: number) => ({
      ...{ process, done, open },
    });
    const progress = () => [at(second, 'entry', 0), at(first, 'adoption', 4)];
    metrics.processes = { lease: null, progress };
    const text = await scraped();
    expect(text).toContain('tavolo_lag_events{reader="processes"} 1');
    expect(text).toContain('tavolo_lag_seconds{reader="processes"} 57');
    expect(text).toContain('tavolo_process_queue{process="adoption"} 4');
    expect(text).toContain('tavolo_process_queue{process="entry"} 0');
  });

  it('is which replica runs the process managers, and whether it is this one', async () => {
    expect(await scraped()).toContain('tavolo_lease_held 0');
    const held = { epoch: 3, holder: 'replica1', isHeld: true };
    metrics.processes = { lease: held, progress: () => [] };
    const text = await scraped();
    expect(text).toContain('tavolo_lease_held 1');
    expect(text).toContain('tavolo_lease_epoch{holder="replica1"} 3');
    metrics.processes = {
      ...metrics.processes,
      lease: { ...held, epoch: 4, holder: 'replica2', isHeld: false },
    };
    const later = await scraped();
    expect(later).toContain('tavolo_lease_held 0');
    expect(later.match(/^tavolo_lease_epoch\{.*$/gmu)).toEqual([
      'tavolo_lease_epoch{holder="replica2"} 4',
    ]);
  });

  it('is the matters in which a process has stopped, and those that wait', async () => {
    const stopped = { subject: 'plan-1', owner: null, rule: 'X-3', code: 'No' };
    const data = { ...stopped, why: { it: 'no', en: 'no' } };
    const stop: NewEvent = { ...event(1), type: 'ProcessStopped', data };
    await read.append('pm_entry-1', [stop], { expected: 'noStream' });
    await projections.readModel.reach(await read.head(), 2_000);
    const text = await scraped();
    expect(text).toContain('tavolo_process_matters{state="stopped"} 1');
    expect(text).toContain('tavolo_process_matters{state="waiting"} 0');
  });

  it('is how appends ended, and how many are under way', async () => {
    const measured = metrics.measured(store);
    await measured.append('note-1', [event(1)], { expected: 'noStream' });
    const again = measured.append('note-1', [event(2)], { expected: 'noStream' });
    await expect(again).rejects.toThrow('is at revision 0');
    for (store.failure of [new AppendOutcomeUnknown('x'), new StoreUnavailable('x')]) {
      const failing = measured.append('note-1', [event(2)], { expected: 0 });
      await expect(failing).rejects.toThrow(store.failure);
    }
    const text = await scraped();
    for (const outcome of ['written', 'conflict', 'unknown', 'unavailable']) {
      expect(text).toContain(`tavolo_append_seconds_count{outcome="${outcome}"} 1`);
    }
    expect(text).toContain('tavolo_appends_under_way 0');
  });

  it('is said without the log where that is silent', async () => {
    expect(await scraped()).toContain('tavolo_log_reachable 1');
    metrics.processes = {
      lease: null,
      progress: () => {
        throw new StoreUnavailable('away');
      },
    };
    const text = await scraped();
    expect(text).toContain('tavolo_log_reachable 0');
    expect(text).not.toContain('tavolo_lag_events{');
  });

  it('is commands and what refused them, by rule; no text, no id and no name', async () => {
    const message = { aggregate: 'plan', type: 'Revise', target: 'plan-1', data: { text: 'Ada' } };
    const refusal = {
      rule: 'X-8',
      code: 'ContentMoved',
      it: 'Ada',
      en: 'Ada',
      details: {},
    } as const;
    metrics.answered(message, { outcome: 'refused', refusal });
    metrics.failed({ process: 'entry', step: 'send', attempt: 3, error: new Error('Ada Rossi') });
    await store.append('note-1', [event(1)], { expected: 'noStream' });
    const text = await scraped();
    expect(text).toContain('tavolo_commands_total{aggregate="plan",outcome="refused"} 1');
    expect(text).toContain('tavolo_refusals_total{rule="X-8",code="ContentMoved"} 1');
    expect(text).toContain('tavolo_process_troubles_total{process="entry",step="send"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    expect(text).not.toMatch(/Ada|note-1|plan-1|0000-4000/u);
  });
});
