import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import { SqlitePrivateRows, SqlitePrivateStore } from '@tavolo/private-store';
import type { PrivateRow } from '@tavolo/private-store';
import { PostgresPrivateRows, PostgresPrivateStore } from '@tavolo/private-store/postgres';
import { hasPostgres, startPostgres } from '../../private-store/test/postgres-server.js';
import type { PostgresServer } from '../../private-store/test/postgres-server.js';
import { carryPrivate, comparePrivate, NotTheSame, NotThisLog } from './index.js';
import type { PrivatePart } from './index.js';

const ada = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
const bo = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;
const at = '2026-11-27T10:00:00.000Z' as Instant;

const opened: { close(): Promise<void> }[] = [];
let folder: string;
let made = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tavolo-moving-'));
});
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
  rmSync(folder, { recursive: true });
});

type Part = PrivatePart & { readonly path: string };

async function inFiles(): Promise<Part> {
  const path = join(folder, `private-${String(++made)}`);
  const part = { store: await SqlitePrivateStore.open(path), rows: SqlitePrivateRows.open(path) };
  opened.push(part.rows, part.store);
  return { ...part, path };
}

const content = async function* (...parts: readonly string[]) {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
};

/** Something in every table, and what could get lost: U+0000, an emptied text, a gap in a count. */
async function filled(): Promise<Part> {
  const part = await inFiles();
  const { store, path } = part;
  await store.putName(ada, 'Ada\u0000 Rossi 🏛');
  await store.putName(bo, 'Bo');
  await store.putText('a', 'Motivo\u0000 «è»');
  const erased = await store.putText('b', 'cancellato');
  await store.putDocument(content('%PDF-', 'x'.repeat(300_000)), {
    mediaType: 'application/pdf',
    maxBytes: 1e6,
  });
  await store.putDocument(content(), { mediaType: 'text/plain', maxBytes: 1 });
  const bound = { person: ada, isFirst: true };
  await store.bindAccount({ ...bound, account: 'account', generation: 0 });
  await store.bindAccount({ ...bound, account: 'another', generation: 1 });
  const link = { id: 'link', person: ada, tokenSha256: 'a'.repeat(64) as Sha256 };
  await store.addCalendarLink({ ...link, language: 'it', createdAt: at });
  const trace = {
    kind: 'past',
    person: ada,
    mandate: 'm' as MandateRef,
    object: 'decision-1',
  } as const;
  const left = { ...trace, scope: null, at, reason: 'perché\u0000', requestId: 'r' };
  await store.keepTraces(['1', '2', '3'].map((moment) => ({ ...left, moment })));
  await store.secret('accounts');
  await store.bindTo('instance');
  const db = new DatabaseSync(join(path, 'private.db'));
  db.prepare('UPDATE texts SET text = NULL, salt = NULL WHERE ref = ?').run(erased);
  db.exec('DELETE FROM reading_traces WHERE n = 2');
  db.close();
  return part;
}

const COUNTS = {
  ...{
    account_generations: 1,
    accounts: 2,
    calendar_links: 1,
    documents: 2,
    names: 2,
    reading_traces: 2,
    secrets: 1,
  },
  texts: 2,
};

