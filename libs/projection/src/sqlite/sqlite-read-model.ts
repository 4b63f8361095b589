import { DatabaseSync } from 'node:sqlite';
import type { Position, Uuid } from '@tavolo/event-store';
import type { Instant, PersonRef } from '@tavolo/kernel';
import type { Batch } from '../batch-writer.js';
import { Changes } from '../changes.js';
import type { AnyTable, Moment, TableDefinition } from '../projection.js';
import { NotYet, ReadModel } from '../read-model.js';
import type { Change, CommandRecord, EventFilter, HistoryEntry } from '../read-model.js';
import type { HistoryWindow, IdsBy, Page, PageRequest } from '../read-model.js';
import { findCommand, historyOf, streamsAbout, streamsAfter } from './event-queries.js';
import { eventsBy } from './log-queries.js';
import { momentOfEvent, momentOfPosition, momentUpTo, newest } from './moments.js';
import { pageOf } from './paging.js';
import { replayAt } from './replay-rows.js';
import { Statements } from './statements.js';
import type { Found } from './statements.js';
import { plainText } from '../plain-text.js';
import type { Replay, Replayed } from '../replay.js';
import { PLAIN } from './narrowing.js';
import { byIdsQuery, countQuery, idsQuery, pageQuery, whereQuery } from './table-queries.js';
import type { Condition } from './table-queries.js';

interface Identified {
  readonly id: string;
}

interface Waiter {
  readonly position: Position;
  readonly resolve: (moment: Moment) => void;
  readonly giveUp: () => void;
}

/**
 * Reads a read-model file by a connection of its own, while somebody else writes it and tells
 * of what was written (`told`). Each question is one statement or two on one moment.
 */
export class SqliteReadModel extends ReadModel {
  readonly #changes = new Changes();
  readonly #waiters = new Set<Waiter>();
  readonly #wake: () => void;
  #db: DatabaseSync;
  #statements: Statements;
  #now: Moment;

  /** `wake` is called when somebody waits for what was not read yet. */
  constructor(path: string, wake: () => void = () => undefined) {
    super();
    this.#wake = wake;
    this.#db = openedForReading(path);
    this.#statements = new Statements(this.#db);
    this.#now = newest(this.#statements);
  }

  /** How many statements were executed on the present file. */
  get executed(): number {
    return this.#statements.executed;
  }

  /** How many listen to `changes`. */
  get listeners(): number {
    return this.#changes.listeners;
  }

  /** Goes on with another file, which has read at least as far: `ahead` is what it read beyond. */
  reopen(path: string, ahead: readonly Batch[]): void {
    const old = this.#db;
    this.#db = openedForReading(path);
    this.#statements = new Statements(this.#db);
    old.close();
    ahead.forEach((batch) => {
      this.told(batch);
    });
    this.#arriveAt(newest(this.#statements));
  }

  /** What the writer has committed. */
  told({ moment, ids }: Pick<Batch, 'moment' | 'ids'>): void {
    if (moment.ordinal <= this.#now.ordinal) return;
    this.#arriveAt(moment);
    this.#changes.tell({ moment, ids: new Set(ids) });
  }

  #arriveAt(moment: Moment): void {
    this.#now = moment;
    for (const waiter of this.#waiters) {
      if (waiter.position <= moment.position) waiter.resolve(moment);
    }
  }

  now(): Moment {
    return this.#now;
  }

  reach(position: Position, timeoutMs: number): Promise<Moment> {
    if (position <= this.#now.position) return Promise.resolve(this.#now);
    this.#wake();
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
      };
      const waiter: Waiter = {
        position,
        resolve: (moment) => {
          done();
          resolve(moment);
        },
        giveUp: () => {
          done();
          reject(new NotYet(this.#now));
        },
      };
      const timer = setTimeout(waiter.giveUp, timeoutMs);
      this.#waiters.add(waiter);
    });
  }

