import { admit, checkExpected, checkName } from '../admission.js';
import type { AdmittedEvent } from '../admission.js';
import { Bell } from '../bell.js';
import { EventStore, StoreUnavailable } from '../event-store.js';
import { CorruptIdempotency, StreamTombstoned, WrongExpectedRevision } from '../event-store.js';
import type { Appended, ExpectedRevision, NewEvent, Position } from '../event-store.js';
import type { RecordedEvent, ShortenedStream, Signal } from '../event-store.js';
import type { StreamMeta, StreamRead } from '../event-store.js';
import { LogReader } from '../log-reader.js';
import { positionOf } from '../log.js';
import { MemoryLog, NO_STREAM } from './memory-log.js';
import type { MemoryStream } from './memory-log.js';

type AppendOptions = Parameters<EventStore['append']>[2];

/** The log of a test, or of a trial that may be forgotten: same promises but the durable one. */
export class MemoryEventStore extends EventStore {
  readonly #log: MemoryLog;
  readonly #reader: LogReader;
  #open = true;

  /** @param now milliseconds; the store's own clock, which only the age limit of a stream reads. */
  constructor(now: () => number = Date.now) {
    super();
    this.#log = new MemoryLog(new Bell(), now);
    this.#reader = new LogReader(this.#log);
  }

  override append(
    stream: string,
    events: readonly NewEvent[],
    { expected, signal }: AppendOptions,
  ): Promise<Appended> {
    return this.#change(() => {
      if (signal?.aborted === true) throw new StoreUnavailable('given up before it was sent');
      const { events: admitted } = admit(stream, events, expected);
      const current = this.#checked(stream, expected, admitted);
      if (current === 'repeat') return this.#firstAnswer(stream, expected, admitted.length);
      const appended = this.#log.write(stream, current, admitted);
      this.#log.bell.ring();
      return appended;
    });
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

  override setStreamMeta(stream: string, meta: StreamMeta): Promise<void> {
    return this.#change(() => {
      checkName(stream);
      const current = this.#log.stream(stream);
      if (current.state === 'tombstoned') throw new StreamTombstoned(stream);
      this.#log.set(stream, { ...current, state: 'live', meta: { ...meta } });
    });
  }

  override deleteStream(stream: string, expected: ExpectedRevision): Promise<void> {
    return this.#change(() => {
      const current = this.#checkedForEnd(stream, expected);
      if (current.revision >= 0) {
        this.#log.set(stream, { ...current, state: 'deleted', meta: {} });
      }
    });
  }

  override tombstone(stream: string, expected: ExpectedRevision): Promise<void> {
    return this.#change(() => {
      const current = this.#checkedForEnd(stream, expected);
      this.#log.set(stream, { ...current, state: 'tombstoned', meta: {} });
    });
  }

  override shortened(): Promise<readonly ShortenedStream[]> {
    return Promise.resolve(this.#log.shortened());
  }

  override close(): Promise<void> {
    this.#open = false;
    this.#reader.end();
    return Promise.resolve();
  }

  #change<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => {
      if (!this.#open) throw new StoreUnavailable('the log was closed');
      resolve(work());
    });
  }

  #checkedForEnd(stream: string, expected: ExpectedRevision): MemoryStream {
    checkName(stream);
    checkExpected(expected);
    const current = this.#checked(stream, expected, []);
    // Without events nothing can be a repeat.
    return current === 'repeat' ? NO_STREAM : current;
  }

  #checked(
    stream: string,
    expected: ExpectedRevision,
    events: readonly AdmittedEvent[],
  ): MemoryStream | 'repeat' {
    const current = this.#log.stream(stream);
    if (current.state === 'tombstoned') throw new StreamTombstoned(stream);
    if (passes(current, expected)) return current;
    if (isRepeat(current, expected, events)) return 'repeat';
    if (expected === 'noStream' && current.state === 'deleted') return current;
    const isShown = current.state === 'live' && current.revision >= 0;
    throw new WrongExpectedRevision(stream, expected, isShown ? current.revision : 'noStream');
  }

  #firstAnswer(stream: string, expected: ExpectedRevision, length: number): Appended {
    const revision = firstRevision(expected) + length - 1;
    const ordinal = this.#log.stream(stream).events[revision]?.ordinal ?? 0;
    return { revision, position: positionOf(ordinal) };
  }
}

function passes({ revision, state }: MemoryStream, expected: ExpectedRevision): boolean {
  if (expected === 'any') return true;
  return expected === 'streamExists' ? state === 'live' : firstRevision(expected) === revision + 1;
}

/** Whether these very events stand where this append would have put them. */
function isRepeat(
  current: MemoryStream,
  expected: ExpectedRevision,
  events: readonly AdmittedEvent[],
): boolean {
  if (expected === 'streamExists') return false;
  const from = firstRevision(expected);
  const same = events.map(({ id }, i) => current.events[from + i]?.id === id);
  if (same[0] !== true) return false;
  if (!same.every(Boolean)) {
    throw new CorruptIdempotency('some of these events are there already, and others are not');
  }
  return true;
}

function firstRevision(expected: ExpectedRevision): number {
  return typeof expected === 'number' ? expected + 1 : 0;
}
