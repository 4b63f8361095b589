import { DatabaseSync } from 'node:sqlite';
import { StoreInUse, UnusableStore } from '../event-store.js';

const SQLITE_BUSY = 5;

/**
 * Takes the right to write. It is a lock of the operating system on `<file>.lock`, not a note in
 * a file: it ends with the process that holds it, however that ends. Not for network file systems.
 * @returns how to give it back
 * @throws StoreInUse | UnusableStore
 */
export function takeLock(file: string): () => void {
  const path = `${file}.lock`;
  let lock: DatabaseSync | undefined;
  try {
    const opened = new DatabaseSync(path, { timeout: 0 });
    lock = opened;
    // In memory, because the transaction is never committed and a journal would be left behind.
    opened.exec('PRAGMA journal_mode = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    return () => opened.close();
  } catch (error) {
    lock?.close();
    if (errorCodeOf(error) === SQLITE_BUSY) throw new StoreInUse(file);
    throw new UnusableStore(`${path} cannot be locked for writing (${String(error)}).`);
  }
}

/** SQLite's primary result code, 0 where an error is none of SQLite's. */
export function errorCodeOf(error: unknown): number {
  return ((error as { errcode?: number }).errcode ?? 0) & 0xff;
}
