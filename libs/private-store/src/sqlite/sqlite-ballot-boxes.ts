import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { BallotBoxes } from '../ballot-boxes.js';
import type { BallotBox, BallotPaper, PaperPut } from '../ballot-boxes.js';
import { BoxKeys } from '../box-keys.js';
import type { Resealed, SealingKeys } from '../box-keys.js';
import { paperFrom } from '../rows.js';
import { inTransaction, openDatabase } from './private-database.js';

/** The file that no backup takes along. */
const FILE = 'ballots.db';

/** In the order of names and seats, never of casting. */
const layout = {
  application: 0x54565642, // `TVVB` in ASCII.
  format: 1,
  added: `
    CREATE TABLE IF NOT EXISTS sealing (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      mark TEXT NOT NULL
    ) STRICT;`,
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
  readonly #keys: BoxKeys;

  private constructor(db: DatabaseSync, keys: BoxKeys) {
    super();
    this.#db = db;
    this.#keys = keys;
  }

  /**
   * Opens the file in the folder; makes it, and the folder, where there is none. Without sealing
   * keys those of the boxes lie as they are, in a file that is its user's alone; with them those
   * that are made from then on are sealed, and the others when they are moved. @throws UnusablePrivateStore
   */
  static open(folder: string, sealingKeys: SealingKeys | null = null): SqliteBallotBoxes {
    mkdirSync(folder, { recursive: true });
    const keys = new BoxKeys(sealingKeys);
    const boxes = new SqliteBallotBoxes(openDatabase(join(folder, FILE), layout), keys);
    boxes.#mark();
    boxes.#wipe(); // What a process that died had destroyed may still stand in the write-ahead log.
    return boxes;
  }

  /** The names of all boxes in the folder, for who may not open them. @throws UnusablePrivateStore */
  static async namesIn(folder: string): Promise<readonly string[]> {
    const db = openDatabase(join(folder, FILE), layout);
    const boxes = new SqliteBallotBoxes(db, new BoxKeys(null));
    try {
      return await boxes.all();
    } finally {
      await boxes.close();
    }
  }

  make(box: string): Promise<void> {
    return this.#do(() => {
      this.#run(
        'INSERT INTO boxes VALUES (?, ?, NULL) ON CONFLICT DO NOTHING',
        box,
        this.#keys.made(box, this.#marked()),
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
      const [kept] = this.#all('SELECT key FROM boxes WHERE box = ?', box);
      const zeros = '0'.repeat(String(kept?.key ?? '').length);
      this.#run('UPDATE boxes SET key = ? WHERE box = ?', zeros, box);
      this.#run('DELETE FROM papers WHERE box = ?', box);
      this.#run('DELETE FROM boxes WHERE box = ?', box);
    });
    this.#wipe();
  }

  async reseal(): Promise<Resealed> {
    const resealed = await this.#do(() => {
      const { mark } = this.#keys;
      const kept = this.#all('SELECT box, key FROM boxes');
      if (mark === null) return { moved: 0, lost: 0 };
      const found = kept.map((row) => {
        const box = String(row.box);
        return { box, key: this.#keys.moved(String(row.key), box) };
      });
      for (const { box, key } of found) {
        if (key !== null) this.#run('UPDATE boxes SET key = ? WHERE box = ?', key, box);
      }
      this.#run('UPDATE sealing SET mark = ?', mark);
      const lost = found.filter(({ key }) => key === null).length;
      return { moved: found.length - lost, lost };
    });
    this.#wipe();
    return resealed;
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

  /** Sets the mark where there is none. @throws UnusablePrivateStore */
  #mark(): void {
    const { mark } = this.#keys;
    try {
      if (mark !== null)
        this.#run('INSERT INTO sealing VALUES (1, ?) ON CONFLICT DO NOTHING', mark);
      this.#keys.check(this.#marked());
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  #marked(): string | null {
    const [known] = this.#all('SELECT mark FROM sealing');
    return known ? String(known.mark) : null;
  }

  #do<T>(work: () => T): Promise<T> {
    return Promise.try(() => inTransaction(this.#db, work));
  }

  #shown(box: string): BallotBox | null {
    const [kept] = this.#all('SELECT key FROM boxes WHERE box = ?', box);
    if (!kept) return null;
    const key = this.#keys.open(String(kept.key), box);
    if (key === null) {
      this.#keys.check(this.#marked()); // Moved to a key that only others know, it is not lost.
      return null;
    }
    const rows = this.#all('SELECT * FROM papers WHERE box = ? ORDER BY seat', box);
    return { key, papers: rows.map((row) => paperFrom(row)) };
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#db.prepare(sql).run(...values);
  }

  #all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#db.prepare(sql).all(...values);
  }
}
