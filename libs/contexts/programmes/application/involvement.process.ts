import { involvementOf } from '@tavolo/partners';
import type { PartnerId } from '@tavolo/partners';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { BudgetEvent } from '../domain/budget.events.js';

/**
 * PA-6: a budget is listed with each partner that has a share in it, so before anything of that
 * share can be reserved and committed. Budgets opened before this process was there are listed
 * as well, for it reads the log from its beginning.
 */
export const shareInvolvement: ProcessDefinition<null> = {
  name: 'shareInvolvement',
  categories: ['budget'],
  initial: null,
  keyOf: (event) => (holdersIn(event) ? event.stream.slice('budget-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'answer') return { state };
    const holders = holdersIn(input.event) ?? [];
    return { state, commands: holders.map((partner) => involve(partner, input.event.stream)) };
  },
};

function holdersIn(event: ProcessEvent): readonly PartnerId[] | null {
  const { type, data } = event as unknown as BudgetEvent;
  if (type !== 'BudgetOpened' && type !== 'BudgetLinesChanged') return null;
  const shares = data.lines.flatMap((line) => line.shares);
  return [...new Set(shares.map(({ partner }) => partner))];
}

function involve(partner: PartnerId, budget: string): ProcessCommand {
  const target = involvementOf(partner);
  const asked = { aggregate: 'involvement', type: 'InvolvePartner', data: { in: budget } };
  return { name: partner, target, ...asked };
}
