import { Leases } from '../leases.js';
import type { Lease } from '../leases.js';
import { leaseFrom } from '../rows.js';
import { leaseLayout } from './layouts.js';
import { PostgresDatabase } from './postgres-database.js';
import type { DatabaseAddress } from './postgres-database.js';

/** The leases in a database of PostgreSQL, for replicas on several machines. */
export class PostgresLeases extends Leases {
  private constructor(private readonly database: PostgresDatabase) {
    super();
  }

  /** @throws UnusablePrivateStore | PrivateStoreUnavailable */
  static async open(connectionString: DatabaseAddress): Promise<PostgresLeases> {
    return new PostgresLeases(await PostgresDatabase.open(connectionString, leaseLayout));
  }

  async find(name: string): Promise<Lease | null> {
    const [row] = await this.database.all('SELECT * FROM leases WHERE name = $1', name);
    return row ? leaseFrom(row) : null;
  }

  async progress(name: string): Promise<ReadonlyMap<string, string>> {
    const sql = 'SELECT worker, reached FROM lease_progress WHERE lease = $1';
    const rows = await this.database.all(sql, name);
    return new Map(rows.map(({ worker, reached }) => [String(worker), String(reached)]));
  }

  async keepProgress(
    { name, epoch }: Readonly<{ name: string; epoch: number }>,
    worker: string,
    reached: string,
  ): Promise<boolean> {
    // The lock makes it wait for one who takes the lease at this moment, and then see the epoch.
    const sql = `INSERT INTO lease_progress
      SELECT name, $2, $3 FROM leases WHERE name = $1 AND epoch = $4 FOR SHARE
      ON CONFLICT (lease, worker) DO UPDATE SET reached = excluded.reached`;
    return (await this.database.run(sql, name, worker, reached, epoch)) === 1;
  }

  close(): Promise<void> {
    return this.database.close();
  }

  protected async swap(name: string, from: Lease | null, to: Lease): Promise<boolean> {
    const values = [name, to.epoch, to.holder, to.beat];
    if (!from) {
      const sql = 'INSERT INTO leases VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING';
      return (await this.database.run(sql, ...values)) === 1;
    }
    const sql = `UPDATE leases SET epoch = $2, holder = $3, beat = $4
      WHERE name = $1 AND epoch = $5 AND holder IS NOT DISTINCT FROM $6 AND beat = $7`;
    return (await this.database.run(sql, ...values, from.epoch, from.holder, from.beat)) === 1;
  }
}
