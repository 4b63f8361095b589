import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SqliteEventReader } from '@tavolo/event-store';
import type { RecordedEvent } from '@tavolo/event-store';
import { failedStart, forget, startServer } from './server.js';

const TAVOLO = 'apps/cli/bin/tavolo.js';
/** A few seconds where the machine does nothing else. */
const SLOW_MS = 900_000;
const SMALL = ['--agreements', '5', '--areas', '1', '--seed', '7'];

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'tavolo-generate-'));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | string | null;
  readonly out: string;
  readonly err: string;
}

function generate(...words: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(TAVOLO, ['generate', ...words], { maxBuffer: 10_000_000 }, (error, out, err) => {
      resolve({ code: error ? (error.code ?? null) : 0, out, err });
    });
  });
}

/** Begins, and is killed once a part is there. */
async function cutOff(folder: string, at: RegExp): Promise<void> {
  const child = spawn(TAVOLO, ['generate', ...SMALL, '--data', folder], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text: Buffer) => {
    said += text.toString();
    if (at.test(said)) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
}

/**
 * Every fact by stream, id, time and content, without what a secret of each folder or a salt
 * makes its own: keyed hashes of tax codes, references of private texts.
 */
async function factsOf(folder: string): Promise<readonly string[]> {
  const reader = SqliteEventReader.open(join(folder, 'log.db'), { pollMs: null });
  try {
    return (await Array.fromAsync(reader.readAll(), lineOf)).toSorted();
  } finally {
    reader.close();
  }
}

function lineOf({ stream, id, type, data, meta }: RecordedEvent): string {
  return JSON.stringify([stream, id, type, meta.recordedAt, data])
    .replaceAll(/[0-9a-f-]{36}:[0-9a-f]{64}/g, 'text')
    .replaceAll(/(claim-taxCode-|"taxCodeHmac":")[0-9a-f]{64}/g, '$1hash')
    .replace(/^(\["claim-taxCode-hash","|\["pm_partner\w+-[^"]*",")[0-9a-f-]{36}/, '$1id');
}

function statusesOf(lines: readonly string[], type: string): number {
  return lines.filter((line) => line.includes(`"${type}"`)).length;
}

describe('tavolo generate', () => {
  it(
    'killed in the middle and given again, it comes to the same facts as one that was not',
    async () => {
      const whole = join(root, 'whole');
      const cut = join(root, 'cut');
      const [uninterrupted] = await Promise.all([
        generate(...SMALL, '--data', whole),
        cutOff(cut, /^[6-9]\d %/m),
      ]);
      expect(uninterrupted).toMatchObject({ code: 0 });
      expect(uninterrupted.err).toMatch(/^100 %: \d+ of \d+ commands, \d+ a second$/m);
      expect(uninterrupted.out).toMatch(/^Lombardia is made: 5 agreements, seed 7/);
      const { code, output } = await failedStart({ folder: cut, words: ['--demo'] });
      expect(code).toBe(1);
      expect(output).toMatch(/generation that was cut off: `npx tavolo generate .*--seed 7/);

      expect(await generate(...SMALL, '--data', cut)).toMatchObject({ code: 0 });
      const facts = await factsOf(whole);
      expect(await factsOf(cut)).toEqual(facts);
      expect(statusesOf(facts, 'AgreementDrafted')).toBe(5);
      expect(statusesOf(facts, 'NetworkActivated')).toBe(2);

      const again = await generate(...SMALL, '--data', whole);
      expect(again.out).toMatch(/holds all of it already: nothing was added\.$/m);
      const other = await generate('--agreements', '6', '--areas', '1', '--data', whole);
      expect(other.code).toBe(2);
      expect(other.err).toMatch(/holds another generation: ask for the same \(npx tavolo gen/);
    },
    SLOW_MS,
  );

  it('is served as a demo, with municipalities that exist and areas that are made up', async () => {
    const server = await startServer({ folder: join(root, 'whole'), words: ['--demo'] });
    try {
      await server.says('Try this');
      const query = `{ partners(first: 100) { edges { node { name kind territory source } } }
        networks { totalCount } agreements { totalCount } }`;
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      const text = await response.text();
      expect(text).toContain('"agreements":{"totalCount":5}');
      expect(text).toMatch(
        /"name":"Comune di [^"]+","kind":"MUNICIPALITY","territory":"012\d{3}","source":"PUBLIC"/,
      );
      expect(text).toMatch(/"kind":"TERRITORIAL_AREA","territory":"ITC41","source":"SYNTHETIC"/);
      expect(server.output.join(' ')).not.toContain('Loading the demo');
    } finally {
      await server.stop();
    }
  });

  it.each([
    [['--agreements', '-3'], '--agreements is -3: write a whole number from 3'],
    [['--seed', 'abc'], '--seed is abc: write a whole number.'],
    [['--areas', '92'], '--areas is 92: write a whole number from 1 to 91.'],
    [['--agreements', '9', '--networks', '9'], 'need 10 agreements at least'],
    [['--banana'], "unknown option '--banana'"],
  ])('answers %j with 2 and what to write instead', async (words, sentence) => {
    const { code, err } = await generate(...words, '--data', join(root, 'nothing'));
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/^\s+at /m);
  });

  it('leaves alone a folder that it has not begun', async () => {
    const server = await startServer();
    await server.stop();
    try {
      const { code, err } = await generate(...SMALL, '--data', server.folder);
      expect(code).toBe(2);
      expect(err).toContain('holds an instance that was not generated: name another folder');
    } finally {
      forget(server);
    }
  });

  it('does not go on with a log that lost its last moments', async () => {
    const folder = join(root, 'whole');
    const file = join(folder, 'generated.json');
    const marked = JSON.parse(readFileSync(file, 'utf8')) as object;
    const position = '9'.repeat(20);
    writeFileSync(file, JSON.stringify({ ...marked, position, isFinished: false }));
    const { code, err } = await generate(...SMALL, '--data', folder);
    expect(code).toBe(2);
    expect(err).toContain('remove the folder and generate it again');
  });
});
