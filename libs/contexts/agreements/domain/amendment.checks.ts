import { refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { ChildrenGround, FundingGround } from './agreement.commands.js';
import type { Agreement } from './agreement.model.js';
import { amendmentRules } from './amendment.rules.js';
import { lifecycleRules } from './lifecycle.rules.js';

type Kept = Decision<never> | null;

/** A-8 from above: no version goes below what the agreements under it have taken. */
export function belowChildren(
  { totalCents: total, end }: Pick<Agreement, 'end' | 'totalCents'>,
  { heldCents: held, latestEnd }: ChildrenGround,
): Kept {
  if (held > total) return refuse(lifecycleRules.ChildrenOverTotal, { held, total });
  if (latestEnd === null || latestEnd <= end) return null;
  return refuse(lifecycleRules.ChildrenOutlast, { latestEnd, end });
}

/** later and dearer at once rests on a funding decision that has effect. */
export function unfunded(
  seen: Agreement,
  about: { base: Agreement; today: LocalDate; decision: FundingGround | null },
): Kept {
  const { base, today, decision } = about;
  const isCosted = seen.end > base.end && seen.totalCents > base.totalCents;
  if (!isCosted) return null;
  if (!decision || !hasEffect(decision, today)) return refuse(amendmentRules.FundingNotDecided);
  return funds(decision, base) ? null : refuse(amendmentRules.DecisionFundsAnother);
}

/** Not one that had effect and was suspended, revoked or annulled since (D-8, D-9). */
function hasEffect({ status, effectiveOn }: FundingGround, today: LocalDate): boolean {
  return status === 'Effective' && effectiveOn !== null && effectiveOn <= today;
}

/** Of a plan, its costed extension; without one, spending that is about no plan at all. */
function funds({ subject, spends }: FundingGround, { plan }: Agreement): boolean {
  if (plan === null) return spends && !('plan' in subject);
  return subject.kind === 'extendPlan' && subject.plan === plan;
}
