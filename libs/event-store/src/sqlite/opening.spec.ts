import { describe, expect, it } from '@jest/globals';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Child } from '../../test/child.js';
import { freshFolder } from '../../test/folder.js';
import { event, events, idsOf, uuid } from '../contract/harness.contract.js';
import { StoreInUse, UnusableStore } from '../event-store.js';
import { SqliteEventReader } from './sqlite-event-reader.js';
import { SqliteEventStore } from './sqlite-event-store.js';

type Spoil = (file: string) => void;

const DAMAGED: readonly (readonly [string, string, Spoil])[] = [
  ['is empty', 'is empty', (file) => writeFileSync(file, '')],
  ['is a text', 'is no SQLite file', (file) => writeFileSync(file, 'Dear diary,\n'.repeat(99))],
  [
    'is shorter than a header',
    'is no SQLite file',
    (file) => writeFileSync(file, 'SQLite format 3\0'),
  ],
  ['is the database of somebody else', 'belongs to another program', (file) => foreign(file)],
  ['is of a newer Tavolo', 'newer Tavolo', (file) => change(file, 'PRAGMA user_version = 2')],
  [
    'lacks a table',
    'lacks its table types',
    (file) => change(file, 'ALTER TABLE types RENAME TO t'),
  ],
  ['was cut off', 'cannot be read', (file) => truncateSync(file, 16_384)],
  ['holds noise in the middle', 'damaged', (file) => overwrite(file, 3, 30)],
  ['lost its list of tables', 'cannot be read', (file) => overwrite(file, 0.03, 0.97)],
];

const PAGE = 4096;

describe('a data file that', () => {
  const path = freshFolder();

  it.each(DAMAGED)('%s is refused in words and left as it is', async (_, words, spoil) => {
    await written(path());
    spoil(path());
    const before = readFileSync(path());
    await expect(SqliteEventStore.open(path())).rejects.toThrow(UnusableStore);
    await expect(SqliteEventStore.open(path())).rejects.toThrow(words);
    expect(readFileSync(path()).equals(before)).toBe(true);
  });

  it('is a folder, or cannot have one, is refused in words', async () => {
    mkdirSync(path('folder'));
    writeFileSync(path('file'), '');
    await expect(SqliteEventStore.open(path('folder'))).rejects.toThrow(UnusableStore);
    await expect(SqliteEventStore.open(path('file/events.db'))).rejects.toThrow(UnusableStore);
    expect(existsSync(path('folder.lock'))).toBe(false);
  });

  it('is gone while its newest part is there is not begun anew', async () => {
    await written(path());
    writeFileSync(path('events.db-wal'), 'frames');
    rmSync(path());
    await expect(SqliteEventStore.open(path())).rejects.toThrow('is missing');
    expect(existsSync(path())).toBe(false);
  });

  it('is good is opened, and found as it was left', async () => {
    await written(path());
    const store = await SqliteEventStore.open(path());
    expect(await idsOf(store.readAll({ max: 2 }))).toEqual([uuid(1), uuid(2)]);
    await store.close();
    expect(() => SqliteEventReader.open(path('none.db'))).toThrow(UnusableStore);
  });

  it('was being made when the process died is made anew', async () => {
    writeFileSync(path('events.db.new'), 'half of it');
    const store = await SqliteEventStore.open(path('deep/events.db'));
    await store.close();
    cpSync(path('events.db.new'), path('deep/other.db.new'));
    const other = await SqliteEventStore.open(path('deep/other.db'));
    expect(await other.head()).toBe('');
    await other.close();
    expect(existsSync(path('deep/other.db.new'))).toBe(false);
  });
});

describe('the lock of a log', () => {
  const path = freshFolder();

  it('keeps a second one out in the same process, and lets it in after the first', async () => {
    const first = await SqliteEventStore.open(path());
    await expect(SqliteEventStore.open(path())).rejects.toEqual(new StoreInUse(path()));
    const reader = SqliteEventStore.openReader(path(), { pollMs: null });
    expect(await reader.head()).toBe('');
    reader.close();
    await first.close();
    const second = await SqliteEventStore.open(path());
    await second.append('note-1', [event(1)], { expected: 'noStream' });
    await second.close();
  });

  it('keeps another process out, says what to do, and dies with its holder', async () => {
    const child = new Child('./appending.js', [path(), 'run', '1', '1000000']);
    await child.untilLines(1);
    await expect(SqliteEventStore.open(path())).rejects.toThrow(
      `${path()} is in use by another running Tavolo: stop that one first, or name another file.`,
    );
    await child.kill();
    const store = await SqliteEventStore.open(path());
    expect((await store.head()) > '').toBe(true);
    await store.close();
  });

  it('is given back when the log cannot be opened', async () => {
    await written(path());
    const good = readFileSync(path());
    overwrite(path(), 3, 30);
    await expect(SqliteEventStore.open(path())).rejects.toThrow(UnusableStore);
    writeFileSync(path(), good);
    const store = await SqliteEventStore.open(path());
    expect((await store.head()) > '').toBe(true);
    await store.close();
  });
});

async function written(file: string): Promise<void> {
  const store = await SqliteEventStore.open(file);
  await store.append('note-1', events(400), { expected: 'noStream' });
  await store.close();
}

function foreign(file: string): void {
  rmSync(file);
  change(file, 'CREATE TABLE diary (day TEXT); PRAGMA application_id = 7');
}

function change(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

/** From one page to another, counted from 0, in pages of 4096 bytes. */
function overwrite(file: string, from: number, to: number): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, Math.ceil(from * PAGE), Math.floor(to * PAGE));
  writeFileSync(file, bytes);
}
