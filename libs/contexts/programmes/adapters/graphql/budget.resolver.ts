import { AtMoment, euro, Money as MoneyType, Nodes } from '@tavolo/graphql';
import type { At, Money, RequestContext } from '@tavolo/graphql';
import type { Moment } from '@tavolo/projection';
import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { budgetOf } from '../../contract/index.js';
import { budgetTable } from '../../read-model/budget.projection.js';
import type { BudgetRow } from '../../read-model/budget.projection.js';
import { BudgetMovement, Commitment, Decommitment, PlanBudget } from './budget.types.js';

@Resolver(() => PlanBudget)
export class BudgetResolver {
  constructor(private readonly nodes: Nodes) {}

  @Query(() => PlanBudget, {
    nullable: true,
    description: 'What is bound of a plan’s money; null while nothing is known (bilancio).',
  })
  planBudget(
    @Args('plan', { type: () => ID, description: 'The plan (piano).' }) plan: string,
    @AtMoment() at: Moment,
    @Context() context: RequestContext,
  ): Promise<At<BudgetRow> | null> {
    return this.nodes.one(budgetTable, { id: budgetOf(plan), at, context });
  }

  @ResolveField(() => MoneyType, {
    nullable: true,
    description: 'What the call assigns to the plan (assegnato).',
  })
  assigned(@Parent() { assignedCents }: BudgetRow): Money | null {
    return assignedCents === null ? null : euro(assignedCents);
  }

  @ResolveField(() => MoneyType, { description: 'The sum of its commitments (impegnato).' })
  committed(@Parent() { commitments }: BudgetRow): Money {
    return euro(commitments.reduce((total, { cents }) => total + cents, 0));
  }

  @ResolveField(() => MoneyType, {
    description: 'What a revocation set free, for the call to assign again (B-10, liberato).',
  })
  freed(@Parent() { freedCents }: BudgetRow): Money {
    return euro(freedCents);
  }

  @ResolveField(() => [BudgetMovement], { description: 'What is held (prenotazioni).' })
  reservations(@Parent() { reservations }: BudgetRow) {
    return reservations.map((one) => ({ ...one, amount: euro(one.cents) }));
  }

  @ResolveField(() => [Commitment], { description: 'What is bound (impegni).' })
  commitments(@Parent() { commitments }: BudgetRow) {
    return commitments.map((one) => ({ ...one, amount: euro(one.cents) }));
  }

  @ResolveField(() => [Decommitment], { description: 'What was set free (disimpegni).' })
  decommitted(@Parent() { decommitted }: BudgetRow) {
    return decommitted.map((one) => ({ ...one, amount: euro(one.cents) }));
  }
}
