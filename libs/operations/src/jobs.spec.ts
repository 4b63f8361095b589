import { describe, expect, it } from '@jest/globals';
import type { Instant, PersonRef } from '@tavolo/kernel';
import { ProjectionFailed, RebuildCancelled } from '@tavolo/projection';
import type { Rebuilt, RebuildProgress } from '@tavolo/projection';
import { Jobs } from './jobs.js';
import type { Work } from './jobs.js';

const person = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const comparison = { ordinal: 4, tables: [], onlyHere: [], onlyThere: [] };
const rebuilt: Rebuilt = { comparison, isSwapped: true };

/** A work that goes on until it is told how to end. */
class Slow {
  tell: (progress: RebuildProgress) => void = () => undefined;
  finish: (came: Rebuilt) => void = () => undefined;
  fail: (error: Error) => void = () => undefined;
  isAborted = false;

  readonly work: Work = ({ signal, onProgress }) => {
    this.tell = onProgress;
    return new Promise((resolve, reject) => {
      [this.finish, this.fail] = [resolve, reject];
      signal.addEventListener('abort', () => {
        this.isAborted = true;
        reject(new RebuildCancelled('cancelled'));
      });
    });
  };
}

function begun(jobs = jobsAt()) {
  const slow = new Slow();
  const job = jobs.begin({ id: 'a', kind: 'rebuild', startedBy: person }, slow.work);
  return { jobs, slow, job };
}

function jobsAt(reported: unknown[] = []) {
  const now = () => '2030-01-01T12:00:00.000Z' as Instant;
  return new Jobs({ now }, (error) => reported.push(error));
}

const other = { id: 'b', kind: 'rebuild', startedBy: null } as const;
const stateOf = (jobs: Jobs, id = 'a') => jobs.find(id)?.state;

describe('a job', () => {
  it('tells how far it has come, and what it came to', async () => {
    const { jobs, slow, job } = begun();
    expect(job).toMatchObject({ state: 'running', startedBy: person, progress: { done: 0 } });
    const progress = { done: 3, total: 9, rate: 2, etaSeconds: 3 };
    slow.tell(progress);
    expect(jobs.find('a')).toMatchObject({ progress, endedAt: null });
    slow.finish(rebuilt);
    await expect(jobs.outcome('a')).resolves.toBe(rebuilt);
    expect(jobs.find('a')).toMatchObject({ state: 'finished', rebuilt, progress });
    expect(jobs.find('a')?.endedAt).toBe('2030-01-01T12:00:00.000Z');
  });

  it('X-13: is the same one when its command is given again, while it goes on and after', async () => {
    const { jobs, slow } = begun();
    const again = () => jobs.begin({ id: 'a', kind: 'rebuild', startedBy: person }, slow.work);
    expect(again()).toBe(jobs.find('a'));
    slow.finish(rebuilt);
    await jobs.outcome('a');
    expect(again()).toMatchObject({ state: 'finished' });
    expect(jobs.all()).toHaveLength(1);
  });

  it('X-11: goes on alone; another one begins when it is over', async () => {
    const { jobs, slow } = begun();
    const next = new Slow();
    expect(jobs.begin(other, next.work)).toMatchObject({
      ...{ rule: 'X-11', code: 'JobRunning', details: { id: 'a' } },
    });
    slow.finish(rebuilt);
    await jobs.outcome('a');
    expect(jobs.begin(other, next.work)).toMatchObject({ id: 'b', state: 'running' });
    expect(jobs.all().map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('stops when it is cancelled, and says that it is about to', async () => {
    const { jobs, slow } = begun();
    expect(jobs.cancel('a')).toMatchObject({ state: 'running', isCancelling: true });
    expect(slow.isAborted).toBe(true);
    await expect(jobs.outcome('a')).rejects.toThrow(RebuildCancelled);
    expect(jobs.find('a')).toMatchObject({ state: 'cancelled', isCancelling: false });
  });

  it('X-11: is not cancelled once it is over', async () => {
    const { jobs, slow } = begun();
    slow.finish(rebuilt);
    await jobs.outcome('a');
    expect(jobs.cancel('a')).toMatchObject({ rule: 'X-11', code: 'JobOver' });
    expect(stateOf(jobs)).toBe('finished');
  });

  it('X-12: of which the server knows nothing is neither found nor cancelled', async () => {
    const { jobs } = begun();
    expect(jobs.cancel('b')).toMatchObject({ rule: 'X-12', code: 'JobUnknown' });
    expect(jobs.find('b')).toBeNull();
    await expect(jobs.outcome('b')).rejects.toThrow('no such job');
    expect(stateOf(jobs)).toBe('running');
  });

  it('that fails says so, and why is told to who keeps the journal', async () => {
    const reported: unknown[] = [];
    const { jobs, slow } = begun(jobsAt(reported));
    const failure = new Error('the disk is full');
    slow.fail(failure);
    await expect(jobs.outcome('a')).rejects.toBe(failure);
    expect(stateOf(jobs)).toBe('failed');
    const nowhere = { projection: null, eventId: null, position: null };
    expect(jobs.find('a')?.failure).toEqual({ ...nowhere, message: 'the disk is full' });
    expect(reported).toEqual([failure]);
  });

  it('that fails at an event says at which', async () => {
    const { jobs, slow } = begun();
    const at = { projection: 'plan', eventId: 'e', position: '0007', message: 'no such plan' };
    slow.fail(new ProjectionFailed(at as ConstructorParameters<typeof ProjectionFailed>[0]));
    await expect(jobs.outcome('a')).rejects.toThrow('no such plan');
    expect(jobs.find('a')).toMatchObject({ state: 'failed', failure: at });
  });

  it('is forgotten when fifty newer ones have come', async () => {
    const jobs = jobsAt();
    for (let n = 0; n < 51; n += 1) {
      const id = String(n);
      jobs.begin({ ...other, id }, () => Promise.resolve(rebuilt));
      await jobs.outcome(id);
    }
    expect(jobs.all()).toHaveLength(50);
    expect(jobs.find('0')).toBeNull();
    expect(jobs.find('1')).not.toBeNull();
  });
});
