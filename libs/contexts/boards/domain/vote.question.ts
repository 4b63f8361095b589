import type { MajorityRule, Rulebook } from '../contract/index.js';
import { refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import { questionRules } from './vote.question.rules.js';
import type { VoteQuestion } from './vote.events.js';

type Asked = VoteQuestion | undefined;

/** The majority of all seats (TUEL art. 134 c. 4), where the rulebook has no other. */
const absoluteOfSeats: MajorityRule = { base: 'seats', num: 1, den: 2, strict: true };

/** D-6: heads by the majority for immediate enforceability; everything else of the rulebook stays. */
export function rulesOnQuestion(rulebook: Rulebook, question: Asked): Rulebook {
  if (question?.kind !== 'enforceability') return rulebook;
  const { weights: _weights, weightedMajority: _double, ...rest } = rulebook;
  return { ...rest, majority: rulebook.enforceability ?? absoluteOfSeats };
}

/** An item as far as a question about it reads it. */
type Questioned = Readonly<{
  status: string;
  result: Readonly<{ outcome: string }> | null;
  enforceabilityVoted: boolean;
}>;

/** D-6: only what was approved in this sitting is declared enforceable, by one vote on it. */
export function enforceabilityRefusal(item: Questioned): Decision<never> | null {
  const { status, result, enforceabilityVoted } = item;
  if (status !== 'VoteClosed' || result?.outcome !== 'approved') {
    return refuse(questionRules.NotApproved, { status });
  }
  return enforceabilityVoted ? refuse(questionRules.EnforceabilityVoted) : null;
}

/** an item is put off to a day that is still to come. */
export function deferralRefusal(question: Asked, today: LocalDate): Decision<never> | null {
  if (question?.kind !== 'defer' || question.until === undefined) return null;
  const { until } = question;
  return until > today ? null : refuse(questionRules.DeferralPast, { until });
}

/** GB-1: what the body put off is on no agenda before its day, nor again in the same sitting. */
export function deferredRefusal(
  { deferredUntil }: Readonly<{ deferredUntil?: LocalDate }>,
  decision: string,
  day: LocalDate,
): Decision<never> | null {
  if (deferredUntil === undefined || day >= deferredUntil) return null;
  return refuse(questionRules.DeferredUntil, { decision, until: deferredUntil });
}
