import type { DecisionId, Rulebook } from '../contract/index.js';
import type { EarlierMajority } from './vote.events.js';

export type { EarlierMajority } from './vote.events.js';

/**
 * The rules that a vote is counted by: a rulebook and, where the body comes back to what it
 * decided, the majorities of the earlier votes beside it (D-8).
 */
export type CountingRules = Rulebook & Readonly<{ alsoNeeded?: readonly EarlierMajority[] }>;

/** The rulebook with the majorities that are asked for as well. */
export function countingRules(
  rulebook: Rulebook,
  alsoNeeded: readonly EarlierMajority[] | undefined,
): CountingRules {
  return alsoNeeded === undefined ? rulebook : { ...rulebook, alsoNeeded };
}

/** The same under another rulebook: what is asked for as well stays. */
export function underAnother(rules: CountingRules, another: Rulebook | undefined): CountingRules {
  return another === undefined ? rules : countingRules(another, rules.alsoNeeded);
}

/** The same votes, counted by the majority of an earlier decision and nothing else of it. */
export function byEarlier(rules: CountingRules, earlier: EarlierMajority): Rulebook {
  const { weights: _weights, weightedMajority: _double, tieUnpresided: _tie, ...rest } = rules;
  const { decision: _decision, ...part } = earlier;
  return { ...rest, alsoNeeded: [], ...part } as Rulebook;
}

/** Whether votes are weighed, by these rules or those of an earlier vote. */
export function isWeighed({ weights, alsoNeeded = [] }: CountingRules): boolean {
  return [{ weights }, ...alsoNeeded].some((one) => one.weights !== undefined);
}

/** D-8: all that the earlier decision was voted on with, its own majority first. */
export function majoritiesOf(
  decision: DecisionId,
  rules: CountingRules,
): readonly EarlierMajority[] {
  const { majority, recusedLeaveBase, tie, tieUnpresided, weightedMajority, weights } = rules;
  const own: EarlierMajority = {
    ...{ decision, majority, recusedLeaveBase, tie },
    ...(tieUnpresided && { tieUnpresided }),
    ...(weightedMajority && { weightedMajority }),
    ...(weights && { weights }),
  };
  return [own, ...(rules.alsoNeeded ?? [])];
}
