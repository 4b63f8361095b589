import { Injectable } from '@nestjs/common';
import { Transactions } from '@tavolo/command';
import type { Cents } from '@tavolo/kernel';
import { sum } from '@tavolo/kernel';
import { budgetOf, Budgets } from '../contract/index.js';
import type { BudgetCell, BudgetStanding } from '../contract/index.js';
import { committedOf } from '../domain/budget.state.js';
import type { BudgetState, OnShare } from '../domain/budget.state.js';
import { budgets } from './budget.aggregate.js';

/** `Budgets`, folded from the stream of the budget at the moment of the question. */
@Injectable()
export class StreamedBudgets extends Budgets {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async standing(plan: string): Promise<BudgetStanding | null> {
    const id = budgetOf(plan);
    const found = await this.transactions.load(budgets, id);
    if (!found?.state.isOpen) return null;
    const { state, basis } = found;
    const { assignedCents } = state;
    return { id, assignedCents, committedCents: committedOf(state), cells: cellsOf(state), basis };
  }
}

function cellsOf(state: BudgetState): readonly BudgetCell[] {
  return Object.values(state.lines).flatMap(({ line, shares }) =>
    shares.map(({ partner }) => {
      const on = (all: readonly OnShare[]): Cents =>
        sum(
          all.filter((one) => one.line === line && one.partner === partner).map((one) => one.cents),
        );
      const reservedCents = on(Object.values(state.reservations));
      const committedCents = on(Object.values(state.commitments));
      const returnedCents = on(state.returned);
      const boundCents = sum([reservedCents, committedCents, returnedCents]);
      return { line, partner, reservedCents, committedCents, returnedCents, boundCents };
    }),
  );
}
