import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { split } from './money.js';

describe('the split of an amount', () => {
  it('gives what no division gives out to the first', () => {
    expect(split(100, [1, 1, 1])).toStrictEqual([34, 33, 33]);
  });

  it('PL-7: adds up to the amount, each share within a few cents of its weight', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 10 }), weights, (cents, given) => {
        const shares = split(cents, given);
        const whole = given.reduce((total, weight) => total + weight, 0);
        expect(shares.reduce((total, share) => total + share, 0)).toBe(cents);
        for (const [i, share] of shares.entries()) {
          expect(Math.abs(share - (cents * (given[i] ?? 0)) / whole)).toBeLessThanOrEqual(
            given.length,
          );
        }
      }),
    );
  });
});
