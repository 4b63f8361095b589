import { Cents } from '@tavolo/graphql';
import { Field, InputType } from '@nestjs/graphql';
import { Length } from 'class-validator';

@InputType({ description: 'What a decision spends (spesa), rule D-4.' })
export class SpendingInput {
  @Field(() => Cents, { description: 'Amount in integer cents (importo).' })
  readonly amountCents!: number;

  @Length(1, 100)
  @Field(() => String, { description: 'Where the money stands in the budget (capitolo).' })
  readonly budgetRef!: string;
}
