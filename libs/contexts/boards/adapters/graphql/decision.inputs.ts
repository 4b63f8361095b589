import { CommandInput, Instant, IsIdOf, LocalDate, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsOptional, Length, ValidateNested } from 'class-validator';
import { SourceEnum } from '@tavolo/graphql';
import { SignatureLevelEnum } from '@tavolo/graphql';
import { NoteFailureInput, WaiveConditionInput } from './later.inputs.js';
import { AnswerObjectionInput, ConditionInput } from './later.inputs.js';
import { AdoptRouteInput } from './route/route.inputs.js';
import { ExtendPlanInput } from './extend-plan.types.js';
import { RulebookInput } from './rulebook.inputs.js';
import { SpendingInput } from './spending.inputs.js';
import { DecisionEndEnum, OpinionKindEnum, OpinionValueEnum } from './decision.types.js';

@InputType({ description: 'The plan that a decision is to adopt, in the version read (piano).' })
export class AdoptPlanInput {
  @IsIdOf('plan')
  @Field(() => ID, { description: 'The plan.' })
  readonly plan!: string;

  @Field(() => Sha256, { description: 'The hash of its consolidated version, as you read it.' })
  readonly sha256!: string;
}

@InputType({ description: 'The earlier decision that this one ends (autotutela), rule D-8.' })
export class EndDecisionInput {
  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision that is to end.' })
  readonly decision!: string;

  @Field(() => DecisionEndEnum, { description: 'How.' })
  readonly how!: string;

  @ArrayMaxSize(100)
  @Length(1, 100, { each: true })
  @Field(() => [ID], { description: 'Acts that hang on it: agreements, plans (atti dipendenti).' })
  readonly dependents!: readonly string[];
}

@InputType({
  description: 'Proposes a decision; name its norms in `legalBasis` (proposta di deliberazione).',
})
export class ProposeDecisionInput extends CommandInput {
  @IsIdOf('board')
  @Field(() => ID, { description: 'The board that is to decide (organo).' })
  readonly board!: string;

  @Length(1, 300)
  @Field(() => String, { description: 'Title (oggetto).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => AdoptPlanInput)
  @Field(() => AdoptPlanInput, {
    nullable: true,
    description: 'The plan it adopts; absent for a decision on something else.',
  })
  readonly adoptPlan?: AdoptPlanInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => ExtendPlanInput)
  @Field(() => ExtendPlanInput, { nullable: true, description: 'The costed extension it funds.' })
  readonly extendPlan?: ExtendPlanInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => RulebookInput)
  @Field(() => RulebookInput, {
    nullable: true,
    description: 'The rulebook that the board adopts by it (modifica del regolamento).',
  })
  readonly amendRules?: RulebookInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => EndDecisionInput)
  @Field(() => EndDecisionInput, {
    nullable: true,
    description: 'The earlier decision that it ends; its reasons are the motivation.',
  })
  readonly endDecision?: EndDecisionInput;

  @IsOptional()
  @IsIdOf('decision')
  @Field(() => ID, {
    nullable: true,
    description: 'The earlier decision that the body comes back to (riesame), rule D-8.',
  })
  readonly reconsider?: string | null;

  @IsOptional()
  @IsIdOf('decision')
  @Field(() => ID, {
    nullable: true,
    description: 'What the chair decided alone and the body ratifies (ratifica), rule D-10.',
  })
  readonly ratify?: string | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => WaiveConditionInput)
  @Field(() => WaiveConditionInput, { nullable: true, description: 'The condition it lets go.' })
  readonly waiveCondition?: WaiveConditionInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => NoteFailureInput)
  @Field(() => NoteFailureInput, {
    nullable: true,
    description: 'The unmet condition that the body takes note of (presa d’atto).',
  })
  readonly noteFailure?: NoteFailureInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => AnswerObjectionInput)
  @Field(() => AnswerObjectionInput, { nullable: true, description: 'The objection it answers.' })
  readonly answerObjection?: AnswerObjectionInput;

  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ConditionInput)
  @Field(() => [ConditionInput], {
    nullable: true,
    description: 'What it hangs on, part of the text that is voted on (condizioni).',
  })
  readonly conditions?: readonly ConditionInput[] | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => AdoptRouteInput)
  @Field(() => AdoptRouteInput, {
    nullable: true,
    description: 'The version of a definition of routes that the board adopts by it.',
  })
  readonly adoptRoute?: AdoptRouteInput;

  @Field(() => Sha256, { description: 'The text to be voted on and signed, uploaded before.' })
  readonly textSha256!: string;

  @IsOptional()
  @Field(() => Sha256, { nullable: true, description: 'The reasons (motivazione), rule D-7.' })
  readonly motivation?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => SpendingInput)
  @Field(() => SpendingInput, { nullable: true, description: 'What it spends (spesa).' })
  readonly spending?: SpendingInput;

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;

  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: 'Its matter is confidential (riservata).' })
  readonly confidential?: boolean | null;
}

