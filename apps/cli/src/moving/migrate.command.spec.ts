import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SqliteEventReader, START } from '@tavolo/event-store';
import type { Position } from '@tavolo/event-store';
import { newSealingKey, SqliteBallotBoxes } from '@tavolo/private-store';
import { SqliteLeases, SqlitePrivateStore } from '@tavolo/private-store';
import { PostgresBallotBoxes, PostgresLeases } from '@tavolo/private-store/postgres';
import {
  hasPostgres,
  mayCrash,
  startPostgres,
} from '../../../../libs/private-store/test/postgres-server.js';
import type { PostgresServer } from '../../../../libs/private-store/test/postgres-server.js';
import { processLeaseOf } from '../../../api/src/stores/lease-checkpoints.js';
import { DoctorCommand } from '../doctor/doctor.command.js';
import { found } from '../found.js';
import { exits } from '../problem.js';
import { BackupCommand } from './backup.command.js';
import { MigrateCommand } from './migrate.command.js';

const ISSUER = 'https://login.example.org';
const parent = mkdtempSync(join(tmpdir(), 'tavolo-migrate-'));
const within = (name: string) => join(parent, name);
const said: string[] = [];

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  jest.spyOn(console, 'error').mockImplementation(() => undefined); // How far it has come.
  await foundedIn('source');
});
afterEach(() => {
  said.length = 0;
});
afterAll(() => {
  jest.restoreAllMocks();
  rmSync(parent, { recursive: true });
});

async function foundedIn(folder: string): Promise<void> {
  await found({
    ...{ data: within(folder), name: 'Ente', zone: 'Europe/Rome', issuer: ISSUER },
    ...{ subject: 'ada', administrator: 'Amministrazione' },
  });
}

const migrated = async (options: Parameters<MigrateCommand['run']>[1]) => {
  await new MigrateCommand().run([], options);
};
/** The source has process managers, and this is how far one of them has come. */
async function progressKept(folder: string): Promise<{ name: string; position: Position }> {
  const reader = SqliteEventReader.open(join(folder, 'log.db'), { pollMs: null });
  const [first] = await Array.fromAsync(reader.readAll({ max: 1 }));
  reader.close();
  const store = await SqlitePrivateStore.open(join(folder, 'private'));
  const name = processLeaseOf((await store.instanceId()) ?? '');
  await store.close();
  const leases = SqliteLeases.open(join(folder, 'private'));
  const lease = await leases.take(name, 'server', null);
  const position = first?.position ?? START;
  await leases.keepProgress({ name, epoch: lease?.epoch ?? 0 }, 'adoption', position);
  if (lease) await leases.giveBack(name, lease);
  await leases.close();
  return { name, position };
}

const SOURCE = `sqlite:${within('source')}`;

describe('tavolo migrate', () => {
  it('D-3: carries nothing while a vote is open whose ballots are not named, and goes on after it', async () => {
    const boxes = SqliteBallotBoxes.open(within('source/private'));
    await boxes.make('vote-of-the-board');
    const there = { from: SOURCE, to: `sqlite:${within('there')}` };
    const told = migrated(there);
    await expect(told).rejects.toMatchObject({ exitCode: exits.conflict });
    await expect(told).rejects.toThrow(
      'One vote whose ballots are not named: still open (vote-of-the-board).',
    );
    expect(existsSync(within('there'))).toBe(false);
    await boxes.destroy('vote-of-the-board');
    await boxes.close();
    await migrated(there);
    expect(said.join('\n')).toMatch(/there\/private, each row compared: .*names 1/u);
  });

  it('needs both databases of a source in PostgreSQL, for open votes are in the second', async () => {
    const from = { from: SOURCE, fromPostgres: 'postgresql://db.example/tavolo' };
    const told = migrated({ ...from, to: `sqlite:${within('none')}` });
    await expect(told).rejects.toMatchObject({ exitCode: exits.usage });
    await expect(told).rejects.toThrow('--from-passing is missing');
  });
});

