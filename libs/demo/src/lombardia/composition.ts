import { randomFrom } from '../random.js';
import type { Random } from '../random.js';
import type { Municipality, Province, RegionFacts } from './region.js';

/** A territorial area: which towns plan social services together is invented. */
export interface Area {
  /** From 0, by turns over the provinces, so that the first few lie in different ones. */
  readonly index: number;
  readonly name: string;
  readonly province: Province;
  readonly municipalities: readonly Municipality[];
}

/**
 * Every municipality in exactly one area of its own province, in the order of the codes, as many
 * areas as the region has: each province gets them by its number of municipalities. The same
 * seed cuts alike; `areas` keeps the first few.
 */
export function composeAreas(
  facts: RegionFacts,
  { seed, areas = facts.areas }: { readonly seed: number; readonly areas?: number },
): readonly Area[] {
  const random = randomFrom(seed);
  const { provinces, municipalities } = facts;
  const within = provinces.map(({ code }) =>
    municipalities.filter(({ province }) => province === code),
  );
  const counts = apportioned(
    facts.areas,
    within.map(({ length }) => length),
  );
  const byProvince = provinces.map((province, p) =>
    cut(within[p] ?? [], counts[p] ?? 0, random).map((towns, n) => ({
      name: `Ambito territoriale ${province.name} ${String(n + 1)} (sintetico)`,
      province,
      municipalities: towns,
    })),
  );
  return byTurns(byProvince)
    .slice(0, areas)
    .map((area, index) => ({ index, ...area }));
}

/**
 * So many seats over these weights, one each at least: every further one goes where the weight
 * for each seat would still be highest, among equals to the first (highest averages).
 */
export function apportioned(seats: number, weights: readonly number[]): readonly number[] {
  const given = weights.map(() => 1);
  for (let left = seats - weights.length; left > 0; left -= 1) {
    const averages = weights.map((weight, i) => weight / ((given[i] ?? 0) + 1));
    const next = averages.indexOf(Math.max(...averages));
    given[next] = (given[next] ?? 0) + 1;
  }
  return given;
}

/** Cuts a list into parts of nearly one size, none empty; the seed moves each cut a little. */
function cut<T>(list: readonly T[], parts: number, random: Random): readonly (readonly T[])[] {
  const size = list.length / parts;
  const reach = Math.floor(size / 4);
  const cuts = Array.from(
    { length: parts - 1 },
    (_, n) => Math.round(size * (n + 1)) + random.between(-reach, reach),
  );
  return [0, ...cuts].map((from, n) => list.slice(from, cuts[n] ?? list.length));
}

/** The first of each list, then the second of each … */
function byTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, n) =>
    lists.flatMap((list) => list.slice(n, n + 1)),
  ).flat();
}
