import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import { KeptSessions } from '../kept-sessions.js';
import type { KeptSession } from '../kept-sessions.js';
import { sessionFrom } from '../rows.js';
import { sessionLayout } from './layouts.js';
import { PostgresDatabase } from './postgres-database.js';
import type { DatabaseAddress } from './postgres-database.js';

/** The sessions in a database of PostgreSQL: one begun at a replica is known to the others. */
export class PostgresSessions extends KeptSessions {
  private constructor(private readonly database: PostgresDatabase) {
    super();
  }

  /** @throws UnusablePrivateStore | PrivateStoreUnavailable */
  static async open(connectionString: DatabaseAddress): Promise<PostgresSessions> {
    return new PostgresSessions(await PostgresDatabase.open(connectionString, sessionLayout));
  }

  async add(session: KeptSession): Promise<void> {
    const { id, tokenSha256, person, issuer, assurance, authenticatedAt, createdAt } = session;
    const values = [id, tokenSha256, person, issuer, assurance, authenticatedAt, createdAt];
    const sql = 'INSERT INTO sessions VALUES ($1, $2, $3, $4, $5, $6, $7, $8)';
    await this.database.run(sql, ...values, session.seenAt);
  }

  async find(tokenSha256: Sha256): Promise<KeptSession | null> {
    const sql = 'SELECT * FROM sessions WHERE token_sha256 = $1';
    const [row] = await this.database.all(sql, tokenSha256);
    return row ? sessionFrom(row) : null;
  }

  async touch(id: string, seenAt: Instant): Promise<void> {
    await this.database.run('UPDATE sessions SET seen_at = $2 WHERE id = $1', id, seenAt);
  }

  async of(person: PersonRef): Promise<readonly KeptSession[]> {
    const sql = 'SELECT * FROM sessions WHERE person = $1 ORDER BY created_at, id';
    return (await this.database.all(sql, person)).map(sessionFrom);
  }

  async remove(person: PersonRef, id: string): Promise<boolean> {
    const sql = 'DELETE FROM sessions WHERE person = $1 AND id = $2';
    return (await this.database.run(sql, person, id)) === 1;
  }

  async removeOlder(than: Readonly<{ createdAt: Instant; seenAt: Instant }>): Promise<void> {
    const sql = 'DELETE FROM sessions WHERE created_at < $1 OR seen_at < $2';
    await this.database.run(sql, than.createdAt, than.seenAt);
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
