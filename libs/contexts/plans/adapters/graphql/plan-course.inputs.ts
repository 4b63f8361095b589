import { LocalDate, PartialDate, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Length, Min } from 'class-validator';
import { OnPlanInput, TITLE_MAX } from './plan.forms.js';
import { SourceEnum } from '@tavolo/graphql';
import { FindingKindEnum } from './plan.enums.js';

@InputType({
  description: 'Records a need of the territory, in co-programming (bisogno).',
})
export class RecordNeedInput extends OnPlanInput {
  @Length(1, TITLE_MAX)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, TITLE_MAX)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @Length(1, 100)
  @Field(() => String, {
    nullable: true,
    description: 'Where: a territory by name or code (territorio).',
  })
  readonly area?: string;

  @IsOptional()
  @Field(() => Sha256, {
    nullable: true,
    description: 'What is known of it, uploaded before.',
  })
  readonly document?: string;
}

@InputType({
  description: 'Concludes co-programming with its document (esito della co-programmazione).',
})
export class CloseCoProgrammingInput extends OnPlanInput {
  @Field(() => Sha256, {
    description: 'Needs, interventions and resources, uploaded before.',
  })
  readonly document!: string;
}

@InputType({
  description: 'Lets a closed table sit again (riapertura del tavolo).',
})
export class ReopenTableInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The table (tavolo).' })
  readonly table!: string;
}

@InputType({
  description: 'A partner stands behind a version, by a mandate of its own (adesione al testo).',
})
export class EndorsePlanInput extends OnPlanInput {
  @Field(() => Sha256, {
    description: 'The version that you read, by hash (X-8).',
  })
  readonly sha256!: string;
}

@InputType({ description: 'Begins to examine a submitted plan (istruttoria).' })
export class StartAppraisalInput extends OnPlanInput {}

@InputType({
  description: 'Asks the lead for more (richiesta di integrazioni).',
})
export class RequestIntegrationInput extends OnPlanInput {
  @Field(() => Sha256, { description: 'What is asked for, uploaded before.' })
  readonly document!: string;

  @Field(() => LocalDate, {
    description: 'The last day for the answer (termine).',
  })
  readonly due!: string;
}

@InputType({ description: 'Answers a request for integration (integrazione).' })
export class ProvideIntegrationInput extends OnPlanInput {
  @Field(() => Sha256, { description: 'The answer, uploaded before.' })
  readonly document!: string;
}

@InputType({ description: 'Turns a plan down (rigetto).' })
export class RejectPlanInput extends OnPlanInput {
  @Field(() => Sha256, { description: 'The version submitted, by hash (X-8).' })
  readonly sha256!: string;

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly document!: string;
}

@InputType({
  description: 'Puts a plan on the reserve list (graduatoria di riserva).',
})
export class ReserveListPlanInput extends OnPlanInput {
  @Field(() => Sha256, { description: 'The version submitted, by hash (X-8).' })
  readonly sha256!: string;

  @IsInt()
  @Min(1)
  @Field(() => Int, { description: 'From 1 (posto).' })
  readonly place!: number;

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly document!: string;
}

@InputType({ description: 'Stops execution (sospensione).' })
export class SuspendPlanInput extends OnPlanInput {
  @Field(() => LocalDate, { description: 'From when (dal).' })
  readonly on!: string;

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly document!: string;
}

@InputType({ description: 'Lets execution go on (ripresa).' })
export class ResumePlanInput extends OnPlanInput {
  @Field(() => LocalDate, { description: 'From when (dal).' })
  readonly on!: string;

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly document!: string;
}

@InputType({
  description: 'Tells progress up to a day (relazione di avanzamento).',
})
export class ReportProgressInput extends OnPlanInput {
  @Field(() => LocalDate, { description: 'Up to when (al).' })
  readonly until!: string;

  @Field(() => Sha256, { description: 'The report, uploaded before.' })
  readonly document!: string;
}

@InputType({
  description: 'Sets a recorded value right; the first stays readable (PL-12, rettifica).',
})
export class CorrectIndicatorValueInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The indicator (indicatore).' })
  readonly indicator!: string;

  @Field(() => PartialDate, {
    description: 'The date that the value was recorded for (al).',
  })
  readonly on!: string;

  @IsInt()
  @Min(0)
  @Field(() => Int, { description: 'The right value (valore).' })
  readonly value!: number;
}

@InputType({
  description: 'Records what an evaluation found to be mended (rilievo).',
})
export class RecordEvaluationFindingInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The action (azione).' })
  readonly action!: string;

  @Field(() => FindingKindEnum, { description: 'What it is (tipo).' })
  readonly kind!: string;

  @Length(1, TITLE_MAX)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, TITLE_MAX)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from.',
  })
  readonly source?: string;
}

@InputType({
  description: 'Drops an intervention that has not begun (PL-13, annullamento).',
})
export class CancelInterventionInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The intervention (intervento).' })
  readonly intervention!: string;

  @Field(() => LocalDate, { description: 'When that was decided (data).' })
  readonly on!: string;

  @Field(() => Sha256, {
    description: 'The act that says why, uploaded before (atto).',
  })
  readonly document!: string;
}

@InputType({
  description: 'Says that a finding was followed up (chiusura del rilievo).',
})
export class CloseEvaluationFindingInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The finding (rilievo).' })
  readonly finding!: string;

  @Field(() => Sha256, { description: 'How, uploaded before.' })
  readonly document!: string;
}

@InputType({ description: 'Sends the final report (relazione finale).' })
export class SubmitFinalReportInput extends OnPlanInput {
  @Field(() => Sha256, { description: 'The report, uploaded before.' })
  readonly document!: string;
}

@InputType({ description: 'Closes a plan (PL-13, chiusura).' })
export class ClosePlanInput extends OnPlanInput {
  @Field(() => LocalDate, { description: 'When (data).' })
  readonly on!: string;

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly document!: string;
}
