import { enumOf } from '@tavolo/graphql';
import { planChangeKinds, planChangeStatuses, planStatuses } from '../../contract/index.js';
import { contributionStatuses } from '../../read-model/plan.rows.js';

export const PlanStatusEnum = enumOf(
  'PlanStatus',
  planStatuses,
  'State of a plan, in the order of its lifecycle (stato del piano).',
);
export const ContributionStatusEnum = enumOf(
  'ContributionStatus',
  contributionStatuses,
  'What became of a contribution (esito del contributo).',
);
export const PlanChangeKindEnum = enumOf(
  'PlanChangeKind',
  planChangeKinds,
  'What a change of an approved plan is (tipo di modifica).',
);
export const PlanChangeStatusEnum = enumOf(
  'PlanChangeStatus',
  planChangeStatuses,
  'Where a change of an approved plan is (stato della modifica).',
);
export const ExtensionKindEnum = enumOf(
  'ExtensionKind',
  ['noCost', 'costed'],
  'Without or with more money (proroga non onerosa, onerosa).',
);
export const RevocationExtentEnum = enumOf(
  'RevocationExtent',
  ['partial', 'total'],
  'In part or whole (revoca parziale, totale).',
);
export const FindingKindEnum = enumOf(
  'EvaluationFindingKind',
  ['weakness', 'recommendation'],
  'What an evaluation found to be mended (punto di debolezza, raccomandazione).',
);
