import pg from 'pg';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { Row } from '../rows.js';
import { PrivateStoreUnavailable, UnusablePrivateStore } from '../private-store.js';

/** A server that answers at all answers within these; a machine that is gone does not. */
const CONNECT_MS = 5_000;
const STATEMENT_MS = 10_000;
/** For each part of the private store; PostgreSQL allows a hundred in all unless told. */
const CONNECTIONS = 6;
/** Two replicas may start on an empty database at once: the second waits, and finds the tables. */
const MAKING = 0x54565053; // `TVPS` in ASCII.

/** `postgresql://…`; a function where its password may change while the server runs. */
export type DatabaseAddress = string | (() => string);

/** What a value of a statement may be. */
export type Value = string | number | null | Uint8Array | readonly string[];

/** What a part of the private store keeps in the database, and by which name and format it is known. */
export type Layout = Readonly<{
  part: string;
  format: number;
  tables: string;
  /** What came after the format, made wherever it is missing; a program of before passes it over. */
  added?: string;
  /** What to do where another format stands there. */
  remedy: string;
}>;

/** Statements, in a transaction or each for itself. */
export interface Statements {
  /** The rows. @throws PrivateStoreUnavailable */
  readonly all: (sql: string, ...values: readonly Value[]) => Promise<Row[]>;
  /** How many rows it changed. @throws PrivateStoreUnavailable */
  readonly run: (sql: string, ...values: readonly Value[]) => Promise<number>;
}

/** A database of PostgreSQL that holds private stores and nothing else. */
export class PostgresDatabase implements Statements {
  readonly #pool: Pool;

  private constructor(pool: Pool) {
    this.#pool = pool;
  }

  /**
   * Opens the part in the database, and makes its tables where there are none.
   * @throws UnusablePrivateStore | PrivateStoreUnavailable
   */
  static async open(address: DatabaseAddress, layout: Layout): Promise<PostgresDatabase> {
    const database = PostgresDatabase.connect(address, layout.part);
    try {
      await database.transaction((statements) => prepare(statements, layout));
      return database;
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** To look at what is there: nothing is made, and nothing asked yet. */
  static connect(address: DatabaseAddress, part = 'look'): PostgresDatabase {
    const pool = new pg.Pool({
      connectionString: typeof address === 'string' ? address : address(),
      ...{ application_name: `tavolo: ${part}`, max: CONNECTIONS },
      ...{ connectionTimeoutMillis: CONNECT_MS, statement_timeout: STATEMENT_MS },
    });
    if (typeof address !== 'string') {
      // Each connection signs in with the password of its own moment.
      Object.defineProperty(pool.options, 'connectionString', { get: address });
    }
    // A connection that lies idle may break: the next statement opens another.
    pool.on('error', () => undefined);
    return new PostgresDatabase(pool);
  }

  async all(sql: string, ...values: readonly Value[]): Promise<Row[]> {
    const { rows } = await reached(this.#pool.query(sql, [...values]));
    return rows as Row[];
  }

  async run(sql: string, ...values: readonly Value[]): Promise<number> {
    return (await reached(this.#pool.query(sql, [...values]))).rowCount ?? 0;
  }

  /** All of the work or nothing of it. @throws PrivateStoreUnavailable */
  async transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T> {
    const client = await reached(this.#pool.connect());
    let isBroken = false;
    try {
      await reached(client.query('BEGIN'));
      const result = await work(statementsOf(client));
      await reached(client.query('COMMIT'));
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => (isBroken = true));
      throw error;
    } finally {
      client.release(isBroken);
    }
  }

  /** Lets go of the connections; a second call does nothing. */
  async close(): Promise<void> {
    if (!this.#pool.ended && !this.#pool.ending) await this.#pool.end();
  }
}

function statementsOf(client: PoolClient): Statements {
  const query = (sql: string, values: readonly Value[]): Promise<QueryResult<Row>> =>
    reached(client.query<Row>(sql, [...values]));
  return {
    all: async (sql, ...values) => (await query(sql, values)).rows,
    run: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
  };
}

async function prepare({ all, run }: Statements, layout: Layout): Promise<void> {
  await run('SELECT pg_advisory_xact_lock($1)', MAKING);
  const tables = await all(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()`,
  );
  if (tables.length === 0) {
    await run('CREATE TABLE tavolo_layouts (part text PRIMARY KEY, format integer NOT NULL)');
  } else if (!tables.some(({ name }) => name === 'tavolo_layouts')) {
    throw new UnusablePrivateStore(
      'The database cannot be used as a private store: it belongs to another program. Name a database of its own in TAVOLO_POSTGRES.',
    );
  }
  const { part, format, remedy } = layout;
  const [found] = await all('SELECT format FROM tavolo_layouts WHERE part = $1', part);
  if (found === undefined) {
    await run(layout.tables);
    await run('INSERT INTO tavolo_layouts VALUES ($1, $2)', part, format);
  } else if (found.format !== format) {
    const there = `its format is ${String(found.format)}, not ${String(format)}`;
    throw new UnusablePrivateStore(
      `The ${part} of the database cannot be used: ${there}. ${remedy}`.trimEnd(),
    );
  }
  if (layout.added !== undefined) await run(layout.added);
}

/** Classes of SQLSTATE that speak of the server, not of the statement. */
const OF_THE_SERVER = /^(?:08|53|57)/;

/** What the server answered to; where it did not, or is about to stop, that it cannot be reached. */
async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    const isAnswer = cause instanceof pg.DatabaseError && !OF_THE_SERVER.test(cause.code ?? '');
    throw isAnswer ? cause : new PrivateStoreUnavailable(cause);
  }
}

/** A text that somebody wrote: PostgreSQL has no U+0000 in its own texts. */
export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** The text again. */
export const textOf = (bytes: unknown): string => (bytes as Buffer).toString('utf8');
