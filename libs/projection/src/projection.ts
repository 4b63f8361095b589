import { START } from '@tavolo/event-store';
import type { EventStore, Position, RecordedEvent, Uuid } from '@tavolo/event-store';
import type { Instant } from '@tavolo/kernel';

/**
 * A point of the log up to which a read model has read. Every row is asked for as of one,
 * so all statements of a request see one moment without a transaction held open.
 * `ordinal` counts the events of the log from 1 (positions may have gaps); 0 is before all.
 */
export type Moment = Readonly<{
  ordinal: number;
  position: Position;
  eventId: Uuid | null;
  recordedAt: Instant | null;
  /** Asked for by name (`asOf`): a cursor of another moment does not fit. */
  isPinned?: true;
  /** The instant that was asked for by name; the last event before it may be much older. */
  askedAt?: Instant;
}>;

/** Before the first event of the log. */
export const BEGINNING: Moment = { ordinal: 0, position: START, eventId: null, recordedAt: null };

/**
 * A temporal table: a row is never overwritten, it is closed at an ordinal and a new one opened.
 * `columns` are fields of the row that lists filter by or relations join on: text or null
 * (a number counts as its digits, true and false as `1` and `0`).
 * `order` is the field that lists are sorted by, then by id: text, or a number, or null, which
 * sorts as the empty text. Rows are canonical JSON, so their numbers are integers.
 */
export type TableDefinition<Row extends { readonly id: string }> = Readonly<{
  name: string;
  columns: readonly (keyof Row & string)[];
  order: keyof Row & string;
  /** Never present: carries the row's type. */
  row?: Row;
}>;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- rows of several kinds
export type AnyTable = TableDefinition<any>;

/** The one way to name a table; `name` and fields are letters, digits and underscores. */
export function defineTable<Row extends { readonly id: string }>(
  name: string,
  options: {
    readonly columns: readonly (keyof Row & string)[];
    readonly order: keyof Row & string;
  },
): TableDefinition<Row> {
  return { name, ...options };
}

/** What a projection may do: read the open rows of the tables it names, write those of its own. */
export interface Writer {
  get<Row extends { readonly id: string }>(table: TableDefinition<Row>, id: string): Row | null;
  /** In the order of the table. */
  where<Row extends { readonly id: string }>(
    table: TableDefinition<Row>,
    column: keyof Row & string,
    value: string,
  ): readonly Row[];
  /** Opens this row and closes the one of the same id; the same content again changes nothing. */
  put<Row extends { readonly id: string }>(table: TableDefinition<Row>, row: Row): void;
  /** Nothing is open under the id any more; an id that has no open row changes nothing. */
  close<Row extends { readonly id: string }>(table: TableDefinition<Row>, id: string): void;
}

/**
 * Turns facts into rows. Pure but for the writer: no clock, no random number, so that two
 * replicas at one position are equal row by row. A higher `version` means: build it anew.
 * An event type it does not know it passes over.
 */
export interface Projection {
  readonly name: string;
  readonly version: number;
  /** Of the streams it wants; none means every event. */
  readonly categories: readonly string[];
  readonly tables: readonly AnyTable[];
  /**
   * Tables of projections that stand before it in the list: it sees what they made of the same
   * event, and writes nothing there.
   */
  readonly reads?: readonly AnyTable[];
  apply(event: RecordedEvent, write: Writer): void;
}

/** What a runner asks of the log; a reader of another thread or process has no more. */
export type EventSource = Pick<EventStore, 'readAll' | 'subscribe' | 'head'> & {
  /** A hint that something was appended, for a source that would else find out by polling. */
  wake?(): void;
};

/**
 * Whether this program knows an event type at a schema number. In a rolling deploy an older
 * program meets newer events: they are passed over and counted, with all that comes later on their
 * streams, and the program that knows them builds the read model anew.
 */
export type KnownEvents = (type: string, schema: number) => boolean;

/** All that a writer of a read model needs. */
export type ProjectionWork = Readonly<{
  projections: readonly Projection[];
  source: EventSource;
  /** Without it every event is known. */
  knows?: KnownEvents;
  /** Events of one transaction, 1000 unless told. */
  batchSize?: number;
  /** Called at the end of a worker thread that opened all this; on one thread the caller closes. */
  close?: () => Promise<void> | void;
}>;
