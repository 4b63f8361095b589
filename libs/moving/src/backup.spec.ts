import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SqliteEventReader, SqliteEventStore, takeLock } from '@tavolo/event-store';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import { SqliteBallotBoxes, SqlitePrivateStore, SqliteSessions } from '@tavolo/private-store';
import { freshFolder } from '../../event-store/test/folder.js';
import { event, sampleLog } from '../test/sample-log.js';
import { DamagedBackup, fillingOf, fingerprintOf, NotThisLog } from './index.js';
import { restoreBackup, takeBackup } from './index.js';

const ada = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const bo = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;
const quiet = { signal: new AbortController().signal, show: () => undefined };
const pdf = { mediaType: 'application/pdf', maxBytes: 1e6 };
const CANARY = 'Canarino';

async function* content(text: string) {
  yield await Promise.resolve(Buffer.from(text));
}

describe('a backup', () => {
  const path = freshFolder();
  const source = () => ({ log: path('data/log.db'), private: path('data/private') });
  const backup = (name = 'one', more = {}) =>
    takeBackup({
      ...{ source: source(), to: path(name), keys: path(`${name}.keys`) },
      ...{ now: () => new Date('2026-11-27T10:00:00.000Z'), ...quiet, ...more },
    });
  const restore = (name = 'one', more = {}) =>
    restoreBackup({
      ...{ from: path(name), keys: path(`${name}.keys`), folder: path('restored') },
      ...{ ...quiet, ...more },
    });
  let log: SqliteEventStore;
  let store: SqlitePrivateStore;

  beforeEach(async () => {
    log = await SqliteEventStore.open(path('data/log.db'), { synchronous: 'NORMAL' });
    await sampleLog(9, log);
    store = await SqlitePrivateStore.open(path('data/private'));
    await store.bindTo('instance');
    await store.putName(ada, `${CANARY} Rossi`);
    await store.putName(bo, 'Bo');
    await store.putText('a', `${CANARY} perché`);
    await store.putDocument(content(`%PDF ${CANARY}`.repeat(40_000)), pdf);
    await store.secret('accounts');
  });
  afterEach(async () => {
    await log.close();
    await store.close();
  });

  const restoredStore = async <T>(look: (there: SqlitePrivateStore) => Promise<T>) => {
    const there = await SqlitePrivateStore.open(path('restored/private'));
    try {
      return await look(there);
    } finally {
      await there.close();
    }
  };
  const nameThere = (person: PersonRef) =>
    restoredStore(async (there) => (await there.names([person])).get(person) ?? null);

  it('taken while somebody writes is restored as it was at its position, and is whole', async () => {
    const before = await fingerprintOf(log);
    let wrote = 0;
    const show = () => {
      if (wrote++ > 0) return;
      void log.append('note-9', [event(99)], { expected: 'noStream' });
      void store.putName(ada, 'Later');
    };
    const taken = await backup('one', { show });
    expect(wrote).toBeGreaterThan(0);
    expect(taken).toMatchObject({ log: before, instance: 'instance' });
    expect(await restore()).toMatchObject({
      erased: 0,
      rows: { names: 2, documents: 1, texts: 1 },
    });
    const there = SqliteEventReader.open(path('restored/log.db'));
    expect(await fingerprintOf(there)).toEqual(before);
    expect(await there.head()).toBe(taken.position);
    there.close();
    expect(await nameThere(ada)).toBe(`${CANARY} Rossi`);
    await restoredStore(async (restored) => {
      expect(await restored.instanceId()).toBe('instance');
      expect(await restored.secret('accounts')).toBe(await store.secret('accounts'));
      const [sha256] = (/[0-9a-f]{64}/u.exec(Object.keys(taken.files).join(' ')) ?? []) as Sha256[];
      const bytes = sha256 && (await restored.readDocument(sha256));
      expect(Buffer.concat(await Array.fromAsync(bytes ?? [])).length).toBe(40_000 * 13);
    });
    expect(fillingOf(path('restored'))).toBeNull();
    const again = await SqliteEventStore.open(path('restored/log.db'));
    await again.append('note-9', [event(99)], { expected: 'noStream' });
    await again.close();
  });

  it('has no ballot, no session, no lease; and without its keys no name, text or document', async () => {
    const boxes = SqliteBallotBoxes.open(path('data/private'));
    await boxes.make('vote-1');
    const sessions = SqliteSessions.open(path('data/private'));
    const at = '2026-11-27T10:00:00.000Z' as Instant;
    await sessions.add({
      ...{ id: 'session-1', tokenSha256: 'a'.repeat(64) as Sha256, person: ada, issuer: 'i' },
      ...{ assurance: 'low', authenticatedAt: null, createdAt: at, seenAt: at },
    });
    const secret = await store.secret('accounts');
    await backup();
    const files = readdirSync(path('one'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => !name.startsWith('documents/')).toSorted()).toEqual([
      ...['documents', 'log.db', 'manifest.json', 'private.sealed'],
    ]);
    const bytes = files
      .filter((name) => name !== 'documents')
      .map((name) => readFileSync(join(path('one'), name), 'latin1'));
    for (const hidden of [CANARY, 'vote-1', 'session-1', secret]) {
      expect(bytes.filter((text) => text.includes(hidden))).toEqual([]);
    }
    const keys = readFileSync(path('one.keys'), 'utf8');
    expect(keys).toContain(secret);
    expect(keys).not.toMatch(/Canarino|vote-1|session-1/u);
    await Promise.all([boxes.close(), sessions.close()]);
  });

  it('keeps its keys apart, and takes the place of nothing', async () => {
    await expect(backup('one', { keys: path('one/keys') })).rejects.toThrow(/protect nothing/u);
    await backup();
    await expect(backup()).rejects.toThrow(/is there already/u);
    await expect(backup('two', { keys: path('one.keys') })).rejects.toThrow(/is there already/u);
    expect(existsSync(path('two'))).toBe(false);
  });

  it('that was given up has no name, and is taken anew', async () => {
    const stopping = new AbortController();
    const given = backup('one', { signal: stopping.signal, show: () => stopping.abort() });
    await expect(given).rejects.toThrow(/abort/u);
    expect(existsSync(path('one'))).toBe(false);
    await expect(restore()).rejects.toThrow(/is no backup, or one that was not finished/u);
    await backup();
    await restore();
  });

  it('is restored into an empty folder alone, where nobody is', async () => {
    await backup();
    await expect(restore('one', { folder: path('data') })).rejects.toThrow(NotThisLog);
    await restore();
    const release = takeLock(path('restored/log.db'));
    await expect(restore()).rejects.toThrow(/is not empty/u);
    release();
  });

  it('is restored by a command that was cut off and given again; until then it is nobody’s', async () => {
    await backup();
    const steps = ['files of the backup 1', 'documents 1', 'names 2', 'texts 1'];
    for (const step of steps) {
      const stopping = new AbortController();
      const show = (what: string, done: number) => {
        if (`${what} ${String(done)}` === step) stopping.abort();
      };
      await expect(restore('one', { signal: stopping.signal, show })).rejects.toThrow(/abort/u);
    }
    expect(fillingOf(path('restored'))).toMatchObject({ command: 'restore' });
    await restoredStore(async (there) => expect(await there.instanceId()).toBeNull());
    await restore();
    expect(await nameThere(bo)).toBe('Bo');
  });

  const broken = (file: string) => () => {
    const bytes = readFileSync(path(file));
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 40) ^ 1, bytes.length - 40);
    writeFileSync(path(file), bytes);
  };
  it.each([
    {
      what: 'a log that was changed',
      by: broken('one/log.db'),
      says: /log\.db of the backup is damaged/u,
    },
    {
      what: 'rows that were changed',
      by: broken('one/private.sealed'),
      says: /private\.sealed of the backup is damaged/u,
    },
    {
      what: 'a file less',
      by: () => rmSync(path('one/private.sealed')),
      says: /lacks private\.sealed/u,
    },
    {
      what: 'the keys of another',
      by: () => cpSync(path('two.keys'), path('one.keys')),
      says: /keys of another backup/u,
    },
    { what: 'no keys', by: () => rmSync(path('one.keys')), says: /name the file of keys/u },
    {
      what: 'another key',
      by: () => {
        const keys = JSON.parse(readFileSync(path('one.keys'), 'utf8')) as object;
        writeFileSync(path('one.keys'), JSON.stringify({ ...keys, key: 'A'.repeat(43) }));
      },
      says: /private\.sealed does not open/u,
    },
  ])('with $what is not restored', async ({ by, says }) => {
    await backup();
    await backup('two');
    by();
    await expect(restore()).rejects.toThrow(says);
    await expect(restore()).rejects.toThrow(DamagedBackup);
  });

  describe('older than an erasure', () => {
    const erase = (sql: string) => {
      const db = new DatabaseSync(path('data/private/private.db'));
      db.exec(sql);
      db.close();
    };

    beforeEach(async () => {
      await backup();
      erase(`DELETE FROM names WHERE person = '${ada}';
        UPDATE texts SET text = NULL, salt = NULL; DELETE FROM documents`);
      await store.putName('person-x' as PersonRef, 'Newer');
      await store.putName(bo, 'Bo Bianchi');
      await log.append('note-9', [event(99)], { expected: 'noStream' });
    });

    it.each([
      { from: 'the data folder', newer: async () => Promise.resolve({ folder: path('data') }) },
      {
        from: 'a newer backup',
        newer: async () => {
          await backup('two');
          return { folder: path('two'), keys: path('two.keys') };
        },
      },
    ])('brings nothing back that $from has erased, and nothing new', async ({ newer }) => {
      expect(await restore('one', { newer: await newer() })).toMatchObject({ erased: 3 });
      expect(await nameThere(ada)).toBeNull();
      expect(await nameThere(bo)).toBe('Bo');
      expect(await nameThere('person-x' as PersonRef)).toBeNull();
      const files = readdirSync(path('restored'), { recursive: true, withFileTypes: true });
      const found = files
        .filter((entry) => entry.isFile())
        .filter(({ parentPath, name }) =>
          readFileSync(join(parentPath, name), 'latin1').includes(CANARY),
        );
      expect(found).toEqual([]);
    });

    it('brings all of it back where no newer state is named', async () => {
      await restore();
      expect(await nameThere(ada)).toBe(`${CANARY} Rossi`);
    });

    it('does not take for newer what is older, or another’s', async () => {
      await backup('two');
      const newer = { folder: path('one'), keys: path('one.keys') };
      await expect(restore('two', { newer })).rejects.toThrow(/is older than the backup/u);
      erase(`UPDATE instance SET id = 'other'`);
      const other = { folder: path('data') };
      await expect(restore('one', { newer: other })).rejects.toThrow(/is of another instance/u);
      expect(existsSync(path('restored'))).toBe(false);
    });
  });
});
