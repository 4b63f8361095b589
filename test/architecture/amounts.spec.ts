import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const sources = globSync('{libs,apps}/**/*.ts').filter(
  (path) => !/node_modules|\.spec\.ts$|\/test\//u.test(path),
);

/** Lines that divide an amount or round one; `apportion` of the kernel is where that is done. */
function divisions(text: string): readonly string[] {
  const isAmount = /cents|amount/iu;
  const isDivided = /Math\.(?:ceil|floor|round|trunc)\(|[\w)] \/ [\w(]|\.toFixed\(/u;
  return text
    .split('\n')
    .filter((line) => isAmount.test(line) && isDivided.test(line) && !/^\s*(?:\*|\/)/u.test(line))
    .map((line) => line.trim());
}

/** What is shown or drawn, and no amount that anybody is given. */
const shown = [
  'apps/console/src/app/formats.ts', // Cents in euro, for a reader.
  'apps/console/src/screens/plans/allocation.ts', // A share of a whole, drawn and shown.
  'libs/demo/src/journeys/agreements.ts', // An amount in words, in euro.
  'libs/demo/src/lab-impact/present.ts', // A tenth of a budget that ten divides.
  'libs/demo/src/lombardia/agreements.ts', // The most that a drawn amount may be.
  'libs/kernel/src/money.ts',
];

describe('amounts', () => {
  it('X-10: are split by one function, which names the line that takes what rounding leaves', () => {
    const found = sources.filter((path) => divisions(readFileSync(path, 'utf8')).length > 0);
    expect(found.filter((path) => !shown.includes(path))).toEqual([]);
  });
  it('X-10: would be seen to be divided elsewhere; a comparison of exact fractions is no division', () => {
    expect(divisions('const half = Math.floor(cents / 2);')).toHaveLength(1);
    expect(divisions('const share = (amount * weight) / whole;')).toHaveLength(1);
    expect(divisions('const above = cents * 100 > percent * totalCents;')).toEqual([]);
    expect(divisions('/** Cents / euro. */')).toEqual([]);
  });
});
