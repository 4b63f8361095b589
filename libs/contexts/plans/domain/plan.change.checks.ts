import { entry, refuse, sum } from '@tavolo/kernel';
import type { Cents, LocalDate } from '@tavolo/kernel';
import type { DecisionStanding } from '@tavolo/boards';
import type { PartnerId } from '@tavolo/partners';
import type { BudgetStanding } from '@tavolo/programmes';
import type { LineAmounts, PlanChangeKind, PlanChangeStatus } from '../contract/index.js';
import { inState } from './plan.checks.js';
import type { Check } from './plan.checks.js';
import { changeRules } from './plan.change.rules.js';
import { planRules } from './plan.rules.js';
import { totalOf } from './plan.state.js';
import type { OpenChange, PlanState } from './plan.state.js';

/** the plan is approved and goes on, and no other change is on its way. */
export function mayChange(state: PlanState): Check {
  const { change } = state;
  const kept = inState(state, 'Approved', 'InExecution', 'Suspended');
  if (kept || !change) return kept;
  return refuse(changeRules.AnotherChangeOpen, { change: change.id });
}

/** the change is there, of one of these kinds, and in one of these states. */
export function changeIn(
  { change, changes }: PlanState,
  id: string,
  where: Readonly<{ kinds: readonly PlanChangeKind[]; allowed: readonly PlanChangeStatus[] }>,
): Check {
  const ended = entry(changes, id);
  const { kinds, allowed } = where;
  if (ended !== null) return refuse(changeRules.ChangeInState, { status: ended, allowed });
  if (change?.id !== id || !kinds.includes(change.kind)) {
    return refuse(changeRules.ChangeUnknown, { change: id });
  }
  if (allowed.includes(change.status)) return null;
  return refuse(changeRules.ChangeInState, { status: change.status, allowed });
}

/**
 * X-12, PL-7: every line is there, named once, and its shares add up to it. `heirs` stand in the
 * place of partners with a part in the plan (PA-9).
 */
export function wellFormed(
  state: PlanState,
  lines: readonly LineAmounts[],
  heirs: readonly PartnerId[] = [],
): Check {
  const named = new Set<string>();
  for (const { line, cents, shares } of lines) {
    if (!entry(state.lines, line)) return refuse(planRules.LineUnknown, { line });
    if (named.has(line)) return refuse(changeRules.LineTwice, { line });
    named.add(line);
    const shared = sum(shares.map((share) => share.cents));
    if (shared !== cents) return refuse(changeRules.SharesNotLine, { line, cents, shares: shared });
    const stranger = shares.find(({ partner }) => !isKnown(state, partner, heirs));
    if (stranger) return refuse(changeRules.ShareOfStranger, { partner: stranger.partner });
  }
  return null;
}

/** Who has a share of an approved plan, or leads it. */
export function partnersOf({ head, lines }: PlanState): readonly PartnerId[] {
  const holders = Object.values(lines).flatMap(({ shares }) => Object.keys(shares));
  return [...new Set([...(head ? [head.lead] : []), ...(holders as PartnerId[])])];
}

/**
 * Who gets a share has one already, or leads, or stands in the place of one who does (PA-9): who
 * else may have one was asked before approval.
 */
function isKnown(state: PlanState, partner: PartnerId, heirs: readonly PartnerId[]): boolean {
  return partnersOf(state).includes(partner) || heirs.includes(partner);
}

/** What the plan would cost with these lines, in cents. */
export function totalWith(state: PlanState, lines: readonly LineAmounts[]): Cents {
  const before = sum(lines.map(({ line }) => entry(state.lines, line)?.cents ?? (0 as Cents)));
  return (totalOf(state) - before + sum(lines.map(({ cents }) => cents))) as Cents;
}

/** Σ of what shares of these lines gain, and Σ of what they lose, in cents. */
export function shifts(
  state: PlanState,
  lines: readonly LineAmounts[],
): Readonly<{ gained: Cents; lost: Cents }> {
  let [gained, lost] = [0, 0];
  for (const { line, shares } of lines) {
    const before = entry(state.lines, line)?.shares ?? {};
    const after = new Map(shares.map(({ partner, cents }) => [partner as string, cents as number]));
    for (const partner of new Set([...Object.keys(before), ...after.keys()])) {
      const difference = (after.get(partner) ?? 0) - (entry(before, partner) ?? 0);
      if (difference > 0) gained += difference;
      else lost -= difference;
    }
  }
  return { gained: gained as Cents, lost: lost as Cents };
}

/** What each partner has more with these lines than without, in cents; in the order of partners. */
export function gains(
  state: PlanState,
  lines: readonly LineAmounts[],
): readonly Readonly<{ partner: PartnerId; addedCents: Cents }>[] {
  const net = new Map<string, number>();
  const count = (partner: string, cents: number) =>
    net.set(partner, (net.get(partner) ?? 0) + cents);
  for (const { line, shares } of lines) {
    const before = entry(state.lines, line)?.shares ?? {};
    for (const [partner, cents] of Object.entries(before)) count(partner, 0 - cents);
    for (const { partner, cents } of shares) count(partner, cents);
  }
  return [...net]
    .filter(([, cents]) => cents !== 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([partner, cents]) => ({ partner: partner as PartnerId, addedCents: cents as Cents }));
}

/** PL-9, as far as it is known now: the stream of the budget decides. */
export function aboveCommitted(
  lines: readonly LineAmounts[],
  budget: BudgetStanding | null,
): Check {
  for (const { line, partner, boundCents: bound } of budget?.cells ?? []) {
    const named = lines.find((one) => one.line === line);
    const cents = named?.shares.find((share) => share.partner === partner)?.cents ?? 0;
    if (named && bound > cents) return refuse(changeRules.BelowCommitted, { line, bound, cents });
  }
  return null;
}

/** D-9: a decision that has effect today, and on no other plan nor another extension. */
export function effective(
  decision: DecisionStanding | null,
  { plan, today, change }: Readonly<{ plan: string | null; today: LocalDate; change?: string }>,
): Check {
  if (!decision) return refuse(changeRules.ExtensionDecisionUnknown);
  const { status, effectiveOn, subject } = decision;
  if (status !== 'Effective' || effectiveOn === null || effectiveOn > today) {
    return refuse(changeRules.ExtensionDecisionNotEffective, { status });
  }
  const isOther = plan !== null && 'plan' in subject && subject.plan !== plan;
  if (isOther) return refuse(changeRules.DecisionOnAnotherPlan);
  const isAnother = subject.kind === 'extendPlan' && subject.change !== change;
  return isAnother ? refuse(changeRules.DecisionOnAnotherChange) : null;
}

/** A-13, D-9: a decision that has effect today, and that funds just this extension. */
export function funding(
  decision: DecisionStanding | null,
  about: Readonly<{ plan: string; today: LocalDate; change: string; agreement: string }>,
): Check {
  const kept = effective(decision, about);
  if (kept || !decision) return kept;
  const { subject } = decision;
  if (subject.kind !== 'extendPlan') return refuse(changeRules.DecisionFundsNothing);
  const { agreement } = subject;
  if (agreement === about.agreement) return null;
  return refuse(changeRules.DecisionOnAnotherAgreement, { agreement });
}

/** The change on its way; asked for only after `changeIn` let the command through. */
export function openChange({ change }: PlanState): OpenChange {
  if (!change) throw new Error('no change is on its way');
  return change;
}
