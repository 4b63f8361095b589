import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Transactions } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { BudgetRequest, budgets } from './budget.aggregate.js';
import { BudgetGrounds } from './budget.grounds.js';

@CommandHandler(BudgetRequest)
export class BudgetHandler implements ICommandHandler<BudgetRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: BudgetGrounds,
  ) {}

  execute(request: BudgetRequest): Promise<Answer> {
    return this.transactions.run(budgets, request, (state) => this.grounds.of(request, state));
  }
}
