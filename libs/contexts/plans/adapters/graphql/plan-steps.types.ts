import { LocalDate, Money, PartialDate, Sha256, SourceEnum } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { FindingKindEnum, PlanChangeKindEnum, PlanChangeStatusEnum } from './plan.enums.js';

@ObjectType({ description: 'A need of the territory, found in co-programming (bisogno).' })
export class PlanNeed {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => String, { nullable: true, description: 'Where (territorio).' })
  readonly area!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'What is known of it, by hash.' })
  readonly document!: string | null;
}

@ObjectType({ description: 'A partner stands behind a version of the plan (adesione al testo).' })
export class PlanEndorsement {
  @Field(() => ID, { description: 'The partner with the number of the version.' })
  readonly id!: string;

  @Field(() => Int, { description: 'The version (versione).' })
  readonly version!: number;

  @Field(() => Sha256, { description: 'Its hash.' })
  readonly sha256!: string;
}

@ObjectType({ description: 'A request of the authority for more (richiesta di integrazioni).' })
export class PlanIntegration {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => Sha256, { description: 'What is asked for, by hash.' })
  readonly document!: string;

  @Field(() => LocalDate, { description: 'The last day for the answer (termine).' })
  readonly due!: string;

  @Field(() => Sha256, { nullable: true, description: 'The answer, by hash (integrazione).' })
  readonly answer!: string | null;
}

@ObjectType({ description: 'Progress as it was told (relazione di avanzamento).' })
export class PlanProgress {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => LocalDate, { description: 'Up to when (al).' })
  readonly until!: string;

  @Field(() => Sha256, { description: 'The report, by hash.' })
  readonly document!: string;
}

@ObjectType({ description: 'What an evaluation found to be mended (rilievo della valutazione).' })
export class EvaluationFinding {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => FindingKindEnum, { description: 'What it is (tipo).' })
  readonly kind!: string;

  @Field(() => ID, { description: 'The action that it is about (azione).' })
  readonly action!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => Sha256, {
    nullable: true,
    description: 'How it was followed up; null while it is open (seguito).',
  })
  readonly followUp!: string | null;

  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source!: string | null;
}

@ObjectType({ description: 'A line as a change found it and as it makes it (voce modificata).' })
export class PlanLineChange {
  @Field(() => ID, { description: 'The line (voce di costo).' })
  readonly id!: string;
}

@ObjectType({ description: 'A share as a change found it and as it makes it (quota modificata).' })
export class PlanShareChange {
  @Field(() => ID, { description: 'The partner that it is of.' })
  readonly id!: string;

  @Field(() => Money, { description: 'Its amount before (importo precedente).' })
  readonly before!: Money;

  @Field(() => Money, { description: 'Its amount by the change (nuovo importo).' })
  readonly after!: Money;
}

@ObjectType({
  description: 'A change of an approved plan: a difference to its baseline (PL-14, modifica).',
})
export class PlanChange {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => PlanChangeKindEnum, { description: 'What it is (tipo).' })
  readonly kind!: string;

  @Field(() => PlanChangeStatusEnum, { description: 'Where it is (stato).' })
  readonly status!: string;

  @Field(() => PartialDate, { nullable: true, description: 'The end before it (fine precedente).' })
  readonly endBefore!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'The end by it (nuova fine).' })
  readonly end!: string | null;

  @Field(() => ID, { nullable: true, description: 'The decision that it rests on (decisione).' })
  readonly decision!: string | null;

  @Field(() => ID, { nullable: true, description: 'The agreement amended for it (accordo).' })
  readonly agreement!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'The act on it, by hash (atto).' })
  readonly document!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number and code of the rule that held it back (impedimento).',
  })
  readonly heldBackBy!: string | null;
}
