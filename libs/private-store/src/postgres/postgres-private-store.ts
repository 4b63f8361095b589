import { randomBytes } from 'node:crypto';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import { PrivateStore, UnusablePrivateStore } from '../private-store.js';
import type { AccountBinding, CalendarLink, DocumentInfo } from '../private-store.js';
import type { HeldAccount, KeptTrace } from '../private-store.js';
import type { ReadingTrace, TraceQuery } from '../private-store.js';
import { HELD_ACCOUNTS, heldAccountFrom, linkFrom, traceFrom } from '../rows.js';
import type { Row } from '../rows.js';
import { nameOf, newestFirst } from '../secret-names.js';
import { newTextReference } from '../text-reference.js';
import { privateLayout } from './layouts.js';
import { bytesOf, PostgresDatabase, textOf } from './postgres-database.js';
import type { Value } from './postgres-database.js';
import type { DatabaseAddress, Statements } from './postgres-database.js';
import { PostgresDocuments } from './postgres-documents.js';

const SECRET_BYTES = 32;

/** The private store in a database of PostgreSQL, for replicas on several machines. */
export class PostgresPrivateStore extends PrivateStore {
  readonly #database: PostgresDatabase;
  readonly #documents: PostgresDocuments;

  private constructor(database: PostgresDatabase) {
    super();
    this.#database = database;
    this.#documents = new PostgresDocuments(database);
  }

  /** Opens what is in the database; makes it where there is none. @throws UnusablePrivateStore | PrivateStoreUnavailable */
  static async open(connectionString: DatabaseAddress): Promise<PostgresPrivateStore> {
    const store = new PostgresPrivateStore(
      await PostgresDatabase.open(connectionString, privateLayout),
    );
    await store.#documents.clearAbandoned();
    return store;
  }

  async putName(person: PersonRef, name: string): Promise<void> {
    const sql = `INSERT INTO names VALUES ($1, $2)
      ON CONFLICT (person) DO UPDATE SET name = excluded.name`;
    await this.#database.run(sql, person, bytesOf(name));
  }

  async names(people: readonly PersonRef[]): Promise<ReadonlyMap<PersonRef, string>> {
    const sql = 'SELECT person, name FROM names WHERE person = ANY($1)';
    const rows = await this.#database.all(sql, people);
    return new Map(rows.map(({ person, name }) => [person as PersonRef, textOf(name)]));
  }

