import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { Bell } from '../bell.js';
import { UnusableStore } from '../event-store.js';
import type { Filter, JsonObject, Meta, RecordedEvent } from '../event-store.js';
import type { ShortenedStream, StreamMeta, Uuid } from '../event-store.js';
import { PAGE_BYTES, positionOf } from '../log.js';
import type { Log, Page, Span, StreamPageRequest, StreamState } from '../log.js';
import { shorteningsOf } from '../retention.js';
import { errorCodeOf } from './lock.js';

/** CROSS JOIN keeps the events the outer loop, so that no plan ever sorts the log. */
const EVENTS = `
  SELECT e.position, s.name AS stream, e.revision, lower(hex(e.event_id)) AS id, t.name AS type,
    e.schema, e.data, e.meta
  FROM events e CROSS JOIN streams s ON s.no = e.stream_no CROSS JOIN types t ON t.no = e.type_no`;

const CATEGORY_NUMBERS = `
  SELECT no FROM categories WHERE name IN (SELECT value FROM json_each(?))`;

const TYPE_NUMBERS = `
  SELECT no FROM types WHERE EXISTS (
    SELECT 1 FROM json_each(?) WHERE substr(types.name, 1, length(value)) = value)`;

const SHORTENED = `
  SELECT * FROM streams WHERE state <> 'live' OR truncate_before > 0
    OR max_count IS NOT NULL OR max_age_seconds IS NOT NULL`;

/** So many events are taken at once, however large they are: at most as many megabytes. */
const SHORT = 16;

const SQLITE_CORRUPT = 11;

type EventRow = Readonly<{
  position: number;
  stream: string;
  revision: number;
  id: string;
  type: string;
  schema: number;
  data: string;
  meta: string;
}>;

type StreamRow = Readonly<{
  revision: number;
  state: StreamState['state'];
  truncate_before: number | null;
  max_count: number | null;
  max_age_seconds: number | null;
}>;

/** A read-only connection. Every page is a statement of its own that is over when it returns. */
export class SqliteLog implements Log {
  readonly bell: Bell;
  readonly now: () => number;
  readonly #db: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(db: DatabaseSync, { bell, now }: { bell: Bell; now: () => number }) {
    this.#db = db;
    this.bell = bell;
    this.now = now;
  }

  head(): number {
    const [row] = this.#all('SELECT max(position) AS head FROM events', []);
    return Number(row?.head ?? 0);
  }

  stream(name: string): StreamState {
    const [found] = this.#all('SELECT * FROM streams WHERE name = ?', [name]);
    if (found === undefined) return { revision: -1, state: 'missing', meta: {} };
    const row = found as unknown as StreamRow;
    return { revision: row.revision, state: row.state, meta: metaOf(row) };
  }

  /** One statement for all streams: what a stream shows stands in the table of streams. */
  shortened(): ShortenedStream[] {
    return this.#all(SHORTENED, []).flatMap((found) => {
      const row = found as unknown as StreamRow & Readonly<{ name: string }>;
      const shortenings = shorteningsOf({ state: row.state, meta: metaOf(row) });
      return shortenings.map((by) => ({ stream: row.name, by }));
    });
  }

  page(span: Span, filter: Filter | undefined): Page {
    const order = orderBy('e.position', span);
    if (filter === undefined) {
      const where = `WHERE e.position > ? AND e.position <= ? ${order}`;
      return this.#page(where, [span.after, span.upTo, span.max], span);
    }
    const found = this.#positions(span, filter);
    // Most of those who wait for a part of the log are woken for another part of it.
    if (found.length === 0) return { events: [], complete: true };
    const positions = JSON.stringify(found);
    const where = `WHERE e.position IN (SELECT value FROM json_each(?)) ${order}`;
    return this.#page(where, [positions, span.max], span);
  }

  streamPage({ stream, span, storedSince }: StreamPageRequest): Page {
    const where = `WHERE e.stream_no = (SELECT no FROM streams WHERE name = ?) AND e.revision > ?
      AND e.revision <= ? AND e.stored_at >= ? ${orderBy('e.revision', span)}`;
    const values = [stream, span.after, span.upTo, storedSince, span.max];
    return this.#page(where, values, span);
  }

  /** Changes whenever another connection, of this process or another, has committed. */
  dataVersion(): number {
    const [row] = this.#all('PRAGMA data_version', []);
    return Number(row?.data_version);
  }

  close(): void {
    this.#db.close();
  }

  /** The index of each number gives its first positions in order, so that nothing is sorted whole. */
  #positions(span: Span, filter: Filter): number[] {
    const { column, numbers } = this.#numbers(filter);
    const one = `SELECT position FROM events WHERE ${column} = ? AND position > ?
      AND position <= ? ${orderBy('position', span)}`;
    const positions = numbers.flatMap((no) =>
      this.#all(one, [no, span.after, span.upTo, span.max]).map((row) => Number(row.position)),
    );
    positions.sort((a, b) => (span.backwards ? b - a : a - b));
    return positions.slice(0, span.max);
  }

  /** Looked up for every page: a type that appears while a subscription runs belongs to it too. */
  #numbers(filter: Filter): { column: string; numbers: number[] } {
    const [column, statement, words] =
      'categories' in filter
        ? (['category_no', CATEGORY_NUMBERS, filter.categories] as const)
        : (['type_no', TYPE_NUMBERS, filter.typePrefixes] as const);
    const rows = this.#all(statement, [JSON.stringify(words)]);
    return { column, numbers: rows.map(({ no }) => Number(no)) };
  }

  #page(where: string, values: readonly SQLInputValue[], { after, upTo, max }: Span): Page {
    return reading(() => {
      const events: RecordedEvent[] = [];
      let bytes = 0;
      const statement = this.#prepare(`${EVENTS} ${where}`);
      // Most reads are of a few events of a stream, which cost a third less when taken at once.
      const isShort = upTo - after <= SHORT;
      for (const found of isShort ? statement.all(...values) : statement.iterate(...values)) {
        if (bytes >= PAGE_BYTES) return { events, complete: false };
        const row = found as unknown as EventRow;
        bytes += row.data.length + row.meta.length;
        events.push(recorded(row));
      }
      return { events, complete: events.length < max };
    });
  }

  #all(statement: string, values: readonly SQLInputValue[]): Record<string, SQLOutputValue>[] {
    return reading(() => this.#prepare(statement).all(...values));
  }

  #prepare(statement: string): StatementSync {
    const known = this.#prepared.get(statement) ?? this.#db.prepare(statement);
    this.#prepared.set(statement, known);
    return known;
  }
}

function reading<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (errorCodeOf(error) !== SQLITE_CORRUPT) throw error;
    throw new UnusableStore(`the log is damaged (${String(error)})`);
  }
}

function orderBy(column: string, { backwards }: Span): string {
  return `ORDER BY ${column} ${backwards ? 'DESC' : 'ASC'} LIMIT ?`;
}

function recorded(row: EventRow): RecordedEvent {
  return {
    id: row.id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as Uuid,
    type: row.type,
    schema: row.schema,
    data: JSON.parse(row.data) as JsonObject,
    meta: JSON.parse(row.meta) as Meta,
    stream: row.stream,
    revision: row.revision,
    position: positionOf(row.position),
  };
}

function metaOf({ truncate_before, max_count, max_age_seconds }: StreamRow): StreamMeta {
  return {
    ...(truncate_before !== null && { truncateBefore: truncate_before }),
    ...(max_count !== null && { maxCount: max_count }),
    ...(max_age_seconds !== null && { maxAgeSeconds: max_age_seconds }),
  };
}
