import { BallotBoxes } from '../ballot-boxes.js';
import type { BallotBox, BallotPaper, PaperPut } from '../ballot-boxes.js';
import { UnusablePrivateStore } from '../private-store.js';
import { paperFrom } from '../rows.js';
import { markOf, newSealingKey, seal, unseal } from '../seal.js';
import { ballotLayout } from './layouts.js';
import { PostgresDatabase } from './postgres-database.js';
import type { Statements } from './postgres-database.js';

/** Where the boxes lie, and the key that their own keys are sealed under: 32 bytes in base64url. */
export type BallotDatabase = Readonly<{ connectionString: string; sealingKey: string }>;

/**
 * The ballot boxes in a database of PostgreSQL. It keeps dead rows until they are vacuumed, and
 * its write-ahead log for as long as whoever runs it archives it: so the key of a box never lies
 * there in the clear, but sealed under a key that only the replicas have.
 */
export class PostgresBallotBoxes extends BallotBoxes {
  private constructor(
    private readonly database: PostgresDatabase,
    private readonly sealingKey: string,
  ) {
    super();
  }

  /** @throws UnusablePrivateStore | PrivateStoreUnavailable */
  static async open({
    connectionString,
    sealingKey,
  }: BallotDatabase): Promise<PostgresBallotBoxes> {
    const database = await PostgresDatabase.open(connectionString, ballotLayout);
    try {
      await refuseOtherKey(database, sealingKey);
      return new PostgresBallotBoxes(database, sealingKey);
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** The names of all boxes in a database, for who may not open them. @throws UnusablePrivateStore | PrivateStoreUnavailable */
  static async namesIn(connectionString: string): Promise<readonly string[]> {
    const database = await PostgresDatabase.open(connectionString, ballotLayout);
    try {
      return (await database.all(ALL)).map((row) => String(row.box));
    } finally {
      await database.close();
    }
  }

  async make(box: string): Promise<void> {
    const key = seal(this.sealingKey, newSealingKey(), aboutOf(box));
    const sql = 'INSERT INTO ballot_boxes VALUES ($1, $2, NULL) ON CONFLICT DO NOTHING';
    await this.database.run(sql, box, key);
  }

  find(box: string): Promise<BallotBox | null> {
    return this.database.transaction((statements) => this.#shown(statements, box));
  }

  async all(): Promise<readonly string[]> {
    return (await this.database.all(ALL)).map((row) => String(row.box));
  }

  put(box: string, paper: BallotPaper, replaces: string | null): Promise<PaperPut> {
    return this.database.transaction(async ({ all, run }) => {
      // Whoever puts or shuts waits here for the other.
      const [kept] = await all('SELECT shut_by FROM ballot_boxes WHERE box = $1 FOR UPDATE', box);
      if (!kept) return 'gone';
      if (kept.shut_by !== null) return 'shut';
      const { seat, person, commandId, commandHash, sealed } = paper;
      const find = 'SELECT command FROM ballot_papers WHERE box = $1 AND seat = $2';
      const [lies] = await all(find, box, seat);
      if (lies && lies.command !== replaces) return 'taken';
      await run('DELETE FROM ballot_papers WHERE box = $1 AND seat = $2', box, seat);
      const insert = 'INSERT INTO ballot_papers VALUES ($1, $2, $3, $4, $5, $6)';
      await run(insert, box, seat, person, commandId, commandHash, sealed);
      return 'put';
    });
  }

  shut(box: string, count: string): Promise<BallotBox | null> {
    return this.database.transaction(async (statements) => {
      await statements.run('UPDATE ballot_boxes SET shut_by = $2 WHERE box = $1', box, count);
      return await this.#shown(statements, box);
    });
  }

  async reopen(box: string, count: string): Promise<void> {
    const sql = 'UPDATE ballot_boxes SET shut_by = NULL WHERE box = $1 AND shut_by = $2';
    await this.database.run(sql, box, count);
  }

  async destroy(box: string): Promise<void> {
    await this.database.run('DELETE FROM ballot_boxes WHERE box = $1', box);
    await this.database.run('VACUUM ballot_boxes, ballot_papers');
  }

  close(): Promise<void> {
    return this.database.close();
  }

  async #shown({ all }: Statements, box: string): Promise<BallotBox | null> {
    const [kept] = await all('SELECT key FROM ballot_boxes WHERE box = $1 FOR SHARE', box);
    const key = kept ? unseal(this.sealingKey, String(kept.key), aboutOf(box)) : null;
    // A key that was changed counts nothing: its vote is void, as one whose box is lost.
    if (key === null) return null;
    const rows = await all('SELECT * FROM ballot_papers WHERE box = $1 ORDER BY seat', box);
    return { key, papers: rows.map(paperFrom) };
  }
}

/** A replica with another key would find every box empty of sense, and void its vote. */
async function refuseOtherKey(database: PostgresDatabase, sealingKey: string): Promise<void> {
  const mark = markOf(sealingKey, 'ballot boxes');
  await database.run('INSERT INTO ballot_sealing VALUES (1, $1) ON CONFLICT DO NOTHING', mark);
  const [known] = await database.all('SELECT mark FROM ballot_sealing');
  if (known?.mark === mark) return;
  throw new UnusablePrivateStore(
    'The ballot boxes of the database are sealed under another key: write in TAVOLO_BALLOT_KEY the one that the other replicas have.',
  );
}

const ALL = 'SELECT box FROM ballot_boxes';
const aboutOf = (box: string): readonly string[] => ['key of a ballot box', box];
