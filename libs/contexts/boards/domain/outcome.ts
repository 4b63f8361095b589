import type { MajorityRule, QuorumRule, Rulebook, Share } from '../contract/index.js';
import type { SeatId } from './board.events.js';
import { say } from './outcome.sentences.js';
import type { Sentence } from './outcome.sentences.js';

/** What a member can say in a vote; not voting is saying nothing. */
export const voteChoices = ['for', 'against', 'abstain'] as const;

/** What a member says in a vote. */
export type VoteChoice = (typeof voteChoices)[number];

/** A vote that stands: cast and not cancelled. */
export type Ballot = Readonly<{ seat: SeatId; choice: VoteChoice }>;

/** All that a vote is counted from; seats, never persons. */
export type Count = Readonly<{
  /** Seats that the body is composed of, vacant ones too. */
  seats: number;
  /** Seats with a holder in office when the vote opened. */
  entitled: readonly SeatId[];
  /** The seat of the chair. */
  chair: SeatId | null;
  /** Seats out of this item by an upheld conflict (GB-3). */
  recused: readonly SeatId[];
  /** Seats whose holder is present when the vote closes. */
  present: readonly SeatId[];
  ballots: readonly Ballot[];
  /** The seat of the vice chair, where there is one. */
  viceChair?: SeatId;
  /** What the entitled seats stand for, where the rulebook asks for it. */
  categories?: Readonly<Record<SeatId, string>>;
}>;

/** What a vote can come to. */
export const voteOutcomes = ['approved', 'rejected', 'inquorate', 'postponed'] as const;

/** What a vote comes to; `inquorate` and `postponed` (a tie) are no decision at all. */
export type VoteOutcome = (typeof voteOutcomes)[number];

/**
 * The steps of a trace, in their order; `weights` only with a double majority, `tie` only where
 * votes are equal and the rule is asked.
 */
export const traceSteps = [
  'quorum',
  'votes',
  'base',
  'majority',
  'weights',
  'tie',
  'result',
] as const;

/**
 * One step of how an outcome came about: the numbers it took, whether what it asks holds, and
 * the same as a sentence. Every number is a count of seats, or a term of an exact fraction.
 */
export type TraceStep = Readonly<{
  step: (typeof traceSteps)[number];
  numbers: Readonly<Record<string, number>>;
  holds: boolean;
}> &
  Sentence;

/** How a vote came out and why; the same count and rulebook give the same, for ever. */
export type Outcome = Readonly<{ outcome: VoteOutcome; trace: readonly TraceStep[] }>;

/**
 * Whether enough seats are present for an item (GB-2), with the numbers it was found on;
 * `uncovered` are categories with too few among them.
 */
export type Quorum = Readonly<{
  reached: boolean;
  present: number;
  whole: number;
  needed: number;
  uncovered?: readonly string[];
}>;

/**
 * The structural quorum of one item (GB-2, GB-3): recused seats never count as present; whether
 * they leave the whole that a fraction is taken of, the rulebook says.
 */
export function quorumOf(count: Omit<Count, 'ballots' | 'chair'>, rule: QuorumRule): Quorum {
  const { seats, entitled, recused, present, categories = {} } = count;
  const there = without(among(present, entitled), recused);
  const counted = there.length;
  const uncovered = (rule.categories ?? [])
    .filter(({ category, min }) => there.filter((s) => categories[s] === category).length < min)
    .map(({ category }) => category);
  const covered = rule.categories ? { uncovered } : {};
  const all = uncovered.length === 0;
  if (rule.kind === 'count') {
    const reached = all && counted >= rule.n;
    return { reached, present: counted, whole: seats, needed: rule.n, ...covered };
  }
  const wholes = {
    seats,
    seatsFilled: entitled.length,
    seatsLessRecused: seats - recused.length,
  };
  const whole = wholes[rule.of];
  // A whole of nobody is no body: a share of zero seats must not be met by zero present.
  const reached = all && counted > 0 && attains(counted, whole, rule);
  const needed = Math.max(1, neededOf(whole, rule));
  return { reached, present: counted, whole, needed, ...covered };
}

/**
 * The outcome of a vote, computed (D-2): structural quorum at the closing, then the majority of
 * the rulebook in exact fractions, then, where votes are equal, its rule for ties.
 */
