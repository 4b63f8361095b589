import { setTimeout as after } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import type { Credentials, StreamingRead } from '@eventstore/db-client';
import { StoreUnavailable } from '../event-store.js';
import { answered } from './calls.js';
import { credentialsIn } from './credentials.js';
import { isNoStream, isNotLeader, isOfAnEndedConnection, unavailable } from './failures.js';

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
  /** Milliseconds of the first pause before something is tried again; 100. */
  firstPauseMs?: number;
  /** Called when the store is closed. */
  closed?: () => void;
}>;

/** Until another node leads: with pauses of 100 ms that double, some three seconds. */
const ATTEMPTS_TO_FIND_THE_LEADER = 6;

/** However long a server was away: within ten seconds of its return everything goes on. */
const LONGEST_PAUSE_MS = 5_000;

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

  /** Milliseconds before the n-th attempt after the first; half of it is chance. */
  pauseMs(attempt: number): number {
    const full = Math.min(this.firstPauseMs * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
    return full / 2 + (Math.random() * full) / 2;
  }

  /** Again while it is certain that nothing was done: the leader has moved, or is being elected. */
  async fromLeader<T>(call: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.mustBeOpen();
        return await answered(call(), this.deadlineMs);
      } catch (error) {
        if (!isNotLeader(error) || attempt >= ATTEMPTS_TO_FIND_THE_LEADER) throw error;
      }
      await this.waitFor(attempt);
    }
  }

  /** Ends early when the store is closed. */
  async waitFor(attempt: number, ending = this.closing): Promise<void> {
    await after(this.pauseMs(attempt), undefined, { signal: ending }).catch(() => undefined);
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
   * not there. A node that does not lead gives nothing, and names who does: there it begins again,
   * and so it does on a new connection where the server has ended the one it was begun on.
   * @throws StoreUnavailable
   */
  async *each<T>(begin: () => StreamingRead<T>): AsyncGenerator<T> {
    let given = 0;
    for (let attempt = 1; ; attempt += 1) {
      try {
        this.mustBeOpen();
        for await (const item of this.#once(begin())) {
          given += 1;
          yield item;
        }
        return;
      } catch (error) {
        const { cause } = error as Error;
        const isToBeAsked = isNotLeader(cause) || (given === 0 && isOfAnEndedConnection(cause));
        if (!isToBeAsked || attempt >= ATTEMPTS_TO_FIND_THE_LEADER) throw error;
      }
      await this.waitFor(attempt);
    }
  }

  async *#once<T>(events: StreamingRead<T>): AsyncGenerator<T> {
    // An error that comes before the first `next` would have nobody to hear it.
    events.on('error', (error: Error) => events.destroy(error));
    const items = (events as AsyncIterable<T>)[Symbol.asyncIterator]();
    const leave = () => void events.destroy();
    this.closing.addEventListener('abort', leave, { once: true });
    let isOver = false;
    try {
      for (;;) {
        const next = await answered(items.next(), this.deadlineMs);
        isOver = next.done === true;
        if (next.done === true) break;
        yield next.value;
      }
    } catch (error) {
      if (!isNoStream(error)) throw unavailable(error);
    } finally {
      this.closing.removeEventListener('abort', leave);
      // What has come to its end is not called off: HTTP/2 servers end a connection on which too
      // much is (CVE-2023-44487), with all that is under way on it.
      if (!isOver) await events.cancel();
      events.destroy();
    }
    this.mustBeOpen();
  }
}
