import { BallotBoxes } from '../ballot-boxes.js';
import type { BallotBox, BallotPaper, PaperPut } from '../ballot-boxes.js';
import { BoxKeys } from '../box-keys.js';
import type { Resealed, SealingKeys } from '../box-keys.js';
import { paperFrom } from '../rows.js';
import { ballotLayout } from './layouts.js';
import { PostgresDatabase } from './postgres-database.js';
import type { Statements } from './postgres-database.js';
import type { DatabaseAddress } from './postgres-database.js';

/** Where the boxes lie, and what their own keys are sealed under. */
export type BallotDatabase = Readonly<{
  connectionString: DatabaseAddress;
  sealingKeys: SealingKeys;
}>;

/**
 * The ballot boxes in a database of PostgreSQL. It keeps dead rows until they are vacuumed, and
 * its write-ahead log for as long as whoever runs it archives it: so the key of a box never lies
 * there in the clear, but sealed under a key that only the replicas have.
 */
export class PostgresBallotBoxes extends BallotBoxes {
  private constructor(
    private readonly database: PostgresDatabase,
    private readonly keys: BoxKeys,
  ) {
    super();
  }

  /** @throws UnusablePrivateStore | PrivateStoreUnavailable */
  static async open({
    connectionString,
    sealingKeys,
  }: BallotDatabase): Promise<PostgresBallotBoxes> {
    const database = await PostgresDatabase.open(connectionString, ballotLayout);
    try {
      const keys = new BoxKeys(sealingKeys);
      const mark = 'INSERT INTO ballot_sealing VALUES (1, $1) ON CONFLICT DO NOTHING';
      await database.run(mark, keys.mark);
      keys.check(await markIn(database));
      return new PostgresBallotBoxes(database, keys);
    } catch (error) {
      await database.close();
      throw error;
    }
  }

  /** The names of all boxes in a database, for who may not open them. @throws UnusablePrivateStore | PrivateStoreUnavailable */
  static async namesIn(address: DatabaseAddress): Promise<readonly string[]> {
    const database = await PostgresDatabase.open(address, ballotLayout);
    try {
      return (await database.all(ALL)).map((row) => String(row.box));
    } finally {
      await database.close();
    }
  }

  make(box: string): Promise<void> {
    return this.database.transaction(async (statements) => {
      // Whoever moves the boxes to another key waits here, or has changed the mark before.
      const key = this.keys.made(box, await markIn(statements, 'FOR SHARE'));
      const sql = 'INSERT INTO ballot_boxes VALUES ($1, $2, NULL) ON CONFLICT DO NOTHING';
      await statements.run(sql, box, key);
    });
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

  async reseal(): Promise<Resealed> {
    const resealed = await this.database.transaction(async (statements) => {
      const { all, run } = statements;
      this.keys.check(await markIn(statements, 'FOR UPDATE'));
      const kept = await all('SELECT box, key FROM ballot_boxes FOR UPDATE');
      const found = kept.map((row) => {
        const box = String(row.box);
        return { box, key: this.keys.moved(String(row.key), box) };
      });
      for (const { box, key } of found) {
        if (key !== null) await run('UPDATE ballot_boxes SET key = $2 WHERE box = $1', box, key);
      }
      await run('UPDATE ballot_sealing SET mark = $1', this.keys.mark);
      const lost = found.filter(({ key }) => key === null).length;
      return { moved: found.length - lost, lost };
    });
    await this.database.run('VACUUM ballot_boxes');
    return resealed;
  }

  close(): Promise<void> {
    return this.database.close();
  }

  async #shown(statements: Statements, box: string): Promise<BallotBox | null> {
    const find = 'SELECT key FROM ballot_boxes WHERE box = $1 FOR SHARE';
    const [kept] = await statements.all(find, box);
    if (!kept) return null;
    const key = this.keys.open(String(kept.key), box);
    if (key === null) {
      // Moved to a key that only others know, it is not lost.
      this.keys.check(await markIn(statements));
      // A key that was changed counts nothing: its vote is void, as one whose box is lost.
      return null;
    }
    const rows = await statements.all(
      'SELECT * FROM ballot_papers WHERE box = $1 ORDER BY seat',
      box,
    );
    return { key, papers: rows.map(paperFrom) };
  }
}

/** Which key new boxes are sealed under. */
async function markIn(statements: Statements, lock = ''): Promise<string | null> {
  const [known] = await statements.all(`SELECT mark FROM ballot_sealing ${lock}`);
  return known ? String(known.mark) : null;
}

const ALL = 'SELECT box FROM ballot_boxes';
