import { entry, refuse, sum } from '@tavolo/kernel';
import { mayCommit as isCommitting } from '@tavolo/partners';
import type { Cents, Decision, LocalDate } from '@tavolo/kernel';
import type { CommitmentGrounds } from './budget.commands.js';
import { budgetRules as rules } from './budget.rules.js';
import { boundOn, shareIn, sharesOf } from './budget.state.js';
import type { BudgetState, OnShare } from './budget.state.js';

/** A refusal, or null where the rule lets the command through. */
export type Check = Decision<never> | null;

/** B-1, PL-8: what is asked for fits into line and share, and the shares into the assignment. */
export function fits(state: BudgetState, { line, partner, cents }: OnShare): Check {
  const amounts = entry(state.lines, line);
  if (!state.isOpen) return refuse(rules.BudgetNotOpen);
  if (state.isRevoked) return refuse(rules.BudgetRevoked);
  if (!amounts) return refuse(rules.LineUnknown, { line });
  const onLine = amounts.cents - boundOn(state, line);
  if (cents > onLine) return refuse(rules.LineExceeded, { line, cents, left: onLine });
  const onShare = shareIn(amounts, partner) - boundOn(state, line, partner);
  if (cents > onShare) return refuse(rules.ShareExceeded, { cents, left: onShare });
  return withinAssignment(state);
}

/** B-1: Σ shares ≤ assigned, before anything is bound. */
function withinAssignment(state: BudgetState): Check {
  const { assignedCents: assigned } = state;
  if (assigned === null) return refuse(rules.NothingAssigned);
  const shares = sharesOf(state);
  return shares > assigned ? refuse(rules.SharesAboveAssigned, { shares, assigned }) : null;
}

/** B-2, as far as the plan goes: in execution, with a CUP. */
export function inExecution(plan: CommitmentGrounds['plan']): Check {
  if (!plan) return refuse(rules.PlanUnknown);
  if (plan.status !== 'InExecution') {
    return refuse(rules.PlanNotInExecution, { status: plan.status });
  }
  return plan.cup === null ? refuse(rules.CupMissing) : null;
}

/**
 * PA-8: whoever is suspended, or has left, takes on nothing new; nor does one whose eligibility is
 * over, recorded or not (PA-2: a date decides). PA-6: nor does one whose exclusion is open: what
 * it owes is read to decide that, from many streams, and must not grow between reading and deciding.
 */
export function mayCommit(partner: CommitmentGrounds['partner'], today: LocalDate): Check {
  const { status, eligibleUntil = null, isExclusionOpen = false } = partner ?? {};
  if (!status || !isCommitting(status)) {
    return refuse(rules.PartnerNotEligible, { status: status ?? '-' });
  }
  const isOver = eligibleUntil === null || eligibleUntil < today;
  if (isOver) return refuse(rules.PartnerNotEligible, { status, eligibleUntil });
  return isExclusionOpen ? refuse(rules.ExclusionOpen) : null;
}

/** B-2: an agreement of this plan that is in force on that day, the partner a party to it. */
function bindingAgreement(
  { plan, agreement }: CommitmentGrounds,
  { partner, today }: Readonly<{ partner: string; today: LocalDate }>,
): Check {
  if (
    agreement?.status !== 'InForce' ||
    agreement.plan !== plan?.plan ||
    !covers(agreement, today)
  ) {
    return refuse(rules.AgreementNotInForce);
  }
  return agreement.parties.some((party) => party === partner) ? null : refuse(rules.NotParty);
}

/** A date decides: an agreement whose last day has gone is not in force, whatever its state says. */
function covers(
  { inForceFrom, end }: NonNullable<CommitmentGrounds['agreement']>,
  today: LocalDate,
): boolean {
  return inForceFrom !== null && inForceFrom <= today && (end === null || end >= today);
}

/** B-1: Σ committed under an agreement ≤ its amount. */
function withinAgreement(
  { commitments }: BudgetState,
  agreement: CommitmentGrounds['agreement'],
  cents: number,
): Check {
  const under = Object.values(commitments).filter((one) => one.agreement === agreement?.id);
  const committed: Cents = sum(under.map((one) => one.cents));
  const total = agreement?.totalCents ?? 0;
  if (committed + cents <= total) return null;
  return refuse(rules.AgreementExceeded, { total, committed, cents });
}

/** B-2: a decision that has effect on that day, and on no other plan. */
function bindingDecision({ plan, decision }: CommitmentGrounds, today: LocalDate): Check {
  const { effectiveOn = null, status, subject } = decision ?? {};
  const isEffective = status === 'Effective' && effectiveOn !== null && effectiveOn <= today;
  const isOther = subject && 'plan' in subject && subject.plan !== plan?.plan;
  return isEffective && isOther !== true ? null : refuse(rules.DecisionNotEffective);
}

/** B-2 and PA-8: all that a commitment rests on, for this much more. */
export function mayBind(
  state: BudgetState,
  grounds: CommitmentGrounds,
  { partner, cents, today }: Readonly<{ partner: string; cents: number; today: LocalDate }>,
): Check {
  return (
    inExecution(grounds.plan) ??
    mayCommit(grounds.partner, today) ??
    bindingAgreement(grounds, { partner, today }) ??
    withinAgreement(state, grounds.agreement, cents) ??
    bindingDecision(grounds, today)
  );
}
