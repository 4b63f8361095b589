import { describe, expect, it } from '@jest/globals';
import { stepOf } from './steps.ts';

describe('what is announced of a job', () => {
  it('changes at every tenth of it, and says nothing before its total is known', () => {
    const steps = [0, 9, 10, 99, 100].map((done) => stepOf({ done, total: 100 }));
    expect(steps).toEqual([0, 0, 10, 90, 100]);
    expect(stepOf({ done: 0, total: 0 })).toBe(0);
  });
});