describe('a private store that is carried over', () => {
  it('has every row and every document, and is not yet anybody’s', async () => {
    const [source, target] = [await filled(), await inFiles()];
    await carryPrivate(source, target);
    expect(await comparePrivate(source, target)).toMatchObject(COUNTS);
    expect(await target.store.instanceId()).toBeNull();
    expect((await target.store.names([ada])).get(ada)).toBe('Ada\u0000 Rossi 🏛');
  });

  it('has no table that is empty in this test', async () => {
    const { rows } = await filled();
    for (const table of await rows.tables()) {
      expect([table, await Array.fromAsync(rows.rows(table))]).not.toEqual([table, []]);
    }
  });

  it('is carried on where it was cut off, table by table', async () => {
    const source = await filled();
    const whole = Object.keys(COUNTS).length;
    for (let tables = 0; tables < whole; tables += 1) {
      const target = await inFiles();
      const stopping = new AbortController();
      let told = 0;
      const onProgress = () => {
        if (++told > tables) stopping.abort();
      };
      const cut = carryPrivate(source, target, { onProgress, signal: stopping.signal });
      if (tables < whole - 1) await expect(cut).rejects.toThrow(/abort/u);
      else await cut;
      await carryPrivate(source, target);
      expect(await comparePrivate(source, target)).toMatchObject(COUNTS);
    }
  });

  it('has its rows changed on the way where that was asked', async () => {
    const [source, target] = [await filled(), await inFiles()];
    const rowOf = (table: string, row: PrivateRow) =>
      table === 'reading_traces' ? { ...row, moment: `new ${String(row.moment)}` } : row;
    await carryPrivate(source, target, { rowOf });
    await carryPrivate(source, target, { rowOf });
    await comparePrivate(source, target, { rowOf });
    const { traces } = await target.store.traces({ first: 9 });
    expect(traces.map(({ n, moment }) => [n, moment])).toEqual([
      [3, 'new 3'],
      [1, 'new 1'],
    ]);
    await target.store.keepTraces(traces);
    expect((await target.store.traces({ first: 1 })).traces[0]?.n).toBe(5);
  });

  it('goes into none that holds something else', async () => {
    const [source, target] = [await filled(), await inFiles()];
    await target.store.putName(bo, 'Somebody else');
    await expect(carryPrivate(source, target)).rejects.toThrow(NotThisLog);
    expect((await target.store.names([ada])).size).toBe(0);
  });

  it.each([
    { what: 'a name more', by: ({ store }: Part) => store.putName('person-x' as PersonRef, 'X') },
    { what: 'another name', by: ({ store }: Part) => store.putName(bo, 'B') },
    { what: 'a link less', by: ({ store }: Part) => store.removeCalendarLink(ada, 'link') },
  ])('is not the same with $what', async ({ by }) => {
    const [source, target] = [await filled(), await inFiles()];
    await carryPrivate(source, target);
    await by(target);
    await expect(comparePrivate(source, target)).rejects.toThrow(NotTheSame);
  });
});

(hasPostgres ? describe : describe.skip)('between files and PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    await server.stop();
  });

  async function inPostgres(): Promise<PrivatePart> {
    const database = await server.newDatabase();
    const part = {
      store: await PostgresPrivateStore.open(database),
      rows: await PostgresPrivateRows.open(database),
    };
    opened.push(part.store, part.rows);
    return part;
  }

  it('nothing is lost there and back, and the count of traces goes on', async () => {
    const [source, there, back] = [await filled(), await inPostgres(), await inFiles()];
    await carryPrivate(source, there);
    await carryPrivate(source, there);
    await carryPrivate(there, back);
    expect(await comparePrivate(source, there)).toMatchObject(COUNTS);
    expect(await comparePrivate(source, back)).toMatchObject(COUNTS);
    const { traces } = await there.store.traces({ first: 9 });
    await there.store.keepTraces(traces);
    expect((await there.store.traces({ first: 1 })).traces[0]?.n).toBe(5);
  });

  it('pages are in the order of their keys, byte by byte, as in the files', async () => {
    const [source, there] = [await inFiles(), await inPostgres()];
    const people = Array.from({ length: 1_201 }, (_, n) => ({
      ...{ person: `person-${['è', 'Z', 'a', '_'][n % 4] ?? ''}${String(n)}`, name: String(n) },
    }));
    await source.rows.put('names', people);
    await carryPrivate(source, there);
    expect(await comparePrivate(source, there)).toMatchObject({ names: 1_201 });
  });

  it('both keep the same tables with the same columns', async () => {
    const [files, postgres] = [await inFiles(), await inPostgres()];
    const tables = await files.rows.tables();
    expect(await postgres.rows.tables()).toEqual(tables);
    for (const table of tables) {
      expect(await postgres.rows.keyOf(table)).toEqual(await files.rows.keyOf(table));
    }
  });
});
