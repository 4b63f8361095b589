import { EventStoreDBClient } from '@eventstore/db-client';
import type { Credentials, StreamingRead } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';
import { answered } from './calls.js';
import { credentialsIn } from './credentials.js';
import { isNoStream, unavailable } from './failures.js';

/** Where the server is, and how patient the adapter is with it. */
export type EventStoreDbOptions = Readonly<{
  /** `esdb://user:password@host:2113?tls=true`; several hosts are separated by commas. */
  connectionString: string;
  /** Begins the name of every stream on the server; empty where the server is Tavolo's alone. */
  namespace?: string;
  /** Milliseconds after which a call that is not answered is given up; 10,000. */
  deadlineMs?: number;
  /** Appends under way at once; 256. */
  inFlight?: number;
  /** Milliseconds of the first pause before a subscription is taken up again; 100. */
  firstPauseMs?: number;
  /** Called when the store is closed. */
  closed?: () => void;
}>;

/**
 * Two clients of one server. What commands need goes to the leader on the first; catching up and
 * following the log is served by any node on the second, so that no broken subscription fails an
 * append. Everything has a deadline of the adapter's own.
 */
export class Connection {
  readonly writing: EventStoreDBClient;
  readonly reading: EventStoreDBClient;
  readonly credentials: Credentials;
  readonly namespace: string;
  readonly deadlineMs: number;
  readonly firstPauseMs: number;
  readonly #closing = new AbortController();

  /** @throws UnusableStore with a sentence for a connection string that cannot be used */
  constructor({ connectionString, ...options }: EventStoreDbOptions) {
    this.credentials = credentialsIn(connectionString);
    this.writing = EventStoreDBClient.connectionString(connectionString);
    this.reading = EventStoreDBClient.connectionString(connectionString);
    this.namespace = options.namespace ?? '';
    this.deadlineMs = options.deadlineMs ?? 10_000;
    this.firstPauseMs = options.firstPauseMs ?? 100;
  }

  /** Aborts when the store is closed. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Credentials of its own give each append a call of its own, with a deadline that is kept. */
  get asWriter() {
    const { credentials, deadlineMs: deadline } = this;
    return { credentials, requiresLeader: true, deadline };
  }

  /** The server's name of a stream. */
  onServer(stream: string): string {
    return this.namespace + stream;
  }

  /** The port's name of a stream of the server; null for one that is not ours. */
  nameOf(stream: string): string | null {
    if (stream.startsWith('$') || !stream.startsWith(this.namespace)) return null;
    return stream.slice(this.namespace.length);
  }

  /** @throws StoreUnavailable after `close` */
  mustBeOpen(): void {
    if (this.closing.aborted) throw new StoreUnavailable('the log was closed');
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([this.writing.dispose(), this.reading.dispose()]);
  }

  /** An answer in its time. @throws StoreUnavailable */
  async read<T>(answer: Promise<T>): Promise<T> {
    this.mustBeOpen();
    try {
      return await answered(answer, this.deadlineMs);
    } catch (error) {
      throw unavailable(error);
    }
  }

  /**
   * What a read gives, each in its time, until who reads has enough; nothing of a stream that is
   * not there. @throws StoreUnavailable
   */
  async *each<T>(events: StreamingRead<T>): AsyncGenerator<T> {
    // An error that comes before the first `next` would have nobody to hear it.
    events.on('error', (error: Error) => events.destroy(error));
    const items = (events as AsyncIterable<T>)[Symbol.asyncIterator]();
    const leave = () => void events.destroy();
    this.closing.addEventListener('abort', leave, { once: true });
    try {
      for (;;) {
        const next = await answered(items.next(), this.deadlineMs);
        if (next.done === true) break;
        yield next.value;
      }
    } catch (error) {
      if (!isNoStream(error)) throw unavailable(error);
    } finally {
      this.closing.removeEventListener('abort', leave);
      await events.cancel();
      events.destroy();
    }
    this.mustBeOpen();
  }
}
