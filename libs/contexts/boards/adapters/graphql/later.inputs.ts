import { CommandInput, Instant, IsIdOf, LocalDate, Sha256 } from '@tavolo/graphql';
import { SignatureLevelEnum } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsOptional, Length, ValidateNested } from 'class-validator';
import {
  ConditionEffectEnum,
  ConditionFailureEnum,
  ObjectionAnswerEnum,
  ObjectionFollowUpEnum,
  VerifierKindEnum,
} from './later.types.js';

@InputType({ description: 'Who verifies a condition (chi verifica).' })
export class ConditionVerifierInput {
  @Field(() => VerifierKindEnum, { description: 'A seat, an office or a person.' })
  readonly kind!: string;

  @IsOptional()
  @Length(1, 100)
  @Field(() => ID, { nullable: true, description: 'The seat, for a seat.' })
  readonly seat?: string | null;

  @IsOptional()
  @IsIdOf('person')
  @Field(() => ID, { nullable: true, description: 'The person, for a person.' })
  readonly person?: string | null;
}

@InputType({ description: 'A condition of a proposal, part of its text (condizione).' })
export class ConditionInput {
  @Length(1, 1000)
  @Field(() => String, { description: 'What is asked; no personal data (testo).' })
  readonly text!: string;

  @Field(() => LocalDate, { description: 'The last day for it (scadenza).' })
  readonly dueOn!: string;

  @Length(1, 300)
  @Field(() => String, { description: 'What proves it (prova richiesta).' })
  readonly evidence!: string;

  @ValidateNested()
  @Type(() => ConditionVerifierInput)
  @Field(() => ConditionVerifierInput, { description: 'Who verifies it (chi verifica).' })
  readonly verifier!: ConditionVerifierInput;

  @Field(() => ConditionEffectEnum, { description: 'Before or after the effect, rule D-6.' })
  readonly effect!: string;

  @Field(() => ConditionFailureEnum, { description: 'What its failure does.' })
  readonly onFailure!: string;
}

@InputType({ description: 'The unmet condition that the body takes note of (presa d’atto).' })
export class NoteFailureInput {
  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision whose condition it was.' })
  readonly decision!: string;

  @Length(1, 10)
  @Field(() => ID, { description: 'The condition.' })
  readonly condition!: string;
}

@InputType({ description: 'The condition that a decision lets go (rinuncia a una condizione).' })
export class WaiveConditionInput {
  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision that has the condition.' })
  readonly decision!: string;

  @Length(1, 20)
  @Field(() => ID, { description: 'The condition.' })
  readonly condition!: string;
}

@InputType({ description: 'How a decision answers an objection to an earlier one.' })
export class AnswerObjectionInput {
  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision that was objected to.' })
  readonly decision!: string;

  @Length(1, 20)
  @Field(() => ID, { description: 'The objection (opposizione).' })
  readonly objection!: string;

  @Field(() => ObjectionAnswerEnum, { description: 'The answer (esito).' })
  readonly answer!: string;

  @IsOptional()
  @Field(() => ObjectionFollowUpEnum, {
    nullable: true,
    description: 'What follows, where it is upheld; absent where it is dismissed.',
  })
  readonly follows?: string | null;
}

/** What every command on a decision that exists names. */
@InputType({ isAbstract: true })
abstract class OnThisDecisionInput extends CommandInput {
  @IsIdOf('decision')
  @Field(() => ID, { description: 'The decision (deliberazione).' })
  readonly decision!: string;
}

@InputType({ description: 'Submits evidence that a condition is met (presentazione della prova).' })
export class SubmitConditionEvidenceInput extends OnThisDecisionInput {
  @Length(1, 20)
  @Field(() => ID, { description: 'The condition.' })
  readonly condition!: string;

  @Field(() => Sha256, { description: 'The evidence as a document, uploaded before.' })
  readonly document!: string;
}

@InputType({ description: 'Says whether the evidence is enough (verifica), rule X-5.' })
export class VerifyConditionInput extends OnThisDecisionInput {
  @Length(1, 20)
  @Field(() => ID, { description: 'The condition.' })
  readonly condition!: string;

  @Field(() => Sha256, { description: 'The evidence that you looked at.' })
  readonly document!: string;

  @Field(() => Boolean, { description: 'Whether the condition is met.' })
  readonly met!: boolean;

  @IsOptional()
  @Field(() => Sha256, { nullable: true, description: 'Why it is not, as a document.' })
  readonly rejection?: string | null;
}

@InputType({ description: 'The chair decides alone (decisione d’urgenza), rule D-10.' })
export class DecideInUrgencyInput extends OnThisDecisionInput {
  @Field(() => Sha256, { description: 'The text that is decided on.' })
  readonly textSha256!: string;

  @Field(() => Sha256, { description: 'The grounds of urgency, as a document.' })
  readonly urgency!: string;
}

@InputType({ description: 'Puts a clerical error right beside the text (rettifica), rule X-1.' })
export class IssueErratumInput extends OnThisDecisionInput {
  @Field(() => Sha256, { description: 'What was wrong and how it reads, as a document.' })
  readonly document!: string;

  @Field(() => Sha256, { description: 'The text as it stands, which you read.' })
  readonly corrects!: string;

  @Field(() => Sha256, { description: 'The corrected text, which was signed.' })
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
  readonly container?: string | null;

  @IsOptional()
  @Field(() => Sha256, {
    nullable: true,
    description: 'The report of its verification; needed unless simple.',
  })
  readonly report?: string | null;
}

@InputType({ description: 'Says who carries a decision out, and by when (attuazione).' })
export class AssignImplementationInput extends OnThisDecisionInput {
  @IsOptional()
  @IsIdOf('partner')
  @Field(() => ID, { nullable: true, description: 'The partner (ente).' })
  readonly partner?: string | null;

  @IsOptional()
  @Length(1, 200)
  @Field(() => String, { nullable: true, description: 'The office, not a person (ufficio).' })
  readonly office?: string | null;

  @Field(() => LocalDate, { description: 'By when (scadenza).' })
  readonly dueOn!: string;
}

@InputType({ description: 'Confirms that a decision was carried out (conferma), rule X-5.' })
export class ConfirmImplementationInput extends OnThisDecisionInput {
  @Field(() => Sha256, { description: 'What proves it, uploaded before.' })
  readonly evidence!: string;
}

@InputType({ description: 'Objects to a published decision, within the term (opposizione).' })
export class LodgeObjectionInput extends OnThisDecisionInput {
  @Field(() => Sha256, { description: 'The objection as a document, uploaded before.' })
  readonly document!: string;
}
