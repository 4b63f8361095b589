import { describe, expect, it } from '@jest/globals';
import { isMonth, monthAfter, weeksOf } from './month.ts';

describe('a month', () => {
  it('has its weeks from Monday to Sunday, with days of its neighbours', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks.length).toBe(6);
    expect([weeks[0]?.[0], weeks[0]?.[6]]).toStrictEqual(['2026-10-26', '2026-11-01']);
    expect([weeks[5]?.[0], weeks[5]?.[6]]).toStrictEqual(['2026-11-30', '2026-12-06']);
  });

  it('has four weeks where it fits into them', () => {
    const weeks = weeksOf('2027-02');
    expect([weeks.length, weeks[0]?.[0], weeks[3]?.[6]]).toStrictEqual([
      4,
      '2027-02-01',
      '2027-02-28',
    ]);
  });

  it.each([
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-11', 12, '2027-11'],
  ])('after %s by %p is %s', (month, by, other) => {
    expect(monthAfter(month, by)).toBe(other);
  });

  it('is told from any other text of an address', () => {
    expect(['2026-11', '2026-13', '2026-1', 'x', undefined].map(isMonth)).toStrictEqual([
      true,
      ...Array.from({ length: 4 }, () => false),
    ]);
  });
});
