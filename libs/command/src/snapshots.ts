import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import type { Uuid } from '@tavolo/event-store';

/** `eventId` is that of the last event folded: by it a snapshot of another log is told apart. */
export type Snapshot = Readonly<{
  state: unknown;
  revision: number;
  contentRevision: number;
  eventId: Uuid;
}>;

/**
 * Folded states of long streams, node-local and thrown away at will: a snapshot of another
 * fold version, or one whose bytes changed on the disk, is as if it were not there.
 * Never a stream of the log, never instead of the exact expected revision.
 */
export abstract class Snapshots {
  abstract find(stream: string, version: number): Snapshot | null;
  abstract keep(stream: string, version: number, snapshot: Snapshot): void;
}

export class NoSnapshots extends Snapshots {
  find(): null {
    return null;
  }
  keep(): void {
    // Streams are folded from their beginning.
  }
}

export class SqliteSnapshots extends Snapshots {
  readonly #db: DatabaseSync;

  constructor(file: string) {
    super();
    this.#db = openOrBeginAnew(file);
  }

  find(stream: string, version: number): Snapshot | null {
    const row = this.#db
      .prepare('SELECT bytes, hash FROM snapshot WHERE stream = ? AND version = ?')
      .get(stream, version) as { bytes: Uint8Array; hash: string } | undefined;
    if (row?.hash !== (row && hashOf(row.bytes))) return null;
    return row ? (deserialize(row.bytes) as Snapshot) : null;
  }

  keep(stream: string, version: number, snapshot: Snapshot): void {
    const bytes = serialize(snapshot);
    this.#db
      .prepare('INSERT OR REPLACE INTO snapshot (stream, version, bytes, hash) VALUES (?, ?, ?, ?)')
      .run(stream, version, bytes, hashOf(bytes));
  }

  close(): void {
    this.#db.close();
  }
}

/** A file that is damaged is thrown away: what it held can be folded again. */
function openOrBeginAnew(file: string): DatabaseSync {
  try {
    return opened(file);
  } catch {
    for (const part of ['', '-wal', '-shm']) rmSync(`${file}${part}`, { force: true });
    return opened(file);
  }
}

function opened(file: string): DatabaseSync {
  const db = new DatabaseSync(file);
  try {
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS snapshot (
        stream TEXT PRIMARY KEY,
        version INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        hash TEXT NOT NULL
      ) STRICT, WITHOUT ROWID`);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
