import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsUUID, Min } from 'class-validator';
import { PlanEditInput } from './plan.forms.js';

@InputType({ description: 'Sets the value that an indicator aims at (valore obiettivo).' })
export class SetTargetInput extends PlanEditInput {
  @IsUUID()
  @Field(() => ID, { description: 'The indicator (indicatore).' })
  readonly indicator!: string;

  @IsInt()
  @Min(0)
  @Field(() => Int, { description: 'The value aimed at.' })
  readonly target!: number;
}
