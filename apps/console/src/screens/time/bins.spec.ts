import { describe, expect, it } from '@jest/globals';
import { binsOf } from './bins.ts';

const at = (...days: readonly string[]) =>
  days.map((day) => ({ recordedAt: `${day}T10:00:00.000Z` }));

describe('spans of a history', () => {
  it('are months, the empty ones too, each with the event that one jumps to', () => {
    expect(binsOf(at('2025-11-30', '2026-02-01', '2026-02-28'), 'Europe/Rome')).toStrictEqual([
      { period: '2025-11', count: 1, first: 0 },
      { period: '2025-12', count: 0, first: 1 },
      { period: '2026-01', count: 0, first: 1 },
      { period: '2026-02', count: 2, first: 1 },
    ]);
  });

  it('are days within two months', () => {
    expect(binsOf(at('2026-03-30', '2026-04-01', '2026-04-01'), 'Europe/Rome')).toStrictEqual([
      { period: '2026-03-30', count: 1, first: 0 },
      { period: '2026-03-31', count: 0, first: 1 },
      { period: '2026-04-01', count: 2, first: 1 },
    ]);
  });

  it('begin at midnight by the clocks of the instance', () => {
    const facts = [{ recordedAt: '2026-03-30T22:30:00.000Z' }];
    expect(binsOf(facts, 'Europe/Rome').map(({ period }) => period)).toStrictEqual(['2026-03-31']);
    expect(binsOf(facts, 'UTC').map(({ period }) => period)).toStrictEqual(['2026-03-30']);
  });

  it('are none of a history without events', () => {
    expect(binsOf([], 'Europe/Rome')).toStrictEqual([]);
  });
});
