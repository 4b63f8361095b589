import { LocalDate, PartialDate } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SourceEnum } from '@tavolo/graphql';

@ObjectType({ description: 'A section of the text of a plan (sezione).' })
export class PlanSection {
  @Field(() => ID, {
    description: 'Its key in the plan: contributions name it.',
  })
  readonly id!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => String, { description: 'Its wording (testo).' })
  readonly text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Its wording in English.',
  })
  readonly textEn!: string | null;

  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from.',
  })
  readonly source!: string | null;
}

@ObjectType({
  description: 'A class of people or bodies that an action serves, never persons (destinatari).',
})
export class TargetGroup {
  @Field(() => ID, { description: 'Its code, for example `TG1`.' })
  readonly id!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from.',
  })
  readonly source!: string | null;
}

@ObjectType({
  description: 'What was reached in all up to a day (valore rilevato).',
})
export class IndicatorValue {
  @Field(() => Int, { description: 'The value, in the unit of the indicator.' })
  readonly value!: number;

  @Field(() => PartialDate, {
    description: 'Up to when, as exact as its source (al).',
  })
  readonly on!: string;

  @Field(() => Boolean, {
    description: 'No other comes after it (valore finale).',
  })
  readonly final!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'What was recorded first, where it was corrected (PL-12, valore rettificato).',
  })
  readonly correctedFrom!: number | null;
}

@ObjectType({ description: 'What an action is measured by (indicatore).' })
export class Indicator {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => String, { description: 'What is counted (unità di misura).' })
  readonly unit!: string;

  @Field(() => Int, { description: 'The value aimed at (valore obiettivo).' })
  readonly target!: number;

  @Field(() => [IndicatorValue], {
    description: 'Every value recorded, in order (valori rilevati).',
  })
  readonly values!: readonly IndicatorValue[];

  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from.',
  })
  readonly source!: string | null;
}

@ObjectType({
  description: 'The smallest planned unit of an action (intervento).',
})
export class PlanIntervention {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'Planned start, as exact as its source (inizio).',
  })
  readonly start!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'Planned end (fine).',
  })
  readonly end!: string | null;

  @Field(() => PartialDate, {
    nullable: true,
    description: 'When it ended (concluso).',
  })
  readonly endedOn!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'When it was dropped, before it began (PL-13, annullato).',
  })
  readonly cancelledOn!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The network that its owner answers in (rete).',
  })
  readonly network!: string | null;

  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from.',
  })
  readonly source!: string | null;
}

@ObjectType({ description: 'A partner’s share of a budget line (quota).' })
export class PartnerShare {
  @Field(() => ID, { description: 'The partner that it is of.' })
  readonly id!: string;
}

@ObjectType({
  description: 'A line of the budget of an action (voce di costo).',
})
export class BudgetLine {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => String, { description: 'Cost category (categoria di spesa).' })
  readonly category!: string;

  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from.',
  })
  readonly source!: string | null;
}

@ObjectType({
  description: 'What went well, at the end of an action (punto di forza).',
})
export class PlanStrength {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from.',
  })
  readonly source!: string | null;
}

@ObjectType({ description: 'A line of action of a plan (azione).' })
export class PlanAction {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Code that the programme gives it.',
  })
  readonly code!: string | null;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it aims at (obiettivo).',
  })
  readonly objective!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it aims at, in English.',
  })
  readonly objectiveEn!: string | null;

  @Field(() => [TargetGroup], { description: 'Whom it is for (destinatari).' })
  readonly targetGroups!: readonly TargetGroup[];

  @Field(() => [Indicator], {
    description: 'What it is measured by (indicatori).',
  })
  readonly indicators!: readonly Indicator[];

  @Field(() => [PlanStrength], {
    description: 'What went well (punti di forza).',
  })
  readonly strengths!: readonly PlanStrength[];

  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from.',
  })
  readonly source!: string | null;
}

@ObjectType({ description: 'A point in the time of a plan (tappa).' })
export class Milestone {
  @Field(() => ID, { description: 'Local to its plan.' })
  readonly id!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The action it belongs to; null is the whole plan.',
  })
  readonly action!: string | null;

  @Field(() => PartialDate, { description: 'When (scadenza).' })
  readonly due!: string;

  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from.',
  })
  readonly source!: string | null;
}
