import { enumOf } from '@tavolo/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { majorityBases, quorumWholes, rulebookPresets, tieRules } from '../../contract/index.js';

export const QuorumKindEnum = enumOf(
  'QuorumKind',
  ['count', 'fraction'],
  'How a structural quorum is said: a number of members, or a share.',
);
export const QuorumWholeEnum = enumOf(
  'QuorumWhole',
  quorumWholes,
  'What a share of the structural quorum is taken of (base del numero legale).',
);
export const MajorityBaseEnum = enumOf(
  'MajorityBase',
  majorityBases,
  'What the votes in favour are compared with (base della maggioranza).',
);
export const TieRuleEnum = enumOf('TieRule', tieRules, 'What becomes of equal votes (parità).');
export const RulebookPresetEnum = enumOf(
  'RulebookPreset',
  Object.keys(rulebookPresets),
  'A rulebook to start from (regolamento tipo).',
);

@ObjectType({ description: 'How many must be present for an item (numero legale), rule GB-2.' })
export class QuorumRule {
  @Field(() => QuorumKindEnum, { description: 'A number or a share.' })
  readonly kind!: string;

  @Field(() => Int, { nullable: true, description: 'The number of members, for a number.' })
  readonly n?: number;

  @Field(() => Int, { nullable: true, description: 'Numerator of the share.' })
  readonly num?: number;

  @Field(() => Int, { nullable: true, description: 'Denominator of the share.' })
  readonly den?: number;

  @Field(() => Boolean, { nullable: true, description: 'More than the share, not just as much.' })
  readonly strict?: boolean;

  @Field(() => QuorumWholeEnum, { nullable: true, description: 'What the share is taken of.' })
  readonly of?: string;
}

@ObjectType({ description: 'How many votes in favour adopt (maggioranza), rule D-2.' })
export class MajorityRule {
  @Field(() => MajorityBaseEnum, { description: 'What they are compared with.' })
  readonly base!: string;

  @Field(() => Int, { description: 'Numerator of the share.' })
  readonly num!: number;

  @Field(() => Int, { description: 'Denominator of the share.' })
  readonly den!: number;

  @Field(() => Boolean, { description: 'More than the share, not just as much.' })
  readonly strict!: boolean;
}

@ObjectType({ description: 'How many seats of a category must be filled (rappresentanza).' })
export class CategoryRepresentation {
  @Field(() => String, { description: 'Category (categoria).' })
  readonly category!: string;

  @Field(() => Int, { description: 'How many at least.' })
  readonly min!: number;
}

@ObjectType({ description: 'How a body decides (regolamento): data that the body itself adopts.' })
export class Rulebook {
  @Field(() => QuorumRule, { description: 'Structural quorum (numero legale).' })
  readonly quorum!: QuorumRule;

  @Field(() => MajorityRule, { description: 'Majority (maggioranza).' })
  readonly majority!: MajorityRule;

  @Field(() => TieRuleEnum, { description: 'Equal votes (parità).' })
  readonly tie!: string;

  @Field(() => Boolean, { description: 'Recused seats leave the base of the majority too.' })
  readonly recusedLeaveBase!: boolean;

  @Field(() => Int, { description: 'Days of notice before a sitting (preavviso), rule GB-1.' })
  readonly noticeDays!: number;

  @Field(() => [CategoryRepresentation], {
    description: 'Categories to be represented, rule GB-7.',
  })
  readonly representation!: readonly CategoryRepresentation[];
}
