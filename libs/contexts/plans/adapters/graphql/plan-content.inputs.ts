import { Cents, IsIdOf, PartialDate } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsUUID, Length, Matches, Min } from 'class-validator';
import { SourceEnum } from '@tavolo/graphql';
import { PlanEditInput, TEXT_MAX, TitledEditInput } from './plan.forms.js';

/** Letters, digits, dots and dashes: its order as text is that of the sections. */
const SECTION_KEY = /^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/;

@InputType({ description: 'Writes a section of the text, new or not (sezione).' })
export class ReviseSectionInput extends TitledEditInput {
  @Matches(SECTION_KEY)
  @Field(() => ID, {
    description: 'Its key in the plan, which gives its place in the text: `01-finalita`.',
  })
  readonly section!: string;

  @Length(1, TEXT_MAX)
  @Field(() => String, { description: 'Its wording (testo).' })
  readonly text!: string;

  @IsOptional()
  @Length(1, TEXT_MAX)
  @Field(() => String, { nullable: true, description: 'Its wording in English.' })
  readonly textEn?: string;
}

@InputType({ description: 'Adds a line of action (azione).' })
export class AddActionInput extends TitledEditInput {
  @IsOptional()
  @Length(1, 20)
  @Field(() => String, {
    nullable: true,
    description: 'Code that the programme gives it, its own in the plan.',
  })
  readonly code?: string;

  @IsOptional()
  @Length(1, 2000)
  @Field(() => String, { nullable: true, description: 'What it aims at (obiettivo).' })
  readonly objective?: string;

  @IsOptional()
  @Length(1, 2000)
  @Field(() => String, { nullable: true, description: 'What it aims at, in English.' })
  readonly objectiveEn?: string;
}

@InputType({ description: 'Says whom an action is for: a class, never persons (destinatari).' })
export class LinkTargetGroupInput extends TitledEditInput {
  @IsUUID()
  @Field(() => ID, { description: 'The action (azione).' })
  readonly action!: string;

  @Length(1, 20)
  @Field(() => String, { description: 'Code of the group, for example `TG1`.' })
  readonly code!: string;
}

@InputType({ description: 'Says what an action is measured by (indicatore).' })
export class DefineIndicatorInput extends TitledEditInput {
  @IsUUID()
  @Field(() => ID, { description: 'The action (azione).' })
  readonly action!: string;

  @Length(1, 100)
  @Field(() => String, { description: 'What is counted (unità di misura).' })
  readonly unit!: string;

  @IsInt()
  @Min(0)
  @Field(() => Int, { description: 'The value aimed at (valore obiettivo).' })
  readonly target!: number;
}

@InputType({ description: 'Adds an intervention to an action (intervento).' })
export class AddInterventionInput extends TitledEditInput {
  @IsUUID()
  @Field(() => ID, { description: 'The action (azione).' })
  readonly action!: string;

  @IsOptional()
  @Field(() => PartialDate, {
    nullable: true,
    description: 'Planned start, as exact as it is known (inizio).',
  })
  readonly start?: string;

  @IsOptional()
  @Field(() => PartialDate, { nullable: true, description: 'Planned end (fine).' })
  readonly end?: string;
}

@InputType({ description: 'Makes one partner answer for an intervention (PL-2, responsabile).' })
export class AssignOwnerInput extends PlanEditInput {
  @IsUUID()
  @Field(() => ID, { description: 'The intervention (intervento).' })
  readonly intervention!: string;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'An active member of the network (partner).' })
  readonly partner!: string;

  @IsIdOf('network')
  @Field(() => ID, { description: 'A network of this plan (rete).' })
  readonly network!: string;
}

@InputType({ description: 'Adds a line to the budget of an action (voce di costo).' })
export class AddBudgetLineInput extends PlanEditInput {
  @IsUUID()
  @Field(() => ID, { description: 'The action (azione).' })
  readonly action!: string;

  @Length(1, 100)
  @Field(() => String, { description: 'Cost category (categoria di spesa).' })
  readonly category!: string;

  @Field(() => Cents, { description: 'Amount in integer cents (importo).' })
  readonly cents!: number;

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;
}

@InputType({ description: 'Sets the share of a partner in a line; 0 takes it away (quota).' })
export class AllocateToPartnerInput extends PlanEditInput {
  @IsUUID()
  @Field(() => ID, { description: 'The line (voce di costo).' })
  readonly line!: string;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'Whose share it is (partner).' })
  readonly partner!: string;

  @Field(() => Cents, { description: 'Amount in integer cents (importo).' })
  readonly cents!: number;
}

@InputType({ description: 'Sets a point in the time of a plan (tappa).' })
export class ScheduleMilestoneInput extends TitledEditInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, {
    nullable: true,
    description: 'The action it belongs to; without it, the whole plan.',
  })
  readonly action?: string;

  @Field(() => PartialDate, { description: 'When (scadenza).' })
  readonly due!: string;
}
