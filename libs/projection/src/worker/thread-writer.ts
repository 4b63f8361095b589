import { Worker } from 'node:worker_threads';
import { BEGINNING } from '../projection.js';
import type { Moment } from '../projection.js';
import type { Comparison } from '../sqlite/compare.js';
import { ReadModelTooNew, StaleWriter } from '../sqlite/read-model-file.js';
import { failureOf, ProjectionFailed } from '../status.js';
import type { ReadModelWriter, WriterFactory, WriterNotice } from '../writer.js';
import type { Answer, Call, Method, Thrown, ThreadSettings } from './protocol.js';

/** A worker thread, or what stands for one. */
export interface Thread {
  postMessage(message: Call): void;
  on(event: 'message', listener: (answer: Answer) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
}

/**
 * Writes in a worker thread, so that neither a batch nor a rebuild stops the event loop.
 * `module` is the address (`file:` URL) of a module that exports `openProjectionWork`, which
 * gets `settings` (they are cloned) and opens projections and event reader in the thread.
 */
export function threadWriter({ module, settings }: ThreadSettings): WriterFactory {
  return (listener) =>
    new ThreadWriter(
      new Worker(new URL('./entry.js', import.meta.url), { workerData: { module, settings } }),
      listener,
    );
}

interface Pending {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** The near side of a writer on another thread. */
export class ThreadWriter implements ReadModelWriter {
  readonly #thread: Thread;
  readonly #listener: (notice: WriterNotice) => void;
  readonly #pending = new Map<number, Pending>();
  readonly #ended: Promise<void>;
  #calls = 0;
  #isClosing = false;
  #death: Error | null = null;

  constructor(thread: Thread, listener: (notice: WriterNotice) => void) {
    this.#thread = thread;
    this.#listener = listener;
    thread.on('message', (answer) => {
      this.#received(answer);
    });
    thread.on('error', (error) => {
      this.#died(error);
    });
    this.#ended = new Promise((resolve) => {
      thread.on('exit', () => {
        this.#died(new Error('the projection thread has ended'));
        resolve();
      });
    });
  }

  open(path: string): Promise<string | null> {
    return this.#call('open', path) as Promise<string | null>;
  }

  layout(): Promise<string> {
    return this.#call('layout') as Promise<string>;
  }

  create(path: string): Promise<void> {
    return this.#call('create', path) as Promise<void>;
  }

  catchUp(): Promise<Moment> {
    return this.#call('catchUp') as Promise<Moment>;
  }

  compareWith(path: string, ordinal: number): Promise<Comparison> {
    return this.#call('compareWith', path, ordinal) as Promise<Comparison>;
  }

  follow(): Promise<void> {
    return this.#call('follow') as Promise<void>;
  }

  halt(): Promise<void> {
    return this.#call('halt') as Promise<void>;
  }

  wake(): void {
    this.#thread.postMessage('wake');
  }

  /** Ends the thread too; one that has died already is no error. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.allSettled([this.#call('close')]);
    await this.#ended;
  }

  #call(method: Method, ...parameters: readonly unknown[]): Promise<unknown> {
    if (this.#death) return Promise.reject(this.#death);
    this.#calls += 1;
    const call = this.#calls;
    return new Promise((resolve, reject) => {
      this.#pending.set(call, { resolve, reject });
      this.#thread.postMessage({ call, method, parameters });
    });
  }

  #received(answer: Answer): void {
    if ('notice' in answer) {
      this.#listener(answer.notice);
      return;
    }
    const pending = this.#pending.get(answer.answer);
    this.#pending.delete(answer.answer);
    if ('thrown' in answer) pending?.reject(revived(answer.thrown));
    else pending?.resolve(answer.value);
  }

  #died(error: Error): void {
    if (this.#death) return;
    this.#death = error;
    this.#pending.forEach((pending) => {
      pending.reject(error);
    });
    this.#pending.clear();
    if (this.#isClosing) return;
    const failure = failureOf(error);
    const status = { state: 'failed', moment: BEGINNING, passedOver: [], failure } as const;
    this.#listener({ kind: 'status', status });
  }
}

/** The errors that somebody tells apart get their class back. */
function revived({ name, message, failed }: Thrown): Error {
  if (failed) return new ProjectionFailed(failed);
  if (name === ReadModelTooNew.name) return new ReadModelTooNew(message);
  if (name === StaleWriter.name) return new StaleWriter(message);
  return Object.assign(new Error(message), { name });
}
