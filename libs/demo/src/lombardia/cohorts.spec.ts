import { describe, expect, it } from '@jest/globals';
import { cohortsOf, turnsOf } from './cohorts.js';
import { stages } from './life.js';

const span = { from: '2017-01-10', to: '2025-03-31' };

describe('cohorts', () => {
  it.each([1, 29, 400, 99_999])('hold every one of %i agreements once', (agreements) => {
    const cohorts = cohortsOf(agreements, span);
    let next = 0;
    for (const { first, size } of cohorts) {
      expect(first).toBe(next);
      expect(size).toBeGreaterThan(0);
      next += size;
    }
    expect(next).toBe(agreements);
    expect(Math.max(...cohorts.map(({ size }) => size))).toBeLessThanOrEqual(500);
  });

  it('take their steps in the order of the days, each month beginning by itself', () => {
    const cohorts = cohortsOf(400, span);
    const turns = turnsOf(cohorts, span);
    const days = turns.map(({ day }) => day);
    expect(days).toEqual(days.toSorted());
    expect(days.every((day) => day <= span.to)).toBe(true);
    expect(turns.filter(({ step }) => step === null)).toHaveLength(98);
    const first = turns.filter(({ step }) => step?.cohort === cohorts[0]);
    expect(first.map(({ step }) => step?.stage)).toEqual(stages.map(([stage]) => stage));
  });
});