  async putText(key: string, text: string): Promise<string> {
    const bytes = bytesOf(text);
    const { ref, salt } = newTextReference(text);
    const insert = `INSERT INTO texts VALUES ($1, $2, $3, $4)
      ON CONFLICT (key, sha256(text)) DO NOTHING`;
    if ((await this.#database.run(insert, ref, key, salt, bytes)) === 1) return ref;
    const find = 'SELECT ref FROM texts WHERE key = $1 AND sha256(text) = sha256($2)';
    const [known] = await this.#database.all(find, key, bytes);
    return known ? String(known.ref) : await this.putText(key, text);
  }

  async texts(refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const sql = 'SELECT ref, text FROM texts WHERE text IS NOT NULL AND ref = ANY($1)';
    const rows = await this.#database.all(sql, refs);
    return new Map(rows.map(({ ref, text }) => [String(ref), textOf(text)]));
  }

  putDocument(
    content: AsyncIterable<Uint8Array>,
    about: { readonly mediaType: string; readonly maxBytes: number },
  ): Promise<DocumentInfo> {
    return this.#documents.put(content, about);
  }

  documents(hashes: readonly Sha256[]): Promise<ReadonlyMap<Sha256, DocumentInfo>> {
    return this.#documents.of(hashes);
  }

  readDocument(sha256: Sha256): Promise<AsyncIterable<Uint8Array> | null> {
    return this.#documents.read(sha256);
  }

  async addCalendarLink(link: CalendarLink): Promise<boolean> {
    const { id, person, tokenSha256, language, createdAt } = link;
    const sql = 'INSERT INTO calendar_links VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING';
    return (await this.#database.run(sql, id, person, tokenSha256, language, createdAt)) === 1;
  }

  async calendarLinks(person: PersonRef): Promise<readonly CalendarLink[]> {
    const sql = `SELECT * FROM calendar_links WHERE person = $1
      ORDER BY created_at, id COLLATE "C"`;
    return (await this.#database.all(sql, person)).map(linkFrom);
  }

  async calendarLinkBy(tokenSha256: Sha256): Promise<CalendarLink | null> {
    const sql = 'SELECT * FROM calendar_links WHERE token_sha256 = $1';
    const [row] = await this.#database.all(sql, tokenSha256);
    return row ? linkFrom(row) : null;
  }

  async removeCalendarLink(person: PersonRef, id: string): Promise<boolean> {
    const sql = 'DELETE FROM calendar_links WHERE person = $1 AND id = $2';
    return (await this.#database.run(sql, person, id)) === 1;
  }

  bindAccount(binding: AccountBinding): Promise<HeldAccount | null> {
    const { account, person, generation, isFirst } = binding;
    return this.#database.transaction(async (statements) => {
      // Whoever binds a login to this person waits here for the other.
      await statements.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', person);
      const isKept = isFirst && (await hasAccount(statements, binding));
      const sql = 'INSERT INTO accounts VALUES ($1, $2) ON CONFLICT DO NOTHING';
      if (isKept || (await statements.run(sql, account, person)) === 0) {
        return await holderIn(statements, account);
      }
      // A login of the first generation lies as it always did.
      const mark = 'INSERT INTO account_generations VALUES ($1, $2)';
      if (generation > 0) await statements.run(mark, account, generation);
      return { person, generation };
    });
  }

  async moveAccount(from: string, to: string): Promise<void> {
    await this.#database.transaction(async ({ run }) => {
      const sql = `INSERT INTO accounts SELECT $2, person FROM accounts WHERE account = $1
        ON CONFLICT DO NOTHING`;
      const isMoved = (await run(sql, from, to)) === 1;
      const mark = 'UPDATE account_generations SET account = $2 WHERE account = $1';
      if (isMoved) await run(mark, from, to);
      for (const table of ['accounts', 'account_generations']) {
        await run(`DELETE FROM ${table} WHERE account = $1`, from);
      }
    });
  }

  accountHolder(account: string): Promise<HeldAccount | null> {
    return holderIn(this.#database, account);
  }

  hasAccount(held: HeldAccount): Promise<boolean> {
    return hasAccount(this.#database, held);
  }

  async keepTraces(traces: readonly ReadingTrace[]): Promise<void> {
    const sql = `INSERT INTO reading_traces
      (kind, person, mandate, object, scope, moment, at, reason, request_id)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
    await this.#database.transaction(async ({ run }) => {
      for (const trace of traces) {
        const { kind, person, mandate, object, scope, moment, at, reason, requestId } = trace;
        const said = reason === null ? null : bytesOf(reason);
        await run(sql, kind, person, mandate, object, scope, moment, at, said, requestId);
      }
    });
  }

  async traces(
    query: TraceQuery,
  ): Promise<Readonly<{ traces: readonly KeptTrace[]; total: number }>> {
    const { object = null, person = null, since = null, until = null, within } = query;
    const { before = Number.MAX_SAFE_INTEGER, first } = query;
    const where = `($1::text IS NULL OR object = $1) AND ($2::text IS NULL OR person = $2)
      AND ($3::text IS NULL OR at >= $3) AND ($4::text IS NULL OR at < $4)
      AND ($5::text[] IS NULL OR scope = ANY($5) OR person = $6)`;
    const { scopes = null, own = null } = within ?? {};
    const asked: Value[] = [object, person, since, until, scopes, own];
    const [counted] = await this.#database.all(
      `SELECT count(*) AS total FROM reading_traces WHERE ${where}`,
      ...asked,
    );
    const rows = await this.#database.all(
      `SELECT * FROM reading_traces WHERE ${where} AND n < $7 ORDER BY n DESC LIMIT $8`,
      ...[...asked, before, first],
    );
    return {
      traces: rows.map((row) => traceFrom({ ...row, reason: reasonOf(row) })),
      total: Number(counted?.total),
    };
  }

  async instanceId(): Promise<string | null> {
    const [known] = await this.#database.all('SELECT id FROM instance');
    return known ? String(known.id) : null;
  }

  async bindTo(instanceId: string): Promise<void> {
    const sql = 'INSERT INTO instance VALUES (1, $1) ON CONFLICT DO NOTHING';
    await this.#database.run(sql, instanceId);
    if ((await this.instanceId()) === instanceId) return;
    throw new UnusablePrivateStore('the private store belongs to another instance');
  }

  async secret(name: string): Promise<string> {
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    const sql = 'INSERT INTO secrets VALUES ($1, $2) ON CONFLICT DO NOTHING';
    await this.#database.run(sql, name, secret);
    const [known] = await this.#database.all('SELECT secret FROM secrets WHERE name = $1', name);
    return String(known?.secret);
  }

  async secrets(name: string): Promise<readonly [string, ...string[]]> {
    const first = await this.secret(name);
    const [newest = first, ...before] = newestFirst(name, await this.#named(name));
    return [newest, ...before];
  }

  async renewSecret(name: string): Promise<void> {
    await this.secret(name);
    const next = nameOf(name, (await this.#named(name)).length + 1);
    await this.secret(next);
  }

  close(): Promise<void> {
    return this.#database.close();
  }

  async #named(name: string) {
    const sql = `SELECT name, secret FROM secrets
      WHERE name = $1 OR (left(name, length($1) + 1) = $1 || '.')`;
    const rows = await this.#database.all(sql, name);
    return rows.map((row) => ({ name: String(row.name), secret: String(row.secret) }));
  }
}

async function holderIn(statements: Statements, account: string): Promise<HeldAccount | null> {
  const [known] = await statements.all(`${HELD_ACCOUNTS} WHERE account = $1`, account);
  return known ? heldAccountFrom(known) : null;
}

async function hasAccount(
  statements: Statements,
  { person, generation }: HeldAccount,
): Promise<boolean> {
  const sql = `${HELD_ACCOUNTS} WHERE person = $1 AND coalesce(generation, 0) >= $2 LIMIT 1`;
  return (await statements.all(sql, person, generation)).length > 0;
}

function reasonOf({ reason }: Row): string | null {
  return reason === null ? null : textOf(reason);
}
