import { say } from './outcome.sentences.js';
import type { Sentence } from './outcome.sentences.js';
import type { TieToBreak } from './vote.events.js';

/** What a vote can come to. */
export const voteOutcomes = ['approved', 'rejected', 'inquorate', 'postponed', 'tied'] as const;

/**
 * What a vote comes to; `inquorate` and `postponed` (a tie) are no decision at all, `tied` is none
 * yet: it waits until the tie is broken.
 */
export type VoteOutcome = (typeof voteOutcomes)[number];

/**
 * The steps of a trace, in their order; `weights` only with a double majority, `tie` only where
 * votes are equal and the rule is asked, `silence` only in a silence procedure, `earlier` only
 * where the body comes back to a decision (D-8), `secrecy` only where a secret vote was unanimous,
 * `tieBreak` only where a tie that waited was broken.
 */
export const traceSteps = [
  'quorum',
  'votes',
  'base',
  'majority',
  'weights',
  'tie',
  'silence',
  'earlier',
  'secrecy',
  'tieBreak',
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

/** What votes came to; of a tie that waits, how it is to be broken. */
export type Reached = Readonly<{ outcome: VoteOutcome; tie?: TieToBreak }>;

/** How a vote came out and why; the same count and rulebook give the same, for ever. */
export type Outcome = Reached & Readonly<{ trace: readonly TraceStep[] }>;

/** Adopted or not. */
export function decided(holds: boolean): VoteOutcome {
  return holds ? 'approved' : 'rejected';
}

/** The last step of every trace. */
export function resultStep(outcome: VoteOutcome): TraceStep {
  return { step: 'result', numbers: {}, holds: outcome === 'approved', ...say.result(outcome) };
}
