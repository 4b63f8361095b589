import type { DecisionStatus, DecisionSubject } from '../contract/index.js';
import { refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { EndedOnTable } from './decision.commands.js';
import { notNoted } from './decision.conditions.js';
import { laterRules } from './decision.later.rules.js';
import { decisionRules } from './decision.rules.js';

/** What a decision can order of an earlier one, beside its end. */
export type OnEarlier = Extract<
  DecisionSubject,
  { kind: 'answerObjection' | 'noteFailure' | 'ratify' | 'reconsider' | 'waiveCondition' }
>;

/** What can be reconsidered: what was voted on, for or against, and was not ended by a decision. */
export const reconsidered: readonly DecisionStatus[] = [
  ...(['Rejected', 'Approved', 'Adopted', 'Numbered', 'Published'] as const),
  ...(['Effective', 'Implemented', 'Suspended', 'Lapsed'] as const),
];

/** D-8: asked before the vote, not after it; by the body that took the earlier decision. */
export function earlierRefusal(
  asked: OnEarlier,
  earlier: EndedOnTable | null,
  today: LocalDate,
): Decision<never> | null {
  if (!earlier) return refuse(decisionRules.DecisionUnknown, { id: asked.decision });
  if (asked.kind === 'waiveCondition') return waiverRefusal(asked.condition, earlier);
  if (earlier.sameBody !== true) return refuse(laterRules.OtherBody);
  switch (asked.kind) {
    case 'reconsider':
      return reconsidered.includes(earlier.status)
        ? null
        : refuse(laterRules.NotToReconsider, { status: earlier.status });
    case 'ratify':
      return ratificationRefusal(earlier, today);
    case 'noteFailure':
      return notingRefusal(asked.condition, earlier);
    case 'answerObjection':
      return answerRefusal(asked, earlier);
  }
}

function waiverRefusal(id: string, { sameOrHigher, later }: EndedOnTable): Decision<never> | null {
  if (!sameOrHigher) return refuse(decisionRules.LowerBody);
  const condition = later?.conditions.find((one) => one.id === id);
  if (!condition) return refuse(laterRules.ConditionUnknown, { id });
  const { status } = condition;
  const open = status !== 'Met' && status !== 'Waived' && status !== 'Proposed';
  return open ? null : refuse(laterRules.ConditionNotOpen, { status });
}

/** Only what the body is told of is noted: what lapses or suspends has followed by itself. */
function notingRefusal(id: string, { later }: EndedOnTable): Decision<never> | null {
  const condition = later?.conditions.find((one) => one.id === id);
  return condition ? notNoted(condition) : refuse(laterRules.ConditionUnknown, { id });
}

function ratificationRefusal(
  { status, later }: EndedOnTable,
  today: LocalDate,
): Decision<never> | null {
  const urgent = later?.urgent ?? null;
  if (!urgent) return refuse(laterRules.NotUrgent);
  if (urgent.ratified) return refuse(laterRules.RatifiedAlready);
  const { ratifyBy } = urgent;
  if (ratifyBy !== null && ratifyBy < today) {
    return refuse(laterRules.RatificationTooLate, { ratifyBy });
  }
  return status === 'Lapsed' ? refuse(decisionRules.NotInEffect, { status }) : null;
}

function answerRefusal(
  { objection: id, answer, follows }: Extract<OnEarlier, { kind: 'answerObjection' }>,
  { later }: EndedOnTable,
): Decision<never> | null {
  const objection = later?.objections.find((one) => one.id === id);
  if (!objection) return refuse(laterRules.ObjectionUnknown, { id });
  if (!objection.open) return refuse(laterRules.ObjectionAnsweredAlready, { id });
  const fits = (answer === 'uphold') === (follows !== undefined);
  return fits ? null : refuse(laterRules.FollowUpMissing);
}
