import { existsSync } from 'node:fs';
import { admit, checkExpected, checkName } from '../admission.js';
import { Bell } from '../bell.js';
import { AppendOutcomeUnknown, categoryOf, EventStore, StoreUnavailable } from '../event-store.js';
import type { Appended, ExpectedRevision, NewEvent, Position } from '../event-store.js';
import type { RecordedEvent, ShortenedStream, Signal } from '../event-store.js';
import type { StreamMeta, StreamRead } from '../event-store.js';
import { LogReader } from '../log-reader.js';
import { positionOf } from '../log.js';
import { checkHeader, checkWhole, createIfMissing } from './data-file.js';
import { makeDirectoryOf, openToRead } from './data-file.js';
import { takeLock } from './lock.js';
import type { Durability, Ending, Outcome } from './messages.js';
import { SqliteEventReader } from './sqlite-event-reader.js';
import type { SqliteReaderOptions } from './sqlite-event-reader.js';
import { SqliteLog } from './sqlite-log.js';
import { Writer } from './writer.js';
import type { WriterListeners } from './writer.js';

type AppendOptions = Parameters<EventStore['append']>[2];

export type SqliteOptions = Readonly<{
  /**
   * FULL: what is acknowledged survives the loss of power. NORMAL: it survives the death of the
   * process, but the last moments may be lost with the power.
   */
  synchronous?: Durability;
  /** Milliseconds; the store's own clock, which only the age limit of a stream reads. */
  now?: () => number;
  /** Hears every begin, commit and acknowledgement in their order. */
  trace?: NonNullable<WriterListeners['trace']>;
}>;

type Parts = Readonly<{
  log: SqliteLog;
  writer: Writer;
  release: () => void;
}>;

/**
 * The embedded log: one SQLite file, one process that writes, fsync before every acknowledgement.
 * What comes in while the disk is busy shares the next commit.
 */
export class SqliteEventStore extends EventStore {
  readonly #log: SqliteLog;
  readonly #reader: LogReader;
  readonly #writer: Writer;
  readonly #release: () => void;
  #closed: Promise<void> | null = null;

  private constructor({ log, writer, release }: Parts) {
    super();
    this.#log = log;
    this.#reader = new LogReader(log);
    this.#writer = writer;
    this.#release = release;
  }

  /**
   * Opens the log for reading and writing, and makes it, with its folder, where there is none.
   * @throws StoreInUse | UnusableStore; a file that is no good log of ours is left as it is
   */
  static async open(file: string, options: SqliteOptions = {}): Promise<SqliteEventStore> {
    const { synchronous = 'FULL', now = Date.now, trace } = options;
    // A foreign file gets not even a lock beside it.
    if (existsSync(file)) checkHeader(file);
    makeDirectoryOf(file);
    const release = takeLock(file);
    try {
      createIfMissing(file);
      checkHeader(file);
      checkWhole(file);
      const bell = new Bell();
      const listeners = { committed: () => bell.ring(), ...(trace && { trace }) };
      const writer = await Writer.start({ file, synchronous }, listeners);
      return new SqliteEventStore({
        log: new SqliteLog(openToRead(file), { bell, now }),
        writer,
        release,
      });
    } catch (error) {
      release();
      throw error;
    }
  }

  /** For another thread or process: see `SqliteEventReader`. */
  static openReader(file: string, options?: SqliteReaderOptions): SqliteEventReader {
    return SqliteEventReader.open(file, options);
  }

  override async append(
    stream: string,
    events: readonly NewEvent[],
    { expected, signal }: AppendOptions,
  ): Promise<Appended> {
    if (signal?.aborted === true) throw new StoreUnavailable('given up before it was sent');
    const admitted = admit(stream, events, expected);
    const written = this.#writer.send(
      {
        kind: 'append',
        stream,
        category: categoryOf(stream),
        expected,
        events: admitted.events,
        storedAt: this.#log.now(),
      },
      admitted.bytes,
    );
    const { revision, ordinal } = await unlessAborted(written, signal);
    return { revision, position: positionOf(ordinal) };
  }

  override readStream(
    stream: string,
    options?: Parameters<EventStore['readStream']>[1],
  ): StreamRead {
    return this.#reader.readStream(stream, options);
  }

  override readAll(options?: Parameters<EventStore['readAll']>[0]): AsyncIterable<RecordedEvent> {
    return this.#reader.readAll(options);
  }

  override subscribe(options: Parameters<EventStore['subscribe']>[0]): AsyncIterable<Signal> {
    return this.#reader.subscribe(options);
  }

  override head(): Promise<Position> {
    return this.#reader.head();
  }

  override streamMeta(stream: string): Promise<StreamMeta> {
    return this.#reader.streamMeta(stream);
  }

  override async setStreamMeta(stream: string, meta: StreamMeta): Promise<void> {
    checkName(stream);
    const category = categoryOf(stream);
    await this.#writer.send({ kind: 'setStreamMeta', stream, category, meta }, 0);
  }

  override deleteStream(stream: string, expected: ExpectedRevision): Promise<void> {
    return this.#end({ kind: 'deleteStream', stream, category: categoryOf(stream), expected });
  }

  override shortened(): Promise<readonly ShortenedStream[]> {
    return Promise.resolve(this.#log.shortened());
  }

  override tombstone(stream: string, expected: ExpectedRevision): Promise<void> {
    return this.#end({ kind: 'tombstone', stream, category: categoryOf(stream), expected });
  }

  /** Writes what was asked for, ends every subscription, gives the lock back; may be called again. */
  override close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #end(ending: Ending): Promise<void> {
    checkName(ending.stream);
    checkExpected(ending.expected);
    await this.#writer.send(ending, 0);
  }

  async #close(): Promise<void> {
    this.#reader.end();
    this.#log.close();
    await this.#writer.close();
    this.#release();
  }
}

/** The append goes on when its caller does not wait any longer. */
async function unlessAborted(
  written: Promise<Outcome>,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  if (signal === undefined) return written;
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(new AppendOutcomeUnknown('given up before it was answered'));
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([written, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
