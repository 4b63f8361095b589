import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { QuorumCountedEnum, QuorumKindEnum, QuorumWholeEnum } from './quorum.types.js';
import { RepresentationInput, SEATS_MAX, TERM_MAX } from './rule.inputs.js';

@InputType({ description: 'How many must be present: a number `n`, or a share `num/den` of `of`.' })
export class QuorumRuleInput {
  @Field(() => QuorumKindEnum, { description: 'A number or a share.' })
  readonly kind!: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(SEATS_MAX)
  @Field(() => Int, { nullable: true, description: 'The number of members, for a number.' })
  readonly n?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(TERM_MAX)
  @Field(() => Int, { nullable: true, description: 'Numerator of the share.' })
  readonly num?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(TERM_MAX)
  @Field(() => Int, { nullable: true, description: 'Denominator of the share.' })
  readonly den?: number;

  @IsOptional()
  @Field(() => Boolean, { defaultValue: false, description: 'More than the share, not as much.' })
  readonly strict!: boolean;

  @IsOptional()
  @Field(() => QuorumWholeEnum, { nullable: true, description: 'What the share is taken of.' })
  readonly of?: string;

  @IsOptional()
  @Field(() => QuorumCountedEnum, { nullable: true, description: 'Counted at the closing.' })
  readonly counted?: string;

  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RepresentationInput)
  @Field(() => [RepresentationInput], {
    nullable: true,
    description: 'Categories that must be among them.',
  })
  readonly categories?: readonly RepresentationInput[];
}
