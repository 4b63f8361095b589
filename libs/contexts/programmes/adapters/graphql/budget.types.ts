import { enumOf, Money, Node, resultOf } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

export const PoolEnum = enumOf(
  'Pool',
  ['plan', 'call', 'programme'],
  'Where decommitted money goes; in `plan` it is free again on its line (B-10, destinazione).',
);

@ObjectType({ description: 'Money on a partner’s share of a line (movimento).' })
export class BudgetMovement {
  @Field(() => ID, { description: 'Local to its budget.' })
  readonly id!: string;

  @Field(() => ID, { description: 'The line (voce di costo).' })
  readonly line!: string;

  @Field(() => ID, { description: 'The partner (partner).' })
  readonly partner!: string;

  @Field(() => Money, { description: 'Amount (importo).' })
  readonly amount!: Money;
}

@ObjectType({ description: 'Money bound by an agreement and a decision (impegno).' })
export class Commitment extends BudgetMovement {
  @Field(() => ID, { description: 'The agreement (accordo).' })
  readonly agreement!: string;

  @Field(() => ID, { description: 'The decision (decisione).' })
  readonly decision!: string;
}

@ObjectType({ description: 'Money that was set free, and where it went (B-10, disimpegno).' })
export class Decommitment extends BudgetMovement {
  @Field(() => PoolEnum, { description: 'Where it went (destinazione).' })
  readonly pool!: string;
}

@ObjectType({
  implements: () => [Node],
  description: 'What is reserved and committed of a plan’s money (bilancio del piano).',
})
export class PlanBudget extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => ID, { description: 'The plan that it is of (piano).' })
  readonly plan!: string;

  @Field(() => Boolean, { description: 'The whole funding was revoked (revocato).' })
  readonly revoked!: boolean;
}

export const PlanBudgetResult = resultOf(PlanBudget, 'budget');
