import { Mutations } from '@tavolo/graphql';
import type { CommandResult, RequestContext } from '@tavolo/graphql';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AdjustCommitmentInput,
  CommitFundsInput,
  DecommitFundsInput,
  ReleaseReservationInput,
  ReserveFundsInput,
} from './budget.inputs.js';
import { budgetOf } from '../../contract/index.js';
import { PlanBudgetResult } from './budget.types.js';

@Resolver()
export class BudgetMutations {
  constructor(private readonly mutations: Mutations) {}

  @Mutation(() => PlanBudgetResult, {
    description: 'Holds a part of a share for a commitment (prenotazione di impegno).',
  })
  reserveFunds(
    @Args('input') input: ReserveFundsInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ReserveFunds', input, context);
  }

  @Mutation(() => PlanBudgetResult, {
    description: 'Gives a reservation back to its line (svincolo).',
  })
  releaseReservation(
    @Args('input') input: ReleaseReservationInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('ReleaseReservation', input, context);
  }

  @Mutation(() => PlanBudgetResult, { description: 'Binds what was reserved (B-2, impegno).' })
  commitFunds(
    @Args('input') input: CommitFundsInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('CommitFunds', input, context);
  }

  @Mutation(() => PlanBudgetResult, {
    description: 'Raises a commitment (B-2, integrazione dell’impegno).',
  })
  adjustCommitment(
    @Args('input') input: AdjustCommitmentInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('AdjustCommitment', input, context);
  }

  @Mutation(() => PlanBudgetResult, {
    description: 'Sets a part of a commitment free, into a named pool (B-10, disimpegno).',
  })
  decommitFunds(
    @Args('input') input: DecommitFundsInput,
    @Context() context: RequestContext,
  ): Promise<CommandResult> {
    return this.#send('DecommitFunds', input, context);
  }

  #send(
    type: string,
    { plan, ...input }: { readonly plan: string },
    context: RequestContext,
  ): Promise<CommandResult> {
    const sent = { aggregate: 'budget', field: 'budget', type, target: budgetOf(plan), input };
    return this.mutations.send(sent, context);
  }
}
