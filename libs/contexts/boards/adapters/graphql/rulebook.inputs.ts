import { asGraphql, BadForm } from '@tavolo/graphql';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Length, Max, Min, ValidateNested } from 'class-validator';
import type { QuorumRule, Rulebook } from '../../contract/index.js';
import {
  MajorityBaseEnum,
  QuorumKindEnum,
  QuorumWholeEnum,
  TieRuleEnum,
} from './rulebook.types.js';

/** The most seats of a board. */
export const SEATS_MAX = 60;
/** The largest term of a fraction. */
const TERM_MAX = 1000;

@InputType({ description: 'How many must be present: a number `n`, or a share `num/den` of `of`.' })
export class QuorumRuleInput {
  @IsOptional()
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
}

@InputType({ description: 'How many votes in favour adopt (maggioranza).' })
export class MajorityRuleInput {
  @IsOptional()
  @Field(() => MajorityBaseEnum, { description: 'What they are compared with.' })
  readonly base!: string;

  @IsInt()
  @Min(0)
  @Max(TERM_MAX)
  @Field(() => Int, { description: 'Numerator of the share.' })
  readonly num!: number;

  @IsInt()
  @Min(1)
  @Max(TERM_MAX)
  @Field(() => Int, { description: 'Denominator of the share.' })
  readonly den!: number;

  @IsOptional()
  @Field(() => Boolean, { description: 'More than the share, not just as much.' })
  readonly strict!: boolean;
}

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

@InputType({ description: 'How a body decides (regolamento).' })
export class RulebookInput {
  @ValidateNested()
  @Type(() => QuorumRuleInput)
  @Field(() => QuorumRuleInput, { description: 'Structural quorum (numero legale).' })
  readonly quorum!: QuorumRuleInput;

  @ValidateNested()
  @Type(() => MajorityRuleInput)
  @Field(() => MajorityRuleInput, { description: 'Majority (maggioranza).' })
  readonly majority!: MajorityRuleInput;

  @IsOptional()
  @Field(() => TieRuleEnum, { description: 'Equal votes (parità).' })
  readonly tie!: string;

  @IsOptional()
  @Field(() => Boolean, { description: 'Recused seats leave the base of the majority too.' })
  readonly recusedLeaveBase!: boolean;

  @IsInt()
  @Min(0)
  @Max(365)
  @Field(() => Int, { description: 'Days of notice before a sitting (preavviso).' })
  readonly noticeDays!: number;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => RepresentationInput)
  @Field(() => [RepresentationInput], {
    defaultValue: [],
    description: 'Categories to be represented.',
  })
  readonly representation!: readonly RepresentationInput[];
}

/** A rulebook as it is stored; `path` is its field. @throws GraphQLError BAD_USER_INPUT */
export function rulebookOf(given: RulebookInput, path: string): Rulebook {
  const { majority, representation, tie, recusedLeaveBase, noticeDays } = given;
  const { base, num, den, strict } = majority;
  return {
    quorum: quorumOf(given.quorum, path),
    majority: { base, num, den, strict },
    ...{ tie, recusedLeaveBase, noticeDays },
    representation: representation.map(({ category, min }) => ({ category, min })),
  } as Rulebook;
}

function quorumOf({ kind, n, num, den, strict, of }: QuorumRuleInput, path: string): QuorumRule {
  if (kind === 'count' && typeof n === 'number') return { kind: 'count', n };
  if (typeof num === 'number' && typeof den === 'number' && typeof of === 'string') {
    return { kind: 'fraction', num, den, strict, of } as QuorumRule;
  }
  const form = new BadForm(
    'Il numero legale è un numero (kind COUNT, n) o una frazione (kind FRACTION, num, den, of).',
    'A quorum is a number (kind COUNT, n) or a share (kind FRACTION, num, den, of).',
  );
  throw asGraphql(form, `${path}.quorum`);
}
