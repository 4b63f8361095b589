import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';
import type { Position } from '@tavolo/event-store';

const TABLE =
  'CREATE TABLE positions ("from" TEXT PRIMARY KEY, "to" TEXT NOT NULL) STRICT, WITHOUT ROWID';

/**
 * Which position an event had before its log was carried over, and which it has now: positions
 * belong to one store. A SQLite file of one table, for whoever kept an old one.
 */
export class PositionMap {
  readonly #at: StatementSync;

  private constructor(private readonly db: DatabaseSync) {
    this.#at = db.prepare(
      'SELECT "to" FROM positions WHERE "from" <= ? ORDER BY "from" DESC LIMIT 1',
    );
  }

  /** Writes a new one: it has its name when all of it is there. */
  static draft(file: string): DraftMap {
    return new DraftMap(file);
  }

  static open(file: string): PositionMap {
    return new PositionMap(new DatabaseSync(file, { readOnly: true }));
  }

  /**
   * The position now of the event that was at the old one, or of the last event before it: a moment
   * stands after one event and before the next. What lies before every event stays what it is.
   */
  at(old: Position): Position {
    const found = this.#at.get(old);
    return found ? (found.to as Position) : ('' as Position);
  }

  close(): void {
    this.db.close();
  }
}

/** A map that is being written. */
export class DraftMap {
  readonly #db: DatabaseSync;
  readonly #add: StatementSync;
  readonly #part: string;

  constructor(private readonly file: string) {
    this.#part = `${file}.part`;
    for (const suffix of ['', '-journal']) rmSync(this.#part + suffix, { force: true });
    this.#db = new DatabaseSync(this.#part);
    this.#db.exec(`BEGIN; ${TABLE}`);
    this.#add = this.#db.prepare('INSERT INTO positions VALUES (?, ?)');
  }

  add(from: Position, to: Position): void {
    this.#add.run(from, to);
  }

  /** All of it is on the disk, under its name. */
  finish(): void {
    this.#db.exec('COMMIT');
    this.#db.close();
    renameSync(this.#part, this.file);
  }

  /** Nothing of it stays. */
  discard(): void {
    if (this.#db.isOpen) this.#db.close();
    for (const suffix of ['', '-journal']) rmSync(this.#part + suffix, { force: true });
  }
}
