import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { Leases } from '../leases.js';
import type { Lease } from '../leases.js';
import { leaseFrom } from '../rows.js';
import { openDatabase } from './private-database.js';

/** The file that no backup takes along. */
const FILE = 'leases.db';

const layout = {
  application: 0x54564c53, // `TVLS` in ASCII.
  format: 1,
  added: '',
  tables: `
    CREATE TABLE leases (
      name TEXT PRIMARY KEY,
      epoch INTEGER NOT NULL,
      holder TEXT,
      beat INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE progress (
      lease TEXT NOT NULL,
      worker TEXT NOT NULL,
      reached TEXT NOT NULL,
      PRIMARY KEY (lease, worker)
    ) STRICT, WITHOUT ROWID;`,
  what: 'as a file of leases',
  remedy: 'Move it away while no server runs: what is under way is looked for again in the log.',
};

/**
 * The file `leases.db` beside the private store, for one machine: several processes on it may have
 * it open at once.
 */
export class SqliteLeases extends Leases {
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync) {
    super();
    this.#db = db;
  }

  /** Opens the file in the folder; makes it, and the folder, where there is none. @throws UnusablePrivateStore */
  static open(folder: string): SqliteLeases {
    mkdirSync(folder, { recursive: true });
    return new SqliteLeases(openDatabase(join(folder, FILE), layout));
  }

  find(name: string): Promise<Lease | null> {
    return Promise.try(() => {
      const row = this.#db.prepare('SELECT * FROM leases WHERE name = ?').get(name);
      return row ? leaseFrom(row) : null;
    });
  }

  progress(name: string): Promise<ReadonlyMap<string, string>> {
    return Promise.try(() => {
      const sql = 'SELECT worker, reached FROM progress WHERE lease = ?';
      const rows = this.#db.prepare(sql).all(name);
      return new Map(rows.map(({ worker, reached }) => [String(worker), String(reached)]));
    });
  }

  keepProgress(
    { name, epoch }: Readonly<{ name: string; epoch: number }>,
    worker: string,
    reached: string,
  ): Promise<boolean> {
    return Promise.try(() => {
      const sql = `INSERT INTO progress SELECT name, ?, ? FROM leases WHERE name = ? AND epoch = ?
        ON CONFLICT DO UPDATE SET reached = excluded.reached`;
      // Often, and losing it costs a reading of the log: it need not wait for the disk.
      this.#db.exec('PRAGMA synchronous = NORMAL');
      return this.#run(sql, worker, reached, name, epoch) === 1;
    });
  }

  close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
    return Promise.resolve();
  }

  protected swap(name: string, from: Lease | null, to: Lease): Promise<boolean> {
    const { epoch, holder, beat } = to;
    return Promise.try(() => {
      this.#db.exec('PRAGMA synchronous = FULL');
      if (!from) {
        const sql = 'INSERT INTO leases VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING';
        return this.#run(sql, name, epoch, holder, beat) === 1;
      }
      const sql = `UPDATE leases SET epoch = ?, holder = ?, beat = ?
        WHERE name = ? AND epoch = ? AND holder IS ? AND beat = ?`;
      const seen = [name, from.epoch, from.holder, from.beat];
      return this.#run(sql, epoch, holder, beat, ...seen) === 1;
    });
  }

  /** How many rows it changed. */
  #run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#db.prepare(sql).run(...values).changes);
  }
}
