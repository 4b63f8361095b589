import { Injectable } from '@nestjs/common';
import { Transactions } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { Cents } from '@tavolo/kernel';
import { sum } from '@tavolo/kernel';
import { Commitments, Involvements } from '@tavolo/partners';
import type { OpenCommitments, PartnerId } from '@tavolo/partners';
import { Plans } from '@tavolo/plans';
import type { PlanId } from '@tavolo/plans';
import type { Commitment } from '../domain/budget.state.js';
import { budgets } from './budget.aggregate.js';

/** What is committed under one budget and not settled yet, and where that was read. */
export type OpenOnBudget = Readonly<{
  commitments: readonly Commitment[];
  basis: readonly Basis[];
}>;

/** The commitments of budgets, as their own streams say. */
@Injectable()
export class BudgetCommitments {
  constructor(
    private readonly transactions: Transactions,
    private readonly plans: Plans,
  ) {}

  /** A plan that is closed has settled what it had committed (PL-13). */
  async openOn(budget: string): Promise<OpenOnBudget> {
    const found = await this.transactions.load(budgets, budget);
    if (!found) return { commitments: [], basis: [] };
    const plan = await this.plans.standing(budget.replace(/^budget-/u, 'plan-') as PlanId);
    const basis = [found.basis, ...(plan ? [plan.basis] : [])];
    const all = plan?.status === 'Closed' ? [] : Object.values(found.state.commitments);
    return { commitments: all.filter(({ cents }) => cents > 0), basis };
  }
}

/**
 * `Commitments` (PA-6): the partner's own list says which budgets to ask, and each budget says
 * what is committed to it or to a predecessor (PA-9). No advance is ever paid here yet, so none is open.
 */
@Injectable()
export class StreamedCommitments extends Commitments {
  constructor(
    private readonly involvements: Involvements,
    private readonly open: BudgetCommitments,
  ) {
    super();
  }

  async openOf(partner: PartnerId): Promise<OpenCommitments | null> {
    const { line, streams, basis } = await this.involvements.ofLine(partner, 'budget');
    if (streams.length === 0) return null;
    const found = await Promise.all(streams.map((budget) => this.open.openOn(budget)));
    const own = found
      .flatMap(({ commitments }) => commitments)
      .filter((one) => line.includes(one.partner));
    return {
      openCents: sum(own.map(({ cents }) => cents)),
      unreportedAdvanceCents: 0 as Cents,
      basis: [...basis, ...found.flatMap((one) => one.basis)],
    };
  }
}
