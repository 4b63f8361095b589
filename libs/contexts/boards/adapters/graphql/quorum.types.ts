import { enumOf } from '@tavolo/graphql';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { quorumCounted, quorumWholes } from '../../contract/index.js';

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
export const QuorumCountedEnum = enumOf(
  'QuorumCounted',
  quorumCounted,
  'What a structural quorum counts when a vote closes.',
);
@ObjectType({ description: 'How many seats of a category (rappresentanza).' })
export class CategoryRepresentation {
  @Field(() => String, { description: 'Category (categoria).' })
  readonly category!: string;

  @Field(() => Int, { description: 'How many at least.' })
  readonly min!: number;
}

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

  @Field(() => QuorumCountedEnum, { nullable: true, description: 'Counted at the closing.' })
  readonly counted?: string;

  @Field(() => [CategoryRepresentation], {
    nullable: true,
    description: 'Categories that must be among them.',
  })
  readonly categories?: readonly CategoryRepresentation[];
}
