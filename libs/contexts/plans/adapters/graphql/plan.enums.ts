import { enumOf } from '@tavolo/graphql';
import { planStatuses } from '../../contract/index.js';
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
