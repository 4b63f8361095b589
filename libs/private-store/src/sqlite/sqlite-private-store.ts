import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import { PrivateStore, UnusablePrivateStore } from '../private-store.js';
import type { AccountBinding, CalendarLink, DocumentInfo } from '../private-store.js';
import type { HeldAccount } from '../private-store.js';
import type { ReadingTrace, TraceQuery } from '../private-store.js';
import { linkFrom } from '../rows.js';
import { nameOf, newestFirst } from '../secret-names.js';
import { newTextReference } from '../text-reference.js';
import { bindAccount, hasAccount, holderOf, moveAccount } from './accounts.js';
import { DocumentFolder } from './document-folder.js';
import { inTransaction, openDatabase, privateLayout, writing } from './private-database.js';
import type { Durability } from './private-database.js';
import { keepTraces, tracesOf } from './reading-traces.js';

const SECRET_BYTES = 32;

type Row = Record<string, SQLOutputValue>;

/**
 * The file `private.db` and the folder `documents/`, for one machine: several processes on it
 * may have them open at once. Not for a network drive, whose locks SQLite cannot trust.
 */
export class SqlitePrivateStore extends PrivateStore {
  readonly #db: DatabaseSync;
  readonly #folder: DocumentFolder;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(db: DatabaseSync, folder: DocumentFolder) {
    super();
    this.#db = db;
    this.#folder = folder;
  }

  /**
   * Opens what is in the folder; makes it, and the folder, where there is none.
   * @throws UnusablePrivateStore
   */
  static async open(folder: string, durability: Durability = 'FULL'): Promise<SqlitePrivateStore> {
    mkdirSync(folder, { recursive: true });
    const db = openDatabase(join(folder, 'private.db'), privateLayout, durability);
    try {
      return new SqlitePrivateStore(db, await DocumentFolder.open(join(folder, 'documents')));
    } catch (error) {
      db.close();
      throw error;
    }
  }

  putName(person: PersonRef, name: string): Promise<void> {
    return writing(() => {
      this.#run(
        'INSERT INTO names VALUES (?, ?) ON CONFLICT DO UPDATE SET name = excluded.name',
        person,
        name,
      );
    });
  }

  names(people: readonly PersonRef[]): Promise<ReadonlyMap<PersonRef, string>> {
    return Promise.try(() => {
      const rows = this.#among('SELECT person, name FROM names WHERE person', people);
      return new Map(rows.map(({ person, name }) => [person as PersonRef, String(name)]));
    });
  }

  putText(key: string, text: string): Promise<string> {
    return writing(() =>
      inTransaction(this.#db, () => {
        const known = this.#get('SELECT ref FROM texts WHERE key = ? AND text = ?', key, text);
        if (known) return String(known.ref);
        const { ref, salt } = newTextReference(text);
        this.#run('INSERT INTO texts VALUES (?, ?, ?, ?)', ref, key, salt, text);
        return ref;
      }),
    );
  }

  texts(refs: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return Promise.try(() => {
      const rows = this.#among('SELECT ref, text FROM texts WHERE text IS NOT NULL AND ref', refs);
      return new Map(rows.map(({ ref, text }) => [String(ref), String(text)]));
    });
  }

  /** The row comes after the file is on the disk: a file without one is no document yet. */
  putDocument(
    content: AsyncIterable<Uint8Array>,
    { mediaType, maxBytes }: { readonly mediaType: string; readonly maxBytes: number },
  ): Promise<DocumentInfo> {
    return writing(async () => {
      const { sha256, bytes } = await this.#folder.put(content, maxBytes);
      const sql = 'INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT DO NOTHING';
      this.#run(sql, sha256, bytes, mediaType);
      return this.#documents([sha256]).get(sha256) ?? { sha256, bytes, mediaType };
    });
  }

  documents(hashes: readonly Sha256[]): Promise<ReadonlyMap<Sha256, DocumentInfo>> {
    return Promise.try(() => this.#documents(hashes));
  }

  readDocument(sha256: Sha256): Promise<AsyncIterable<Uint8Array> | null> {
    return Promise.try(() =>
      this.#documents([sha256]).has(sha256) ? this.#folder.read(sha256) : null,
    );
  }

  addCalendarLink(link: CalendarLink): Promise<boolean> {
    return writing(() => {
      const { id, person, tokenSha256, language, createdAt } = link;
      const sql = 'INSERT INTO calendar_links VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING';
      return this.#run(sql, id, person, tokenSha256, language, createdAt) === 1;
    });
  }

  calendarLinks(person: PersonRef): Promise<readonly CalendarLink[]> {
    return Promise.try(() => {
      const sql = 'SELECT * FROM calendar_links WHERE person = ? ORDER BY created_at, id';
      return this.#prepared(sql)
        .all(person)
        .map((row) => linkFrom(row));
    });
  }

  calendarLinkBy(tokenSha256: Sha256): Promise<CalendarLink | null> {
    return Promise.try(() => {
      const row = this.#get('SELECT * FROM calendar_links WHERE token_sha256 = ?', tokenSha256);
      return row ? linkFrom(row) : null;
    });
  }

  removeCalendarLink(person: PersonRef, id: string): Promise<boolean> {
    return writing(
      () => this.#run('DELETE FROM calendar_links WHERE person = ? AND id = ?', person, id) === 1,
    );
  }

  bindAccount(binding: AccountBinding): Promise<HeldAccount | null> {
    return writing(() => bindAccount(this.#db, binding));
  }

  moveAccount(from: string, to: string): Promise<void> {
    return writing(() => {
      moveAccount(this.#db, from, to);
    });
  }

  accountHolder(account: string): Promise<HeldAccount | null> {
    return Promise.try(() => holderOf(this.#db, account));
  }

  hasAccount(held: HeldAccount): Promise<boolean> {
    return Promise.try(() => hasAccount(this.#db, held));
  }

  keepTraces(traces: readonly ReadingTrace[]): Promise<void> {
    return writing(() => {
      keepTraces(this.#db, traces);
    });
  }

  traces(query: TraceQuery): Promise<ReturnType<typeof tracesOf>> {
    return Promise.try(() => tracesOf(this.#db, query));
  }

  instanceId(): Promise<string | null> {
    return Promise.try(() => {
      const known = this.#get('SELECT id FROM instance');
      return known ? String(known.id) : null;
    });
  }

  async bindTo(instanceId: string): Promise<void> {
    this.#run('INSERT INTO instance VALUES (1, ?) ON CONFLICT DO NOTHING', instanceId);
    if ((await this.instanceId()) === instanceId) return;
    throw new UnusablePrivateStore('the private store belongs to another instance');
  }

  secret(name: string): Promise<string> {
    return writing(() => inTransaction(this.#db, () => this.#secret(name)));
  }

  secrets(name: string): Promise<readonly [string, ...string[]]> {
    return writing(() =>
      inTransaction(this.#db, () => {
        const first = this.#secret(name);
        const [newest = first, ...before] = newestFirst(name, this.#named(name));
        return [newest, ...before];
      }),
    );
  }

  renewSecret(name: string): Promise<void> {
    return Promise.try(() => {
      inTransaction(this.#db, () => {
        this.#secret(name);
        const next = nameOf(name, this.#named(name).length + 1);
        this.#run('INSERT INTO secrets VALUES (?, ?)', next, newSecret());
      });
    });
  }

  close(): Promise<void> {
    if (this.#db.isOpen) this.#db.close();
    return Promise.resolve();
  }

  #secret(name: string): string {
    const known = this.#get('SELECT secret FROM secrets WHERE name = ?', name);
    if (known) return String(known.secret);
    const secret = newSecret();
    this.#run('INSERT INTO secrets VALUES (?, ?)', name, secret);
    return secret;
  }

  #named(name: string) {
    const sql = "SELECT name, secret FROM secrets WHERE name = ? OR name GLOB ? || '.[0-9]*'";
    const rows = this.#prepared(sql).all(name, name);
    return rows.map((row) => ({ name: String(row.name), secret: String(row.secret) }));
  }

  #documents(hashes: readonly Sha256[]): Map<Sha256, DocumentInfo> {
    const rows = this.#among(
      'SELECT sha256, bytes, media_type FROM documents WHERE sha256',
      hashes,
    );
    return new Map(
      rows.map(({ sha256, bytes, media_type: mediaType }) => [
        sha256 as Sha256,
        { sha256: sha256 as Sha256, bytes: Number(bytes), mediaType: String(mediaType) },
      ]),
    );
  }

  /** How many rows it changed. */
  #run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepared(sql).run(...values).changes);
  }

  #get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepared(sql).get(...values);
  }

  /** One statement for any number of keys: they come as one JSON array. */
  #among(sql: string, keys: readonly string[]): Row[] {
    return this.#prepared(`${sql} IN (SELECT value FROM json_each(?))`).all(JSON.stringify(keys));
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, known);
    return known;
  }
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('hex');
}
