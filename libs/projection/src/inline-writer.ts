import type { EventSource, Moment, ProjectionWork } from './projection.js';
import { checkNames } from './batch-writer.js';
import { ProjectionRunner } from './runner.js';
import { compareReadModels } from './sqlite/compare.js';
import type { Comparison } from './sqlite/compare.js';
import { programLayout } from './sqlite/layout.js';
import { momentOfOrdinal } from './sqlite/moments.js';
import { ReadModelFile, whyRebuild } from './sqlite/read-model-file.js';
import type { ReadModelWriter, WriterFactory, WriterNotice } from './writer.js';

/** Writes on this thread: for tests, and inside the worker thread. */
export function inlineWriter(work: ProjectionWork): WriterFactory {
  checkNames(work.projections);
  return (listener) => new InlineWriter(work, listener);
}

class InlineWriter implements ReadModelWriter {
  readonly #work: ProjectionWork;
  readonly #listener: (notice: WriterNotice) => void;
  #path = '';
  #file: ReadModelFile | null = null;
  #runner: ProjectionRunner | null = null;
  #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(work: ProjectionWork, listener: (notice: WriterNotice) => void) {
    this.#work = work;
    this.#listener = listener;
  }

  async open(path: string): Promise<string | null> {
    const { projections, source, knows } = this.#work;
    const reason = whyRebuild(path, projections, knows);
    if (reason !== null) return reason;
    const file = ReadModelFile.open(path);
    try {
      const foreign = await whyForeign(file, source);
      if (foreign === null) this.#wire(path, file);
      else file.close();
      return foreign;
    } catch (error) {
      file.close();
      throw error;
    }
  }

  layout(): Promise<string> {
    return Promise.resolve(programLayout(this.#work.projections));
  }

  create(path: string): Promise<void> {
    this.#wire(path, ReadModelFile.create(path, this.#work.projections));
    return Promise.resolve();
  }

  #wire(path: string, file: ReadModelFile): void {
    const runner = new ProjectionRunner(file, this.#work);
    runner.onBatch((batch) => {
      this.#listener({ kind: 'batch', batch });
    });
    runner.onStatus((status) => {
      this.#listener({ kind: 'status', status });
    });
    this.#path = path;
    this.#file = file;
    this.#runner = runner;
  }

  get #open(): ProjectionRunner {
    if (!this.#runner) throw new TypeError('no read model is open');
    return this.#runner;
  }

  catchUp(): Promise<Moment> {
    const work = this.#open.catchUp(this.#stop.signal);
    this.#running = work.then(ignore, ignore);
    return work;
  }

  compareWith(path: string, ordinal: number): Promise<Comparison> {
    return Promise.resolve(compareReadModels(this.#path, path, ordinal));
  }

  follow(): Promise<void> {
    // A failure is told as a status; there is nobody to throw it at.
    this.#running = this.#open.run(this.#stop.signal).then(ignore, ignore);
    return Promise.resolve();
  }

  async halt(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#stop = new AbortController();
  }

  wake(): void {
    this.#work.source.wake?.();
  }

  async close(): Promise<void> {
    await this.halt();
    this.#file?.close();
    this.#file = null;
    this.#runner = null;
  }
}

/**
 * Whether the log is the one that was read: the last event read lies where it lay. Ids of events
 * are unique across logs, so that of the first one would say no more, and not of a shorter log.
 */
async function whyForeign(file: ReadModelFile, source: EventSource): Promise<string | null> {
  const last = file.moment();
  if (last.ordinal === 0) return null;
  const before = momentOfOrdinal(file.statements, last.ordinal - 1);
  if (!before) return 'its index of events has a hole';
  for await (const event of source.readAll({ after: before.position, max: 1 })) {
    if (event.id === last.eventId) return null;
  }
  return 'it was read from another log, or from one that was longer';
}

function ignore(): void {
  // Handled where it is awaited, or told.
}
