import { Injectable } from '@nestjs/common';
import { Transactions } from '@tavolo/command';
import { PlanBudgets, Plans } from '../contract/index.js';
import type { BudgetLineId, PlanBudget, PlanId, PlanStanding } from '../contract/index.js';
import type { PartnerId } from '@tavolo/partners';
import { missingForAdoption } from '../domain/plan.readiness.js';
import { totalOf } from '../domain/plan.state.js';
import type { PlanState } from '../domain/plan.state.js';
import { plans } from './plan.aggregate.js';

/** `Plans`, folded from the plan's own stream at the moment of the question. */
@Injectable()
export class StreamedPlans extends Plans {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async standing(id: PlanId): Promise<PlanStanding | null> {
    const found = await this.transactions.load(plans, id);
    const { status, head, frozen } = found?.state ?? {};
    if (!found || !head || !status) return null;
    const { call, regionCode, lead, title } = head;
    return {
      ...{ id, status, call, regionCode, lead, title, totalCents: totalOf(found.state) },
      frozen: frozen ? { version: frozen.version, sha256: frozen.sha256 } : null,
      readyForAdoption: missingForAdoption(found.state),
      ...waitingIn(found.state),
      basis: found.basis,
    };
  }
}

/** PL-10: a costed extension that was asked for, and that no decision has authorised yet. */
function waitingIn({ change }: PlanState): Pick<PlanStanding, 'costedExtension'> {
  const isOpen = change?.status === 'Requested' || change?.status === 'UnderAssessment';
  return isOpen && change.kind === 'costedExtension' ? { costedExtension: change.id } : {};
}

/** `PlanBudgets`, folded from the plan's own stream at the moment of the question. */
@Injectable()
export class StreamedPlanBudgets extends PlanBudgets {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async of(plan: PlanId): Promise<PlanBudget | null> {
    const found = await this.transactions.load(plans, plan);
    const { status, head, cup = null, lines = {} } = found?.state ?? {};
    if (!found || !head || !status) return null;
    const amounts = Object.entries(lines).map(([line, { action, cents, shares }]) => ({
      line: line as BudgetLineId,
      action,
      cents,
      shares: Object.entries(shares).map(([partner, share]) => ({
        partner: partner as PartnerId,
        cents: share,
      })),
    }));
    return { plan, call: head.call, status, cup, lines: amounts, basis: found.basis };
  }
}
