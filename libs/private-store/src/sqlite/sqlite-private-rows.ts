import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { PrivateRows } from '../private-rows.js';
import type { PrivateRow } from '../private-rows.js';
import { inTransaction, openDatabase, openSnapshot, privateLayout } from './private-database.js';

const FILE = 'private.db';

/** The rows of the file `private.db`. */
export class SqlitePrivateRows extends PrivateRows {
  private constructor(private readonly db: DatabaseSync) {
    super();
  }

  /** To read it as it is now, whoever writes meanwhile. @throws UnusablePrivateStore */
  static snapshot(folder: string): SqlitePrivateRows {
    return new SqlitePrivateRows(openSnapshot(join(folder, FILE), privateLayout));
  }

  /** To fill it; it is made where there is none. @throws UnusablePrivateStore */
  static open(folder: string): SqlitePrivateRows {
    mkdirSync(folder, { recursive: true });
    return new SqlitePrivateRows(openDatabase(join(folder, FILE), privateLayout));
  }

  tables(): Promise<readonly string[]> {
    const sql = `SELECT name FROM sqlite_schema WHERE type = 'table'
      AND name NOT LIKE 'sqlite%' ORDER BY name`;
    return Promise.try(() =>
      this.db
        .prepare(sql)
        .all()
        .map(({ name }) => String(name)),
    );
  }

  async *rows(table: string): AsyncGenerator<PrivateRow> {
    const order = (await this.keyOf(table)).map(quoted).join(', ');
    const all = this.db.prepare(`SELECT * FROM ${quoted(table)} ORDER BY ${order}`).iterate();
    for (const row of all) yield { ...row } as PrivateRow;
  }

  put(table: string, rows: readonly PrivateRow[]): Promise<void> {
    return Promise.try(() =>
      inTransaction(this.db, () => {
        for (const row of rows) {
          const columns = Object.keys(row);
          const sql = `INSERT INTO ${quoted(table)} (${columns.map(quoted).join(', ')})
            VALUES (${columns.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`;
          this.db.prepare(sql).run(...Object.values(row));
        }
      }),
    );
  }

  remove(table: string, key: PrivateRow): Promise<void> {
    return Promise.try(() => {
      const where = Object.keys(key).map((column) => `${quoted(column)} = ?`);
      const sql = `DELETE FROM ${quoted(table)} WHERE ${where.join(' AND ')}`;
      this.db.prepare(sql).run(...Object.values(key));
    });
  }

  keyOf(table: string): Promise<readonly string[]> {
    const sql = 'SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk';
    return Promise.try(() =>
      this.db
        .prepare(sql)
        .all(table)
        .map(({ name }) => String(name)),
    );
  }

  close(): Promise<void> {
    if (this.db.isOpen) this.db.close();
    return Promise.resolve();
  }
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
