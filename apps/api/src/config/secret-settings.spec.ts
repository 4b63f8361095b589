import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { BadConfig } from './bad-config.js';
import { logSettingsOf } from './log-settings.js';
import { privateSettingsOf } from './private-settings.js';
import { readableByOthers, secretOf } from './secret-settings.js';

const folder = mkdtempSync(join(tmpdir(), 'tavolo-secrets-'));
const file = (name: string, text: string, mode = 0o600): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
};
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a setting that is a secret', () => {
  it('stands in a file, and is what stands there now', () => {
    const path = file('one', 'before\n');
    const secret = secretOf({ TAVOLO_BALLOT_KEY_FILE: path }, 'TAVOLO_BALLOT_KEY');
    expect(secret?.()).toBe('before');
    writeFileSync(path, 'after\n');
    expect(secret?.()).toBe('after');
    rmSync(path); // As while a vault's agent replaces it.
    expect(secret?.()).toBe('after');
  });

  it('stands in the environment where no file is named, and nowhere else', () => {
    expect(secretOf({ TAVOLO_BALLOT_KEY: 'said' }, 'TAVOLO_BALLOT_KEY')?.()).toBe('said');
    expect(secretOf({}, 'TAVOLO_BALLOT_KEY')).toBeUndefined();
  });

  it.each([
    [{ TAVOLO_POSTGRES: 'x', TAVOLO_POSTGRES_FILE: '/none' }, 'are both set'],
    [{ TAVOLO_POSTGRES_FILE: '/none' }, 'TAVOLO_POSTGRES_FILE is /none, which cannot be read'],
    [{ TAVOLO_POSTGRES_FILE: file('empty', ' ') }, 'which is empty'],
  ])('is refused with %j', (env, sentence) => {
    expect(() => secretOf(env, 'TAVOLO_POSTGRES')).toThrow(BadConfig);
    expect(() => secretOf(env, 'TAVOLO_POSTGRES')).toThrow(sentence);
  });

  it('is named where everybody on the machine can read its file', () => {
    const env = {
      TAVOLO_POSTGRES_FILE: file('open', 'x', 0o644),
      TAVOLO_BALLOT_KEY_FILE: file('closed', 'x', 0o640),
    };
    expect(readableByOthers(env)).toEqual(['TAVOLO_POSTGRES_FILE']);
    expect(readableByOthers({})).toEqual([]);
  });

  it('of the log and of the private store is read from files', () => {
    const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
    const address = 'esdb://tavolo:secret@log.example:2113';
    const env = {
      TAVOLO_EVENTSTOREDB_FILE: file('log', address),
      TAVOLO_POSTGRES_FILE: file('kept', 'postgresql://u:p@db/kept'),
      TAVOLO_POSTGRES_PASSING_FILE: file('passing', 'postgresql://u:p@db/passing'),
      TAVOLO_BALLOT_KEY_FILE: file('key', key),
    };
    expect(logSettingsOf(env, 'data')).toMatchObject({ connectionString: address });
    const settings = privateSettingsOf(env, 'data');
    expect(settings).toMatchObject({ kind: 'postgres', sealingKeys: [key] });
    if (settings.kind === 'embedded') throw new Error('it is a folder');
    writeFileSync(env.TAVOLO_POSTGRES_FILE, 'postgresql://u:changed@db/kept');
    expect(settings.kept()).toBe('postgresql://u:changed@db/kept');
  });
});