(hasPostgres ? describe : describe.skip)('an instance whose private store is in PostgreSQL', () => {
  const SETTINGS = ['TAVOLO_POSTGRES', 'TAVOLO_POSTGRES_PASSING', 'TAVOLO_BALLOT_KEY'] as const;
  const key = newSealingKey();
  let server: PostgresServer;
  let kept: string;
  let passing: string;

  beforeAll(async () => {
    server = await startPostgres();
    [kept, passing] = [await server.newDatabase(), await server.newDatabase()];
    settings(kept);
  });
  afterAll(async () => {
    for (const name of SETTINGS) Reflect.deleteProperty(process.env, name);
    await server.stop();
  });

  function settings(database: string): void {
    const values = [database, passing, key];
    for (const [n, name] of SETTINGS.entries()) process.env[name] = values[n];
  }

  /** What the doctor finds of the private store, and how it ends. */
  async function doctorSays(data = within('moved')): Promise<Readonly<Record<string, unknown>>> {
    said.length = 0;
    const ended = new DoctorCommand().run([], { data, json: true });
    await Promise.allSettled([ended]); // From its source it is not built, which is a failure too.
    const { exit, checks } = JSON.parse(said.join('')) as {
      exit: number;
      checks: { name: string; verdict: string; value: string }[];
    };
    const found = Object.fromEntries(checks.map(({ name, ...check }) => [name, check]));
    return { exit, beside: found['Beside it']?.value, own: found.Private };
  }

  it('was carried there by the addresses in the settings, and how far the processes had come', async () => {
    const { name, position } = await progressKept(within('source'));
    const command = new MigrateCommand();
    await command.run([], {
      ...{ from: SOURCE, to: `sqlite:${within('moved')}` },
      postgres: command.parsePostgres('postgresql:'),
      passing: command.parsePassing('postgresql:'),
    });
    expect(said.join('\n')).toMatch(/^The private store is in PostgreSQL, each row.* names 1/mu);
    expect(said.join('\n')).not.toContain(kept);
    expect(existsSync(within('moved/private'))).toBe(false);
    const leases = await PostgresLeases.open(passing);
    expect([...(await leases.progress(name))]).toEqual([['adoption', position]]);
    await leases.close();
  });

  it('is known to the doctor as that of its log, and by its host alone', async () => {
    const { own, beside } = await doctorSays();
    expect(own).toEqual({ verdict: 'ok', value: 'it belongs to this log' });
    expect(beside).toMatch(/^PostgreSQL, [^@]*$/u);
  });

  it('is missed by the doctor in a database that has none, and none is made by looking', async () => {
    settings(await server.newDatabase());
    for (let look = 1; look <= 2; look += 1) {
      const { own } = await doctorSays();
      expect(own).toMatchObject({
        verdict: 'failed',
        value: expect.stringMatching(/^there is none/u),
      });
    }
    settings(kept);
  });

  it('is told by the doctor from that of another instance', async () => {
    for (const name of SETTINGS) Reflect.deleteProperty(process.env, name);
    await foundedIn('other');
    settings(kept);
    const { own } = await doctorSays(within('other'));
    expect(own).toMatchObject({
      verdict: 'failed',
      value: expect.stringMatching(/^it belongs to another/u),
    });
  });

  it('is backed up by the means of PostgreSQL, and by no backup of a folder', async () => {
    const backup = { data: within('moved'), to: within('backup'), keys: within('keys') };
    const told = new BackupCommand().run([], backup);
    await expect(told).rejects.toMatchObject({ exitCode: exits.usage });
    await expect(told).rejects.toThrow('docs/runbooks/backup-and-restore.md');
    expect(existsSync(within('backup'))).toBe(false);
  });

  it('D-3: stays where it is while a vote is open there, and can be carried back after it', async () => {
    const sealing = { connectionString: passing, sealingKeys: [key] as const };
    const boxes = await PostgresBallotBoxes.open(sealing);
    await Promise.all([boxes.make('vote-1'), boxes.make('vote-2')]);
    const back = {
      ...{ from: `sqlite:${within('moved')}`, fromPostgres: kept, fromPassing: passing },
      to: `sqlite:${within('back')}`,
    };
    const told = migrated(back);
    await expect(told).rejects.toMatchObject({ exitCode: exits.conflict });
    await expect(told).rejects.toThrow(/^2 votes whose ballots are not named: still open/u);
    expect(existsSync(within('back'))).toBe(false);
    await Promise.all([boxes.destroy('vote-1'), boxes.destroy('vote-2')]);
    await boxes.close();
    await migrated(back);
    expect(said.join('\n')).toMatch(/back\/private, each row compared: .*names 1/u);
  });

  (mayCrash ? it : it.skip)('is unreachable to the doctor while its server is away', async () => {
    await server.crash();
    const { exit, own } = await doctorSays();
    expect([exit, own]).toMatchObject([exits.unreachable, { verdict: 'unreachable' }]);
  });
});
