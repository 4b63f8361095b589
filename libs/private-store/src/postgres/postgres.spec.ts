import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import pg from 'pg';
import { hasPostgres, mayCrash, startPostgres } from '../../test/postgres-server.js';
import type { PostgresServer } from '../../test/postgres-server.js';
import {
  describeBallotBoxesContract,
  describeResealingContract,
  paperOf,
} from '../ballot-boxes.contract.js';
import { describeSessionsContract } from '../kept-sessions.contract.js';
import { describeLeasesContract } from '../leases.contract.js';
import {
  bytesOf,
  describePrivateStoreContract,
  hashOf,
  streamOf,
} from '../private-store.contract.js';
import { DocumentDamaged, PrivateStoreUnavailable } from '../private-store.js';
import { UnusablePrivateStore } from '../private-store.js';
import type { SealingKeys } from '../box-keys.js';
import { newSealingKey } from '../seal.js';
import { PostgresBallotBoxes, PostgresLeases, PostgresPrivateStore } from './index.js';
import { PostgresSessions } from './index.js';

const ada = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const pdf = { mediaType: 'application/pdf', maxBytes: 1_000_000 };
const sealingKey = newSealingKey();

if (!hasPostgres) {
  describe('PostgreSQL', () => {
    it.skip('is not on this machine: name a server in TAVOLO_TEST_POSTGRES', () => undefined);
  });
}

