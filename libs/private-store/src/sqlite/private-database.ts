import { closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { PrivateStoreFull, UnusablePrivateStore } from '../private-store.js';

const BUSY_TIMEOUT_MS = 10_000;
const OWNER_ONLY = 0o600;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;

/** What a file of ours holds, how it says that it is ours, and what to do where it cannot be used. */
export type Layout = Readonly<{
  /** Says that a SQLite file is ours. */
  application: number;
  format: number;
  tables: string;
  /** What came after the format, made wherever it is missing. */
  added: string;
  what: string;
  remedy: string;
}>;

/**
 * Tables that came after the format: a store of before gets them when it is opened, and a program
 * of before passes them over.
 */
const ADDED = `
  CREATE TABLE IF NOT EXISTS accounts (
    account TEXT PRIMARY KEY,
    person TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS account_generations (
    account TEXT PRIMARY KEY,
    generation INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS calendar_links (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    token_sha256 TEXT NOT NULL UNIQUE,
    language TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS calendar_links_by_person ON calendar_links (person, created_at, id);
  CREATE TABLE IF NOT EXISTS reading_traces (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    person TEXT NOT NULL,
    mandate TEXT,
    object TEXT NOT NULL,
    scope TEXT,
    moment TEXT NOT NULL,
    at TEXT NOT NULL,
    reason TEXT,
    request_id TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS reading_traces_by_object ON reading_traces (object, n);
  CREATE INDEX IF NOT EXISTS reading_traces_by_person ON reading_traces (person, n);
`;

/** The private store. Text and salt of a text can be emptied: its reference stays, for the log names it. */
export const privateLayout: Layout = {
  application: 0x54565053, // `TVPS` in ASCII.
  format: 2,
  what: 'as a private store',
  added: ADDED,
  remedy: '',
  tables: `
  CREATE TABLE names (person TEXT PRIMARY KEY, name TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE texts (ref TEXT PRIMARY KEY, key TEXT NOT NULL, salt BLOB, text TEXT) STRICT;
  CREATE INDEX texts_by_key ON texts (key);
  CREATE TABLE documents (
    sha256 TEXT PRIMARY KEY,
    bytes INTEGER NOT NULL,
    media_type TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE secrets (name TEXT PRIMARY KEY, secret TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE instance (one INTEGER PRIMARY KEY CHECK (one = 1), id TEXT NOT NULL) STRICT;`,
};

/**
 * FULL: what is answered survives the loss of power. NORMAL: it survives the death of the
 * process, but the last moments may be lost with the power.
 */
export type Durability = 'FULL' | 'NORMAL';

/** Opens the file, or makes it where there is none. @throws UnusablePrivateStore */
export function openDatabase(
  file: string,
  layout: Layout,
  synchronous: Durability = 'FULL',
): DatabaseSync {
  closeSync(openSync(file, 'a', OWNER_ONLY));
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  return opened(db, { file, layout }, () => {
    prepare(db, file, layout);
    db.exec(`PRAGMA synchronous = ${synchronous}`);
  });
}

/** Opens the file to read it as it is now, whoever writes meanwhile. @throws UnusablePrivateStore */
export function openSnapshot(file: string, layout: Layout): DatabaseSync {
  if (!existsSync(file)) throw unusable({ file, layout }, 'it is not there');
  const db = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  return opened(db, { file, layout }, () => {
    db.exec('BEGIN');
    // The first read fixes the moment.
    check(db, { file, layout });
    numberFrom(db, 'SELECT count(*) AS value FROM sqlite_schema');
  });
}

/** The database once it is ready; closed where it cannot be. @throws UnusablePrivateStore */
function opened(db: DatabaseSync, opening: Opening, makeReady: () => void): DatabaseSync {
  try {
    makeReady();
    return db;
  } catch (error) {
    db.close();
    throw isDamage(error) ? unusable(opening, 'it is damaged, or no SQLite file', error) : error;
  }
}

function prepare(db: DatabaseSync, file: string, layout: Layout): void {
  // Two processes may start on an empty folder at once: the second finds the layout there.
  inTransaction(db, () => {
    if (isEmpty(db)) db.exec(sqlOf(layout));
    check(db, { file, layout });
    db.exec(layout.added);
  });
  // An answer must not be ahead of the disk; what was replaced or erased is overwritten with zeros.
  db.exec('PRAGMA journal_mode = WAL; PRAGMA secure_delete = ON');
}

/** All of the work or nothing of it; it holds the file's write lock from its first read on. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

/** Writing, and what it ends with where there is no room. @throws PrivateStoreFull */
export async function writing<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isFull(error) ? new PrivateStoreFull(error) : error;
  }
}

/** By the primary result code of SQLite, or the code of the operating system. */
function isFull(error: unknown): boolean {
  const { errcode, code } = error as { errcode?: number; code?: string };
  return ((errcode ?? 0) & 0xff) === SQLITE_FULL || code === 'ENOSPC' || code === 'EDQUOT';
}

function isEmpty(db: DatabaseSync): boolean {
  return numberFrom(db, 'SELECT count(*) AS value FROM sqlite_schema') === 0;
}

function sqlOf({ tables, application, format }: Layout): string {
  return `${tables}
    PRAGMA application_id = ${String(application)};
    PRAGMA user_version = ${String(format)};`;
}

type Opening = Readonly<{ file: string; layout: Layout }>;

function check(db: DatabaseSync, opening: Opening): void {
  const expected = opening.layout;
  const application = numberFrom(db, 'SELECT application_id AS value FROM pragma_application_id');
  if (application !== expected.application) {
    throw unusable(opening, 'it belongs to another program');
  }
  const format = numberFrom(db, 'SELECT user_version AS value FROM pragma_user_version');
  if (format !== expected.format) {
    throw unusable(opening, `its format is ${String(format)}, not ${String(expected.format)}`);
  }
}

function numberFrom(db: DatabaseSync, sql: string): number {
  return Number(db.prepare(sql).get()?.value);
}

function isDamage(error: unknown): boolean {
  const { errcode } = error as { errcode?: number };
  return errcode === SQLITE_NOTADB || errcode === SQLITE_CORRUPT;
}

function unusable(
  { file, layout: { what, remedy } }: Opening,
  why: string,
  cause?: unknown,
): UnusablePrivateStore {
  const sentence = `${file} cannot be used ${what}: ${why}. ${remedy}`.trimEnd();
  return new UnusablePrivateStore(sentence, { cause });
}
