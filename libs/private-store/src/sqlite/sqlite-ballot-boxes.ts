import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { BallotBoxes } from '../ballot-boxes.js';
import type { BallotBox, BallotPaper, PaperPut } from '../ballot-boxes.js';
import { paperFrom } from '../rows.js';
import { newSealingKey } from '../seal.js';
import { inTransaction, openDatabase } from './private-database.js';

/** The file that no backup takes along. */
const FILE = 'ballots.db';

/** In the order of names and seats, never of casting. */
const layout = {
  application: 0x54565642, // `TVVB` in ASCII.
  format: 1,
  added: '',
  tables: `
    CREATE TABLE boxes (box TEXT PRIMARY KEY, key TEXT NOT NULL, shut_by TEXT) STRICT, WITHOUT ROWID;
    CREATE TABLE papers (
      box TEXT NOT NULL,
      seat TEXT NOT NULL,
      person TEXT NOT NULL,
      command TEXT NOT NULL,
      hash TEXT NOT NULL,
      sealed TEXT NOT NULL,
      PRIMARY KEY (box, seat)
    ) STRICT, WITHOUT ROWID;`,
  what: 'as a file of ballot boxes',
  remedy:
    'Move it away: the votes that are open lose their boxes, are void when they are closed, and are held again.',
};

type Row = Record<string, SQLOutputValue>;

/**
 * The file `ballots.db` beside the private store, for one machine: several processes on it may
 * have it open at once.
 */
export class SqliteBallotBoxes extends BallotBoxes {
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync) {
    super();
    this.#db = db;
  }

  /** Opens the file in the folder; makes it, and the folder, where there is none. @throws UnusablePrivateStore */
  static open(folder: string): SqliteBallotBoxes {
    mkdirSync(folder, { recursive: true });
    const boxes = new SqliteBallotBoxes(openDatabase(join(folder, FILE), layout));
    boxes.#wipe(); // What a process that died had destroyed may still stand in the write-ahead log.
    return boxes;
  }

  make(box: string): Promise<void> {
    return this.#do(() => {
      this.#run(
        'INSERT INTO boxes VALUES (?, ?, NULL) ON CONFLICT DO NOTHING',
        box,
        newSealingKey(),
      );
    });
  }

  find(box: string): Promise<BallotBox | null> {
    return this.#do(() => this.#shown(box));
  }

  all(): Promise<readonly string[]> {
    return this.#do(() => this.#all('SELECT box FROM boxes').map(({ box }) => String(box)));
  }

  put(box: string, paper: BallotPaper, replaces: string | null): Promise<PaperPut> {
    return this.#do(() => {
      const [kept] = this.#all('SELECT shut_by FROM boxes WHERE box = ?', box);
      if (!kept) return 'gone';
      if (kept.shut_by !== null) return 'shut';
      const { seat, person, commandId, commandHash, sealed } = paper;
      const [lies] = this.#all('SELECT command FROM papers WHERE box = ? AND seat = ?', box, seat);
      if (lies && lies.command !== replaces) return 'taken';
      const values = [box, seat, person, commandId, commandHash, sealed];
      this.#run('INSERT OR REPLACE INTO papers VALUES (?, ?, ?, ?, ?, ?)', ...values);
      return 'put';
    });
  }

  shut(box: string, count: string): Promise<BallotBox | null> {
    return this.#do(() => {
      this.#run('UPDATE boxes SET shut_by = ? WHERE box = ?', count, box);
      return this.#shown(box);
    });
  }

  reopen(box: string, count: string): Promise<void> {
    return this.#do(() => {
      this.#run('UPDATE boxes SET shut_by = NULL WHERE box = ? AND shut_by = ?', box, count);
    });
  }

  async destroy(box: string): Promise<void> {
    await this.#do(() => {
      // Of the same length, so in the same place: no copy of the key is left behind by moving it.
      this.#run('UPDATE boxes SET key = ? WHERE box = ?', '0'.repeat(newSealingKey().length), box);
      this.#run('DELETE FROM papers WHERE box = ?', box);
      this.#run('DELETE FROM boxes WHERE box = ?', box);
    });
    this.#wipe();
  }

  close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
    return Promise.resolve();
  }

  /**
   * Deleted content is overwritten with zeros in the file (`secure_delete`); the write-ahead log
   * still has it until it is taken over and cut. Where another process reads just then, its own
   * next call, or the next start, cuts it.
   */
  #wipe(): void {
    this.#all('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  #do<T>(work: () => T): Promise<T> {
    return Promise.try(() => inTransaction(this.#db, work));
  }

  #shown(box: string): BallotBox | null {
    const [kept] = this.#all('SELECT key FROM boxes WHERE box = ?', box);
    if (!kept) return null;
    const rows = this.#all('SELECT * FROM papers WHERE box = ? ORDER BY seat', box);
    return { key: String(kept.key), papers: rows.map((row) => paperFrom(row)) };
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#db.prepare(sql).run(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#db.prepare(sql).all(...values);
  }
}
