import type { EnumOf } from '../../../data/graphql.ts';

const steps: Partial<Record<EnumOf<'PlanStatus'>, EnumOf<'ReadinessStep'>>> = {
  ...{ CO_PROGRAMMING: 'VALIDATION', CO_DESIGNING: 'VALIDATION', DRAFT_CONSOLIDATED: 'VALIDATION' },
  ...{ VALIDATED: 'ADOPTION', ADOPTED: 'SUBMISSION' },
};

/** What a plan of this state is to be checked for, on its way to the authority; null past it. */
export function nextStep(status: EnumOf<'PlanStatus'>): EnumOf<'ReadinessStep'> | null {
  return steps[status] ?? null;
}
