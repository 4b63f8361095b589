import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apportion, sum } from './index.js';
import type { Cents } from './index.js';

const cents = (amount: number) => amount as Cents;

describe('an amount that is split', () => {
  it('X-10: leaves what rounding leaves to the line that is named for it, and to no other', () => {
    const thirds = { a: 1, b: 1, c: 1 };
    expect(apportion(cents(100), thirds, 'a')).toEqual({ a: 34, b: 33, c: 33 });
    expect(apportion(cents(100), thirds, 'c')).toEqual({ a: 33, b: 33, c: 34 });
    expect(apportion(cents(99), thirds, 'a')).toEqual({ a: 33, b: 33, c: 33 });
    expect(apportion(cents(2), thirds, 'b')).toEqual({ a: 0, b: 2, c: 0 });
  });
  it('X-10: may leave it to a line that has no other part', () => {
    expect(apportion(cents(100), { a: 2, b: 1, rest: 0 }, 'rest')).toEqual({
      a: 66,
      b: 33,
      rest: 1,
    });
  });
  it('X-10: is exact beyond what a product of doubles would be', () => {
    const amount = cents(Number.MAX_SAFE_INTEGER);
    const parts = apportion(amount, { a: 999_999, b: 1 }, 'b');
    expect(parts).toEqual({ a: 9_007_190_247_541_736, b: 9_007_199_255 });
    expect(sum(Object.values(parts))).toBe(amount);
  });
  it('X-10: has weights that are whole, none of them negative, one of them above 0', () => {
    for (const weights of [{}, { a: 0, b: 0 }, { a: 3, b: -1 }, { a: 1.5, b: 1 }]) {
      expect(() => apportion(cents(100), weights as { a: number }, 'a')).toThrow(RangeError);
    }
    expect(apportion(cents(100), { a: 3, b: 0 }, 'a')).toEqual({ a: 100, b: 0 });
  });
  it('X-10: always adds up, every other line below its exact part by less than a cent', () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), weights, fc.nat(19), (amount, drawn, at) => {
        fc.pre(drawn.some((weight) => weight > 0));
        const named = Object.fromEntries(drawn.map((weight, i) => [`l${String(i)}`, weight]));
        const residueTo = `l${String(at % drawn.length)}`;
        const parts = apportion(cents(amount), named, residueTo);
        expect(sum(Object.values(parts))).toBe(amount);
        const whole = drawn.reduce((total, weight) => total + BigInt(weight), 0n);
        for (const [line, weight] of Object.entries(named)) {
          const exact = BigInt(amount) * BigInt(weight);
          const below = exact - BigInt(parts[line] ?? 0) * whole;
          if (line !== residueTo) expect(below >= 0n && below < whole).toBe(true);
        }
      }),
    );
  });
});
