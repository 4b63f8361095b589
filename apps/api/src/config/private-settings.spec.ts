import { describe, expect, it } from '@jest/globals';
import { BadConfig } from './bad-config.js';
import { privateSettingsOf } from './private-settings.js';

const kept = 'postgresql://tavolo:secret@db.example/tavolo';
const passing = 'postgres://tavolo:secret@db.example/tavolo_passing';
const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
const named = {
  TAVOLO_POSTGRES: kept,
  TAVOLO_POSTGRES_PASSING: passing,
  TAVOLO_BALLOT_KEY: key,
};

describe('where names, texts, documents, ballots and sessions lie', () => {
  it('is a folder in the data folder unless databases are named', () => {
    expect(privateSettingsOf({}, 'data')).toEqual({
      ...{ kind: 'embedded', folder: 'data/private', sealingKeys: null },
    });
    const sealed = { TAVOLO_BALLOT_KEY: key };
    expect(privateSettingsOf(sealed, 'data')).toMatchObject({ sealingKeys: [key] });
  });

  it('is a folder elsewhere where one is named: several servers of one machine share it', () => {
    const folder = '/srv/tavolo/private';
    expect(privateSettingsOf({ TAVOLO_PRIVATE: folder }, 'data')).toEqual({
      ...{ kind: 'embedded', folder, sealingKeys: null },
    });
  });

  it('is two databases and the key of the ballot boxes, in base64 of either alphabet', () => {
    const settings = privateSettingsOf(named, 'data');
    if (settings.kind === 'embedded') throw new Error('it is a folder');
    expect([settings.kept(), settings.passing()]).toEqual([kept, passing]);
    expect(settings.sealingKeys).toEqual([key]);
    const base64url = `${'-_'.repeat(21)}A`;
    const two = { TAVOLO_BALLOT_KEY: base64url, TAVOLO_BALLOT_KEY_BEFORE: key };
    expect(privateSettingsOf({ ...named, ...two }, 'data')).toMatchObject({
      sealingKeys: [base64url, key],
    });
  });

  it.each([
    [{ TAVOLO_POSTGRES_PASSING: undefined }, 'TAVOLO_POSTGRES_PASSING is missing: write postgres'],
    [{ TAVOLO_POSTGRES: undefined }, 'TAVOLO_POSTGRES is missing: write postgresql://'],
    [{ TAVOLO_POSTGRES: 'mysql://x' }, 'TAVOLO_POSTGRES is no address of a database'],
    [{ TAVOLO_POSTGRES_PASSING: kept }, 'name the same database: ballots and sessions need one'],
    [{ TAVOLO_BALLOT_KEY: undefined }, 'TAVOLO_BALLOT_KEY is missing: write 32 random bytes'],
    [
      { TAVOLO_BALLOT_KEY: undefined, TAVOLO_BALLOT_KEY_BEFORE: key },
      'TAVOLO_BALLOT_KEY is missing beside TAVOLO_BALLOT_KEY_BEFORE',
    ],
    [{ TAVOLO_BALLOT_KEY_BEFORE: 'secret' }, 'TAVOLO_BALLOT_KEY_BEFORE is no such key'],
    [{ TAVOLO_PRIVATE: 'private' }, 'TAVOLO_PRIVATE and TAVOLO_POSTGRES are both set'],
    [{ TAVOLO_BALLOT_KEY: 'secret' }, 'TAVOLO_BALLOT_KEY is no such key: write 32 random bytes'],
  ])('is refused with %j, without repeating a password or a key', (other, sentence) => {
    const read = () => privateSettingsOf({ ...named, ...other }, 'data');
    expect(read).toThrow(BadConfig);
    expect(read).toThrow(sentence);
    expect(read).not.toThrow(/secret/);
  });
});
