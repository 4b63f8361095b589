/** How much is to be made; what is not said follows from the number of agreements. */
export interface Asked {
  readonly seed: number;
  readonly agreements: number;
  /** How many of the 91 territorial areas, with all their municipalities. */
  readonly areas?: number;
  /** How many areas form a network, in each plan that runs. */
  readonly networks?: number;
  /** How many plans run; a few more are on their way. */
  readonly plans?: number;
}

/** All numbers of a generation. */
export type Sizes = Required<Asked>;

/** A number that cannot be; the sentence says which, and what to write instead. */
export class BadSize extends Error {}

const AGREEMENTS_MAX = 1_000_000;
const SEED_MAX = 999_999_999;
const AREAS_MAX = 91;
const PLANS_MAX = 8;
const AGREEMENTS_A_PLAN = 10_000;
const PLANS_BY_DEFAULT = 4;
/** So many agreements for each network, at least, so that not all of them are network agreements. */
const AGREEMENTS_A_NETWORK = 4;

/** Completes what was asked. @throws BadSize */
export function sizesOf({ seed, agreements, areas = AREAS_MAX, ...asked }: Asked): Sizes {
  within('seed', seed, [0, SEED_MAX]);
  within('agreements', agreements, [3, AGREEMENTS_MAX]);
  within('areas', areas, [1, AREAS_MAX]);
  const few = 1 + Math.floor(agreements / AGREEMENTS_A_PLAN);
  const plans = asked.plans ?? Math.min(PLANS_BY_DEFAULT, few);
  within('plans', plans, [1, PLANS_MAX]);
  const room = Math.max(1, Math.floor(agreements / plans / AGREEMENTS_A_NETWORK));
  const networks = asked.networks ?? Math.min(areas, room);
  within('networks', networks, [1, areas]);
  const least = plans * (networks + 1);
  if (agreements < least) {
    throw new BadSize(
      `${String(plans)} plans of ${String(networks)} networks need ${String(least)} agreements at least: ask for more agreements, or for fewer plans or networks.`,
    );
  }
  return { seed, agreements, areas, networks, plans };
}

function within(name: string, value: number, [min, max]: readonly [number, number]): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new BadSize(
    `--${name} is ${String(value)}: write a whole number from ${String(min)} to ${String(max)}.`,
  );
}
