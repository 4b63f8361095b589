import { describe, expect, it } from '@jest/globals';
import { asksIn, isEnding, mayLast } from './session-end.ts';

const MINUTE = 60_000;
const limits = (leftMinutes: number, atMostMinutes = 600, idleMinutes = 30) => ({
  ...{ leftMs: leftMinutes * MINUTE, atMostMs: atMostMinutes * MINUTE },
  idleMs: idleMinutes * MINUTE,
});
const at = 1_000_000;

describe('the end of a session', () => {
  it('is warned of two minutes before, of a short session in its last quarter', () => {
    expect([2.01, 2].map((left) => isEnding(limits(left)))).toStrictEqual([false, true]);
    expect([1.01, 1].map((left) => isEnding(limits(left, 600, 4)))).toStrictEqual([false, true]);
  });

  it('is asked about when it is due to be warned of, and when it is due', () => {
    expect(asksIn(limits(30), { at, now: at })).toBe(28 * MINUTE);
    expect(asksIn(limits(30), { at, now: at + 27 * MINUTE })).toBe(MINUTE);
    expect(asksIn(limits(2), { at, now: at })).toBe(2 * MINUTE);
  });

  it('is asked about again soon where the server could not be reached, and not at once', () => {
    for (const late of [28, 31])
      expect(asksIn(limits(30), { at, now: at + late * MINUTE })).toBe(10_000);
  });

  it('can be put off while the session is not as old as it may be', () => {
    expect(mayLast(limits(2, 3))).toBe(true);
    expect(mayLast(limits(2, 2))).toBe(false);
  });
});
