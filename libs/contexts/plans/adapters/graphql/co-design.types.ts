import { LocalDate, Sha256 } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ContributionStatusEnum } from './plan.enums.js';

@ObjectType({ description: 'A session of a table (seduta del tavolo).' })
export class CoDesignSession {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => LocalDate, { description: 'The day it was held (data).' })
  readonly heldOn!: string;

  @Field(() => Sha256, { description: 'Its minutes, by hash (verbale).' })
  readonly minutes!: string;
}

@ObjectType({ description: 'A change proposed to a section or an action (contributo).' })
export class Contribution {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => ID, {
    description: 'Key of the section, or id of the action, that it is about (oggetto).',
  })
  readonly on!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Paragraph of the section, from 1; null is the whole (capoverso).',
  })
  readonly paragraph!: number | null;

  @Field(() => Sha256, { description: 'Its text, by hash (testo).' })
  readonly document!: string;

  @Field(() => ContributionStatusEnum, { description: 'What became of it (esito).' })
  readonly status!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why: reference of a private text, or hash of a document (motivazione).',
  })
  readonly reason!: string | null;
}

@ObjectType({ description: 'A table at which a plan is co-designed (tavolo di co-progettazione).' })
export class CoDesignTable {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => Boolean, { description: 'It may sit and take contributions (aperto).' })
  readonly open!: boolean;
}
