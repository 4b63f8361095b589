import { categoryOf } from '@tavolo/event-store';
import type { RecordedEvent } from '@tavolo/event-store';
import { canonicalJson } from '@tavolo/kernel';
import type { AnyTable, KnownEvents, Projection, TableDefinition, Writer } from './projection.js';
import { columnText } from './sqlite/temporal-table.js';

interface Identified {
  readonly id: string;
}

type Row = Identified & Readonly<Record<string, unknown>>;

/** What is read of the rows that stood at one moment. */
export interface StoodRows {
  byId(table: AnyTable, id: string): Row | null;
  /** In the order of the table. @throws RangeError for an unknown column */
  where(table: AnyTable, column: string, value: string): readonly Row[];
}

/** A row that an event opened, changed or closed: null before it was there, and after it was not. */
export type ReplayedRow = Readonly<{
  table: AnyTable;
  id: string;
  before: Row | null;
  after: Row | null;
  /** The read model in use has the same row after the event. */
  isAsKept: boolean;
}>;

/** What a projection made of an event: `notTaken` where it is of none of its categories. */
export type ReplayFate = 'applied' | 'failed' | 'notTaken' | 'passedOver';

/** One projection and one event, applied anew. */
export type Replay = Readonly<{
  fate: ReplayFate;
  rows: readonly ReplayedRow[];
  /** What the projection says where it cannot apply it, in English. */
  message: string | null;
}>;

/** What is replayed: the last of these projections, which sees what those before it make of the event. */
export type Replayed = Readonly<{
  event: RecordedEvent;
  projections: readonly Projection[];
  knows?: KnownEvents;
}>;

/**
 * Applies an event anew to the rows that stood just before it, in memory: the work of one event,
 * however long the log is, and nothing is written.
 */
export function replay(
  { event, projections, knows = () => true }: Replayed,
  rows: Readonly<{ before: StoodRows; after: StoodRows }>,
): Replay {
  const last = projections.at(-1);
  if (!last || !takes(last, event)) return { fate: 'notTaken', rows: [], message: null };
  if (!knows(event.type, event.schema)) return { fate: 'passedOver', rows: [], message: null };
  const writer = new ReplayWriter(rows.before);
  try {
    for (const one of projections.filter((each) => takes(each, event))) one.apply(event, writer);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { fate: 'failed', rows: [], message };
  }
  const changed = writer.changed(last.tables).map((row) => {
    const kept = rows.after.byId(row.table, row.id);
    return { ...row, isAsKept: canonicalJson(kept) === canonicalJson(row.after) };
  });
  return { fate: 'applied', rows: changed, message: null };
}

function takes({ categories }: Projection, { stream }: RecordedEvent): boolean {
  return categories.length === 0 || categories.includes(categoryOf(stream));
}

/** Keeps in memory what one event writes, over rows that stood before it. */
class ReplayWriter implements Writer {
  readonly #before: StoodRows;
  /** By table and id; null of a row that was closed. */
  readonly #written = new Map<string, Map<string, Row | null>>();

  constructor(before: StoodRows) {
    this.#before = before;
  }

  get<R extends Identified>(table: TableDefinition<R>, id: string): R | null {
    const written = this.#written.get(table.name)?.get(id);
    const row = written === undefined ? this.#before.byId(table, id) : written;
    return row && (copied(row) as R);
  }

  where<R extends Identified>(
    table: TableDefinition<R>,
    column: keyof R & string,
    value: string,
  ): readonly R[] {
    const written = this.#written.get(table.name) ?? new Map<string, Row | null>();
    const stood = this.#before.where(table, column, value).filter(({ id }) => !written.has(id));
    const fresh = [...written.values()].filter(
      (row) => row !== null && columnText(row[column]) === value,
    ) as readonly Row[];
    const all = [...stood, ...fresh].sort(byOrder(table.order));
    return all.map((row) => copied(row) as R);
  }

  put<R extends Identified>(table: TableDefinition<R>, row: R): void {
    this.#of(table).set(row.id, copied(row) as Row);
  }

  close<R extends Identified>(table: TableDefinition<R>, id: string): void {
    this.#of(table).set(id, null);
  }

  #of({ name }: AnyTable): Map<string, Row | null> {
    const known = this.#written.get(name) ?? new Map<string, Row | null>();
    this.#written.set(name, known);
    return known;
  }

  /** Rows of these tables that are not what they were, in the order in which they were written. */
  changed(tables: readonly AnyTable[]): readonly Omit<ReplayedRow, 'isAsKept'>[] {
    return tables.flatMap((table) =>
      [...(this.#written.get(table.name) ?? [])].flatMap(([id, after]) => {
        const before = this.#before.byId(table, id);
        const isSame = canonicalJson(before) === canonicalJson(after);
        return isSame ? [] : [{ table, id, before, after }];
      }),
    );
  }
}

/** As it is written and read again: whoever has it may change it. */
function copied(row: Identified): unknown {
  return JSON.parse(canonicalJson(row));
}

/** As SQLite sorts a table: nothing as the empty text, numbers before texts, by their bytes. */
function byOrder(order: string): (a: Row, b: Row) => number {
  const placed = (row: Row) => row[order] ?? '';
  return (a, b) => compared(placed(a), placed(b)) || compared(a.id, b.id);
}

function compared(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number' || typeof b === 'number') return typeof a === 'number' ? -1 : 1;
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
