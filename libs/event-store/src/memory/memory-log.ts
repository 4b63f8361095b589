import type { AdmittedEvent } from '../admission.js';
import type { Bell } from '../bell.js';
import type {
  Appended,
  Filter,
  JsonObject,
  Meta,
  RecordedEvent,
  ShortenedStream,
  Uuid,
} from '../event-store.js';
import { matching } from '../filter.js';
import { shorteningsOf } from '../retention.js';
import { PAGE_BYTES, positionOf } from '../log.js';
import type { Log, Page, Span, StreamPageRequest, StreamState } from '../log.js';

type Kept = AdmittedEvent &
  Readonly<{ stream: string; revision: number; ordinal: number; storedAt: number }>;

export type MemoryStream = StreamState & Readonly<{ events: readonly Kept[] }>;

export const NO_STREAM: MemoryStream = { revision: -1, state: 'missing', meta: {}, events: [] };

/** Keeps events as text, so that what a reader does to what it got changes nothing here. */
export class MemoryLog implements Log {
  readonly bell: Bell;
  readonly now: () => number;
  readonly #events: Kept[] = [];
  readonly #streams = new Map<string, MemoryStream>();

  constructor(bell: Bell, now: () => number) {
    this.bell = bell;
    this.now = now;
  }

  head(): number {
    return this.#events.length;
  }

  stream(name: string): MemoryStream {
    return this.#streams.get(name) ?? NO_STREAM;
  }

  set(name: string, stream: MemoryStream): void {
    this.#streams.set(name, stream);
  }

  shortened(): ShortenedStream[] {
    return [...this.#streams].flatMap(([stream, state]) =>
      shorteningsOf(state).map((by) => ({ stream, by })),
    );
  }

  write(name: string, current: MemoryStream, events: readonly AdmittedEvent[]): Appended {
    const storedAt = this.now();
    const kept = events.map((event, i) => ({
      ...event,
      stream: name,
      revision: current.revision + 1 + i,
      ordinal: this.#events.length + 1 + i,
      storedAt,
    }));
    this.#events.push(...kept);
    const revision = current.revision + kept.length;
    const revived = current.state === 'deleted' ? { truncateBefore: current.revision + 1 } : {};
    this.set(name, {
      revision,
      state: 'live',
      meta: { ...current.meta, ...revived },
      events: [...current.events, ...kept],
    });
    return { revision, position: positionOf(this.#events.length) };
  }

  page(span: Span, filter: Filter | undefined): Page {
    const within = inDirection(this.#events.slice(span.after, span.upTo), span);
    return pageOf(within.filter(matching(filter)), span);
  }

  streamPage({ stream, span, storedSince }: StreamPageRequest): Page {
    const events = this.stream(stream).events.slice(span.after + 1, span.upTo + 1);
    return pageOf(inDirection(events, span).filter(isSince(storedSince)), span);
  }
}

function inDirection(events: Kept[], { backwards }: Span): Kept[] {
  return backwards ? events.reverse() : events;
}

function isSince(storedSince: number): (event: Kept) => boolean {
  return ({ storedAt }) => storedAt >= storedSince;
}

function pageOf(events: readonly Kept[], { max }: Span): Page {
  const chosen: RecordedEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    if (chosen.length >= max || bytes >= PAGE_BYTES) return { events: chosen, complete: false };
    bytes += event.data.length + event.meta.length;
    chosen.push(recorded(event));
  }
  return { events: chosen, complete: true };
}

function recorded({ id, type, schema, stream, revision, ...rest }: Kept): RecordedEvent {
  return {
    id: id as Uuid,
    type,
    schema,
    data: JSON.parse(rest.data) as JsonObject,
    meta: JSON.parse(rest.meta) as Meta,
    stream,
    revision,
    position: positionOf(rest.ordinal),
  };
}
