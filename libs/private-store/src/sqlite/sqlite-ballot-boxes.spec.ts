import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  describeBallotBoxesContract,
  describeResealingContract,
  paperOf,
} from '../ballot-boxes.contract.js';
import type { SealingKeys } from '../box-keys.js';
import { UnusablePrivateStore } from '../private-store.js';
import { newSealingKey } from '../seal.js';
import { SqliteBallotBoxes } from './sqlite-ballot-boxes.js';

const folders: string[] = [];
const opened: SqliteBallotBoxes[] = [];

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tavolo-boxes-'));
  folders.push(folder);
  return folder;
}

function open(folder: string, keys: SealingKeys | null = null): SqliteBallotBoxes {
  const boxes = SqliteBallotBoxes.open(folder, keys);
  opened.push(boxes);
  return boxes;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((boxes) => boxes.close()));
  const options = { recursive: true, force: true };
  await Promise.all(folders.splice(0).map((folder) => rm(folder, options)));
});

/** All bytes that stand in the folder, whatever file they are in. */
async function bytesIn(folder: string): Promise<Buffer> {
  const names = await readdir(folder);
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(folder, name)))));
}

const seats = Array.from({ length: 60 }, (_, n) => String(n + 10));

/** A vote of sixty seats, enough to spread over several pages of the file. */
async function voted(boxes: SqliteBallotBoxes, box: string): Promise<string[]> {
  await boxes.make(box);
  for (const seat of seats.toReversed()) {
    await boxes.put(box, paperOf(seat, { sealed: `SEALED-${box}-${seat}` }), null);
  }
  const key = (await boxes.find(box))?.key ?? '';
  return [key, ...seats.map((seat) => `SEALED-${box}-${seat}`)];
}

describe('the ballot boxes in SQLite', () => {
  describeBallotBoxesContract(async () => open(await emptyFolder()));
  describeResealingContract(async () => {
    const folder = await emptyFolder();
    return (...keys) => Promise.try(() => open(folder, keys));
  });

  it('D-3: keep no key of a box in the clear that was sealed, and need the sealing key from then on', async () => {
    const folder = await emptyFolder();
    const plain = open(folder);
    await plain.make('vote');
    const key = (await plain.find('vote'))?.key ?? '';
    expect(await plain.reseal()).toStrictEqual({ moved: 0, lost: 0 });
    await plain.close();
    expect((await bytesIn(folder)).includes(key)).toBe(true);
    const sealingKey = newSealingKey();
    const sealed = open(folder, [sealingKey]);
    expect((await sealed.find('vote'))?.key).toBe(key);
    expect(await sealed.reseal()).toStrictEqual({ moved: 1, lost: 0 });
    expect((await sealed.find('vote'))?.key).toBe(key);
    expect((await bytesIn(folder)).includes(key)).toBe(false);
    expect((await bytesIn(folder)).includes(sealingKey)).toBe(false);
    await sealed.destroy('vote');
    await sealed.close();
    expect(() => open(folder)).toThrow(UnusablePrivateStore);
  });

  it('are there again after a restart, shut as they were', async () => {
    const folder = await emptyFolder();
    const before = open(folder);
    await before.make('vote');
    await before.put('vote', paperOf('10'), null);
    await before.shut('vote', 'count');
    const found = await before.find('vote');
    await before.close();
    const after = open(folder);
    expect(await after.find('vote')).toStrictEqual(found);
    expect(await after.put('vote', paperOf('20'), null)).toBe('shut');
  });

  it('are shared by those that have them open at once, and by their owner’s user alone', async () => {
    const folder = await emptyFolder();
    const [one, two] = [open(folder), open(folder)];
    await one.make('vote');
    await two.make('vote');
    expect((await one.find('vote'))?.key).toBe((await two.find('vote'))?.key);
    expect(await one.put('vote', paperOf('10'), null)).toBe('put');
    expect(await two.put('vote', paperOf('10', { commandId: 'other' }), null)).toBe('taken');
    await two.shut('vote', 'count');
    expect(await one.put('vote', paperOf('20'), null)).toBe('shut');
    const { mode } = await stat(join(folder, 'ballots.db'));
    expect(mode & 0o077).toBe(0);
  });

  it('D-3: leave nothing of a destroyed box in any file, while the neighbour’s is in use', async () => {
    const folder = await emptyFolder();
    const boxes = open(folder);
    const [gone, stays] = [await voted(boxes, 'gone'), await voted(boxes, 'stays')];
    const before = await bytesIn(folder);
    expect(gone.filter((text) => !before.includes(text))).toStrictEqual([]);
    await boxes.destroy('gone');
    const after = await bytesIn(folder);
    expect(gone.filter((text) => after.includes(text))).toStrictEqual([]);
    expect(stays.filter((text) => !after.includes(text))).toStrictEqual([]);
  });

  it('D-3: leave nothing of a paper that was replaced, once its box is destroyed', async () => {
    const folder = await emptyFolder();
    const boxes = open(folder);
    await boxes.make('vote');
    await boxes.put('vote', paperOf('10', { sealed: 'SEALED-first' }), null);
    const longer = 'SEALED-second'.repeat(40);
    await boxes.put('vote', paperOf('10', { sealed: longer }), 'command of 10');
    await boxes.destroy('vote');
    const after = await bytesIn(folder);
    expect(after.includes('SEALED')).toBe(false);
    expect(after.includes('command of 10')).toBe(false);
  });

  it('are refused where the file is no file of theirs, with what to do, and left as it was', async () => {
    const folder = await emptyFolder();
    const file = join(folder, 'ballots.db');
    await writeFile(file, 'not a database, whatever its name says'.repeat(50));
    const before = await readFile(file);
    expect(() => SqliteBallotBoxes.open(folder)).toThrow(UnusablePrivateStore);
    expect(() => SqliteBallotBoxes.open(folder)).toThrow(/Move it away/);
    expect((await readFile(file)).equals(before)).toBe(true);
  });
});