export function outcomeOf(count: Count, rulebook: Rulebook): Outcome {
  const { present, whole, needed, reached, uncovered } = closingQuorum(count, rulebook);
  const quorumStep: TraceStep = {
    step: 'quorum',
    numbers: { present, whole, needed, ...(uncovered && { uncovered: uncovered.length }) },
    holds: reached,
    ...say.quorum({ present, whole, needed, reached, uncovered: uncovered ?? [] }),
  };
  if (!reached) return { outcome: 'inquorate', trace: [quorumStep, resultStep('inquorate')] };
  const { steps, outcome } = majorityOf(count, rulebook);
  return { outcome, trace: [quorumStep, ...steps, resultStep(outcome)] };
}

/** At the closing the rulebook may count who voted instead of who is there. */
function closingQuorum(count: Count, { quorum }: Rulebook): Quorum {
  const voted = standing(count).map(({ seat }) => seat);
  return quorumOf(quorum.counted === 'voted' ? { ...count, present: voted } : count, quorum);
}

/** How many votes of each kind stand; recused and silent seats are not votes. */
export function tallyOf(ballots: readonly Ballot[]): Readonly<Record<VoteChoice, number>> {
  const of = (choice: VoteChoice) => ballots.filter((ballot) => ballot.choice === choice).length;
  return { for: of('for'), against: of('against'), abstain: of('abstain') };
}

/** The smallest whole number that attains a share of a whole. */
export function neededOf(whole: number, { num, den, strict }: Share): number {
  const product = BigInt(whole) * BigInt(num);
  const floor = product / BigInt(den);
  const exact = product % BigInt(den) === 0n;
  return Number(exact && !strict ? floor : floor + 1n);
}

/** Cross multiplication in whole numbers: `part / whole` against `num / den`, never divided. */
function attains(part: number, whole: number, { num, den, strict }: Share): boolean {
  const left = BigInt(part) * BigInt(den);
  const right = BigInt(whole) * BigInt(num);
  return strict ? left > right : left >= right;
}

/** Votes in one unit: heads, or weights for everybody; never one against the other. */
type Measured = Readonly<{ for: number; against: number; base: number }>;

type Majority = Readonly<{ steps: readonly TraceStep[]; outcome: VoteOutcome }>;

function majorityOf(count: Count, rulebook: Rulebook): Majority {
  const { majority, weights, weightedMajority } = rulebook;
  const valid = standing(count);
  const tally = tallyOf(valid);
  const heads = measured(count, rulebook, () => 1);
  const weightOf = weightIn(count, rulebook);
  const weighed = weights ? measured(count, rulebook, weightOf) : heads;
  const unit = weightedMajority ? heads : weighed;
  const first = majorityStep({ ...unit, heads: tally.for }, majority);
  const steps: TraceStep[] = [
    {
      step: 'votes',
      numbers: { ...tally, recused: count.recused.length },
      holds: valid.length > 0,
      ...say.votes(tally, count.recused.length),
    },
    {
      step: 'base',
      numbers: { base: unit.base },
      holds: unit.base > 0,
      ...say.base(majority.base, unit.base),
    },
    first,
  ];
  if (weightedMajority) {
    const second = weightsStep(weighed, weightedMajority);
    return { steps: [...steps, second], outcome: decided(first.holds && second.holds) };
  }
  const equal = unit.for === unit.against && unit.for > 0 && 2 * unit.for === unit.base;
  if (first.holds || !equal || !tieDecides(majority)) {
    return { steps, outcome: decided(first.holds) };
  }
  const { step, outcome } = tieOf(count, rulebook, tally.for);
  return { steps: [...steps, step], outcome };
}

function decided(holds: boolean): VoteOutcome {
  return holds ? 'approved' : 'rejected';
}

function majorityStep(
  { for: inFavour, against, base, heads }: Measured & Readonly<{ heads: number }>,
  majority: MajorityRule,
): TraceStep {
  const { num, den, unanimity, atLeast = 1 } = majority;
  const needed = Math.max(atLeast, neededOf(base, majority));
  // Without a single vote in favour nothing passes, however few a share of nobody asks for.
  const enough = heads >= Math.max(1, atLeast);
  const asked = unanimity === 'noObjection' ? against === 0 : attains(inFavour, base, majority);
  const reached = enough && asked;
  const numbers = { for: inFavour, base, num, den, needed };
  if (unanimity !== undefined) {
    const sentence = say.unanimity(unanimity, { votes: inFavour, against, base }, reached);
    return { step: 'majority', numbers: { ...numbers, against }, holds: reached, ...sentence };
  }
  const sentence = say.majority({ votes: inFavour, base, needed }, majority, reached);
  return { step: 'majority', numbers, holds: reached, ...sentence };
}

