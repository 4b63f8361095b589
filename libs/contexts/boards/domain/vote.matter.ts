import type { DecisionSubject, Rulebook } from '../contract/index.js';
import { refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { EarlierOnTable } from './decision.commands.js';
import { earlierRefusal } from './decision.earlier.js';
import { endingRefusal } from './decision.ending.js';
import { laterRules } from './decision.later.rules.js';
import type { EarlierMajority } from './earlier-majority.js';
import type { Roll } from './roll.js';
import type { DecisionOnTable } from './sitting.commands.js';
import { sittingRules } from './sitting.rules.js';

/** The days that a vote is asked for: when it opens, and when it may close at the latest. */
type Days = Readonly<{ today: LocalDate; closesOn: LocalDate }>;

/**
 * X-2, D-8, D-10: what would refuse the act that follows is asked as the vote opens, as it was
 * when the decision was proposed: a day may have passed, and the earlier decision have moved.
 */
export function matterRefusal(
  { subject, firstDueOn }: Pick<DecisionOnTable, 'firstDueOn' | 'subject'>,
  earlier: EarlierOnTable | null,
  { today, closesOn }: Days,
): Decision<never> | null {
  if (firstDueOn !== undefined && firstDueOn < today) {
    return refuse(laterRules.ConditionsOverdue, { dueOn: firstDueOn });
  }
  if (!isOnEarlier(subject)) return null;
  return subject.kind === 'endDecision'
    ? endingRefusal(subject.decision, subject.how, earlier)
    : earlierRefusal(subject, earlier, closesOn);
}

type OnEarlier = Extract<DecisionSubject, { decision: string }>;

function isOnEarlier(subject: DecisionSubject): subject is OnEarlier {
  return 'decision' in subject;
}

/** D-8: a decision that the body comes back to, by reconsidering or by ending it. */
export function comesBack({ kind }: DecisionSubject): boolean {
  return kind === 'reconsider' || kind === 'endDecision';
}

/** D-8: what is needed beside the majority of today; nothing where there is nothing. */
export function neededBeside(
  subject: DecisionSubject,
  earlier: EarlierOnTable | null,
): Readonly<{ alsoNeeded?: readonly EarlierMajority[] }> {
  const alsoNeeded = comesBack(subject) ? (earlier?.alsoNeeded ?? []) : [];
  return alsoNeeded.length > 0 ? { alsoNeeded } : {};
}

/** D-2: weights for everybody or for nobody, also where they come from an earlier vote. */
export function weightsRefusal(
  roll: Roll,
  { alsoNeeded = [] }: Readonly<{ alsoNeeded?: readonly EarlierMajority[] }> = {},
): Decision<never> | null {
  const all = [roll.rulebook, ...alsoNeeded].map((rules) => weightRefusal(rules, roll));
  return all.find((kept) => kept !== null) ?? null;
}

function weightRefusal(
  { weights }: Pick<Rulebook, 'weights'>,
  { members }: Roll,
): Decision<never> | null {
  if (!weights) return null;
  const weighed = new Set(weights.map(({ category }) => category));
  const without = members.map(({ category }) => category).filter((one) => !weighed.has(one));
  if (without.length === 0) return null;
  return refuse(sittingRules.WeightMissing, { category: [...new Set(without)] });
}
