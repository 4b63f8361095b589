import { Field, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, Length, Max, Min } from 'class-validator';

/** The most seats of a board. */
export const SEATS_MAX = 60;
/** The largest term of a fraction. */
export const TERM_MAX = 1000;
/** The most days that a rule can name. */
export const DAYS_MAX = 365;

@InputType({ description: 'How many seats of a category must be filled (rappresentanza).' })
export class RepresentationInput {
  @Length(1, 100)
  @Field(() => String, { description: 'Category (categoria).' })
  readonly category!: string;

  @IsInt()
  @Min(1)
  @Max(SEATS_MAX)
  @Field(() => Int, { description: 'How many at least.' })
  readonly min!: number;
}

@InputType({ description: 'What the vote of a seat of a category counts (peso).' })
export class CategoryWeightInput {
  @Length(1, 100)
  @Field(() => String, { description: 'Category (categoria).' })
  readonly category!: string;

  @IsInt()
  @Min(1)
  @Max(1_000_000_000)
  @Field(() => Int, { description: 'Weight (peso).' })
  readonly weight!: number;
}

@InputType({ description: 'A share of a whole, compared exactly (frazione).' })
export class ShareInput {
  @IsInt()
  @Min(0)
  @Max(TERM_MAX)
  @Field(() => Int, { description: 'Numerator.' })
  readonly num!: number;

  @IsInt()
  @Min(1)
  @Max(TERM_MAX)
  @Field(() => Int, { description: 'Denominator.' })
  readonly den!: number;

  @Field(() => Boolean, { description: 'More than the share, not just as much.' })
  readonly strict!: boolean;
}

@InputType({ description: 'When the body ratifies what its chair decided alone (ratifica).' })
export class UrgencyRuleInput {
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(DAYS_MAX)
  @Field(() => Int, {
    nullable: true,
    description: 'Within so many days; absent: at the next sitting convened after the act.',
  })
  readonly ratifyWithinDays?: number;
}

@InputType({ description: 'How far a member may be represented by another (deleghe).' })
export class DelegationRuleInput {
  @IsInt()
  @Min(1)
  @Max(SEATS_MAX)
  @Field(() => Int, { description: 'Delegations that one member may hold.' })
  readonly max!: number;

  @IsInt()
  @Min(0)
  @Max(DAYS_MAX)
  @Field(() => Int, { description: 'Whole days before the sitting to give it in writing.' })
  readonly noticeDays!: number;
}
