import { setImmediate as turn, setTimeout } from 'node:timers/promises';
import type { Position, RecordedEvent, Signal } from '@tavolo/event-store';
import { BatchWriter } from './batch-writer.js';
import type { Batch } from './batch-writer.js';
import type { EventSource, Moment, ProjectionWork } from './projection.js';
import { failureOf, ProjectionFailed } from './status.js';
import type { RunnerState, RunnerStatus } from './status.js';
import { StaleWriter } from './sqlite/read-model-file.js';
import type { ReadModelFile } from './sqlite/read-model-file.js';

const BATCH_SIZE = 1000;
const FIRST_PAUSE_MS = 100;
/** However long the log was away: within ten seconds of its return it is read again. */
const LONGEST_PAUSE_MS = 5_000;

/** Waits before the log is asked again; ends early when the signal aborts. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

/**
 * One reader of the log feeds all projections, in order, in batches that commit rows and
 * checkpoint together. A projection that throws stops the whole: no event is ever skipped.
 * A source that fails or ends is asked again, for ever, from the last event that was committed.
 */
export class ProjectionRunner {
  readonly #source: EventSource;
  readonly #writer: BatchWriter;
  readonly #batchSize: number;
  readonly #listeners = new Set<(batch: Batch) => void>();
  readonly #statusListeners = new Set<(status: RunnerStatus) => void>();
  #state: RunnerState = 'stopped';
  #failure: RunnerStatus['failure'] = null;

  constructor(file: ReadModelFile, work: ProjectionWork) {
    this.#source = work.source;
    this.#writer = new BatchWriter(file, work);
    this.#batchSize = work.batchSize ?? BATCH_SIZE;
  }

  get moment(): Moment {
    return this.#writer.moment;
  }

  status(): RunnerStatus {
    const passedOver = this.#writer.passedOver();
    return { state: this.#state, moment: this.moment, passedOver, failure: this.#failure };
  }

  /** Told after each commit. Answers how to stop listening. */
  onBatch(listener: (batch: Batch) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Told when the state changes, or more is passed over. Answers how to stop listening. */
  onStatus(listener: (status: RunnerStatus) => void): () => void {
    this.#statusListeners.add(listener);
    return () => this.#statusListeners.delete(listener);
  }

  /** Reads up to a head of the log taken now, or until the signal aborts. @throws ProjectionFailed */
  async catchUp(signal: AbortSignal): Promise<Moment> {
    const head = await this.#source.head();
    while (!signal.aborted && this.moment.position < head) {
      const after = this.moment.position;
      const events = await collected(this.#source.readAll({ after, max: this.#batchSize }));
      if (events.length === 0) break;
      this.#write(events);
      await turn(); // Whoever shares the thread has a turn between two batches.
    }
    return this.moment;
  }

  /**
   * Catches up, then follows the log until the signal aborts.
   * @throws ProjectionFailed | StaleWriter, after which the status is `failed`.
   */
  async run(signal: AbortSignal, pause: Pause = pauseFor): Promise<void> {
    let wait = FIRST_PAUSE_MS;
    while (!signal.aborted) {
      const before = this.moment;
      try {
        this.#become('catchingUp');
        await this.catchUp(signal);
        this.#become('live');
        await this.#follow(signal);
      } catch (error) {
        this.#failed(error);
      }
      if (this.moment !== before) wait = FIRST_PAUSE_MS;
      await pause(wait * (0.5 + 0.5 * Math.random()), signal);
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
    this.#become('stopped');
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const after = this.moment.position;
    const signals = this.#source.subscribe({ after, signal })[Symbol.asyncIterator]();
    const aborted = abortOf(signal);
    let next = signals.next();
    try {
      for (;;) {
        const gathered = await this.#gather(next, { signals, aborted });
        if (gathered === null || signal.aborted) return;
        next = gathered.next;
        const fresh = risingAfter(this.moment.position, gathered.events);
        if (fresh.length > 0) this.#writeNews(fresh);
      }
    } finally {
      // Not awaited: a source that does not heed the signal must not keep us.
      void Promise.allSettled([next, signals.return?.()]);
    }
  }

  /** What has come by the time the source makes us wait is one batch. Null at the end. */
  async #gather(
    first: Promise<IteratorResult<Signal>>,
    { signals, aborted }: { signals: AsyncIterator<Signal>; aborted: Promise<null> },
  ): Promise<{ events: readonly RecordedEvent[]; next: Promise<IteratorResult<Signal>> } | null> {
    const events: RecordedEvent[] = [];
    let next = first;
    let answer = await Promise.race([next, aborted]);
    const later = turn(null);
    while (answer !== null) {
      if (answer.done) return events.length > 0 ? { events, next } : null;
      this.#heard(answer.value);
      if (answer.value.kind === 'event') events.push(answer.value.event);
      next = signals.next();
      answer = events.length < this.#batchSize ? await Promise.race([next, later]) : null;
    }
    return { events, next };
  }

  /** A subscription that was dropped comes back by itself; until then the log can't be read. */
  #heard({ kind }: Signal): void {
    if (kind === 'caughtUp' && this.#state !== 'live') this.#become('live');
    if (kind === 'fellBehind' && this.#state === 'live') this.#become('catchingUp');
  }

  #write(events: readonly RecordedEvent[]): void {
    this.#tell(this.#put(events));
  }

  /** What is passed over is told as it grows: somebody watches. */
  #put(events: readonly RecordedEvent[]): ReturnType<BatchWriter['write']> {
    const passedOver = this.#writer.passedOver();
    const batch = this.#writer.write(events);
    if (this.#writer.passedOver() !== passedOver) this.#tellStatus();
    return batch;
  }

  #writeNews(events: readonly RecordedEvent[]): void {
    const began = performance.now();
    const { written, failure } = this.#put(events);
    const tookMs = performance.now() - began;
    const facts = events
      .slice(0, written.events)
      .map(({ id, meta: { commandId } }) => ({ id, commandId }));
    this.#tell({ written: { ...written, news: { tookMs, facts } }, failure });
  }

  #tell({ written, failure }: ReturnType<BatchWriter['write']>): void {
    this.#listeners.forEach((listener) => {
      listener(written);
    });
    if (failure) throw failure;
  }

  #become(state: RunnerState): void {
    this.#state = state;
    if (state === 'live') this.#failure = null;
    this.#tellStatus();
  }

  #tellStatus(): void {
    this.#statusListeners.forEach((listener) => {
      listener(this.status());
    });
  }

  #failed(error: unknown): void {
    const isFinal = error instanceof ProjectionFailed || error instanceof StaleWriter;
    this.#state = isFinal ? 'failed' : 'retrying';
    this.#failure = failureOf(error);
    this.#tellStatus();
    if (isFinal) throw error;
  }
}

/** A source that resubscribed inside may tell of an event twice. */
function risingAfter(
  position: Position,
  events: readonly RecordedEvent[],
): readonly RecordedEvent[] {
  let last = position;
  return events.filter((event) => {
    const isNew = event.position > last;
    if (isNew) last = event.position;
    return isNew;
  });
}

async function collected(events: AsyncIterable<RecordedEvent>): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

async function pauseFor(ms: number, signal: AbortSignal): Promise<void> {
  // An abort ends the pause; it is no error here.
  await setTimeout(ms, null, { signal }).catch(() => null);
}

function abortOf(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}
