import { Worker } from 'node:worker_threads';
import { AppendOutcomeUnknown, StoreUnavailable, UnusableStore } from '../event-store.js';
import { CorruptIdempotency, StreamTombstoned, WrongExpectedRevision } from '../event-store.js';
import type { Change, FromWriter, Outcome, Refused } from './messages.js';
import type { Reply, Request, Step, ToWriter, WriterSettings } from './messages.js';

type Waiting = Readonly<{
  change: Change;
  bytes: number;
  resolve: (outcome: Outcome) => void;
  reject: (error: Error) => void;
}>;

export type WriterListeners = Readonly<{
  /** A group was committed; its appends are acknowledged next. */
  committed: () => void;
  /** Each call of the writer, in its order; `acknowledged` for each append that was answered. */
  trace?: (step: Step | 'acknowledged') => void;
}>;

/** What may wait for the disk at one time; more is refused instead of filling the memory. */
const WAITING_BYTES = 64_000_000;

const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './writer.worker.ts' : './writer.worker.js',
  import.meta.url,
);

/** This side of the writer thread. The thread keeps the process alive only while something waits. */
export class Writer {
  readonly #worker: Worker;
  readonly #listeners: WriterListeners;
  readonly #exited: Promise<void>;
  readonly #waiting = new Map<number, Waiting>();
  #outbox: Request[] = [];
  #next = 0;
  #bytes = 0;
  #end: string | null = null;

  private constructor(worker: Worker, listeners: WriterListeners) {
    this.#worker = worker;
    this.#listeners = listeners;
    this.#exited = new Promise((resolve) => {
      worker.once('exit', () => {
        this.#fail('the writer of the log has ended');
        resolve();
      });
    });
    worker.on('error', (error: unknown) => this.#fail(`the writer failed: ${String(error)}`));
    worker.on('message', (message: FromWriter) => this.#receive(message));
  }

  /** @throws UnusableStore */
  static async start(settings: WriterSettings, listeners: WriterListeners): Promise<Writer> {
    const worker = new Worker(WORKER, { workerData: settings });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', () => resolve());
      worker.once('error', (error: unknown) =>
        reject(new UnusableStore(`${settings.file} cannot be written (${String(error)})`)),
      );
    });
    worker.unref();
    return new Writer(worker, listeners);
  }

  /** Resolves when the change is durable. */
  send(change: Change, bytes: number): Promise<Outcome> {
    if (this.#end !== null) return Promise.reject(new StoreUnavailable(this.#end));
    if (this.#bytes + bytes > WAITING_BYTES) {
      return Promise.reject(new StoreUnavailable('too many appends wait for the disk'));
    }
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#waiting.set(id, { change, bytes, resolve, reject });
      this.#bytes += bytes;
      this.#post({ id, change, bytes });
    });
  }

  /** Writes what waits, then ends the thread. */
  async close(): Promise<void> {
    this.#flush();
    this.#end ??= 'the log was closed';
    this.#worker.ref();
    this.#tell('close');
    await this.#exited;
  }

  /** What is asked for in one turn of the event loop travels in one message. */
  #post(request: Request): void {
    if (this.#outbox.length === 0) queueMicrotask(() => this.#flush());
    this.#outbox.push(request);
  }

  #flush(): void {
    if (this.#outbox.length === 0) return;
    this.#worker.ref();
    this.#tell({ requests: this.#outbox });
    this.#outbox = [];
  }

  #tell(message: ToWriter): void {
    this.#worker.postMessage(message);
  }

  #receive(message: FromWriter): void {
    if (message.kind !== 'replies') return;
    message.steps.forEach((step) => this.#listeners.trace?.(step));
    this.#listeners.committed();
    message.replies.forEach((reply) => this.#settle(reply));
    if (this.#waiting.size === 0) this.#worker.unref();
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    this.#waiting.delete(reply.id);
    this.#bytes -= waiting.bytes;
    if ('refused' in reply) {
      waiting.reject(errorOf(reply.refused, waiting.change));
      return;
    }
    this.#listeners.trace?.('acknowledged');
    waiting.resolve(reply.done);
  }

  #fail(reason: string): void {
    this.#end ??= reason;
    for (const { reject } of this.#waiting.values()) reject(new AppendOutcomeUnknown(reason));
    this.#waiting.clear();
  }
}

function errorOf(refused: Refused, change: Change): Error {
  const { stream } = change;
  switch (refused.why) {
    case 'wrongRevision': {
      const expected = change.kind === 'setStreamMeta' ? 'any' : change.expected;
      return new WrongExpectedRevision(stream, expected, refused.actual);
    }
    case 'tombstoned':
      return new StreamTombstoned(stream);
    case 'corruptIdempotency':
      return new CorruptIdempotency(
        `${stream} holds some of these events already, and not the others`,
      );
    case 'notWritten':
      return new StoreUnavailable(refused.reason);
    case 'unknown':
      return new AppendOutcomeUnknown(refused.reason);
  }
}
