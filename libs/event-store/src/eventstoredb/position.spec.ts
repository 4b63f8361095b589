import { describe, expect, it } from '@jest/globals';
import { START } from '../event-store.js';
import type { Position } from '../event-store.js';
import { isPosition, logPositionOf, positionOf } from './position.js';

describe('a position', () => {
  it('is both numbers of the log, whose text order is its order', () => {
    const early = positionOf({ commit: 9n, prepare: 9n });
    const late = positionOf({ commit: 10n, prepare: 7n });
    expect(early < late).toBe(true);
    expect(
      positionOf({ commit: 10n, prepare: 7n }) < positionOf({ commit: 10n, prepare: 8n }),
    ).toBe(true);
    expect(logPositionOf(late)).toEqual({ commit: 10n, prepare: 7n });
    expect(logPositionOf(START)).toBeNull();
  });

  it('of another store is refused', () => {
    const embedded = '00000000000000000007' as Position;
    expect(() => logPositionOf(embedded)).toThrow('is no position of this store');
  });

  it.each([
    [undefined, false],
    [{ commit: -1n, prepare: -1n }, false],
    [{ commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n }, false],
    [{ commit: 0n, prepare: 0n }, true],
  ])('may be missing from an answer: %p is %p', (answered, isThere) => {
    expect(isPosition(answered)).toBe(isThere);
  });
});