/** The second of two majorities: the same votes by weight, of the weight of the same base. */
function weightsStep({ for: inFavour, base }: Measured, share: Share): TraceStep {
  const holds = inFavour > 0 && attains(inFavour, base, share);
  const needed = Math.max(1, neededOf(base, share));
  const { num, den } = share;
  const numbers = { for: inFavour, base, num, den, needed };
  return { step: 'weights', numbers, holds, ...say.weights(numbers, share, holds) };
}

/**
 * A tie is asked only where half the votes would do, and half the base voted in favour: a casting
 * vote breaks equal votes, it supplies neither two thirds nor the heads that an absolute
 * majority or abstentions in the base ask for.
 */
function tieDecides({ base, num, den, unanimity }: MajorityRule): boolean {
  return unanimity === undefined && 2 * num === den && base !== 'entitled' && base !== 'seats';
}

/** The chair's vote decides, the vice chair's where the chair is absent or recused. */
function tieOf(
  count: Count,
  { tie, tieUnpresided = 'falls' }: Rulebook,
  equal: number,
): Readonly<{ step: TraceStep; outcome: VoteOutcome }> {
  const ballots = standing(count);
  const there = without([...count.present, ...ballots.map(({ seat }) => seat)], count.recused);
  const presiding = [count.chair, count.viceChair ?? null].find(
    (seat) => seat !== null && there.includes(seat),
  );
  const vote = ballots.find(({ seat }) => seat === presiding)?.choice ?? null;
  const postponed =
    tie === 'postponed' ||
    (tie === 'chairDecides' && presiding === undefined && tieUnpresided === 'postponed');
  const holds = tie === 'chairDecides' && vote === 'for';
  const sentence = postponed ? say.postponed() : say.tie(tie, vote);
  const step: TraceStep = { step: 'tie', numbers: { equal }, holds, ...sentence };
  return { step, outcome: postponed ? 'postponed' : decided(holds) };
}

function resultStep(outcome: VoteOutcome): TraceStep {
  return { step: 'result', numbers: {}, holds: outcome === 'approved', ...say.result(outcome) };
}

/** GB-3, GB-5: one vote a seat, of seats that were entitled and are not recused. */
function standing({ ballots, entitled, recused }: Count): readonly Ballot[] {
  const may = new Set(without(entitled, recused));
  return ballots.filter(({ seat }) => may.delete(seat));
}

function weightIn({ categories = {} }: Count, { weights = [] }: Rulebook) {
  return (seat: SeatId): number =>
    weights.find(({ category }) => category === categories[seat])?.weight ?? 0;
}

/** Votes and base in one unit. A vacant seat has no weight, so all seats are a base of heads. */
function measured(count: Count, rulebook: Rulebook, unit: (seat: SeatId) => number): Measured {
  const total = (seats: readonly SeatId[]) => seats.reduce((sum, seat) => sum + unit(seat), 0);
  const of = (choice: VoteChoice) =>
    total(
      standing(count)
        .filter((ballot) => ballot.choice === choice)
        .map(({ seat }) => seat),
    );
  const { base, vacant } = baseOf(count, rulebook);
  return { for: of('for'), against: of('against'), base: total(base) + vacant };
}

/** The seats that the votes are compared with, and vacant ones beside them. */
function baseOf(
  count: Count,
  { majority, recusedLeaveBase }: Rulebook,
): Readonly<{ base: readonly SeatId[]; vacant: number }> {
  const { seats, entitled, recused } = count;
  const valid = standing(count);
  const voters = (these: readonly Ballot[]) => these.map(({ seat }) => seat);
  const out = recusedLeaveBase ? recused : [];
  switch (majority.base) {
    case 'cast':
      return { base: voters(valid), vacant: 0 };
    case 'castLessAbstentions':
      return { base: voters(valid.filter(({ choice }) => choice !== 'abstain')), vacant: 0 };
    case 'present': {
      // Who left after voting has voted, and is in the base that the vote is compared with.
      const there = new Set([...among(count.present, entitled), ...voters(valid)]);
      return { base: without([...there], out), vacant: 0 };
    }
    case 'entitled':
      return { base: without(entitled, out), vacant: 0 };
    case 'seats':
      // A recused seat that has lost its holder is vacant, and leaves the base all the same.
      return {
        base: without(entitled, out),
        vacant: seats - entitled.length - without(out, entitled).length,
      };
  }
}

function among(seats: readonly SeatId[], these: readonly SeatId[]): readonly SeatId[] {
  return seats.filter((seat) => these.includes(seat));
}

function without(seats: readonly SeatId[], these: readonly SeatId[]): readonly SeatId[] {
  return seats.filter((seat) => !these.includes(seat));
}
