import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@tavolo/kernel';
import { knowsEvent, knownTypes } from '../../apps/api/src/stores/known-events.js';

const RELEASED = 'test/compatibility/released-events.json';

interface Sample {
  readonly type: string;
  readonly schema: number;
  readonly data: object;
}

/** Every sample that stands beside a decider, in canonical form, by the folder it stands in. */
function present(): readonly string[] {
  const files = globSync('libs/**/samples.json', { exclude: (path) => path === 'node_modules' });
  return files
    .flatMap((file) => {
      const samples = JSON.parse(readFileSync(file, 'utf8')) as readonly Sample[];
      return samples.map((sample) => canonicalJson({ file, ...sample }));
    })
    .sort();
}

const KNOWN = 'apps/api/src/stores/known-events.ts';
/** The same for the console, which has a sentence for each. */
const SAID = 'apps/console/src/words/events/types.ts';
/** Its shape is the first event of every log there is. */
const WITHOUT_SAMPLE = 'InstanceFounded';

/** Words in lines of at most a hundred signs. */
function lined(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const line = `${lines.at(-1) ?? ''} ${word}`;
    if (line.length < 97) lines.splice(-1, 1, line);
    else lines.push(` ${word}`);
  }
  return lines.map((line) => ` ${line}`).join('\n');
}

function write(file: string, types: readonly string[]): void {
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(?<=types = `\n)[^`]*/u, `${lined(types)}\n`));
}

describe('the events that this version knows', () => {
  it('are those of the samples, in the newest shape of each (`npm run events` writes them)', () => {
    const samples = present().map((sample) => JSON.parse(sample) as Sample);
    const types = [...new Set([...samples.map(({ type }) => type), WITHOUT_SAMPLE])].sort();
    if (process.env.UPDATE_EVENTS === '1') [KNOWN, SAID].forEach((file) => write(file, types));
    expect([...knownTypes].sort()).toStrictEqual(types);
    expect(readFileSync(SAID, 'utf8')).toContain(`\`\n${lined(types)}\n\``);
    expect(samples.filter(({ type, schema }) => !knowsEvent(type, schema))).toStrictEqual([]);
    for (const type of types) {
      const newest = Math.max(1, ...samples.filter((s) => s.type === type).map((s) => s.schema));
      expect(knowsEvent(type, newest + 1)).toBe(false);
    }
  });

  it('are named by every file of events', () => {
    const files = globSync('libs/**/*.events.ts', { exclude: (path) => path === 'node_modules' });
    const named = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/Message<\s*'(\w+)'/gu)].map(([, type]) => type),
    );
    expect(named.filter((type) => type === undefined || !knownTypes.has(type))).toStrictEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });
});

describe('the events of every released version', () => {
  it('are still among the samples that the folds must read, unchanged (UPDATE_RELEASE=1 adds new ones)', () => {
    const samples = present();
    if (process.env.UPDATE_RELEASE === '1') {
      const all = samples.map((sample) => JSON.parse(sample) as object);
      writeFileSync(RELEASED, `${JSON.stringify(all, null, 1)}\n`);
    }
    const released = JSON.parse(readFileSync(RELEASED, 'utf8')) as readonly object[];
    const missing = released
      .map((sample) => canonicalJson(sample))
      .filter((s) => !samples.includes(s));
    expect(missing).toStrictEqual([]);
    expect(released.length).toBeGreaterThan(100);
  });
});