  momentAt(at: Instant): Promise<Moment> {
    return Promise.resolve(momentUpTo(this.#statements, at));
  }

  momentOf(of: { position: Position } | { eventId: string }): Promise<Moment | null> {
    return Promise.resolve(
      'position' in of
        ? momentOfPosition(this.#statements, of.position)
        : momentOfEvent(this.#statements, of.eventId),
    );
  }

  byIds<Row extends Identified>(
    table: TableDefinition<Row>,
    ids: readonly string[],
    at: Moment,
  ): Promise<ReadonlyMap<string, Row>> {
    const { sql, values } = byIdsQuery(table, ids, at.ordinal);
    const found = this.#statements.all(sql, values);
    return Promise.resolve(new Map(found.map((row) => [row.id as string, rowIn(row) as Row])));
  }

  // eslint-disable-next-line max-params -- as in the port: a relation is a table and a column
  where<Row extends Identified>(
    table: TableDefinition<Row>,
    column: keyof Row & string,
    values: readonly string[],
    at: Moment,
  ): Promise<ReadonlyMap<string, readonly Row[]>> {
    const rows = new Map<string, Row[]>(values.map((value) => [value, []]));
    const query = whereQuery(table, { column, values: [...rows.keys()] }, at.ordinal);
    for (const found of this.#statements.all(query.sql, query.values)) {
      rows.get(found.value as string)?.push(rowIn(found) as Row);
    }
    return Promise.resolve(rows);
  }

  // Async, so that a bad cursor is a rejection.
  // eslint-disable-next-line @typescript-eslint/require-await -- see above
  async page<Row extends Identified>(
    table: TableDefinition<Row>,
    request: PageRequest<Row>,
    at: Moment,
  ): Promise<Page<Row>> {
    const { where = {}, between, narrowed, saying } = request;
    const filter = { conditions: conditionsOf(where), between, narrowed, saying };
    const listing = {
      list: table.name,
      count: (ordinal: number) => {
        const { sql, values } = countQuery(table, filter, ordinal);
        return Number(this.#statements.get(sql, values)?.total);
      },
      read: (span: Parameters<typeof pageQuery>[2]) => {
        const { sql, values } = pageQuery(table, filter, span);
        return this.#statements.all(sql, values).map((found) => ({
          row: rowIn(found) as Row,
          sorted: found.sorted as string | number,
          id: found.id as string,
        }));
      },
    };
    return pageOf(listing, request, { at, now: this.#now });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a bad cursor is a rejection
  async history(of: string, window: HistoryWindow, at: Moment): Promise<Page<HistoryEntry>> {
    return pageOf(historyOf(this.#statements, of, window), window, { at, now: this.#now });
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- a bad cursor is a rejection
  async events(
    filter: EventFilter,
    window: HistoryWindow,
    at: Moment,
  ): Promise<Page<HistoryEntry>> {
    return pageOf(eventsBy(this.#statements, filter, window), window, { at, now: this.#now });
  }

  streamsAfter(ordinal: number): Promise<readonly string[]> {
    return Promise.resolve(streamsAfter(this.#statements, ordinal));
  }

  streamsAbout(object: string, at: Moment): Promise<readonly string[]> {
    return Promise.resolve(streamsAbout(this.#statements, object, at.ordinal));
  }

  idsOf(table: AnyTable, by: IdsBy | null, at: Moment): Promise<readonly string[]> {
    const { sql, values } = idsQuery(table, by, at.ordinal);
    return Promise.resolve(this.#statements.all(sql, values).map(({ id }) => id as string));
  }

  replay(what: Replayed, at: Moment): Promise<Replay> {
    return Promise.resolve(replayAt(this.#statements, what, at));
  }

  findCommand(person: PersonRef, commandId: Uuid): Promise<CommandRecord | null> {
    return Promise.resolve(findCommand(this.#statements, person, commandId));
  }

  changes(): AsyncIterableIterator<Change> {
    return this.#changes.listen();
  }

  /** Ends every wait and every `changes`. */
  close(): void {
    this.#changes.close();
    for (const waiter of this.#waiters) waiter.giveUp();
    if (this.#db.isOpen) this.#db.close();
  }
}

function openedForReading(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly: true });
  db.exec('PRAGMA cache_size = -65536; PRAGMA busy_timeout = 5000'); // 64 MiB; 2 are the default.
  db.function(PLAIN, { deterministic: true }, (text) => plainText(String(text)));
  return db;
}

function rowIn({ row }: Found): unknown {
  return JSON.parse(row as string);
}

function conditionsOf(where: object): readonly Condition[] {
  const conditions = Object.entries(where as Record<string, readonly string[] | undefined>);
  return conditions.flatMap(([column, values]) => (values ? [{ column, values }] : []));
}
