import { copyFileSync, fsyncSync, openSync, closeSync, renameSync, rmSync } from 'node:fs';
import { backup, DatabaseSync } from 'node:sqlite';
import type { Position } from '../event-store.js';
import { positionOf } from '../log.js';
import { checkHeader, checkWhole, openToRead } from './data-file.js';

/** Pages copied between two looks at whether to go on. */
const PAGES = 1_000;

/**
 * The embedded log as it was when this was opened, whoever writes meanwhile. It holds back the
 * cutting of the write-ahead log until it is closed.
 */
export class SqliteSnapshot {
  readonly head: Position;
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec('BEGIN');
    // The first read fixes the moment.
    const row = db.prepare('SELECT max(position) AS head FROM events').get();
    this.head = positionOf(Number(row?.head ?? 0));
  }

  /** @throws UnusableStore */
  static open(file: string): SqliteSnapshot {
    checkHeader(file);
    return new SqliteSnapshot(openToRead(file));
  }

  /** Copies it to a new file, which is whole without any other. `onProgress` may throw to give up. */
  async copyTo(file: string, onProgress: (done: number, total: number) => void): Promise<void> {
    await backup(this.#db, file, {
      rate: PAGES,
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages - remainingPages, totalPages);
      },
    });
    const copy = new DatabaseSync(file);
    copy.exec('PRAGMA journal_mode = DELETE');
    copy.close();
  }

  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }
}

/** Puts a copy in the place of a log that is not there yet. @throws UnusableStore, and then nothing is there */
export function placeCopy(copy: string, file: string): void {
  const part = `${file}.new`;
  copyFileSync(copy, part);
  checkHeader(part);
  checkWhole(part);
  const db = new DatabaseSync(part);
  db.exec('PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL');
  db.close();
  const descriptor = openSync(part, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
  for (const suffix of ['-wal', '-shm']) rmSync(part + suffix, { force: true });
  renameSync(part, file);
}
