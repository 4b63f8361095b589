import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Correlations, Transactions } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import { PlanRequest, plans } from './plan.aggregate.js';
import { PlanGrounds } from './plan.grounds.js';

/** Every command on a plan: gather what it rests on, decide, append. */
@CommandHandler(PlanRequest)
export class PlanHandler implements ICommandHandler<PlanRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: PlanGrounds,
    private readonly correlations: Correlations,
  ) {}

  execute(request: PlanRequest): Promise<Answer> {
    return this.transactions.run(plans, request, async (state) => {
      const grounded = await this.grounds.of(request, state);
      const begun = { correlationId: await this.#begunBy(request) };
      return 'refusal' in grounded ? grounded : { ...grounded, ...begun };
    });
  }

  /** PL-10: decision, amendment and increase are one process, which began with the decision. */
  async #begunBy({ asked }: PlanRequest) {
    if (asked.type !== 'AuthoriseExtension') return null;
    return await this.correlations.of(
      asked.data.decision,
      'effect',
      ({ type }) => type === 'DecisionBecameEffective',
    );
  }
}
