import type { MajorityRule, QuorumRule, Rulebook, Share } from '../contract/index.js';
import { byEarlier } from './earlier-majority.js';
import type { CountingRules } from './earlier-majority.js';
import { among, attains, measured, neededOf, standing, tallyOf } from './outcome.count.js';
import { weightIn, without } from './outcome.count.js';
import type { Count, Measured } from './outcome.count.js';
import { say } from './outcome.sentences.js';
import { tieOf } from './outcome.tie.js';
import { decided, resultStep } from './outcome.trace.js';
import type { Outcome, Reached, TraceStep } from './outcome.trace.js';

export { neededOf, tallyOf, voteChoices } from './outcome.count.js';
export type { Ballot, Count, VoteChoice } from './outcome.count.js';

export { traceSteps, voteOutcomes } from './outcome.trace.js';
export type { Outcome, TraceStep, VoteOutcome } from './outcome.trace.js';

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
export function outcomeOf(count: Count, rulebook: CountingRules): Outcome {
  const { present, whole, needed, reached, uncovered } = closingQuorum(count, rulebook);
  const quorumStep: TraceStep = {
    step: 'quorum',
    numbers: { present, whole, needed, ...(uncovered && { uncovered: uncovered.length }) },
    holds: reached,
    ...say.quorum({ present, whole, needed, reached, uncovered: uncovered ?? [] }),
  };
  if (!reached) return { outcome: 'inquorate', trace: [quorumStep, resultStep('inquorate')] };
  const { steps, ...came } = withEarlier(majorityOf(count, rulebook), count, rulebook);
  return { ...came, trace: [quorumStep, ...steps, resultStep(came.outcome)] };
}

/** At the closing the rulebook may count who voted instead of who is there. */
function closingQuorum(count: Count, { quorum }: Rulebook): Quorum {
  const voted = standing(count).map(({ seat }) => seat);
  return quorumOf(quorum.counted === 'voted' ? { ...count, present: voted } : count, quorum);
}

type Majority = Reached & Readonly<{ steps: readonly TraceStep[] }>;

/**
 * D-8: what comes back to a decision reaches the majorities that this one was taken with as well.
 * Short of one of them it is not adopted, and a tie decides nothing only where all others hold.
 * Where it is tied by several it is broken once, by the first of them: that of today before others.
 */
export function withEarlier(own: Majority, count: Count, rulebook: CountingRules): Majority {
  const { alsoNeeded = [] } = rulebook;
  const earlier = alsoNeeded.map((one) => majorityOf(count, byEarlier(rulebook, one)));
  const more = earlier.flatMap(({ steps }) => steps.filter(({ step }) => step !== 'votes'));
  const all = [own, ...earlier];
  const outcomes = ['rejected', 'postponed', 'tied'] as const;
  const failed = outcomes.find((outcome) => all.some((one) => one.outcome === outcome));
  const tie = failed === 'tied' ? all.find((one) => one.tie)?.tie : undefined;
  const steps = [...own.steps, ...more.map(asEarlier)];
  return { steps, outcome: failed ?? 'approved', ...(tie && { tie }) };
}

function asEarlier({ numbers, holds, it, en }: TraceStep): TraceStep {
  return { step: 'earlier', numbers, holds, ...say.earlier({ it, en }) };
}

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
  if (first.holds || !isTie(unit, tally.for, majority)) {
    return { steps, outcome: decided(first.holds) };
  }
  const { step, ...reached } = tieOf(count, rulebook, tally.for);
  return { ...reached, steps: [...steps, step] };
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
function isTie(votes: Measured, heads: number, majority: MajorityRule): boolean {
  const { base, num, den, unanimity, atLeast = 1 } = majority;
  const half = unanimity === undefined && 2 * num === den;
  const equal = votes.for === votes.against && 2 * votes.for === votes.base;
  return half && equal && heads >= atLeast && base !== 'entitled' && base !== 'seats';
}
