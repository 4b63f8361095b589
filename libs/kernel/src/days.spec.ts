import { describe, expect, it } from '@jest/globals';
import { dayBefore, daysAfter } from './index.js';
import type { LocalDate } from './index.js';

const day = (text: string) => text as LocalDate;

describe('whole days', () => {
  it('go over months, years and leap days', () => {
    expect(daysAfter(day('2028-02-25'), 10)).toBe('2028-03-06');
    expect(daysAfter(day('2030-02-25'), 10)).toBe('2030-03-07');
    expect(daysAfter(day('2030-12-31'), 1)).toBe('2031-01-01');
    expect(daysAfter(day('2030-01-01'), 0)).toBe('2030-01-01');
  });
  it('lose none where the clocks change, and go back', () => {
    expect(daysAfter(day('2030-03-30'), 2)).toBe('2030-04-01');
    expect(daysAfter(day('2030-10-26'), 2)).toBe('2030-10-28');
    expect(dayBefore(day('2030-01-01'))).toBe('2029-12-31');
  });
});
