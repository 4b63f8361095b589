import { describe, expect, it } from '@jest/globals';
import { dayAfter, startOfDay } from './days.ts';

describe('days of the instance', () => {
  it('follow one another over the ends of months and years', () => {
    expect(['2026-02-28', '2024-02-28', '2026-12-31'].map(dayAfter)).toEqual([
      ...['2026-03-01', '2024-02-29', '2027-01-01'],
    ]);
  });

  it('begin at its midnight, in winter, in summer and when the clocks change', () => {
    const starts = ['2026-01-15', '2026-07-15', '2026-03-29', '2026-03-30', '2026-10-25'];
    expect(starts.map((day) => startOfDay(day, 'Europe/Rome'))).toEqual([
      ...['2026-01-14T23:00:00.000Z', '2026-07-14T22:00:00.000Z', '2026-03-28T23:00:00.000Z'],
      ...['2026-03-29T22:00:00.000Z', '2026-10-24T22:00:00.000Z'],
    ]);
    expect(startOfDay('2026-01-15', 'UTC')).toBe('2026-01-15T00:00:00.000Z');
    expect(startOfDay('2026-01-15', 'America/New_York')).toBe('2026-01-15T05:00:00.000Z');
  });
});
