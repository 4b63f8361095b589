import {
  AreIdsOf,
  Cents,
  CommandInput,
  EditInput,
  IsIdOf,
  LocalDate,
  Sha256,
} from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Length, Min } from 'class-validator';
import { ValidateNested } from 'class-validator';
import { AgreementClauseInput } from './agreement-draft.inputs.js';
import { PartyRoleEnum } from './agreement.enums.js';

const PARTIES_MAX = 500;

@InputType({ description: 'The share of a party after an amendment (quota).' })
export class AmendedShareInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The party (parte).' })
  readonly partner!: string;

  @Field(() => Cents, { description: 'Its share in integer cents (quota).' })
  readonly shareCents!: number;
}

@InputType({ description: 'An organisation that joins by an amendment (subentro).' })
export class JoiningPartyInput extends AmendedShareInput {
  @Field(() => PartyRoleEnum, { description: 'Role (ruolo).' })
  readonly role!: string;
}

@InputType({ description: 'What an amendment changes; what is absent stays (modifiche).' })
export class AmendmentChangeInput {
  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Title (titolo).' })
  readonly title?: string;

  @IsOptional()
  @Length(1, 300)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'The new last day (fine).' })
  readonly end?: string;

  @IsOptional()
  @Field(() => Cents, { nullable: true, description: 'The new whole amount (importo totale).' })
  readonly totalCents?: number;

  @IsOptional()
  @ArrayMaxSize(PARTIES_MAX)
  @ValidateNested({ each: true })
  @Type(() => AmendedShareInput)
  @Field(() => [AmendedShareInput], { nullable: true, description: 'New shares (quote).' })
  readonly shares?: readonly AmendedShareInput[];

  @IsOptional()
  @ArrayMaxSize(PARTIES_MAX)
  @ValidateNested({ each: true })
  @Type(() => JoiningPartyInput)
  @Field(() => [JoiningPartyInput], { nullable: true, description: 'Who joins (subentri).' })
  readonly join?: readonly JoiningPartyInput[];

  @IsOptional()
  @ArrayMaxSize(PARTIES_MAX)
  @AreIdsOf('partner')
  @Field(() => [ID], { nullable: true, description: 'Who leaves, and signs it too (uscite).' })
  readonly leave?: readonly string[];

  @IsOptional()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => AgreementClauseInput)
  @Field(() => [AgreementClauseInput], {
    nullable: true,
    description: 'Clauses in the place of those of the same id, else added (clausole).',
  })
  readonly clauses?: readonly AgreementClauseInput[];

  @IsOptional()
  @ArrayMaxSize(200)
  @IsUUID(undefined, { each: true })
  @Field(() => [ID], {
    nullable: true,
    description: 'Clauses that fall away (clausole soppresse).',
  })
  readonly dropped?: readonly string[];
}

@InputType({ isAbstract: true })
abstract class ChangingInput extends EditInput {
  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement (accordo).' })
  readonly agreement!: string;

  @ValidateNested()
  @Type(() => AmendmentChangeInput)
  @Field(() => AmendmentChangeInput, { description: 'What it changes (modifiche).' })
  readonly change!: AmendmentChangeInput;

  @IsOptional()
  @IsIdOf('decision')
  @Field(() => ID, {
    nullable: true,
    description: 'The funding decision of a costed extension (A-13, decisione di finanziamento).',
  })
  readonly decision?: string;
}

@InputType({ description: 'Proposes an amendment (proposta di atto integrativo).' })
export class ProposeAmendmentInput extends ChangingInput {
  @IsInt()
  @Min(1)
  @Field(() => Int, { description: 'The version that it amends: the one in force (A-11).' })
  readonly amends!: number;
}

@InputType({ description: 'Revises the draft of an amendment, the whole change (revisione).' })
export class ReviseAmendmentInput extends ChangingInput {
  @IsUUID()
  @Field(() => ID, { description: 'The amendment (atto integrativo).' })
  readonly amendment!: string;
}

/** What every command on an open amendment names. */
@InputType({ isAbstract: true })
abstract class AmendmentInput extends CommandInput {
  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement (accordo).' })
  readonly agreement!: string;

  @IsUUID()
  @Field(() => ID, { description: 'The amendment (atto integrativo).' })
  readonly amendment!: string;
}

@InputType({ description: 'Records a party’s approving act on an amendment (approvazione).' })
export class ApproveAmendmentInput extends AmendmentInput {
  @Field(() => Sha256, { description: 'The frozen text that you read (A-1).' })
  readonly textSha256!: string;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'The party (parte).' })
  readonly party!: string;

  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly act!: string;

  @Field(() => LocalDate, { description: 'Date of the act.' })
  readonly date!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'The organ that approved, for example «Giunta» (organo).' })
  readonly body!: string;
}

@InputType({ description: 'Gives an amendment up (ritiro dell’atto integrativo).' })
export class WithdrawAmendmentInput extends AmendmentInput {}
