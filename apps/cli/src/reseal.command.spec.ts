import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { BoundAccounts } from '@tavolo/access';
import { newSealingKey, SqliteBallotBoxes, SqlitePrivateStore } from '@tavolo/private-store';
import type { SealingKeys } from '@tavolo/private-store';
import { found } from './found.js';
import { exits } from './problem.js';
import { ResealCommand } from './reseal.command.js';

const parent = mkdtempSync(join(tmpdir(), 'tavolo-reseal-'));
const data = join(parent, 'own');
const own = join(data, 'private');
const login = { issuer: 'https://login.example.org', subject: 'ada' };
const [first, second] = [newSealingKey(), newSealingKey()];
const said: string[] = [];

/** `tavolo reseal`, under these keys: the one to seal under, and the one of before. */
async function reseal([key, before]: Partial<SealingKeys>, options: object = {}): Promise<void> {
  const settings = { TAVOLO_BALLOT_KEY: key, TAVOLO_BALLOT_KEY_BEFORE: before };
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
  said.length = 0;
  await new ResealCommand().run([], { data, ...options });
}

/** The key of an open vote, where these keys of the house open its box. */
async function keyOf(box: string, keys: SealingKeys | null): Promise<string | undefined> {
  const boxes = SqliteBallotBoxes.open(own, keys);
  try {
    return (await boxes.find(box))?.key;
  } finally {
    await boxes.close();
  }
}

beforeAll(async () => {
  jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  await found({ data, ...login, name: 'Ente', zone: 'Europe/Rome', administrator: 'Ada' });
  const boxes = SqliteBallotBoxes.open(own);
  for (const vote of ['one', 'two']) await boxes.make(vote);
  await boxes.close();
});
afterEach(() => {
  for (const name of ['TAVOLO_BALLOT_KEY', 'TAVOLO_BALLOT_KEY_BEFORE']) {
    Reflect.deleteProperty(process.env, name);
  }
});
afterAll(() => {
  jest.restoreAllMocks();
  rmSync(parent, { recursive: true });
});

describe('tavolo reseal', () => {
  it('says what is missing, and makes nothing where nothing is', async () => {
    const usage = { exitCode: exits.usage };
    await expect(reseal([])).rejects.toMatchObject({
      ...usage,
      message: expect.stringMatching(/^TAVOLO_BALLOT_KEY is not set/u),
    });
    await expect(reseal(['short'])).rejects.toMatchObject(usage);
    const nowhere = reseal([first], { data: join(parent, 'nowhere') });
    await expect(nowhere).rejects.toMatchObject({
      ...usage,
      message: expect.stringMatching(/there is no private store in it\.$/u),
    });
  });

  it('D-3: seals the keys of open votes under a key, then under another one, and says how many', async () => {
    const key = (await keyOf('one', null)) ?? 'none';
    await reseal([first]);
    expect(said).toEqual(['Sealed under TAVOLO_BALLOT_KEY: 2.']);
    expect(readFileSync(join(own, 'ballots.db')).includes(key)).toBe(false);
    await reseal([second, first]);
    expect(said).toEqual(['Sealed under TAVOLO_BALLOT_KEY: 2.']);
    expect(await keyOf('one', [second])).toBe(key);
    await expect(reseal([first])).rejects.toMatchObject({ exitCode: exits.failed });
    expect(await keyOf('one', [second])).toBe(key);
  });

  it('D-3: fails, after it has moved the others, where a box opens under neither key', async () => {
    const file = new DatabaseSync(join(own, 'ballots.db'));
    file.exec(
      "UPDATE boxes SET key = substr(key, 1, 12) || 'AAAA' || substr(key, 17) WHERE box = 'two'",
    );
    file.close();
    await expect(reseal([first, second])).rejects.toMatchObject({
      exitCode: exits.failed,
      message: '1 of them no key opens: those votes are void when they are closed.',
    });
    expect(await keyOf('one', [first])).toBeDefined();
  });

  it('X-3: with --logins gives their hashes a new key, by which each is still its person’s', async () => {
    const store = await SqlitePrivateStore.open(own);
    const accounts = new BoundAccounts(store, { generationOf: () => 0 });
    const holder = await accounts.holderOf(login);
    const before = await accounts.marksOf(login);
    await reseal([], { logins: new ResealCommand().parseLogins() });
    expect(said.join()).toMatch(/^Logins have a new key/u);
    const [newest, ...known] = await accounts.marksOf(login);
    expect([known, before.includes(newest)]).toEqual([before, false]);
    expect([holder, await accounts.holderOf(login)]).toEqual([expect.any(String), holder]);
    await store.close();
  });
});
