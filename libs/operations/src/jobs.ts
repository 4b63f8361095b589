import type { Clock } from '@tavolo/command';
import type { Instant, PersonRef, Refusal } from '@tavolo/kernel';
import { failureOf, RebuildCancelled } from '@tavolo/projection';
import type { Rebuilt, RebuildProgress, RunnerFailure } from '@tavolo/projection';
import { jobRules } from './jobs.rules.js';

/** What takes long: the read model is built anew. */
export type JobKind = 'rebuild';

/** Whether it goes on, and how it ended. */
export type JobState = 'cancelled' | 'failed' | 'finished' | 'running';

/** A long work of this server, and how far it has come. */
export type Job = Readonly<{
  /** The id of the command that began it: given again, it is the same job. */
  id: string;
  kind: JobKind;
  state: JobState;
  /** Null for who works on the machine itself. */
  startedBy: PersonRef | null;
  startedAt: Instant;
  endedAt: Instant | null;
  progress: RebuildProgress;
  /** It was asked to stop, and has not yet. */
  isCancelling: boolean;
  /** What a finished rebuild came to. */
  rebuilt: Rebuilt | null;
  /** Why it failed, and at which event where it was at one. */
  failure: RunnerFailure | null;
}>;

/** What a job does: it tells how far it has come, and heeds the signal. */
export type Work = (
  how: Readonly<{ signal: AbortSignal; onProgress: (progress: RebuildProgress) => void }>,
) => Promise<Rebuilt>;

/** Who begins what, under which id. */
export type Begun = Readonly<{ id: string; kind: JobKind; startedBy: PersonRef | null }>;

interface Entry {
  job: Job;
  readonly cancel: AbortController;
  readonly ended: Promise<Rebuilt>;
}

/** Jobs that are remembered; the oldest ones that have ended are forgotten. */
const KEPT = 50;
const NOTHING_DONE: RebuildProgress = { done: 0, total: 0, rate: 0, etaSeconds: null };

/**
 * The long works of this server, one at a time, for as long as it runs: nothing of them is facts.
 * What a stop of the server breaks off has changed nothing, and is begun anew.
 */
export class Jobs {
  readonly #entries = new Map<string, Entry>();

  /** `report` is told why one failed. */
  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly report: (error: unknown) => void = () => undefined,
  ) {}

  /** All that are remembered, the newest first. */
  all(): readonly Job[] {
    return [...this.#entries.values()].map(({ job }) => job).reverse();
  }

  find(id: string): Job | null {
    return this.#entries.get(id)?.job ?? null;
  }

  /** Begins one, unless another goes on; under an id that is known it is that job. */
  begin({ id, kind, startedBy }: Begun, work: Work): Job | Refusal {
    const known = this.find(id);
    if (known) return known;
    const running = this.all().find(({ state }) => state === 'running');
    if (running) return { ...jobRules.JobRunning, details: { id: running.id } };
    const cancel = new AbortController();
    const job: Job = {
      ...{ id, kind, state: 'running', startedBy, startedAt: this.clock.now(), endedAt: null },
      ...{ progress: NOTHING_DONE, isCancelling: false, rebuilt: null, failure: null },
    };
    const onProgress = (progress: RebuildProgress) => {
      this.#change(id, { progress });
    };
    const ended = work({ signal: cancel.signal, onProgress });
    this.#entries.set(id, { job, cancel, ended });
    this.#forgetOldest();
    void this.#follow(id, ended);
    return job;
  }

  /** Asks one to stop: what it was about stays as it is. */
  cancel(id: string): Job | Refusal {
    const entry = this.#entries.get(id);
    if (!entry) return { ...jobRules.JobUnknown, details: { id } };
    if (entry.job.state !== 'running') return { ...jobRules.JobOver, details: { id } };
    entry.cancel.abort();
    return this.#change(id, { isCancelling: true }) ?? entry.job;
  }

  /** What a job comes to. @throws what it fails with, and RangeError where there is none */
  async outcome(id: string): Promise<Rebuilt> {
    const entry = this.#entries.get(id);
    if (!entry) throw new RangeError('there is no such job');
    return await entry.ended;
  }

  async #follow(id: string, ended: Promise<Rebuilt>): Promise<void> {
    const end = (came: Pick<Job, 'state'> & Partial<Job>) =>
      this.#change(id, { ...came, endedAt: this.clock.now(), isCancelling: false });
    await ended.then(
      (rebuilt) => end({ state: 'finished', rebuilt }),
      (error: unknown) => {
        if (error instanceof RebuildCancelled) return end({ state: 'cancelled' });
        this.report(error);
        return end({ state: 'failed', failure: failureOf(error) });
      },
    );
  }

  #change(id: string, change: Partial<Job>): Job | null {
    const entry = this.#entries.get(id);
    if (!entry) return null;
    entry.job = { ...entry.job, ...change };
    return entry.job;
  }

  #forgetOldest(): void {
    for (const [id, { job }] of this.#entries) {
      if (this.#entries.size <= KEPT) return;
      if (job.state !== 'running') this.#entries.delete(id);
    }
  }
}
