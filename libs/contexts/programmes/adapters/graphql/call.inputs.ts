import { Cents, CommandInput, DeadlineInput, IsIdOf, LocalDate } from '@tavolo/graphql';
import { PartialDate } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  Length,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PartnerKindEnum } from '../../../partners/adapters/graphql/partner.types.js';
import { PeriodEnum } from './programme.types.js';
import { SourceEnum } from '@tavolo/graphql';

@InputType({ description: 'Members of these kinds a network must have (categoria obbligatoria).' })
export class MandatoryCategoryInput {
  @Length(1, 100)
  @Field(() => String, { description: 'Name of the category.' })
  readonly category!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @Field(() => [PartnerKindEnum], { description: 'Kinds that count for it.' })
  readonly kinds!: readonly string[];

  @IsInt()
  @Min(1)
  @Max(100)
  @Field(() => Int, { description: 'How many at least.' })
  readonly min!: number;
}

@InputType({ description: 'Drafts a call (bozza di avviso).' })
export class DraftCallInput extends CommandInput {
  @IsIdOf('programme')
  @Field(() => ID, { description: 'The programme it belongs to.' })
  readonly programme!: string;

  @Field(() => PeriodEnum, { description: 'Programming period (periodo).' })
  readonly period!: string;

  @Length(1, 50)
  @Field(() => String, { description: 'Number, for example `1/2018`.' })
  readonly number!: string;

  @Length(1, 300)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @Length(1, 50)
  @Field(() => String, { nullable: true, description: 'Acronym (acronimo).' })
  readonly acronym?: string;

  @IsOptional()
  @IsIdOf('call')
  @Field(() => ID, { nullable: true, description: 'The call that this one continues.' })
  readonly continues?: string;

  @Field(() => Cents, { description: 'Budget in integer cents (dotazione).' })
  readonly budgetCents!: number;

  @IsOptional()
  @ValidateNested()
  @Type(() => DeadlineInput)
  @Field(() => DeadlineInput, { nullable: true, description: 'Applications are due by then.' })
  readonly deadline?: DeadlineInput;

  @ArrayMaxSize(20)
  @Field(() => [PartnerKindEnum], {
    defaultValue: [],
    description: 'Kinds that may lead; empty means any.',
  })
  readonly leadKinds!: readonly string[];

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => MandatoryCategoryInput)
  @Field(() => [MandatoryCategoryInput], {
    defaultValue: [],
    description: 'Who must take part (partner obbligatori).',
  })
  readonly mandatoryCategories!: readonly MandatoryCategoryInput[];

  @IsOptional()
  @Field(() => PartialDate, { nullable: true, description: 'Costs are eligible from.' })
  readonly eligibleFrom?: string;

  @IsOptional()
  @Field(() => PartialDate, { nullable: true, description: 'Costs are eligible until.' })
  readonly eligibleUntil?: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  @Field(() => Int, {
    nullable: true,
    description:
      'How much of a plan may be shifted by notice, in percent; without it, nothing (PL-9, soglia).',
  })
  readonly remodulationThresholdPercent?: number;

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;
}

/** The terms that `RectifyCall` may change. */
@InputType({ description: 'Terms that a rectification changes; what is absent stays (rettifica).' })
export class RectifiedTermsInput {
  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Title (titolo).' })
  readonly title?: string;

  @IsOptional()
  @ArrayMaxSize(20)
  @Field(() => [PartnerKindEnum], { nullable: true, description: 'Kinds that may lead.' })
  readonly leadKinds?: readonly string[];

  @IsOptional()
  @Field(() => PartialDate, { nullable: true, description: 'Costs are eligible from.' })
  readonly eligibleFrom?: string;

  @IsOptional()
  @Field(() => PartialDate, { nullable: true, description: 'Costs are eligible until.' })
  readonly eligibleUntil?: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  @Field(() => Int, {
    nullable: true,
    description: 'Threshold of remodulations, in percent (PL-9).',
  })
  readonly remodulationThresholdPercent?: number;
}

/** What every later command on a call names. */
@InputType({ isAbstract: true })
export abstract class OnCallInput extends CommandInput {
  @IsIdOf('call')
  @Field(() => ID, { description: 'The call (avviso).' })
  readonly call!: string;
}

@InputType({ description: 'Approves a call by an act (approvazione).' })
export class ApproveCallInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date.' })
  readonly act!: string;

  @Field(() => LocalDate, { description: 'Day of the act.' })
  readonly approvedOn!: string;
}

@InputType({ description: 'Records the registration of the act by the Court of Auditors.' })
export class RecordCourtRegistrationInput extends OnCallInput {
  @Length(1, 50)
  @Field(() => String, { description: 'Registration number (numero di registrazione).' })
  readonly registrationNo!: string;

  @Field(() => LocalDate, { description: 'Day of registration.' })
  readonly registeredOn!: string;
}

@InputType({ description: 'Publishes a call: its terms are frozen from then (pubblicazione).' })
export class PublishCallInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'Where it is published (sito, albo).' })
  readonly place!: string;
}

@InputType({ description: 'Moves the deadline of a call forward (proroga del termine).' })
export class ExtendDeadlineInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date.' })
  readonly act!: string;

  @ValidateNested()
  @Type(() => DeadlineInput)
  @Field(() => DeadlineInput, { description: 'The new deadline.' })
  readonly deadline!: DeadlineInput;

  @IsOptional()
  @ArrayMaxSize(50)
  @Length(2, 10, { each: true })
  @Field(() => [String], { nullable: true, description: 'Only for these regions (NUTS codes).' })
  readonly regions?: readonly string[];
}

@InputType({ description: 'Changes terms of a published call (B-11, rettifica).' })
export class RectifyCallInput extends OnCallInput {
  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date.' })
  readonly act!: string;

  @ValidateNested()
  @Type(() => RectifiedTermsInput)
  @Field(() => RectifiedTermsInput, { description: 'What changes (modifiche).' })
  readonly terms!: RectifiedTermsInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => DeadlineInput)
  @Field(() => DeadlineInput, { nullable: true, description: 'The later deadline (B-11).' })
  readonly deadline?: DeadlineInput;
}

@InputType({ description: 'Closes a call for applications, after its deadline (chiusura).' })
export class CloseCallInput extends OnCallInput {}

@InputType({ description: 'Assigns funds of a call to a plan (assegnazione).' })
export class AssignFundingInput extends OnCallInput {
  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan that gets them.' })
  readonly plan!: string;

  @Field(() => Cents, { description: 'Amount in integer cents (importo).' })
  readonly cents!: number;

  @Length(1, 300)
  @Field(() => String, { description: 'The act, with number and date.' })
  readonly act!: string;
}
