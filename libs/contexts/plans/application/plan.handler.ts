import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Transactions } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { PlanRequest, plans } from './plan.aggregate.js';
import { PlanGrounds } from './plan.grounds.js';

/** Every command on a plan: gather what it rests on, decide, append. */
@CommandHandler(PlanRequest)
export class PlanHandler implements ICommandHandler<PlanRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: PlanGrounds,
  ) {}

  execute(request: PlanRequest): Promise<Answer> {
    return this.transactions.run(plans, request, (state) => this.grounds.of(request, state));
  }
}
