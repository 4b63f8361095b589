import { describe, expect, it } from '@jest/globals';
import { besides, numberedIn, segmentOf } from './numbers.ts';

const all = ['2/2016', '10/2015', null, '9/2015', '1/2016'].map((number) => ({
  id: number ?? 'unnumbered',
  number,
}));

describe('the number of a decision', () => {
  it('stands in an address by year, and leads back to it with zeros before it or without', () => {
    expect(['12/2026', '1/2016', '1234/2026', null, 'x'].map(segmentOf)).toEqual([
      ...['2026-012', '2016-001', '2026-1234', null, null],
    ]);
    for (const segment of ['2016-001', '2016-1']) {
      expect(numberedIn(all, segment)?.id).toBe('1/2016');
    }
    for (const segment of ['2016-003', '2014-1', '1/2016', '']) {
      expect(numberedIn(all, segment)).toBeNull();
    }
  });

  it('says which one of the body came before and after, across the years', () => {
    const of = (id: string) => {
      const { previous, next } = besides(all, id);
      return [previous?.id ?? null, next?.id ?? null];
    };
    expect(of('9/2015')).toEqual([null, '10/2015']);
    expect(of('1/2016')).toEqual(['10/2015', '2/2016']);
    expect(of('2/2016')).toEqual(['1/2016', null]);
    expect(of('unnumbered')).toEqual([null, null]);
  });
});
