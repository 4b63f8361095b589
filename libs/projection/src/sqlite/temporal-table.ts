import type { AnyTable } from '../projection.js';

/**
 * How a temporal table lies in SQLite. A row version is `[opened, closed)` in ordinals.
 * Open versions are found by partial indexes. Closed ones are found by an R*Tree that holds
 * their intervals, once for the table (`k` 0) and once for each column with the hash of its
 * value as a second dimension: a plain index on both ends would have to walk every older or
 * every newer version, so that a query cost more the longer the history is. The R*Tree keeps
 * 32-bit integers, which is why ordinals and not positions bound an interval.
 */
export interface TableSql {
  readonly table: string;
  readonly closed: string;
  readonly create: readonly string[];
}

const NAME = /^[A-Za-z]\w*$/;
/** Closed intervals of one version share its row number: `entry = n * 32 + column`. */
export const ENTRIES_PER_VERSION = 32;

/** @throws RangeError for a definition that can't be a table. */
export function tableSql(definition: AnyTable): TableSql {
  const { name, columns, order } = definition;
  for (const word of [name, order, ...columns]) {
    if (!NAME.test(word)) throw new RangeError(`${word} cannot name a table or a column`);
  }
  if (columns.length >= ENTRIES_PER_VERSION) {
    throw new RangeError(`${name} has more than ${String(ENTRIES_PER_VERSION - 1)} columns`);
  }
  const table = `t_${name}`;
  const generated = columns.map(
    (column) => `${columnSql(column)} TEXT GENERATED ALWAYS AS (row ->> '$.${column}') VIRTUAL`,
  );
  return { table, closed: `${table}__closed`, create: [...ddl(table, order, generated)] };

  function ddl(table: string, order: string, fields: readonly string[]): string[] {
    return [
      `CREATE TABLE ${table} (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL,
        row TEXT NOT NULL,
        opened INTEGER NOT NULL,
        closed INTEGER,
        sorted ANY GENERATED ALWAYS AS (coalesce(row ->> '$.${order}', '')) VIRTUAL
        ${fields.map((field) => `, ${field}`).join('')}
      ) STRICT`,
      `CREATE UNIQUE INDEX ${table}__version ON ${table} (id, opened)`,
      `CREATE INDEX ${table}__open ON ${table} (sorted, id, opened) WHERE closed IS NULL`,
      ...columns.map(
        (column) => `CREATE INDEX ${table}__open_${column}
          ON ${table} (${columnSql(column)}, sorted, id, opened) WHERE closed IS NULL`,
      ),
      `CREATE VIRTUAL TABLE ${table}__closed USING rtree_i32(entry, first, last, k, k_again)`,
    ];
  }
}

/** The generated column of a field. */
export function columnSql(field: string): string {
  return `c_${field}`;
}

/** A field's value as its generated column has it. */
export function columnText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? '1' : '0';
  return JSON.stringify(value);
}

/**
 * Where a column's value lies in the R*Tree's second dimension: 31 bits, never 0. Two values may
 * share a place, so a statement that finds by it compares the value too. (FNV-1a)
 */
export function placeOf(columnIndex: number, value: string): number {
  let hash = 0x811c9dc5 ^ (columnIndex + 1);
  for (let i = 0; i < value.length; i += 1) {
    hash = Math.imul(hash ^ value.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & 0x7fffffff || 1;
}
