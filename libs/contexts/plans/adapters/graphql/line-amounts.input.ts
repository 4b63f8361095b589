import { Cents, IsIdOf } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsUUID, ValidateNested } from 'class-validator';

@InputType({ description: 'The share of a partner in a line (quota).' })
export class ShareAmountInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The partner (partner).' })
  readonly partner!: string;

  @Field(() => Cents, { description: 'Amount in integer cents (importo).' })
  readonly cents!: number;
}

@InputType({ description: 'A line with its whole new amount and all its shares (voce di costo).' })
export class LineAmountsInput {
  @IsUUID()
  @Field(() => ID, { description: 'The line (voce di costo).' })
  readonly line!: string;

  @Field(() => Cents, { description: 'Amount in integer cents (importo).' })
  readonly cents!: number;

  @ArrayMaxSize(300)
  @ValidateNested({ each: true })
  @Type(() => ShareAmountInput)
  @Field(() => [ShareAmountInput], { description: 'Every share; they add up to the line (PL-7).' })
  readonly shares!: readonly ShareAmountInput[];
}
