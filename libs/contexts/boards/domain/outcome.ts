import type { QuorumRule, Rulebook, Share } from '../contract/index.js';
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
}>;

/** What a vote comes to; `inquorate` is no decision at all. */
export type VoteOutcome = 'approved' | 'rejected' | 'inquorate';

/** The steps of a trace, in their order; `tie` only where votes are equal and the rule is asked. */
export const traceSteps = ['quorum', 'votes', 'base', 'majority', 'tie', 'result'] as const;

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

/** Whether enough seats are present for an item (GB-2), with the numbers it was found on. */
export type Quorum = Readonly<{ reached: boolean; present: number; whole: number; needed: number }>;

/**
 * The structural quorum of one item (GB-2, GB-3): recused seats never count as present; whether
 * they leave the whole that a fraction is taken of, the rulebook says.
 */
export function quorumOf(
  { seats, entitled, recused, present }: Omit<Count, 'ballots' | 'chair'>,
  rule: QuorumRule,
): Quorum {
  const counted = without(among(present, entitled), recused).length;
  if (rule.kind === 'count') {
    return { reached: counted >= rule.n, present: counted, whole: seats, needed: rule.n };
  }
  const wholes = {
    seats,
    seatsFilled: entitled.length,
    seatsLessRecused: seats - recused.length,
  };
  const whole = wholes[rule.of];
  // A whole of nobody is no body: a share of zero seats must not be met by zero present.
  const reached = counted > 0 && attains(counted, whole, rule);
  return { reached, present: counted, whole, needed: Math.max(1, neededOf(whole, rule)) };
}

/**
 * The outcome of a vote, computed (D-2): structural quorum at the closing, then the majority of
 * the rulebook in exact fractions, then, where votes are equal, its rule for ties.
 */
export function outcomeOf(count: Count, rulebook: Rulebook): Outcome {
  const quorum = quorumOf(count, rulebook.quorum);
  const quorumStep: TraceStep = {
    step: 'quorum',
    numbers: { present: quorum.present, whole: quorum.whole, needed: quorum.needed },
    holds: quorum.reached,
    ...say.quorum(quorum),
  };
  if (!quorum.reached) {
    return { outcome: 'inquorate', trace: [quorumStep, resultStep('inquorate')] };
  }
  const steps = [quorumStep, ...majoritySteps(count, rulebook)];
  const outcome = steps.at(-1)?.holds === true ? 'approved' : 'rejected';
  return { outcome, trace: [...steps, resultStep(outcome)] };
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

/** The last step of these decides. */
function majoritySteps(count: Count, rulebook: Rulebook): readonly TraceStep[] {
  const { majority } = rulebook;
  const valid = standing(count);
  const tally = tallyOf(valid);
  const base = baseOf(count, rulebook);
  const needed = Math.max(1, neededOf(base, majority));
  // Without a single vote in favour nothing passes, however few a share of nobody asks for.
  const reached = tally.for > 0 && attains(tally.for, base, majority);
  const { num, den } = majority;
  const steps: TraceStep[] = [
    {
      step: 'votes',
      numbers: { ...tally, recused: count.recused.length },
      holds: valid.length > 0,
      ...say.votes(tally, count.recused.length),
    },
    { step: 'base', numbers: { base }, holds: base > 0, ...say.base(majority.base, base) },
    {
      step: 'majority',
      numbers: { for: tally.for, base, num, den, needed },
      holds: reached,
      ...say.majority({ votes: tally.for, base, needed }, majority, reached),
    },
  ];
  const equal = tally.for === tally.against && tally.for > 0;
  if (reached || !equal || !tieDecides(majority)) return steps;
  return [...steps, tieStep(valid, count.chair, rulebook)];
}

/**
 * A tie is asked only where half the votes would do: a casting vote breaks equal votes, it
 * supplies neither two thirds nor the heads that an absolute majority asks for.
 */
function tieDecides({ base, num, den }: Rulebook['majority']): boolean {
  return 2 * num === den && base !== 'entitled' && base !== 'seats';
}

function tieStep(ballots: readonly Ballot[], chair: SeatId | null, { tie }: Rulebook): TraceStep {
  const chairVote = ballots.find(({ seat }) => seat === chair)?.choice ?? null;
  const holds = tie === 'chairDecides' && chairVote === 'for';
  const { for: equal } = tallyOf(ballots);
  return { step: 'tie', numbers: { equal }, holds, ...say.tie(tie, chairVote) };
}

function resultStep(outcome: VoteOutcome): TraceStep {
  return { step: 'result', numbers: {}, holds: outcome === 'approved', ...say.result(outcome) };
}

/** GB-3, GB-5: one vote a seat, of seats that were entitled and are not recused. */
function standing({ ballots, entitled, recused }: Count): readonly Ballot[] {
  const may = new Set(without(entitled, recused));
  return ballots.filter(({ seat }) => may.delete(seat));
}

function baseOf(count: Count, { majority, recusedLeaveBase }: Rulebook): number {
  const { seats, entitled, recused } = count;
  const valid = standing(count);
  const out = recusedLeaveBase ? recused : [];
  const { for: inFavour, against } = tallyOf(valid);
  switch (majority.base) {
    case 'cast':
      return valid.length;
    case 'castLessAbstentions':
      return inFavour + against;
    case 'present': {
      // Who left after voting has voted, and is in the base that the vote is compared with.
      const there = new Set([...among(count.present, entitled), ...valid.map(({ seat }) => seat)]);
      return without([...there], out).length;
    }
    case 'entitled':
      return without(entitled, out).length;
    case 'seats':
      return seats - out.length;
  }
}

function among(seats: readonly SeatId[], these: readonly SeatId[]): readonly SeatId[] {
  return seats.filter((seat) => these.includes(seat));
}

function without(seats: readonly SeatId[], these: readonly SeatId[]): readonly SeatId[] {
  return seats.filter((seat) => !these.includes(seat));
}
