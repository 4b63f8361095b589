import { enumOf, Instant, Person, Sha256 } from '@tavolo/graphql';
import { Field, ID, ObjectType } from '@nestjs/graphql';

/** What a document is to a decision. */
export const SightedDocumentKindEnum = enumOf(
  'SightedDocumentKind',
  ['text', 'motivation', 'opinion', 'paper'],
  'What a document is to a decision: its text, its motivation, an opinion on it, a paper that was sent for it.',
);

@ObjectType({ description: 'A document, as somebody who voted could see it (documento).' })
export class SightedDocument {
  @Field(() => SightedDocumentKindEnum, { description: 'What it is to the decision.' })
  readonly kind!: string;

  @Field(() => Sha256, { description: 'The document, by hash.' })
  readonly sha256!: string;

  @Field(() => Boolean, { description: 'It was confidential then (riservato).' })
  readonly confidential!: boolean;

  @Field(() => Boolean, { description: 'It was theirs to read then (visibile).' })
  readonly shown!: boolean;
}

@ObjectType({
  description:
    'What somebody who voted was allowed to see of the decision then (che cosa poteva vedere chi ha votato): by the policies, the mandates and the facts of the moment of that vote. Who asks is shown it by the policies of today.',
})
export class VoterSight {
  @Field(() => ID, { description: 'The seat that they voted for (seggio).' })
  readonly seat!: string;

  @Field(() => Person, { description: 'Who voted (chi ha votato).' })
  readonly person!: Person;

  @Field(() => Instant, { description: 'When they voted; of a secret vote when it was closed.' })
  readonly at!: string;

  @Field(() => String, { description: 'Position of that moment, for asOf.' })
  readonly position!: string;

  @Field(() => Sha256, { description: 'The policies that were active then, by hash.' })
  readonly policyHash!: string;

  @Field(() => [ID], { description: 'What they held on that day (mandati).' })
  readonly mandates!: readonly string[];

  @Field(() => Boolean, { description: 'The decision was there for them (visibile).' })
  readonly shown!: boolean;

  @Field(() => Boolean, { description: 'The matter was confidential then (riservata).' })
  readonly confidential!: boolean;

  @Field(() => ID, {
    nullable: true,
    description:
      'The mandate by which they could read what was confidential; null where nothing was, or by none.',
  })
  readonly grantedBy!: string | null;

  @Field(() => [String], { description: 'Fields of the decision that were kept from them.' })
  readonly keptFields!: readonly string[];

  @Field(() => [SightedDocument], { description: 'Its documents, as they were then (documenti).' })
  readonly documents!: readonly SightedDocument[];
}
