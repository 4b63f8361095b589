import type { JsonObject, Position, Uuid } from '@tavolo/event-store';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import type { AnyTable, Moment, TableDefinition } from './projection.js';
import type { Replay, Replayed } from './replay.js';

/** Which part of a list: 100 rows from its beginning unless told otherwise. */
export type PageWindow = Readonly<{
  first?: number;
  after?: string;
  last?: number;
  before?: string;
}>;

/**
 * What a list is narrowed to for the one who asks: fields of the row, `id` among them, whether or
 * not lists filter by them. A row is in it where one field of `within` holds one of the values, or
 * the flag is true, and no field of `without` holds one of its values.
 */
export type Narrowing = Readonly<{
  within?: Readonly<{ fields: readonly string[]; values: readonly string[]; orIf?: string }>;
  without?: Readonly<{ fields: readonly string[]; values: readonly string[] }>;
}>;

/**
 * Of a history: events of these streams alone, none that is about one of these objects, and none
 * of these events.
 */
export type HistoryWindow = PageWindow &
  Readonly<{
    streams?: readonly string[];
    notAbout?: readonly string[];
    notThese?: readonly string[];
  }>;

/** Which events of the log: all that is named here is true of each. */
export type EventFilter = Readonly<{
  ids?: readonly string[];
  types?: readonly string[];
  /** Of streams of these categories. */
  categories?: readonly string[];
  /** The stream, or an object that the data names. */
  about?: string;
  stream?: string;
  actor?: string;
  correlation?: string;
  /** Recorded at this instant or later. */
  from?: Instant;
  /** Recorded before this instant. */
  until?: Instant;
  /** Behind this position in the log. */
  later?: Position;
  /** Before this position in the log. */
  earlier?: Position;
}>;

/** Rows that hold every word in one or more of the fields; words as `wordsIn` has them. */
export type Saying = Readonly<{ fields: readonly string[]; words: readonly string[] }>;

export type PageRequest<Row> = PageWindow &
  Readonly<{
    narrowed?: Narrowing;
    /** Only rows in which this is said. */
    saying?: Saying;
    /** Every named column must hold one of the values. */
    where?: Readonly<Partial<Record<keyof Row & string, readonly string[]>>>;
    /** Only rows whose place in the order lies from here on, and before there; both are text. */
    between?: Readonly<{ from?: string; before?: string }>;
  }>;

export type Page<Row> = Readonly<{
  rows: readonly { readonly row: Row; readonly cursor: string }[];
  totalCount: number;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}>;

/** The rows that hold one of the values in a column. */
export type IdsBy = Readonly<{ column: string; values: readonly string[] }>;

/** At this moment these ids got a new row, or, where they are streams, a new event. */
export type Change = Readonly<{ moment: Moment; ids: ReadonlySet<string> }>;

/** One event in the history of an object; what it says is read from its stream at the revision. */
export type HistoryEntry = Readonly<{
  ordinal: number;
  position: Position;
  eventId: Uuid;
  stream: string;
  revision: number;
  type: string;
  recordedAt: Instant;
  actor: PersonRef;
  commandId: Uuid;
  correlationId: Uuid;
  causationId: Uuid | null;
}>;

/** What a command appended, for the answer to its repeat: found for as long as the log lives. */
export type CommandRecord = Readonly<{
  commandHash: Sha256;
  result: JsonObject | null;
  stream: string;
  /** Of the last event that it appended. */
  revision: number;
  /** Of the last event that it appended. */
  position: Position;
  /** The first event that it appended. */
  eventId: Uuid;
}>;

/** The node's own read model, as the request side sees it. Written by the projection worker. */
export abstract class ReadModel {
  /** The newest moment that can be read now. */
  abstract now(): Moment;

  /** Waits until the read model has reached a position. @throws NotYet */
  abstract reach(position: Position, timeoutMs: number): Promise<Moment>;

  /**
   * The greatest moment up to which no event was recorded later than `at`; it may be before all.
   * Who asks first waits (`reach`) for a head of the log taken after the question.
   */
  abstract momentAt(at: Instant): Promise<Moment>;
  /**
   * The moment of a position or an event; null when there is no such thing, as far as this
   * read model has read.
   */
  abstract momentOf(of: { position: Position } | { eventId: string }): Promise<Moment | null>;

  /** One statement, however many ids. */
  abstract byIds<Row extends { readonly id: string }>(
    table: TableDefinition<Row>,
    ids: readonly string[],
    at: Moment,
  ): Promise<ReadonlyMap<string, Row>>;

  /** One statement, however many values; each has its rows, maybe none, in the table's order. */
  // eslint-disable-next-line max-params -- a relation is a table and a column, asked at a moment
  abstract where<Row extends { readonly id: string }>(
    table: TableDefinition<Row>,
    column: keyof Row & string,
    values: readonly string[],
    at: Moment,
  ): Promise<ReadonlyMap<string, readonly Row[]>>;

  /**
   * A page as of `at`; a cursor carries the moment of its first page, which then is the one read.
   * @throws BadCursor
   */
  abstract page<Row extends { readonly id: string }>(
    table: TableDefinition<Row>,
    request: PageRequest<Row>,
    at: Moment,
  ): Promise<Page<Row>>;

  /**
   * Every event of a stream or about an object (its global id stands in the data), oldest first.
   * @throws BadCursor
   */
  abstract history(of: string, window: HistoryWindow, at: Moment): Promise<Page<HistoryEntry>>;

  /**
   * Events of the whole log, the newest first. It is looked through where the filter names neither
   * an object nor a stream, and counted so. @throws BadCursor
   */
  abstract events(
    filter: EventFilter,
    window: HistoryWindow,
    at: Moment,
  ): Promise<Page<HistoryEntry>>;

  /** Every stream that an event behind this ordinal was appended to. */
  abstract streamsAfter(ordinal: number): Promise<readonly string[]>;

  /** The streams whose events are in the history of an object. */
  abstract streamsAbout(object: string, at: Moment): Promise<readonly string[]>;

  /** Ids of the rows that hold one of the values in a column; of all rows without a column. */
  abstract idsOf(table: AnyTable, by: IdsBy | null, at: Moment): Promise<readonly string[]>;

  /** What a projection makes of an event that was read at `at`, worked out anew; nothing is written. */
  abstract replay(what: Replayed, at: Moment): Promise<Replay>;

  /** What a person's command appended, as far as this read model has read (`now`). */
  abstract findCommand(person: PersonRef, commandId: Uuid): Promise<CommandRecord | null>;

  /**
   * Every change from now on; `return()` stops listening at once. Changes that were not taken
   * before the next one came are handed over as one: the newest moment, all the ids.
   */
  abstract changes(): AsyncIterableIterator<Change>;
}

/** The position asked for has not been reached in time. */
export class NotYet extends Error {
  constructor(readonly reached: Moment) {
    super(`the read model has reached ${reached.position === '' ? 'nothing' : reached.position}`);
  }
}

/** A cursor that this server did not make, or made for another list. */
export class BadCursor extends Error {}
