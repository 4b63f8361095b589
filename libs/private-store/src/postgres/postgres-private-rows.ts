import { PrivateRows } from '../private-rows.js';
import type { Cell, PrivateRow } from '../private-rows.js';
import type { Row } from '../rows.js';
import { privateLayout } from './layouts.js';
import { bytesOf, PostgresDatabase, textOf } from './postgres-database.js';
import type { Value } from './postgres-database.js';

/** Read at once. */
const PAGE = 500;

/** What PostgreSQL keeps beside what every store keeps: how the content of documents lies there. */
const OWN_TABLES = ['chunks', 'tavolo_layouts', 'uploads'];
const OWN_COLUMNS = ['upload'];
/** Bytes that are no text of somebody. */
const RAW = ['salt'];

type Column = Readonly<{ name: string; type: string; isIdentity: boolean }>;

/** The rows of a private store in PostgreSQL. */
export class PostgresPrivateRows extends PrivateRows {
  private constructor(private readonly database: PostgresDatabase) {
    super();
  }

  /** Its tables are made where there are none. @throws UnusablePrivateStore | PrivateStoreUnavailable */
  static async open(connectionString: string): Promise<PostgresPrivateRows> {
    return new PostgresPrivateRows(await PostgresDatabase.open(connectionString, privateLayout));
  }

  /** To look at what is there; nothing is made. Null where there is none. @throws PrivateStoreUnavailable */
  static async look(connectionString: string): Promise<PostgresPrivateRows | null> {
    const rows = new PostgresPrivateRows(PostgresDatabase.connect(connectionString));
    try {
      if ((await rows.tables()).includes('names')) return rows;
    } catch (error) {
      await rows.close();
      throw error;
    }
    await rows.close();
    return null;
  }

  async tables(): Promise<readonly string[]> {
    const sql = `SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = current_schema() ORDER BY table_name COLLATE "C"`;
    const names = (await this.database.all(sql)).map(({ name }) => String(name));
    return names.filter((name) => !OWN_TABLES.includes(name));
  }

  async *rows(table: string): AsyncGenerator<PrivateRow> {
    const columns = await this.#columns(table);
    const key = await this.keyOf(table);
    const names = columns.map(({ name }) => quoted(name)).join(', ');
    const order = key.map((name) => orderOf(columns, name)).join(', ');
    const select = `SELECT ${names} FROM ${quoted(table)}`;
    let after: readonly Value[] | null = null;
    for (;;) {
      const marks = key.map((_, i) => `$${String(i + 1)}`).join(', ');
      const where: string = after === null ? '' : `WHERE (${order}) > (${marks})`;
      const sql = `${select} ${where} ORDER BY ${order} LIMIT ${String(PAGE)}`;
      const page = await this.database.all(sql, ...(after ?? []));
      for (const row of page) yield readFrom(row, columns);
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = key.map((name) => last[name] as Value);
    }
  }

  async put(table: string, rows: readonly PrivateRow[]): Promise<void> {
    const columns = await this.#columns(table);
    await this.database.transaction(async ({ all, run }) => {
      for (const row of rows) {
        const names = Object.keys(row);
        const marks = names.map((_, i) => `$${String(i + 1)}`).join(', ');
        const sql = `INSERT INTO ${quoted(table)} (${names.map(quoted).join(', ')})
          OVERRIDING SYSTEM VALUE VALUES (${marks}) ON CONFLICT DO NOTHING`;
        await run(sql, ...names.map((name) => writtenAs(row[name] ?? null, columns, name)));
      }
      for (const { name } of columns.filter(({ isIdentity }) => isIdentity)) {
        const max = `(SELECT max(${quoted(name)}) FROM ${quoted(table)})`;
        // Where it counts, it goes on after what was brought.
        await all(`SELECT setval(pg_get_serial_sequence($1, $2), ${max})`, table, name);
      }
    });
  }

  async remove(table: string, key: PrivateRow): Promise<void> {
    const where = Object.keys(key).map((name, i) => `${quoted(name)} = $${String(i + 1)}`);
    const sql = `DELETE FROM ${quoted(table)} WHERE ${where.join(' AND ')}`;
    await this.database.run(sql, ...Object.values(key));
  }

  async keyOf(table: string): Promise<readonly string[]> {
    const sql = `SELECT a.attname AS name FROM pg_index i JOIN pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
      WHERE i.indrelid = to_regclass($1) AND i.indisprimary
      ORDER BY array_position(i.indkey::int2[], a.attnum)`;
    return (await this.database.all(sql, quoted(table))).map(({ name }) => String(name));
  }

  close(): Promise<void> {
    return this.database.close();
  }

  async #columns(table: string): Promise<readonly Column[]> {
    const sql = `SELECT column_name AS name, data_type AS type, is_identity
      FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position`;
    const columns = (await this.database.all(sql, table)).map((row) => ({
      ...{ name: String(row.name), type: String(row.type) },
      isIdentity: row.is_identity === 'YES',
    }));
    return columns.filter(({ name }) => !OWN_COLUMNS.includes(name));
  }
}

/** Byte by byte, as in SQLite. */
function orderOf(columns: readonly Column[], name: string): string {
  const isText = columns.some((column) => column.name === name && column.type === 'text');
  return isText ? `${quoted(name)} COLLATE "C"` : quoted(name);
}

function readFrom(row: Row, columns: readonly Column[]): PrivateRow {
  return Object.fromEntries(columns.map(({ name, type }) => [name, cellOf(row[name], name, type)]));
}

function cellOf(value: unknown, name: string, type: string): Cell {
  if (value === null || value === undefined) return null;
  if (type === 'bytea') return RAW.includes(name) ? new Uint8Array(value as Buffer) : textOf(value);
  if (type === 'bigint' || type === 'integer') return Number(value);
  if (type === 'text') return value as string;
  throw new TypeError(`${name}: it is not said how a ${type} is carried over`);
}

function writtenAs(cell: Cell, columns: readonly Column[], name: string): Value {
  const isBytes = columns.some((column) => column.name === name && column.type === 'bytea');
  return isBytes && typeof cell === 'string' ? bytesOf(cell) : cell;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
