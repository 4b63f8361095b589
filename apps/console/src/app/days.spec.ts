import { describe, expect, it } from '@jest/globals';
import { dayAfter, dayOf, instantOf, startOfDay } from './days.ts';

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

  it('have their hours by its clocks, wherever the browser is', () => {
    const hours = [
      ...['2026-01-15T09:30', '2026-07-15T09:30', '2026-03-29T01:59', '2026-03-29T03:00'],
      ...['2026-10-25T02:30', '2026-10-25T03:00'],
    ];
    expect(hours.map((hour) => instantOf(hour, 'Europe/Rome'))).toEqual([
      ...['2026-01-15T08:30:00.000Z', '2026-07-15T07:30:00.000Z', '2026-03-29T00:59:00.000Z'],
      ...['2026-03-29T01:00:00.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T02:00:00.000Z'],
    ]);
    expect(instantOf('2026-01-15T09:30', 'America/New_York')).toBe('2026-01-15T14:30:00.000Z');
  });

  it('are those of its clocks for an instant near midnight', () => {
    const instants = ['2026-03-12T22:59:59.999Z', '2026-03-12T23:00:00.000Z'];
    expect(instants.map((instant) => dayOf(instant, 'Europe/Rome'))).toEqual([
      ...['2026-03-12', '2026-03-13'],
    ]);
    expect(dayOf('2026-03-12T03:59:00Z', 'America/New_York')).toBe('2026-03-11');
  });
});
