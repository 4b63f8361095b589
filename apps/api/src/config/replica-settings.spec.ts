import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { BadConfig } from './bad-config.js';
import { replicaSettingsOf } from './replica-settings.js';

const folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file that holds this. */
function fileOf(content: string): string {
  const file = join(folder, `${String(content.length)}.key`);
  writeFileSync(file, content);
  return file;
}

const KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';

describe('what a server is to the other replicas', () => {
  it('is patient with the holder of the lease for ten seconds, or as long as it is told', () => {
    expect(replicaSettingsOf({}).patienceMs).toBe(10_000);
    expect(replicaSettingsOf({ TAVOLO_LEASE_SECONDS: '1' }).patienceMs).toBe(1_000);
    expect(replicaSettingsOf({ TAVOLO_LEASE_SECONDS: '300' }).patienceMs).toBe(300_000);
  });

  it('has a key and asks others for a read model where it is told', () => {
    expect(replicaSettingsOf({})).toMatchObject({ key: null, readModelFrom: [] });
    const TAVOLO_READ_MODEL_FROM = 'https://one.example, http://127.0.0.1:4001';
    const TAVOLO_REPLICA_KEY_FILE = fileOf(`${KEY}\n`);
    const { key, readModelFrom } = replicaSettingsOf({
      TAVOLO_READ_MODEL_FROM,
      TAVOLO_REPLICA_KEY_FILE,
    });
    expect(key).toBe(KEY);
    expect(readModelFrom.map(String)).toEqual(['https://one.example/', 'http://127.0.0.1:4001/']);
  });

  it.each([
    [{ TAVOLO_REPLICA_KEY_FILE: '/nowhere' }, 'which cannot be read'],
    [{ TAVOLO_REPLICA_KEY_FILE: fileOf('secret') }, 'which holds no such key'],
    [{ TAVOLO_READ_MODEL_FROM: 'https://one.example' }, 'TAVOLO_REPLICA_KEY_FILE is not'],
    [{ TAVOLO_READ_MODEL_FROM: 'http://one.example' }, 'names http://one.example: write https'],
    [{ TAVOLO_READ_MODEL_FROM: 'https://a.example/b' }, 'names https://a.example/b: write https'],
  ])('is refused with %j, without repeating a key', (env, sentence) => {
    const read = () => replicaSettingsOf(env);
    expect(read).toThrow(BadConfig);
    expect(read).toThrow(sentence);
    expect(read).not.toThrow(/secret/);
  });

  it.each(['0', '301', '1.5', 'ten', ''])('is not patient for «%s» seconds', (seconds) => {
    const read = () => replicaSettingsOf({ TAVOLO_LEASE_SECONDS: seconds });
    expect(read).toThrow(BadConfig);
    expect(read).toThrow(`TAVOLO_LEASE_SECONDS is ${seconds}: write a whole number from 1 to 300.`);
  });
});
