import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { canonicalJson } from '@tavolo/kernel';

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
