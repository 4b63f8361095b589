import { describe, expect, it } from '@jest/globals';
import { paceOf } from './pace.ts';

describe('the pace of a work', () => {
  it('is what was done in the time that it took, and what that leaves', () => {
    expect(paceOf({ done: 100, total: 500 }, 2_000)).toEqual({
      ...{ done: 100, total: 500, rate: 50, etaSeconds: 8 },
    });
  });

  it('is not known before something is done', () => {
    expect(paceOf({ done: 0, total: 500 }, 2_000)).toMatchObject({ rate: 0, etaSeconds: null });
    expect(paceOf({ done: 0, total: 0 }, 0)).toMatchObject({ rate: 0, etaSeconds: null });
  });
});
