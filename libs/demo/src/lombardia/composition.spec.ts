import { describe, expect, it } from '@jest/globals';
import { apportioned, composeAreas } from './composition.js';
import { regionFacts } from './region.js';

const facts = await regionFacts();
const every = (seed: number) => composeAreas(facts, { seed });

describe('the region', () => {
  it('has its twelve provinces, by the codes of NUTS and of ISTAT', () => {
    const codes = facts.provinces.map(({ code, nuts, istat }) => `${code} ${nuts} ${istat}`);
    expect(codes).toEqual([
      ...['VA ITC41 012', 'CO ITC42 013', 'LC ITC43 097', 'SO ITC44 014', 'BG ITC46 016'],
      ...['BS ITC47 017', 'PV ITC48 018', 'LO ITC49 098', 'CR ITC4A 019', 'MN ITC4B 020'],
      ...['MI ITC4C 015', 'MB ITC4D 108'],
    ]);
  });

  it('has the municipalities of the package, each within the code of its province', () => {
    expect(facts.municipalities).toHaveLength(1502);
    const provinces = new Map(facts.provinces.map(({ code, istat }) => [code, istat]));
    const astray = facts.municipalities.filter(
      ({ istat, province }) => istat.slice(0, 3) !== provinces.get(province),
    );
    expect(astray).toEqual([]);
    expect(facts.municipalities.find(({ istat }) => istat === '015146')).toEqual({
      ...{ istat: '015146', name: 'Milano', province: 'MI' },
    });
  });
});

describe('its territorial areas', () => {
  it('are 91, and every municipality is in exactly one, in its own province', () => {
    const areas = every(7);
    expect(areas).toHaveLength(91);
    const placed = areas.flatMap(({ municipalities }) => municipalities.map(({ istat }) => istat));
    expect(placed.toSorted()).toEqual(facts.municipalities.map(({ istat }) => istat));
    for (const { province, municipalities } of areas) {
      expect(municipalities.length).toBeGreaterThan(1);
      expect(municipalities.every((town) => town.province === province.code)).toBe(true);
    }
    expect(new Set(areas.map(({ province }) => province.code)).size).toBe(12);
    expect(new Set(areas.map(({ name }) => name)).size).toBe(91);
  });

  it('are the same for the same seed, and others for another', () => {
    expect(every(7)).toEqual(every(7));
    expect(every(8)).not.toEqual(every(7));
  });

  it('are the first of them where fewer are asked for', () => {
    const few = composeAreas(facts, { seed: 7, areas: 13 });
    expect(few).toEqual(every(7).slice(0, 13));
    expect(few.slice(0, 12).map(({ province }) => province.code)).toEqual(
      facts.provinces.map(({ code }) => code),
    );
  });

  it('go to the provinces by highest averages, one at least', () => {
    expect(apportioned(10, [60, 30, 10])).toEqual([6, 3, 1]);
    expect(apportioned(10, [5, 5, 5])).toEqual([4, 3, 3]);
    expect(apportioned(5, [97, 2, 1])).toEqual([3, 1, 1]);
    expect(apportioned(3, [97, 2, 1])).toEqual([1, 1, 1]);
  });
});
