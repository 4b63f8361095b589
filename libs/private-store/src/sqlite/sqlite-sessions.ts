import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import { KeptSessions } from '../kept-sessions.js';
import type { KeptSession } from '../kept-sessions.js';
import { sessionFrom } from '../rows.js';
import { openDatabase } from './private-database.js';

/** The file that no backup takes along. */
const FILE = 'sessions.db';

const layout = {
  application: 0x54565353, // `TVSS` in ASCII.
  format: 1,
  added: '',
  tables: `
    CREATE TABLE sessions (
      id TEXT PRIMARY KEY,
      token_sha256 TEXT NOT NULL UNIQUE,
      person TEXT NOT NULL,
      issuer TEXT NOT NULL,
      assurance TEXT NOT NULL,
      authenticated_at TEXT,
      created_at TEXT NOT NULL,
      seen_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sessions_by_person ON sessions (person, created_at, id);`,
  what: 'as a file of sessions',
  remedy: 'Move it away: everybody signs in again.',
};

/**
 * The file `sessions.db` beside the private store, for one machine: several processes on it may
 * have it open at once.
 */
export class SqliteSessions extends KeptSessions {
  readonly #db: DatabaseSync;

  private constructor(db: DatabaseSync) {
    super();
    this.#db = db;
  }

  /** Opens the file in the folder; makes it, and the folder, where there is none. @throws UnusablePrivateStore */
  static open(folder: string): SqliteSessions {
    mkdirSync(folder, { recursive: true });
    return new SqliteSessions(openDatabase(join(folder, FILE), layout));
  }

  add(session: KeptSession): Promise<void> {
    const { id, tokenSha256, person, issuer, assurance, authenticatedAt, createdAt } = session;
    return Promise.try(() => {
      const values = [id, tokenSha256, person, issuer, assurance, authenticatedAt, createdAt];
      const sql = 'INSERT INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?)';
      this.#run(sql, ...values, session.seenAt);
    });
  }

  find(tokenSha256: Sha256): Promise<KeptSession | null> {
    return Promise.try(() => {
      const sql = 'SELECT * FROM sessions WHERE token_sha256 = ?';
      const row = this.#db.prepare(sql).get(tokenSha256);
      return row ? sessionFrom(row) : null;
    });
  }

  touch(id: string, seenAt: Instant): Promise<void> {
    return Promise.try(() => {
      this.#run('UPDATE sessions SET seen_at = ? WHERE id = ?', seenAt, id);
    });
  }

  of(person: PersonRef): Promise<readonly KeptSession[]> {
    return Promise.try(() => {
      const sql = 'SELECT * FROM sessions WHERE person = ? ORDER BY created_at, id';
      return this.#db
        .prepare(sql)
        .all(person)
        .map((row) => sessionFrom(row));
    });
  }

  remove(person: PersonRef, id: string): Promise<boolean> {
    return Promise.try(
      () => this.#run('DELETE FROM sessions WHERE person = ? AND id = ?', person, id) === 1,
    );
  }

  removeOlder(than: Readonly<{ createdAt: Instant; seenAt: Instant }>): Promise<void> {
    return Promise.try(() => {
      const sql = 'DELETE FROM sessions WHERE created_at < ? OR seen_at < ?';
      this.#run(sql, than.createdAt, than.seenAt);
    });
  }

  close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
    return Promise.resolve();
  }

  /** How many rows it changed. */
  #run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#db.prepare(sql).run(...values).changes);
  }
}
