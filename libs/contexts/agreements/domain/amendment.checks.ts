import { refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { ChildrenGround } from './agreement.commands.js';
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
  about: { base: Agreement; today: LocalDate; effectiveOn: LocalDate | null },
): Kept {
  const { base, today, effectiveOn } = about;
  const isCosted = seen.end > base.end && seen.totalCents > base.totalCents;
  const isDecided = effectiveOn !== null && effectiveOn <= today;
  return isCosted && !isDecided ? refuse(amendmentRules.FundingNotDecided) : null;
}
