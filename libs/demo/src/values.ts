import { randomFrom } from './random.js';
import type { Random } from './random.js';

/** How many of each take part, beside the lead, and what each is to get, in cents. */
export type NetworkLeadValues = Readonly<{
  /** Territorial areas; the first leads the network below. At least one. */
  areas: number;
  /** Schools. At least one. */
  schools: number;
  associations: number;
  /** What the lead keeps. */
  leadShareCents: number;
  /** One for each partner: areas, then schools, then associations. */
  partnerShareCents: readonly number[];
  /** Shares of the area and of the first school in the agreement below. */
  childShareCents: readonly [number, number];
}>;

/** What the holder of a seat does in the sitting. */
export type Conduct = 'abstain' | 'absent' | 'against' | 'for' | 'recused' | 'silent';

/** The majority rule and what it hangs on; the quorum is more than half of all seats. */
export type VoteRules = Readonly<{
  base: 'cast' | 'castLessAbstentions' | 'entitled' | 'present' | 'seats';
  num: number;
  den: number;
  /** More than the share is asked for, not the share itself. */
  strict: boolean;
  tie: 'chairDecides' | 'falls';
  recusedLeaveBase: boolean;
}>;

/** What the board has before it and what its members do. */
export type BoardValues = Readonly<{
  partners: number;
  /** The lines of each action, in cents; each line is shared between the lead and a partner. */
  actions: readonly (readonly number[])[];
  /** How many contributions the table gets; every second one is rejected. At least two. */
  contributions: number;
  /** One for each seat, the chair's first; exactly one is recused, and the rest are a quorum. */
  conduct: readonly Conduct[];
  rules: VoteRules;
}>;

/** The values of all journeys. */
export type JourneyValues = Readonly<{ networkLead: NetworkLeadValues; board: BoardValues }>;

/** The values of a story that is told without asking for others. */
export const fixedValues: JourneyValues = {
  networkLead: {
    ...{ areas: 2, schools: 1, associations: 1 },
    leadShareCents: 12_000_000,
    partnerShareCents: [45_000_000, 38_000_050, 9_500_000, 5_250_025],
    childShareCents: [20_000_000, 4_000_000],
  },
  board: {
    partners: 2,
    actions: [
      [40_000_000, 12_500_000],
      [18_000_000, 7_250_050],
    ],
    contributions: 2,
    conduct: ['for', 'for', 'for', 'against', 'recused', 'abstain', 'absent'],
    rules: {
      ...{ base: 'castLessAbstentions', num: 1, den: 2, strict: true },
      ...{ tie: 'falls', recusedLeaveBase: true },
    },
  },
};

/** Other values, the same for the same seed. */
export function drawValues(seed: number): JourneyValues {
  const random = randomFrom(seed);
  return { networkLead: drawNetworkLead(random), board: drawBoard(random) };
}

function drawNetworkLead(random: Random): NetworkLeadValues {
  const areas = random.between(1, 4);
  const schools = random.between(1, 3);
  const associations = random.between(0, 3);
  const amount = () => random.between(1, 90_000_000);
  const partnerShareCents = listOf(areas + schools + associations, amount);
  const leadShareCents = amount();
  const total = partnerShareCents.reduce((sum, cents) => sum + cents, leadShareCents);
  // The agreement below may take all that is above it, and not a cent more.
  const first = random.between(0, total);
  const second = random.between(0, total - first);
  const shares = { leadShareCents, partnerShareCents, childShareCents: [first, second] } as const;
  return { areas, schools, associations, ...shares };
}

function drawBoard(random: Random): BoardValues {
  const amount = () => random.between(1, 60_000_000);
  return {
    partners: random.between(1, 4),
    actions: listOf(random.between(1, 3), () => listOf(random.between(1, 3), amount)),
    contributions: random.between(2, 5),
    conduct: drawConduct(random),
    rules: {
      base: random.oneOf(['cast', 'castLessAbstentions', 'entitled', 'present', 'seats']),
      ...random.oneOf<Pick<VoteRules, 'den' | 'num' | 'strict'>>([
        { num: 1, den: 2, strict: true },
        { num: 1, den: 2, strict: false },
        { num: 2, den: 3, strict: false },
      ]),
      tie: random.oneOf(['chairDecides', 'falls']),
      recusedLeaveBase: random.oneOf([true, false]),
    },
  };
}

/** Often enough for both outcomes to be drawn. */
const inFavour = ['for', 'for', 'for', 'for', 'for'] as const satisfies readonly Conduct[];

/** One recused, so few absent that a quorum stays: more than half of all seats. */
function drawConduct(random: Random): readonly Conduct[] {
  const seats = random.between(5, 11);
  const absent = random.between(0, seats - 1 - (Math.floor(seats / 2) + 1));
  const present = seats - 1 - absent;
  const others = [
    ...listOf(present - 1, () =>
      random.oneOf<Conduct>([...inFavour, 'against', 'abstain', 'silent']),
    ),
    ...listOf(absent, (): Conduct => 'absent'),
    'recused' as const,
  ];
  return [random.oneOf<Conduct>(['for', 'for', 'against', 'abstain']), ...shuffled(others, random)];
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(random.between(0, left.length - 1), 1));
}

function listOf<T>(length: number, make: () => T): readonly T[] {
  return Array.from({ length }, make);
}
