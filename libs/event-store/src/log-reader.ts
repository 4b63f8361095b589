import { setImmediate as breathe } from 'node:timers/promises';
import { START, StoreUnavailable } from './event-store.js';
import type { EventReader, EventStore, Position } from './event-store.js';
import type { RecordedEvent, Signal, StreamMeta, StreamRead } from './event-store.js';
import { ordinalOf, PAGE_EVENTS, positionOf } from './log.js';
import type { Log, Page, Span, StreamState } from './log.js';
import { signalsOf } from './subscription.js';

type StreamOptions = NonNullable<Parameters<EventStore['readStream']>[1]>;
type AllOptions = NonNullable<Parameters<EventStore['readAll']>[0]>;
type SubscribeOptions = Parameters<EventStore['subscribe']>[0];

/** The reading side of the port over an embedded log, page by page; between pages nothing is held. */
export class LogReader implements EventReader {
  readonly #log: Log;
  readonly #closing = new AbortController();

  constructor(log: Log) {
    this.#log = log;
  }

  head(): Promise<Position> {
    return new Promise((resolve) => resolve(positionOf(this.#openLog().head())));
  }

  async *readStream(stream: string, options: StreamOptions = {}): StreamRead {
    const state = this.#openLog().stream(stream);
    if (state.state !== 'live') return;
    const span = shownRevisions(state, options);
    const { maxAgeSeconds } = state.meta;
    const storedSince = maxAgeSeconds === undefined ? 0 : this.#log.now() - maxAgeSeconds * 1000;
    yield* paged(span, {
      read: (part) => this.#openLog().streamPage({ stream, span: part, storedSince }),
      numberOf: (event) => event.revision,
    });
  }

  async *readAll(options: AllOptions = {}): AsyncIterable<RecordedEvent> {
    const { after, filter, max = Infinity, backwards = false } = options;
    const head = this.#openLog().head();
    const span = backwards
      ? {
          after: 0,
          upTo: after === undefined ? head : Math.max(ordinalOf(after) - 1, 0),
          max,
          backwards,
        }
      : { after: ordinalOf(after ?? START), upTo: head, max, backwards };
    yield* paged(span, {
      read: (part) => this.#openLog().page(part, filter),
      numberOf: (event) => ordinalOf(event.position),
    });
  }

  subscribe({ after = START, filter, signal }: SubscribeOptions): AsyncIterable<Signal> {
    const log = this.#log;
    const outer = [signal, this.#closing.signal];
    return {
      [Symbol.asyncIterator]() {
        const leaving = new AbortController();
        const ending = AbortSignal.any([...outer, leaving.signal]);
        const signals = signalsOf(log, { after: ordinalOf(after), filter, ending });
        return {
          next: () => signals.next(),
          // A generator's own `return` would wait for the next event before it stops.
          return: () => {
            leaving.abort();
            return signals.return(undefined);
          },
        };
      },
    };
  }

  streamMeta(stream: string): Promise<StreamMeta> {
    return new Promise((resolve) => resolve(this.#openLog().stream(stream).meta));
  }

  get isEnded(): boolean {
    return this.#closing.signal.aborted;
  }

  /** Ends every subscription, and every read at its next page. */
  end(): void {
    this.#closing.abort();
  }

  /** Also asked between two pages, when the log may have been closed. */
  #openLog(): Log {
    if (this.isEnded) throw new StoreUnavailable('the log was closed');
    return this.#log;
  }
}

const FIRST_BACKWARDS = 2;
const MORE = 8;

type Source = Readonly<{
  read: (span: Span) => Page;
  numberOf: (event: RecordedEvent) => number;
}>;

async function* paged(whole: Span, { read, numberOf }: Source): AsyncGenerator<RecordedEvent> {
  let span = whole;
  // Who reads backwards mostly wants the last one or two, and stops.
  let size = whole.backwards ? FIRST_BACKWARDS : PAGE_EVENTS;
  while (span.max > 0 && span.after < span.upTo) {
    const { events, complete } = read({ ...span, max: Math.min(span.max, size) });
    size = Math.min(size * MORE, PAGE_EVENTS);
    yield* events;
    const last = events.at(-1);
    if (complete || last === undefined) return;
    const reached = numberOf(last);
    const rest = span.backwards ? { upTo: reached - 1 } : { after: reached };
    span = { ...span, ...rest, max: span.max - events.length };
    // Without it a long read would keep every timer and socket of the process waiting.
    await breathe();
  }
}

function shownRevisions({ revision, meta }: StreamState, options: StreamOptions): Span {
  const { fromRevision, max = Infinity, backwards = false } = options;
  const { truncateBefore = 0, maxCount = Infinity } = meta;
  const first = Math.max(truncateBefore, revision - maxCount + 1, 0);
  if (backwards) {
    return {
      after: first - 1,
      upTo: Math.max(Math.min(revision, fromRevision ?? revision), -1),
      max,
      backwards,
    };
  }
  return { after: Math.max(first, fromRevision ?? 0) - 1, upTo: revision, max, backwards };
}
