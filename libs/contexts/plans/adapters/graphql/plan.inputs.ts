import { Cents, CommandInput, IsIdOf, PartialDate, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsUUID, Length, Matches, Min } from 'class-validator';
import { SourceEnum } from '@tavolo/graphql';
import { OnPlanInput, PlanEditInput, TITLE_MAX } from './plan.forms.js';

/** A NUTS code, or another code of that form. */
const REGION_CODE = /^[A-Z]{2}[A-Z0-9-]{0,8}$/;
const CUP = /^[A-Z0-9]{15}$/;

@InputType({ description: 'Begins the plan of a region under a call (avvio del piano).' })
export class InitiatePlanInput extends CommandInput {
  @IsIdOf('call')
  @Field(() => ID, { description: 'The call (avviso).' })
  readonly call!: string;

  @Matches(REGION_CODE)
  @Field(() => String, { description: 'NUTS code of the region, `ITC4` for Lombardy (regione).' })
  readonly regionCode!: string;

  @Length(1, TITLE_MAX)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, TITLE_MAX)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @Length(1, 50)
  @Field(() => String, { nullable: true, description: 'Acronym (acronimo).' })
  readonly acronym?: string;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'The lead partner (capofila).' })
  readonly lead!: string;

  @Field(() => PartialDate, { description: 'Planned start (inizio).' })
  readonly executionStart!: string;

  @Field(() => PartialDate, { description: 'Planned end (fine).' })
  readonly executionEnd!: string;

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;
}

@InputType({ description: 'Names the procedure officer (responsabile del procedimento).' })
export class AppointProcedureOfficerInput extends OnPlanInput {
  @IsIdOf('person')
  @Field(() => ID, { description: 'The person, by reference (persona).' })
  readonly officer!: string;
}

@InputType({ description: 'Freezes the whole content as a document (consolidamento della bozza).' })
export class ConsolidateDraftInput extends PlanEditInput {}

@InputType({
  description: 'Finds a version complete; a refusal names all that is missing (validazione).',
})
export class ValidatePlanInput extends OnPlanInput {
  @Field(() => Sha256, { description: 'The version that you read, by hash (X-8).' })
  readonly sha256!: string;
}

@InputType({ description: 'Sends the adopted text to the authority (invio).' })
export class SubmitPlanInput extends OnPlanInput {
  @Field(() => Sha256, { description: 'The adopted text, by hash (X-8).' })
  readonly sha256!: string;
}

@InputType({ description: 'Records the approval by the authority (approvazione).' })
export class ApprovePlanInput extends OnPlanInput {
  @Field(() => Sha256, { description: 'The submitted text, by hash (X-8).' })
  readonly sha256!: string;

  @Field(() => Cents, {
    description: 'The approved amount in integer cents: the sum of the lines (PL-7).',
  })
  readonly cents!: number;

  @Matches(CUP)
  @Field(() => String, { description: 'Unique project code (CUP), 15 letters and digits.' })
  readonly cup!: string;

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly document!: string;
}

@InputType({ description: 'Records from when interventions run (avvio dell’esecuzione).' })
export class StartExecutionInput extends OnPlanInput {
  @Field(() => PartialDate, { description: 'When, as exact as it is known (data).' })
  readonly on!: string;
}

@InputType({ description: 'Records what was reached in all up to a day (PL-12, valore rilevato).' })
export class RecordIndicatorValueInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The indicator (indicatore).' })
  readonly indicator!: string;

  @IsInt()
  @Min(0)
  @Field(() => Int, { description: 'Counting all so far (valore cumulato).' })
  readonly value!: number;

  @Field(() => PartialDate, { description: 'Up to when (al).' })
  readonly on!: string;

  @IsOptional()
  @IsBoolean()
  @Field(() => Boolean, {
    nullable: true,
    description: 'No other comes after it (PL-13, valore finale).',
  })
  readonly final?: boolean;
}

@InputType({ description: 'Records that an intervention ended (conclusione dell’intervento).' })
export class EndInterventionInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The intervention (intervento).' })
  readonly intervention!: string;

  @Field(() => PartialDate, { description: 'When, as exact as it is known (data).' })
  readonly on!: string;
}

@InputType({ description: 'Records what went well in an action (punto di forza).' })
export class RecordStrengthInput extends OnPlanInput {
  @IsUUID()
  @Field(() => ID, { description: 'The action (azione).' })
  readonly action!: string;

  @Length(1, TITLE_MAX)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, TITLE_MAX)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;
}

@InputType({ description: 'Completes a plan (PL-13, conclusione).' })
export class CompletePlanInput extends OnPlanInput {
  @Field(() => PartialDate, { description: 'When, as exact as it is known (data).' })
  readonly on!: string;
}
