import { chmod, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import {
  bytesOf,
  describePrivateStoreContract,
  hashOf,
  streamOf,
} from '../private-store.contract.js';
import { DocumentDamaged, PrivateStoreFull, UnusablePrivateStore } from '../private-store.js';
import { linesOf, startWriter, stopped } from '../../test/writer-process.js';
import { SqlitePrivateStore } from './sqlite-private-store.js';

const person = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const pdf = { mediaType: 'application/pdf', maxBytes: 1_000_000 };
const folders: string[] = [];
const stores: SqlitePrivateStore[] = [];

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tavolo-private-'));
  folders.push(folder);
  return folder;
}

async function opened(folder: string): Promise<SqlitePrivateStore> {
  const store = await SqlitePrivateStore.open(folder);
  stores.push(store);
  return store;
}

/** Every file under `documents/`, by its path there. */
async function filesIn(folder: string): Promise<string[]> {
  const all = await readdir(join(folder, 'documents'), { recursive: true, withFileTypes: true });
  return all
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  const options = { recursive: true, force: true };
  await Promise.all(folders.splice(0).map((folder) => rm(folder, options)));
});

describe('the private store in SQLite', () => {
  describePrivateStoreContract(async () => opened(await emptyFolder()));

  it('finds everything again after a restart', async () => {
    const folder = join(await emptyFolder(), 'not', 'there', 'yet');
    const before = await opened(folder);
    await before.putName(person, 'Ada');
    const ref = await before.putText('key', 'text');
    const { sha256 } = await before.putDocument(streamOf('bytes'), pdf);
    const secret = await before.secret('taxCode');
    await before.bindTo('instance');
    await before.close();
    const after = await opened(folder);
    expect((await after.names([person])).get(person)).toBe('Ada');
    expect(await after.putText('key', 'text')).toBe(ref);
    expect((await bytesOf(after, sha256)).toString()).toBe('bytes');
    expect(await after.secret('taxCode')).toBe(secret);
    expect(await after.instanceId()).toBe('instance');
  });

  it('keeps one file for the same bytes, named by their hash, and nothing half done', async () => {
    const folder = await emptyFolder();
    const store = await opened(folder);
    const sha256 = hashOf(Buffer.from('bytes'));
    await Promise.all([1, 2, 3].map(() => store.putDocument(streamOf('bytes'), pdf)));
    await expect(store.putDocument(streamOf('x'), { ...pdf, maxBytes: 0 })).rejects.toThrow();
    const path = join(folder, 'documents', sha256.slice(0, 2), sha256.slice(2));
    expect(await filesIn(folder)).toStrictEqual([path]);
  });

  it('does not give out a document whose bytes were changed or lost, and takes it anew', async () => {
    const folder = await emptyFolder();
    const store = await opened(folder);
    const { sha256 } = await store.putDocument(streamOf('bytes'), pdf);
    const [path = ''] = await filesIn(folder);
    await chmod(path, 0o600);
    await writeFile(path, 'bite');
    await expect(bytesOf(store, sha256)).rejects.toThrow(DocumentDamaged);
    await rm(path);
    await expect(bytesOf(store, sha256)).rejects.toThrow(DocumentDamaged);
    await store.putDocument(streamOf('bytes'), pdf);
    expect((await bytesOf(store, sha256)).toString()).toBe('bytes');
  });

  it('clears away what a dead process left a day ago, not what one writes now', async () => {
    const folder = await emptyFolder();
    await opened(folder);
    const [old, fresh] = ['old', 'fresh'].map((name) => join(folder, 'documents/incoming', name));
    for (const part of [old, fresh]) await writeFile(part ?? '', 'half');
    await utimes(old ?? '', new Date('2020-01-01'), new Date('2020-01-01'));
    await opened(folder);
    expect(await filesIn(folder)).toStrictEqual([fresh]);
  });

  it('is one store for all that have it open', async () => {
    const folder = await emptyFolder();
    const [one, two] = await Promise.all([opened(folder), opened(folder)]);
    expect(await two.secret('taxCode')).toBe(await one.secret('taxCode'));
    await one.putName(person, 'Ada');
    expect((await two.names([person])).get(person)).toBe('Ada');
    const { sha256 } = await two.putDocument(streamOf('bytes'), pdf);
    expect((await bytesOf(one, sha256)).toString()).toBe('bytes');
  });

  it('takes four processes at once, started on an empty folder', async () => {
    const folder = await emptyFolder();
    const writers = [1, 2, 3, 4].map(() => startWriter(folder, 20));
    const answers = await Promise.all(writers.map((writer) => linesOf(writer)));
    const [first] = answers;
    expect(first?.[0]).toMatch(/^secret [0-9a-f]{64}$/);
    // Same secret, same text references and same documents for all four.
    expect(answers).toStrictEqual([first, first, first, first]);
    expect(first).toHaveLength(41);
    expect(await filesIn(folder)).toHaveLength(20);
  }, 30_000);

  it('has every acknowledged document, and none that is torn, after SIGKILL', async () => {
    const folder = await emptyFolder();
    for (const answers of [5, 17, 40]) {
      const writer = startWriter(folder, 10_000);
      const said = await linesOf(writer, answers);
      writer.kill('SIGKILL');
      await stopped(writer);
      const store = await opened(folder);
      const hashes = said
        .filter((line) => line.startsWith('document '))
        .map((line) => line.slice(9));
      expect((await store.documents(hashes as Sha256[])).size).toBe(hashes.length);
      for (const path of await filesIn(folder)) {
        if (path.includes('incoming')) continue;
        expect(path.replaceAll(/\W/g, '')).toContain(hashOf(await readFile(path)));
      }
    }
  }, 30_000);
});

