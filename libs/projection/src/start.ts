import type { Batch } from './batch-writer.js';
import { throwIfCancelled } from './cancelled.js';
import { ReadModelFolder } from './folder.js';
import { discard, Generations } from './generations.js';
import type { Generation, TakeReadModel } from './generations.js';
import { Lateness } from './lateness.js';
import { BEGINNING } from './projection.js';
import type { Moment } from './projection.js';
import type { ReadModel } from './read-model.js';
import { SqliteReadModel } from './sqlite/sqlite-read-model.js';
import type { Comparison } from './sqlite/compare.js';
import { copyReadModel } from './sqlite/copy.js';
import { differenceOf } from './sqlite/layout.js';
import type { RunnerStatus } from './status.js';
import type { WriterFactory, WriterNotice } from './writer.js';

export type ProjectionOptions = Readonly<{
  /** Of this read model alone; made where it is not there. */
  folder: string;
  writer: WriterFactory;
  /** Told in a sentence at start where the read model in use is not gone on with. */
  report?: (message: string) => void;
  /** Asks another replica for a copy, where it would else be built anew. */
  take?: TakeReadModel;
}>;

/** How far a rebuild has come. `total` and with it `etaSeconds` grow while the log grows. */
export type RebuildProgress = Readonly<{
  done: number;
  total: number;
  /** Events a second since it began. */
  rate: number;
  etaSeconds: number | null;
}>;

export type RebuildOptions = Readonly<{
  onProgress?: (progress: RebuildProgress) => void;
  /** Decides on the swap when it is known what differs; without it the swap is made. */
  accept?: (comparison: Comparison) => boolean | Promise<boolean>;
  /** Cancels: the read model in use stays, the new one is removed. */
  signal?: AbortSignal;
  /** Milliseconds from any beginning, for the rate. */
  elapsedMs?: () => number;
}>;

export type Rebuilt = Readonly<{ comparison: Comparison; isSwapped: boolean }>;

/** Another rebuild goes on. */
export class RebuildRunning extends Error {}

/** There is no read model to go back to, or it cannot be used. */
export class NoWayBack extends Error {}

type Cancellable = RebuildOptions & { readonly signal: AbortSignal };

/**
 * Starts the read model of this node: opens the one in use, or where there is none, or it is
 * damaged, of other projections or of another log, the one before it, a copy of another replica's
 * or a new one; then follows the log.
 * Readable at once; `readModel.reach(head)` says when it is up to date.
 * @throws ReadModelTooNew, and the file is left as it is
 */
export async function startProjections(options: ProjectionOptions): Promise<Projections> {
  const folder = new ReadModelFolder(options.folder);
  const projections = new Projections(folder, options);
  await projections.start();
  return projections;
}

