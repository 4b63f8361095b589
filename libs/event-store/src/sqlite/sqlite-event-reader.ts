import { Bell } from '../bell.js';
import type { EventReader, EventStore, Position } from '../event-store.js';
import type { RecordedEvent, Signal, StreamRead } from '../event-store.js';
import { LogReader } from '../log-reader.js';
import { checkHeader, openToRead } from './data-file.js';
import { Poll } from './poll.js';
import { SqliteLog } from './sqlite-log.js';

export type SqliteReaderOptions = Readonly<{
  /** How often to look for what others have written while somebody waits; null: only `wake`. */
  pollMs?: number | null;
  /** Milliseconds; only the age limit of a stream reads it. */
  now?: () => number;
}>;

const POLL_MS = 50;

/**
 * Reads a log that another thread or process writes, without its lock. Sees what is committed:
 * at once when it is woken, else at the next poll.
 */
export class SqliteEventReader implements EventReader {
  readonly #log: SqliteLog;
  readonly #reader: LogReader;
  readonly #poll: Poll | null;

  private constructor(log: SqliteLog, poll: Poll | null) {
    this.#log = log;
    this.#reader = new LogReader(log);
    this.#poll = poll;
  }

  /** @throws UnusableStore, also where there is no log yet: only the writer makes one. */
  static open(
    file: string,
    { pollMs = POLL_MS, now = Date.now }: SqliteReaderOptions = {},
  ): SqliteEventReader {
    checkHeader(file);
    const bell = new Bell();
    const log = new SqliteLog(openToRead(file), { bell, now });
    const poll = pollMs === null ? null : new Poll(() => log.dataVersion(), { bell, pollMs });
    return new SqliteEventReader(log, poll);
  }

  /** Something was appended: whoever follows the log looks now. */
  wake(): void {
    this.#log.bell.ring();
  }

  head(): Promise<Position> {
    return this.#reader.head();
  }

  readStream(stream: string, options?: Parameters<EventStore['readStream']>[1]): StreamRead {
    return this.#reader.readStream(stream, options);
  }

  readAll(options?: Parameters<EventStore['readAll']>[0]): AsyncIterable<RecordedEvent> {
    return this.#reader.readAll(options);
  }

  subscribe(options: Parameters<EventStore['subscribe']>[0]): AsyncIterable<Signal> {
    return this.#reader.subscribe(options);
  }

  /** Ends every subscription; may be called again. */
  close(): void {
    if (this.#reader.isEnded) return;
    this.#reader.end();
    this.#poll?.stop();
    this.#log.close();
  }
}
