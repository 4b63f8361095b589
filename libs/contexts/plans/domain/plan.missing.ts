import type { Decision } from '@tavolo/kernel';
import type { PlanChangeKind, PlanStatus } from '../contract/index.js';
import { planRules } from './plan.rules.js';
import {
  missing,
  missingCoDesign,
  missingContent,
  missingForClosure,
  missingResults,
  runningChange,
  told,
} from './plan.readiness.js';
import type { Missing } from './plan.readiness.js';
import { placeOf } from './plan.places.js';
import type { PlanState } from './plan.state.js';

/** A step that a plan can be checked for. */
export type PlanStep = 'adoption' | 'closure' | 'completion' | 'submission' | 'validation';

/** What other streams say of a plan, as far as a step asks for it. */
export type Beside = Readonly<{
  /** Interventions whose owner is no active member any more (PL-2). */
  ownersGone: readonly string[];
  /** Why its call takes the plan no more, at the moment asked about (B-12); empty where it does. */
  callClosed: readonly Missing[];
}>;

/** What the check reads of a plan; the decider's state has it all, and so has the row. */
export type CheckedPlan = Pick<
  PlanState,
  | ('actions' | 'indicators' | 'interventions' | 'lines')
  | ('cancelled' | 'contributions' | 'ended' | 'openFindings' | 'sessions' | 'tables' | 'values')
> &
  Beside &
  Readonly<{
    status: PlanStatus | null;
    isConsolidated: boolean;
    change: Readonly<{ id: string; kind: PlanChangeKind }> | null;
  }>;

/** Something missing, with the path of the field to go to and the mutation that mends it. */
export type MissingField = Missing & Readonly<{ field: string; mutation: string }>;

type Step = Readonly<{
  /** Where the command that takes it is given. */
  givenIn: readonly PlanStatus[];
  /** Where it comes next or later: what it needs can be told. Elsewhere it is out of turn. */
  aheadIn: readonly PlanStatus[];
  needs: (plan: CheckedPlan) => readonly Missing[];
}>;

const drafting: readonly PlanStatus[] = ['CoProgramming', 'CoDesigning', 'DraftConsolidated'];

const unless = (done: boolean) => (done ? [] : [null]);

const validation: Step = {
  givenIn: ['DraftConsolidated'],
  aheadIn: drafting,
  needs: (plan) => [
    ...missingContent(plan),
    ...missing(planRules.OwnerNoLongerActive, plan.ownersGone),
    ...missingCoDesign(plan),
    ...missing(planRules.NotConsolidated, unless(plan.isConsolidated)),
  ],
};

/** PL-4: the decision is the last thing that adoption waits for; a process takes the step then. */
const adoption: Step = {
  givenIn: ['Validated'],
  aheadIn: [...drafting, 'Validated'],
  needs: (plan) => {
    const isValidated = plan.status === 'Validated';
    return [
      ...(isValidated ? [] : validation.needs(plan)),
      ...missing(planRules.NotValidated, unless(isValidated)),
      ...missing(planRules.DecisionMissing, [null]),
    ];
  },
};

const steps: Readonly<Record<PlanStep, Step>> = {
  validation,
  adoption,
  submission: {
    givenIn: ['Adopted'],
    aheadIn: [...adoption.aheadIn, 'Adopted'],
    needs: (plan) => [
      ...(plan.status === 'Adopted' ? [] : adoption.needs(plan)),
      ...plan.callClosed,
    ],
  },
  completion: {
    givenIn: ['InExecution'],
    aheadIn: ['Approved', 'InExecution', 'Suspended'],
    needs: (plan) => [
      ...missing(planRules.WrongState, unless(plan.status === 'InExecution')),
      ...missingResults(plan),
      ...runningChange(plan),
    ],
  },
  closure: {
    givenIn: ['FinallyReported'],
    aheadIn: ['InExecution', 'Suspended', 'Completed', 'FinallyReported'],
    needs: (plan) => [
      ...missingForClosure(plan),
      ...missing(planRules.FinalReportMissing, unless(plan.status === 'FinallyReported')),
    ],
  },
};

/** The states in which the command that takes a step is given. */
export function statesOf(step: PlanStep): readonly PlanStatus[] {
  return steps[step].givenIn;
}

/**
 * All that a step still needs, each with where to go; empty: nothing stands against it. Where the
 * step is behind the plan, or does not come any more, that is what stands against it.
 */
export function missingFor(step: PlanStep, plan: CheckedPlan): readonly MissingField[] {
  const { aheadIn, needs } = steps[step];
  const isAhead = plan.status !== null && aheadIn.includes(plan.status);
  const all = isAhead ? needs(plan) : missing(planRules.WrongState, [null]);
  return all.map((item) => ({ ...item, ...placeOf(item, plan) }));
}

/**
 * Refuses a step by the rule of the first thing that it needs still, and names all of them with
 * the field to go to; null where it needs nothing.
 */
export function notReady(step: PlanStep, plan: CheckedPlan): Decision<never> | null {
  const all = missingFor(step, plan);
  const [first] = all;
  if (!first) return null;
  const details = {
    missing: all.map(told),
    field: all.map(({ field }) => field),
    mutation: all.map(({ mutation }) => mutation),
    ...{ status: plan.status ?? '-', allowed: statesOf(step) },
    ...first.details,
  };
  return { outcome: 'refused', refusal: { ...planRules[first.code], details } };
}

/** What the check reads, from the state of a decision and what other streams say beside it. */
export function checkedIn(state: PlanState, beside: Partial<Beside> = {}): CheckedPlan {
  return {
    ...state,
    ownersGone: [],
    callClosed: [],
    ...beside,
    isConsolidated: state.frozen !== null,
  };
}
