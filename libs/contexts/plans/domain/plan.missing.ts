import type { PlanStatus } from '../contract/index.js';
import { planRules } from './plan.rules.js';
import {
  missing,
  missingCoDesign,
  missingContent,
  missingForClosure,
  missingResults,
  runningChange,
} from './plan.readiness.js';
import type { Missing } from './plan.readiness.js';
import { entry } from './plan.state.js';
import type { PlanState } from './plan.state.js';

/** A step that a plan can be checked for. */
export type PlanStep = 'adoption' | 'closure' | 'completion' | 'validation';

/** What the check reads of a plan; the decider's state has it all, and so has the row. */
export type CheckedPlan = Pick<
  PlanState,
  | ('actions' | 'indicators' | 'interventions' | 'lines')
  | ('contributions' | 'ended' | 'openFindings' | 'sessions' | 'tables' | 'values')
> &
  Readonly<{
    status: PlanStatus | null;
    isConsolidated: boolean;
    change: Readonly<{ id: string }> | null;
  }>;

/** Something missing, with the path of the field to go to and the mutation that mends it. */
export type MissingField = Missing & Readonly<{ field: string; mutation: string }>;

type Code = Missing['code'];
type Place = readonly [path: (plan: CheckedPlan, part: string) => string, mutation: string];

const ofAction = (part: string, field: string) => `actions.${part}.${field}`;
const within = (
  list: Readonly<Record<string, Readonly<{ action: string }>>>,
  part: string,
  field: string,
) => ofAction(entry(list, part)?.action ?? '-', `${field}.${part}`);

/** Where each missing thing is put right. */
const places: Readonly<Partial<Record<Code, Place>>> = {
  ActionMissing: [() => 'actions', 'addAction'],
  ActionWithoutTargetGroup: [(_, part) => ofAction(part, 'targetGroups'), 'linkTargetGroup'],
  ActionWithoutIndicator: [(_, part) => ofAction(part, 'indicators'), 'defineIndicator'],
  InterventionWithoutOwner: [
    ({ interventions }, part) => `${within(interventions, part, 'interventions')}.owner`,
    'assignOwner',
  ],
  SharesBelowLine: [
    ({ lines }, part) => `${within(lines, part, 'budgetLines')}.shares`,
    'allocateToPartner',
  ],
  TableOpen: [(_, part) => `tables.${part}.open`, 'closeTable'],
  MinutesNotApproved: [
    ({ sessions }, part) =>
      `tables.${entry(sessions, part)?.table ?? '-'}.sessions.${part}.approvedBy`,
    'approveSessionMinutes',
  ],
  ContributionOpen: [
    ({ contributions }, part) =>
      `tables.${entry(contributions, part)?.table ?? '-'}.contributions.${part}.status`,
    'acceptContribution',
  ],
  NotConsolidated: [() => 'versions', 'consolidateDraft'],
  NotValidated: [() => 'versions', 'validatePlan'],
  InterventionRunning: [
    ({ interventions }, part) => `${within(interventions, part, 'interventions')}.endedOn`,
    'endIntervention',
  ],
  FinalValueMissing: [
    ({ indicators }, part) => `${within(indicators, part, 'indicators')}.values`,
    'recordIndicatorValue',
  ],
  FindingOpen: [(_, part) => `findings.${part}.followUp`, 'closeEvaluationFinding'],
  ChangeOnItsWay: [(_, part) => `changes.${part}.status`, 'authoriseRemodulation'],
  FinalReportMissing: [() => 'finalReport', 'submitFinalReport'],
};

/** All that a step still needs, each with where to go; empty: nothing stands against it. */
export function missingFor(step: PlanStep, plan: CheckedPlan): readonly MissingField[] {
  return needed[step](plan).map((item) => {
    const [path, mutation] = places[item.code] ?? [() => 'status', ''];
    return { ...item, field: path(plan, item.part ?? '-'), mutation };
  });
}

const unless = (done: boolean) => (done ? [] : [null]);

const needed: Readonly<Record<PlanStep, (plan: CheckedPlan) => readonly Missing[]>> = {
  validation: (plan) => [
    ...missingContent(plan),
    ...missingCoDesign(plan),
    ...missing(planRules.NotConsolidated, unless(plan.isConsolidated)),
  ],
  adoption: (plan) =>
    plan.status === 'Validated'
      ? []
      : [...needed.validation(plan), ...missing(planRules.NotValidated, [null])],
  completion: (plan) => [...missingResults(plan), ...runningChange(plan)],
  closure: (plan) => [
    ...missingForClosure(plan),
    ...missing(planRules.FinalReportMissing, unless(plan.status === 'FinallyReported')),
  ],
};
