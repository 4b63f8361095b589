import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const RELEASED = 'test/compatibility/released-feed.json';

/** `buf` on a folder of descriptions: how it ended and what it said. */
function buf(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/buf', words, {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

let changed: string;
beforeAll(() => {
  changed = mkdtempSync(join(tmpdir(), 'tavolo-'));
  cpSync('proto', changed, { recursive: true });
});
afterAll(() => {
  rmSync(changed, { recursive: true });
});

function change(from: string, to: string): void {
  const file = join(changed, 'tavolo/audit/v1/audit_feed.proto');
  const text = readFileSync('proto/tavolo/audit/v1/audit_feed.proto', 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

describe('the description of the feed', () => {
  it('is of good form, with a comment on each part', () => {
    expect(buf('lint', 'proto')).toEqual({ status: 0, said: '' });
    change('  // What happened.\n', '');
    const { status, said } = buf('lint', changed);
    expect(status).not.toBe(0);
    expect(said).toContain('type');
  });

  it('is what its released clients were built for', () => {
    expect(buf('breaking', 'proto', '--against', RELEASED)).toEqual({ status: 0, said: '' });
    change('string data_json = 7;', 'bytes data_json = 7;');
    const { status, said } = buf('breaking', changed, '--against', RELEASED);
    expect(status).not.toBe(0);
    expect(said).toContain('data_json');
  });
});
