import { entry } from '@tavolo/kernel';
import type { PlanChangeKind } from '../contract/index.js';
import type { Missing } from './plan.readiness.js';
import type { PlanState } from './plan.state.js';

/** What places are found in. */
type Placed = Pick<
  PlanState,
  'contributions' | 'indicators' | 'interventions' | 'lines' | 'sessions'
> &
  Readonly<{ change: Readonly<{ kind: PlanChangeKind }> | null }>;

/** Where something is put right: the path of a field of the plan, and the mutation. */
export type FieldPlace = Readonly<{ field: string; mutation: string }>;

type Place = (plan: Placed, part: string) => readonly [field: string, mutation: string];

const inAction = (
  list: Readonly<Record<string, Readonly<{ action: string }>>>,
  part: string,
  field: string,
) => `actions.${entry(list, part)?.action ?? '-'}.${field}.${part}`;

const atTable = (
  list: Readonly<Record<string, Readonly<{ table: string }>>>,
  part: string,
  field: string,
) => `tables.${entry(list, part)?.table ?? '-'}.${field}.${part}`;

/** Who ends a change that is on its way; a revocation is applied by a process. */
const endOfChange: Readonly<Record<PlanChangeKind, string>> = {
  remodulation: 'authoriseRemodulation',
  noCostExtension: 'grantNoCostExtension',
  costedExtension: 'authoriseExtension',
  revocation: '',
};

const ownerOf: Place = ({ interventions }, part) => [
  `${inAction(interventions, part, 'interventions')}.owner`,
  'assignOwner',
];

const places: Readonly<Partial<Record<Missing['code'], Place>>> = {
  ActionMissing: () => ['actions', 'addAction'],
  ActionWithoutTargetGroup: (_, part) => [`actions.${part}.targetGroups`, 'linkTargetGroup'],
  ActionWithoutIndicator: (_, part) => [`actions.${part}.indicators`, 'defineIndicator'],
  InterventionWithoutOwner: ownerOf,
  OwnerNoLongerActive: ownerOf,
  SharesBelowLine: ({ lines }, part) => [
    `${inAction(lines, part, 'budgetLines')}.shares`,
    'allocateToPartner',
  ],
  TableOpen: (_, part) => [`tables.${part}.open`, 'closeTable'],
  MinutesNotApproved: ({ sessions }, part) => [
    `${atTable(sessions, part, 'sessions')}.approvedBy`,
    'approveSessionMinutes',
  ],
  ContributionOpen: ({ contributions }, part) => [
    `${atTable(contributions, part, 'contributions')}.status`,
    'acceptContribution',
  ],
  NotConsolidated: () => ['versions', 'consolidateDraft'],
  NotValidated: () => ['versions', 'validatePlan'],
  DecisionMissing: () => ['adoption', 'proposeDecision'],
  DeadlinePassed: () => ['call', 'extendDeadline'],
  CallNotPublished: () => ['call', ''],
  InterventionRunning: ({ interventions }, part) => [
    `${inAction(interventions, part, 'interventions')}.endedOn`,
    'endIntervention',
  ],
  FinalValueMissing: ({ indicators }, part) => [
    `${inAction(indicators, part, 'indicators')}.values`,
    'recordIndicatorValue',
  ],
  FindingOpen: (_, part) => [`findings.${part}.followUp`, 'closeEvaluationFinding'],
  ChangeOnItsWay: ({ change }, part) => [
    `changes.${part}.status`,
    change ? endOfChange[change.kind] : '',
  ],
  FinalReportMissing: () => ['finalReport', 'submitFinalReport'],
};

/** Where something missing is put right; what is about the state alone has no mutation of its own. */
export function placeOf({ code, part }: Missing, plan: Placed): FieldPlace {
  const [field, mutation] = places[code]?.(plan, part ?? '-') ?? ['status', ''];
  return { field, mutation };
}
