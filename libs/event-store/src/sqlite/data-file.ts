import { Buffer } from 'node:buffer';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync } from 'node:fs';
import { renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { UnusableStore } from '../event-store.js';
import { APPLICATION_ID, SCHEMA, SCHEMA_VERSION, TABLES } from './schema.js';

/** Up to this size every page is looked at when a log is opened; it takes part of a second. */
const CHECKED_WHOLE_BYTES = 256_000_000;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Makes the log where there is none. It is made beside its place and moved there when it is whole
 * and on the disk, so that no crash leaves half a log. The caller holds the lock.
 * @throws UnusableStore
 */
export function createIfMissing(file: string): void {
  if (existsSync(file)) return;
  if (existsSync(`${file}-wal`)) {
    throw unusable(
      file,
      'is missing, but its newest part lies beside it, in a file ending in -wal',
    );
  }
  const unfinished = `${file}.new`;
  for (const suffix of ['', '-journal', '-wal', '-shm']) {
    rmSync(unfinished + suffix, { force: true });
  }
  const db = new DatabaseSync(unfinished);
  // WAL comes last, so that the header of the file itself already says what it is.
  db.exec(`PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; BEGIN;
           PRAGMA application_id = ${String(APPLICATION_ID)};
           PRAGMA user_version = ${String(SCHEMA_VERSION)};
           ${SCHEMA} COMMIT; PRAGMA journal_mode = WAL`);
  db.close();
  renameSync(unfinished, file);
  syncDirectory(dirname(file));
}

/** @throws UnusableStore */
export function makeDirectoryOf(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw unusable(file, `has no folder to lie in (${String(error)})`);
  }
}

/**
 * Tells a log from everything else without opening it as a database, which could already roll
 * back a journal or leave files beside it.
 * @throws UnusableStore; the file is as it was
 */
export function checkHeader(file: string): void {
  const header = headerOf(file);
  if (header.length === 0) throw unusable(file, 'is empty');
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw unusable(file, 'is no SQLite file, or is damaged');
  }
  if (header.readUInt32BE(68) !== APPLICATION_ID) {
    throw unusable(file, 'belongs to another program');
  }
  const version = header.readUInt32BE(60);
  if (version > SCHEMA_VERSION) {
    throw unusable(file, `was written by a newer Tavolo (shape ${String(version)})`);
  }
}

/**
 * Looks for damage by reading only.
 * @throws UnusableStore; the file is as it was
 */
export function checkWhole(file: string): void {
  const isSmall = statSync(file).size <= CHECKED_WHOLE_BYTES;
  const db = openToRead(file);
  try {
    const found = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    const names = new Set(found.map(({ name }) => name));
    const missing = TABLES.find((name) => !names.has(name));
    if (missing !== undefined) throw unusable(file, `lacks its table ${missing}`);
    const [verdict] = isSmall ? db.prepare('PRAGMA quick_check(1)').all() : [];
    const words = String(verdict?.quick_check ?? 'ok');
    if (words !== 'ok') throw unusable(file, `is damaged (${words.replaceAll('\n', ' ')})`);
  } catch (error) {
    if (error instanceof UnusableStore) throw error;
    throw unusable(file, `cannot be read (${String(error)})`);
  } finally {
    db.close();
  }
}

/** What an opening looks for, by reading only, also beside a writer. @throws UnusableStore */
export function checkLog(file: string): void {
  checkHeader(file);
  checkWhole(file);
}

/** @throws UnusableStore */
export function openToRead(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  } catch (error) {
    throw unusable(file, `cannot be opened (${String(error)})`);
  }
}

function headerOf(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  try {
    const descriptor = openSync(file, 'r');
    try {
      return header.subarray(0, readSync(descriptor, header));
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw unusable(file, `cannot be read (${String(error)})`);
  }
}

function unusable(file: string, what: string): UnusableStore {
  return new UnusableStore(
    `${file} ${what}. It was left as it is: name another file, or put a good copy in its place.`,
  );
}

/** A name is durable when its folder is; Windows knows no such call and needs none. */
function syncDirectory(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