/** What every command on a decision that exists names. */
@InputType({ isAbstract: true })
abstract class OnDecisionInput extends CommandInput {
  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision (deliberazione).' })
  readonly decision!: string;
}

@InputType({ description: 'Gives an opinion on a proposal (parere).' })
export class AttachOpinionInput extends OnDecisionInput {
  @Field(() => OpinionKindEnum, { description: 'On substance, or on the money.' })
  readonly kind!: string;

  @Field(() => OpinionValueEnum, { description: 'What it says.' })
  readonly opinion!: string;

  @Field(() => Sha256, { description: 'The opinion as a document, uploaded before.' })
  readonly document!: string;
}

@InputType({ description: 'Marks a proposal as ready for an agenda (fine dell’istruttoria).' })
export class MarkReadyInput extends OnDecisionInput {
  @IsOptional()
  @Field(() => Sha256, {
    nullable: true,
    description: 'Why a negative accounting opinion is overruled, as a document.',
  })
  readonly overruling?: string;
}

@InputType({ description: 'Records a signature of the text that was voted on (firma).' })
export class SignDecisionInput extends OnDecisionInput {
  @Field(() => Sha256, { description: 'The text that was signed.' })
  readonly textSha256!: string;

  @IsIdOf('person')
  @Field(() => ID, { description: 'Who signed: the chair or the secretary of that day.' })
  readonly signatory!: string;

  @Field(() => SignatureLevelEnum, { description: 'Level (livello).' })
  readonly level!: string;

  @Field(() => Instant, { description: 'Signing time.' })
  readonly signedAt!: string;

  @IsOptional()
  @Field(() => Sha256, { nullable: true, description: 'The signed file; needed unless simple.' })
  readonly container?: string;

  @IsOptional()
  @Field(() => Sha256, {
    nullable: true,
    description: 'The report of its verification; needed unless simple.',
  })
  readonly report?: string;
}

@InputType({ description: 'Records a publication that has happened (pubblicazione).' })
export class PublishDecisionInput extends OnDecisionInput {
  @Length(1, 300)
  @Field(() => String, { description: 'Where (albo).' })
  readonly where!: string;

  @Field(() => LocalDate, { description: 'On which day.' })
  readonly publishedOn!: string;

  @IsOptional()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'From which day it has effect; that of the publication when absent.',
  })
  readonly effectiveFrom?: string;

  @IsOptional()
  @Field(() => Sha256, { nullable: true, description: 'Proof of it, uploaded before.' })
  readonly document?: string;
}

@InputType({ description: 'Changes a proposal off every agenda (modifica della proposta).' })
export class AmendProposalInput extends OnDecisionInput {
  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Title; the earlier one when absent.' })
  readonly title?: string;

  @Field(() => Sha256, { description: 'The new text, uploaded before (testo).' })
  readonly textSha256!: string;

  @IsOptional()
  @Field(() => Sha256, { nullable: true, description: 'The reasons; the earlier when absent.' })
  readonly motivation?: string;

  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ConditionInput)
  @Field(() => [ConditionInput], {
    nullable: true,
    description: 'All its conditions anew; the earlier ones when absent (condizioni).',
  })
  readonly conditions?: readonly ConditionInput[] | null;

  @IsOptional()
  @ValidateNested()
  @Type(() => SpendingInput)
  @Field(() => SpendingInput, {
    nullable: true,
    description: 'What it spends now, rule D-4; null: nothing; as before when absent (spesa).',
  })
  readonly spending?: SpendingInput | null;
}

@InputType({ description: 'Takes a proposal back, off every agenda (ritiro della proposta).' })
export class WithdrawProposalInput extends OnDecisionInput {}

@InputType({ description: 'Makes a confidential matter one as any other (fine della riserva).' })
export class DiscloseDecisionInput extends OnDecisionInput {}
