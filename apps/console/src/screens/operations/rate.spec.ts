import { describe, expect, it } from '@jest/globals';
import { measured, rateOf } from './rate.ts';

describe('the rate at which events are read', () => {
  it('is what came between the first and the last look, a second', () => {
    const looks = [
      { events: 10, atMs: 0 },
      { events: 30, atMs: 2_000 },
      { events: 40, atMs: 10_000 },
    ];
    expect(rateOf(looks)).toBe(3);
    expect(
      rateOf([
        { events: 40, atMs: 0 },
        { events: 0, atMs: 1_000 },
      ]),
    ).toBe(0);
  });

  it('is not known of one look', () => {
    expect(rateOf([])).toBeNull();
    expect(rateOf([{ events: 10, atMs: 0 }])).toBeNull();
  });

  it('is of the last minute', () => {
    const looks = measured(
      [
        { events: 0, atMs: 0 },
        { events: 9, atMs: 1 },
      ],
      { events: 9, atMs: 60_001 },
    );
    expect(looks.map(({ atMs }) => atMs)).toEqual([1, 60_001]);
    expect(rateOf(looks)).toBe(0);
  });
});
