import { describe, expect, it } from '@jest/globals';
import { agreementOf, networkPacts, othersOf, PLAN_CENTS, regionalPact } from './agreements.js';
import type { RunningPlan, Told } from './agreements.js';
import type { AreaBodies, Body } from './bodies.js';
import { sizesOf } from './sizes.js';

const sizes = sizesOf({ seed: 7, agreements: 2_000, areas: 3, plans: 2 });
const running = [0, 1].map(planOf);
const others = Array.from({ length: othersOf(sizes) }, (_, n) => told(n));

function told(n: number, seed = sizes.seed): Told {
  return agreementOf(n, { sizes: { ...sizes, seed }, running, draftedOn: '2018-05-07' });
}

function planOf(index: number): RunningPlan {
  const territories = [0, 1, 2].map((n) => {
    const at = `${String(index)}-${String(n)}`;
    return { bodies: areaOf(at), network: `network-${at}`, pact: `agreement-${at}` };
  });
  const own = { plan: `plan-${String(index)}`, network: `network-${String(index)}` };
  return {
    index,
    ...own,
    pact: `agreement-${String(index)}`,
    region: bodyOf('region'),
    territories,
  };
}

function areaOf(at: string): AreaBodies {
  const province = { code: 'MI', name: 'Milano', nuts: 'ITC4C', istat: '015' };
  const towns = ['a', 'b', 'c'].map((name) => bodyOf(`${name} ${at}`));
  return {
    area: { index: 0, name: `Ambito ${at}`, province, municipalities: [] },
    ...{ lead: bodyOf(`lead ${at}`), municipalities: towns, school: bodyOf(`school ${at}`) },
    ...{ thirdSector: bodyOf(`ets ${at}`), association: bodyOf(`association ${at}`) },
  };
}

function bodyOf(key: string): Body {
  const representative = { person: `person ${key}`, mandate: `${key}#1`, name: key };
  const kind = { kind: 'municipality', isPublic: true, territory: '015146' };
  return { key, id: key, name: key, representative, ...kind, source: 'synthetic' };
}

function totalOf({ pact: { parties } }: Pick<Told, 'pact'>): number {
  return parties.reduce((sum, { cents }) => sum + cents, 0);
}

describe('generated agreements', () => {
  it('A-8: no agreement passes on more than the one above it, nor for longer', () => {
    for (const plan of running) {
      const regional = regionalPact(plan);
      expect(totalOf({ pact: regional })).toBe(PLAN_CENTS);
      const networks = networkPacts(plan).map(
        (pact, n) => [pact, plan.territories[n]?.pact] as const,
      );
      const above = [[regional, plan.pact] as const, ...networks];
      for (const [pact, id] of above) {
        const own = networks.filter(([{ parent }]) => parent === id).map(([each]) => each);
        const below = [...own, ...others.map((each) => each.pact)].filter(
          ({ parent }) => parent === id,
        );
        expect(below.length).toBeGreaterThan(0);
        const passed = below.reduce((sum, each) => sum + totalOf({ pact: each }), 0);
        expect(passed).toBeLessThanOrEqual(totalOf({ pact }));
        expect(below.every(({ laterEnd }) => laterEnd <= pact.end)).toBe(true);
      }
    }
  });

  it('are the same for the same seed, whatever was asked before, and others for another', () => {
    expect(told(17)).toEqual(others[17]);
    expect(told(17, 8)).not.toEqual(others[17]);
  });

  it('A-10: leave room for a later end', () => {
    const late = agreementOf(3, { sizes, running, draftedOn: '2025-03-31' });
    const all = [...others, late].map(({ pact }) => pact);
    expect(all.filter(({ end, laterEnd }) => laterEnd <= end)).toEqual([]);
  });

  it('A-7: each have a number of their own', () => {
    const all = [...running.flatMap((plan) => [regionalPact(plan), ...networkPacts(plan)])];
    const numbers = [...all, ...others.map(({ pact }) => pact)].map(({ number }) => number);
    expect(new Set(numbers).size).toBe(2_000);
    expect(numbers).toHaveLength(2_000);
  });

  it('come to rest in every way, most of them in force', () => {
    const ways = (of: (each: Told) => string) => [...new Set(others.map(of))].toSorted();
    expect(ways(({ life }) => life.reaches)).toHaveLength(8);
    expect(ways(({ life }) => life.givenUp)).toEqual(['no', 'refused', 'withdrawn']);
    expect(ways(({ life }) => life.turn)).toHaveLength(7);
    expect(ways(({ life }) => life.publication)).toEqual(['awaited', 'done', 'none']);
    const inForce = others.filter(({ life }) => life.reaches === 'register');
    expect(inForce.length / others.length).toBeGreaterThan(0.8);
    expect(others.filter(({ life }) => life.amended).length / others.length).toBeGreaterThan(0.1);
  });
});