(hasPostgres ? describe : describe.skip)('in PostgreSQL', () => {
  let server: PostgresServer;
  const opened: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
  });
  afterAll(async () => {
    await server.stop();
  });

  const closing = <T extends { close(): Promise<void> }>(store: T): T => {
    opened.push(store);
    return store;
  };
  const storeIn = async (database: string) => closing(await PostgresPrivateStore.open(database));
  const boxesIn = async (connectionString: string, ...[key = sealingKey, before]: string[]) => {
    const sealingKeys: SealingKeys = before === undefined ? [key] : [key, before];
    return closing(await PostgresBallotBoxes.open({ connectionString, sealingKeys }));
  };

  /** Runs one statement beside the stores. */
  async function query(connectionString: string, sql: string): Promise<object[]> {
    const client = new pg.Client({ connectionString });
    await client.connect();
    const { rows } = await client.query<object>(sql);
    await client.end();
    return rows;
  }

  describe('the private store', () => {
    describePrivateStoreContract(async () => storeIn(await server.newDatabase()));

    it('is one for all that have it open, and finds everything again', async () => {
      const database = await server.newDatabase();
      const [one, two] = await Promise.all([storeIn(database), storeIn(database)]);
      const secrets = await Promise.all([one.secret('taxCode'), two.secret('taxCode')]);
      expect(secrets[0]).toBe(secrets[1]);
      const refs = await Promise.all([one.putText('key', 'text'), two.putText('key', 'text')]);
      expect(refs[0]).toBe(refs[1]);
      const [{ sha256 }] = await Promise.all([
        one.putDocument(streamOf('bytes'), pdf),
        two.putDocument(streamOf('bytes'), pdf),
      ]);
      await one.bindTo('instance');
      await one.close();
      expect(await two.instanceId()).toBe('instance');
      expect((await bytesOf(two, sha256)).toString()).toBe('bytes');
      expect(await query(database, 'SELECT count(*)::int AS n FROM uploads')).toEqual([{ n: 1 }]);
    });

    it('does not give out a document whose bytes were changed or lost, and takes it anew', async () => {
      const database = await server.newDatabase();
      const store = await storeIn(database);
      const { sha256 } = await store.putDocument(streamOf('bytes'), pdf);
      await query(database, `UPDATE chunks SET bytes = 'bite'`);
      await expect(bytesOf(store, sha256)).rejects.toThrow(DocumentDamaged);
      await query(database, 'DELETE FROM chunks');
      await expect(bytesOf(store, sha256)).rejects.toThrow(DocumentDamaged);
      await store.putDocument(streamOf('bytes'), pdf);
      expect((await bytesOf(store, sha256)).toString()).toBe('bytes');
    });

    it('keeps nothing of what was refused, or was left half done a day ago', async () => {
      const database = await server.newDatabase();
      const store = await storeIn(database);
      const refused = store.putDocument(streamOf('12', '34'), { ...pdf, maxBytes: 3 });
      await expect(refused).rejects.toThrow();
      await query(
        database,
        `INSERT INTO uploads SELECT gen_random_uuid(), now() - a * interval '1 hour'
          FROM (VALUES (25), (23)) AS ages (a)`,
      );
      await store.putDocument(streamOf('old'), pdf);
      await query(
        database,
        `UPDATE uploads SET begun_at = '2020-01-01' WHERE upload IN (SELECT upload FROM documents)`,
      );
      await storeIn(database);
      expect(await query(database, 'SELECT count(*)::int AS n FROM uploads')).toEqual([{ n: 2 }]);
      expect(await bytesOf(store, hashOf(Buffer.from('old')))).toHaveLength(3);
    });

    it('refuses a database of another program, and a format of a newer Tavolo', async () => {
      const theirs = await server.newDatabase();
      await query(theirs, 'CREATE TABLE theirs (a integer)');
      await expect(storeIn(theirs)).rejects.toThrow(/belongs to another program/);
      expect(
        await query(theirs, `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`),
      ).toEqual([{ tablename: 'theirs' }]);
      const newer = await server.newDatabase();
      await (await storeIn(newer)).close();
      await query(newer, 'UPDATE tavolo_layouts SET format = 99');
      await expect(storeIn(newer)).rejects.toThrow(UnusablePrivateStore);
    });
  });

  it('signs each connection in with the password that its address has at that moment', async () => {
    const database = await server.newDatabase();
    const asked = jest.fn(() => database);
    await closing(await PostgresPrivateStore.open(asked)).names([ada]);
    expect(asked.mock.calls.length).toBeGreaterThan(1);
  });

  describe('the ballot boxes', () => {
    describeBallotBoxesContract(async () => boxesIn(await server.newDatabase()));

    describeResealingContract(async () => {
      const database = await server.newDatabase();
      return async (key, before) =>
        await (before === undefined ? boxesIn(database, key) : boxesIn(database, key, before));
    });

    it('are shared by those that have them open at once', async () => {
      const database = await server.newDatabase();
      const [one, two] = await Promise.all([boxesIn(database), boxesIn(database)]);
      await Promise.all([one.make('vote'), two.make('vote')]);
      expect((await one.find('vote'))?.key).toBe((await two.find('vote'))?.key);
      const both = [one.put('vote', paperOf('10'), null), two.put('vote', paperOf('10'), null)];
      expect((await Promise.all(both)).toSorted()).toStrictEqual(['put', 'taken']);
      await two.shut('vote', 'count');
      expect(await one.put('vote', paperOf('20'), null)).toBe('shut');
    });

    it('D-3: are opened by the key of the replicas alone, which is nowhere in the database', async () => {
      const database = await server.newDatabase();
      const boxes = await boxesIn(database);
      await boxes.make('vote');
      const key = (await boxes.find('vote'))?.key ?? '';
      const rows = await query(database, 'SELECT * FROM ballot_boxes, ballot_sealing');
      expect(rows).toHaveLength(1);
      expect(JSON.stringify(rows)).not.toContain(key);
      expect(JSON.stringify(rows)).not.toContain(sealingKey);
      await expect(boxesIn(database, newSealingKey())).rejects.toThrow(/TAVOLO_BALLOT_KEY/);
      expect((await boxes.find('vote'))?.key).toBe(key);
    });

    it('D-3: keep no row of a box that was destroyed', async () => {
      const database = await server.newDatabase();
      const boxes = await boxesIn(database);
      for (const box of ['gone', 'stays']) {
        await boxes.make(box);
        await boxes.put(box, paperOf('10'), null);
      }
      await boxes.destroy('gone');
      expect(await query(database, 'SELECT box FROM ballot_papers')).toEqual([{ box: 'stays' }]);
      expect(await boxes.all()).toStrictEqual(['stays']);
    });
  });

  describe('the sessions', () => {
    describeSessionsContract(async () =>
      closing(await PostgresSessions.open(await server.newDatabase())),
    );

    it('of one replica are known to the others', async () => {
      const database = await server.newDatabase();
      const one = closing(await PostgresSessions.open(database));
      const two = closing(await PostgresSessions.open(database));
      const at = '2026-11-27T10:00:00.000Z' as Instant;
      const session = {
        ...{ id: 'a', tokenSha256: 'a'.repeat(64) as Sha256, person: ada },
        ...{ issuer: 'https://issuer.example', assurance: 'low', authenticatedAt: null },
        ...{ createdAt: at, seenAt: at },
      };
      await one.add(session);
      expect(await two.find(session.tokenSha256)).toStrictEqual(session);
    });
  });

  describe('the leases', () => {
    describeLeasesContract(async () =>
      closing(await PostgresLeases.open(await server.newDatabase())),
    );

    it('are taken by one of several replicas at once', async () => {
      const database = await server.newDatabase();
      const replicas = [closing(await PostgresLeases.open(database))];
      replicas.push(closing(await PostgresLeases.open(database)));
      const seen = await replicas[0]?.take('processes', 'frozen', null);
      const taken = await Promise.all(
        replicas.map((leases, n) => leases.take('processes', `replica ${String(n)}`, seen ?? null)),
      );
      expect(taken.filter((lease) => lease?.epoch === 2)).toHaveLength(1);
      expect(taken.filter((lease) => lease === null)).toHaveLength(1);
    });
  });

  (mayCrash ? describe : describe.skip)('a server that is gone', () => {
    it('is said to be unreachable, by those that are open and by those that open', async () => {
      const own = await startPostgres();
      try {
        const database = await own.newDatabase();
        const store = await storeIn(database);
        await store.putName(ada, 'Ada');
        await own.crash();
        await expect(store.names([ada])).rejects.toThrow(PrivateStoreUnavailable);
        await expect(store.putDocument(streamOf('a'), pdf)).rejects.toThrow(
          PrivateStoreUnavailable,
        );
        await expect(storeIn(database)).rejects.toThrow(PrivateStoreUnavailable);
      } finally {
        await own.stop();
      }
    });
  });
});
