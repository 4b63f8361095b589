import { canonicalJson } from '@tavolo/kernel';
import type { AnyTable, TableDefinition, Writer } from '../projection.js';
import type { Statements } from './statements.js';
import { columnSql, columnText, ENTRIES_PER_VERSION, placeOf, tableSql } from './temporal-table.js';

interface Identified {
  readonly id: string;
}

interface Version {
  readonly n: number;
  readonly row: string;
  readonly opened: number;
}

type NewestVersion = Version & { readonly closed: number | null };

/** Writes the tables of one projection, for one event at a time. */
export class TemporalWriter implements Writer {
  /** The event that is being applied. */
  ordinal = 0;
  /** Ids that got a new row or lost theirs since somebody emptied the set. */
  readonly touched = new Set<string>();
  readonly #statements: Statements;
  readonly #tables: ReadonlyMap<string, OpenTable>;
  readonly #readable: ReadonlyMap<string, OpenTable>;

  /** `reads` are tables of others. */
  constructor(
    statements: Statements,
    tables: readonly AnyTable[],
    reads: readonly AnyTable[] = [],
  ) {
    const opened = (all: readonly AnyTable[]) =>
      new Map(all.map((table) => [table.name, openTable(table)]));
    this.#statements = statements;
    this.#tables = opened(tables);
    this.#readable = new Map([...this.#tables, ...opened(reads)]);
  }

  get<Row extends Identified>(table: TableDefinition<Row>, id: string): Row | null {
    const open = this.#openVersion(this.#known(table), id);
    return open && (JSON.parse(open.row) as Row);
  }

  where<Row extends Identified>(
    table: TableDefinition<Row>,
    column: keyof Row & string,
    value: string,
  ): readonly Row[] {
    const { select } = this.#known(table);
    const sql = select.by.get(column);
    if (sql === undefined) throw new RangeError(`${table.name} has no column ${column}`);
    return this.#statements.all(sql, { value }).map(({ row }) => JSON.parse(row as string) as Row);
  }

  put<Row extends Identified>(table: TableDefinition<Row>, row: Row): void {
    const own = this.#own(table);
    const text = canonicalJson(row);
    const open = this.#openVersion(own, row.id);
    if (open?.row === text) return;
    this.touched.add(row.id);
    // Nobody can ask for the time within an event: its last word on a row is its only one.
    if (open?.opened === this.ordinal) {
      this.#statements.run(own.replace, { n: open.n, row: text });
      return;
    }
    if (open) this.#closeVersion(own, open);
    this.#statements.run(own.insert, { id: row.id, row: text, opened: this.ordinal });
  }

  close<Row extends Identified>(table: TableDefinition<Row>, id: string): void {
    const own = this.#own(table);
    const open = this.#openVersion(own, id);
    if (!open) return;
    this.touched.add(id);
    if (open.opened === this.ordinal) this.#statements.run(own.remove, { n: open.n });
    else this.#closeVersion(own, open);
  }

  #known(table: AnyTable): OpenTable {
    const known = this.#readable.get(table.name);
    if (!known) throw new RangeError(`${table.name} is no table that this projection reads`);
    return known;
  }

  #own(table: AnyTable): OpenTable {
    const own = this.#tables.get(table.name);
    if (!own) throw new RangeError(`${table.name} is not a table of this projection`);
    return own;
  }

  #openVersion({ select }: OpenTable, id: string): Version | null {
    const newest = this.#statements.get(select.open, { id }) as NewestVersion | null;
    return newest?.closed === null ? newest : null;
  }

  #closeVersion({ shut, enter, columns }: OpenTable, { n, row, opened }: Version): void {
    this.#statements.run(shut, { n, closed: this.ordinal });
    const first = n * ENTRIES_PER_VERSION;
    const last = this.ordinal - 1;
    this.#statements.run(enter, { entry: first, opened, last, k: 0 });
    const values = JSON.parse(row) as Record<string, unknown>;
    columns.forEach((column, index) => {
      const value = columnText(values[column]);
      if (value === null) return; // No list asks for nothing.
      const entry = first + index + 1;
      this.#statements.run(enter, { entry, opened, last, k: placeOf(index, value) });
    });
  }
}

type OpenTable = ReturnType<typeof openTable>;

function openTable(definition: AnyTable) {
  const { table, closed } = tableSql(definition);
  const { columns } = definition;
  return {
    columns,
    select: {
      // The newest version first, then whether it is open: an id may have many closed ones.
      open: `SELECT n, row, opened, closed FROM ${table} INDEXED BY ${table}__version
        WHERE id = :id ORDER BY opened DESC LIMIT 1`,
      by: new Map(
        columns.map((column) => [
          column,
          `SELECT row FROM ${table} INDEXED BY ${table}__open_${column}
            WHERE ${columnSql(column)} = :value AND closed IS NULL ORDER BY sorted, id`,
        ]),
      ),
    },
    insert: `INSERT INTO ${table} (id, row, opened) VALUES (:id, :row, :opened)`,
    replace: `UPDATE ${table} SET row = :row WHERE n = :n`,
    remove: `DELETE FROM ${table} WHERE n = :n`,
    shut: `UPDATE ${table} SET closed = :closed WHERE n = :n`,
    enter: `INSERT INTO ${closed} VALUES (:entry, :opened, :last, :k, :k)`,
  };
}
