import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { describeLeasesContract } from '../leases.contract.js';
import { SqliteLeases } from './sqlite-leases.js';

describe('the leases in a file', () => {
  const folders: string[] = [];
  const opened: SqliteLeases[] = [];
  const openIn = (folder: string) => {
    const leases = SqliteLeases.open(folder);
    opened.push(leases);
    return leases;
  };
  const newFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tavolo-'));
    folders.push(folder);
    return folder;
  };
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((leases) => leases.close()));
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
  });

  describeLeasesContract(async () => openIn(await newFolder()));

  it('are one for all that have the file open, and outlive the process', async () => {
    const folder = await newFolder();
    const [one, two] = [openIn(folder), openIn(folder)];
    const held = await one.take('processes', 'one', null);
    expect(await two.find('processes')).toStrictEqual(held);
    expect(await two.take('processes', 'two', null)).toBeNull();
    expect(await two.take('processes', 'two', held)).toMatchObject({ epoch: 2 });
    await Promise.all([one.close(), two.close()]);
    expect(await openIn(folder).find('processes')).toMatchObject({ epoch: 2, holder: 'two' });
    expect((await stat(join(folder, 'leases.db'))).mode & 0o077).toBe(0);
  });
});