describe('a file that is no private store of ours', () => {
  it.each([
    ['damaged', 'not a database, whatever its name says'.repeat(50)],
    ['of another program', 'CREATE TABLE theirs (a)'],
    ['of a newer Tavolo', 'newer'],
  ])('is refused and left as it was: %s', async (kind, content) => {
    const folder = await emptyFolder();
    const file = join(folder, 'private.db');
    if (kind === 'damaged') await writeFile(file, content);
    else if (content === 'newer') {
      await (await opened(folder)).close();
      execute(file, 'PRAGMA user_version = 99');
    } else execute(file, content);
    const before = await readFile(file);
    await expect(SqlitePrivateStore.open(folder)).rejects.toThrow(UnusablePrivateStore);
    expect((await readFile(file)).equals(before)).toBe(true);
  });
});

function execute(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

describe('a disk that is full', () => {
  const full = (refused: object) =>
    jest.spyOn(StatementSync.prototype, 'run').mockImplementation(() => {
      throw Object.assign(new Error('no room'), refused);
    });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it.each([{ errcode: 13 }, { errcode: 13 + 256 }, { code: 'ENOSPC' }])(
    'is told, keeps nothing, and takes the next where there is room: %p',
    async (refused) => {
      const store = await opened(await emptyFolder());
      full(refused);
      await expect(store.putName(person, 'Ada')).rejects.toThrow(PrivateStoreFull);
      await expect(store.putText('a', 'text')).rejects.toThrow(PrivateStoreFull);
      await expect(store.putDocument(streamOf('bytes'), pdf)).rejects.toThrow(PrivateStoreFull);
      jest.restoreAllMocks();
      expect((await store.names([person])).size).toBe(0);
      await store.putName(person, 'Ada');
      const { sha256 } = await store.putDocument(streamOf('bytes'), pdf);
      expect((await bytesOf(store, sha256)).toString()).toBe('bytes');
    },
  );

  it('is nothing else: another trouble of the disk is a defect', async () => {
    const store = await opened(await emptyFolder());
    full({ errcode: 10 });
    await expect(store.putName(person, 'Ada')).rejects.not.toThrow(PrivateStoreFull);
  });
});