/** The projections of this node at work: what they write, how they are, and how to rebuild them. */
export class Projections {
  readonly #folder: ReadModelFolder;
  readonly #generations: Generations;
  #active: Generation | null = null;
  #next: Generation | null = null;
  #ahead: readonly Batch[] = [];
  #progress: ((reached: Moment) => void) | null = null;
  readonly #closing = new AbortController();
  #rebuilding: Promise<unknown> = Promise.resolve();
  #readModel: SqliteReadModel | null = null;
  readonly #lateness = new Lateness();
  #listener: ((batch: Batch) => void) | null = null;
  #status: RunnerStatus = {
    ...{ state: 'stopped', moment: BEGINNING, passedOver: [], failure: null },
  };

  /** Use `startProjections`. */
  constructor(folder: ReadModelFolder, options: ProjectionOptions) {
    this.#folder = folder;
    this.#generations = new Generations({
      ...{ folder, take: options.take, report: options.report },
      writerOf: (path) => options.writer((notice) => this.#told(path, notice)),
    });
  }

  get readModel(): ReadModel {
    return this.#reading;
  }

  /** State of the writer in use, with the moment it has reached. */
  status(): RunnerStatus {
    return { ...this.#status, moment: this.#readModel?.now() ?? BEGINNING };
  }

  /** Milliseconds for which it is not known to be up to date; null while it follows the log. */
  behindMs(): number | null {
    return this.#lateness.ms;
  }

  /** Told of every batch of the read model in use, once it can be read. */
  onBatch(listener: (batch: Batch) => void): void {
    this.#listener = listener;
  }

  /** Says that something was appended; without it a polling source finds out a little later. */
  wake(): void {
    this.#active?.writer.wake();
  }

  /** Called by `startProjections`. */
  async start(): Promise<void> {
    this.#folder.sweepCopies();
    const generation = await this.#generations.openOrBegin();
    this.#active = generation;
    this.#folder.sweep();
    this.#readModel = new SqliteReadModel(generation.path, () => {
      this.wake();
    });
    await generation.writer.follow();
  }

  #told(path: string, notice: WriterNotice): void {
    if (path === this.#active?.path) {
      if (notice.kind === 'status') {
        this.#status = notice.status;
        this.#lateness.told(notice.status.state);
      } else {
        this.#readModel?.told(notice.batch);
        this.#listener?.(notice.batch);
      }
    } else if (path === this.#next?.path && notice.kind === 'batch') {
      this.#keepAhead(notice.batch);
      this.#progress?.(notice.batch.moment);
    }
  }

  /** What only the new one has read must be told of after the swap. */
  #keepAhead(batch: Batch): void {
    const { ordinal } = this.#reading.now();
    this.#ahead = [...this.#ahead, batch].filter(({ moment }) => moment.ordinal > ordinal);
  }

  /**
   * Builds a second read model from the beginning of the log, beside the one in use, compares the
   * two at one moment, and swaps them. Readers notice nothing: `now` never goes back, and a moment
   * means the same in both. @throws RebuildRunning | RebuildCancelled | ProjectionFailed
   */
  rebuild(options: RebuildOptions = {}): Promise<Rebuilt> {
    const signals = [this.#closing.signal, ...(options.signal ? [options.signal] : [])];
    const work = this.#rebuild({ ...options, signal: AbortSignal.any(signals) });
    this.#rebuilding = Promise.allSettled([this.#rebuilding, work]);
    return work;
  }

  async #rebuild(options: Cancellable): Promise<Rebuilt> {
    if (this.#progress) throw new RebuildRunning('another rebuild goes on');
    this.#progress = this.#progressOf(options);
    this.#ahead = [];
    try {
      this.#next = await this.#generations.begin();
      return await this.#buildAndSwap(this.#next, options);
    } finally {
      this.#next = null;
      this.#progress = null;
    }
  }

  async #buildAndSwap(next: Generation, options: Cancellable): Promise<Rebuilt> {
    try {
      const comparison = await this.#build(next, options.signal);
      const isSwapped = (await options.accept?.(comparison)) ?? true;
      throwIfCancelled(options.signal);
      if (isSwapped) await this.#swap(next);
      else await discard(next);
      return { comparison, isSwapped };
    } catch (error) {
      if (this.#active !== next) await discard(next);
      throw error;
    }
  }

  async #build({ writer }: Generation, signal: AbortSignal): Promise<Comparison> {
    const cancel = () => void writer.halt();
    signal.addEventListener('abort', cancel);
    try {
      throwIfCancelled(signal);
      const { ordinal } = await writer.catchUp();
      throwIfCancelled(signal);
      const both = Math.min(ordinal, this.#reading.now().ordinal);
      return await writer.compareWith(this.#inUse.path, both);
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  async #swap(next: Generation): Promise<void> {
    const old = this.#inUse;
    await old.writer.halt();
    try {
      // The log's head is nowhere behind what the old one has read: `now` will not go back.
      await next.writer.catchUp();
      this.#folder.activate(next.path);
    } catch (error) {
      await old.writer.follow();
      throw error;
    }
    this.#active = next;
    this.#reading.reopen(next.path, this.#ahead);
    await next.writer.follow();
    // It stays as it was, for a way back, until the next one takes its place.
    await old.writer.close();
    this.#folder.sweep();
  }

  /**
   * Goes back to the read model that was in use before, brought up to date first; from there the
   * way back leads here again. @throws NoWayBack | RebuildRunning | ProjectionFailed
   */
  rollBack(): Promise<Moment> {
    const work = this.#rollBack();
    this.#rebuilding = Promise.allSettled([this.#rebuilding, work]);
    return work;
  }

  async #rollBack(): Promise<Moment> {
    if (this.#progress) throw new RebuildRunning('another rebuild goes on');
    this.#progress = () => undefined;
    this.#ahead = [];
    try {
      const previous = await this.#generations.previous();
      if (!('writer' in previous)) throw new NoWayBack(previous.reason ?? 'there is none');
      this.#next = previous;
      // Beside the one in use, which goes on until then: it may be a day behind.
      const isUpToDate = previous.writer.catchUp().then(() => this.#swap(previous));
      await isUpToDate.catch(async (error: unknown) => {
        await previous.writer.close();
        throw error;
      });
      return this.#reading.now();
    } finally {
      this.#next = null;
      this.#progress = null;
    }
  }

  /** In what another program's read model differs from this one; null where it can go on with it. */
  async differenceFrom(layout: string): Promise<string | null> {
    return differenceOf(await this.#inUse.writer.layout(), layout);
  }

  /** A copy as it stands at this moment, while it is read and written; whoever asks removes it. */
  async copy(): Promise<string> {
    const path = this.#folder.copy();
    await copyReadModel(this.#inUse.path, path);
    return path;
  }

  #progressOf({ onProgress, elapsedMs = () => performance.now() }: RebuildOptions) {
    const began = elapsedMs();
    return ({ ordinal: done }: Moment): void => {
      const total = Math.max(done, this.#reading.now().ordinal);
      const seconds = (elapsedMs() - began) / 1000;
      const rate = seconds > 0 ? done / seconds : 0;
      const etaSeconds = rate > 0 ? (total - done) / rate : null;
      onProgress?.({ done, total, rate, etaSeconds });
    };
  }

  get #inUse(): Generation {
    if (!this.#active) throw new TypeError('the projections were not started');
    return this.#active;
  }

  get #reading(): SqliteReadModel {
    if (!this.#readModel) throw new TypeError('the projections were not started');
    return this.#readModel;
  }

  /** Stops writing and reading; a rebuild that goes on is given up. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#rebuilding;
    await this.#active?.writer.close();
    this.#readModel?.close();
  }
}
