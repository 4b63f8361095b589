import { Cents, CommandInput, EditInput, IsIdOf, LocalDate } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, IsUUID, Length, Max, Min } from 'class-validator';
import { ValidateNested } from 'class-validator';
import { SourceEnum } from '@tavolo/graphql';
import { AgreementKindEnum, ChecklistTopicEnum, PartyRoleEnum } from './agreement.enums.js';

const TITLE_MAX = 300;
const CLAUSE_MAX = 20_000;
const CLAUSES_MAX = 200;

@InputType({ description: 'Drafts an agreement (bozza di accordo).' })
export class DraftAgreementInput extends CommandInput {
  @Field(() => AgreementKindEnum, { description: 'What it is (tipo).' })
  readonly kind!: string;

  @Length(1, TITLE_MAX)
  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @IsOptional()
  @Length(1, TITLE_MAX)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @IsIdOf('network')
  @Field(() => ID, { nullable: true, description: 'The network that it serves (rete).' })
  readonly network?: string;

  @IsOptional()
  @IsIdOf('plan')
  @Field(() => ID, { nullable: true, description: 'The plan that it serves (piano).' })
  readonly plan?: string;

  @IsOptional()
  @IsIdOf('agreement')
  @Field(() => ID, {
    nullable: true,
    description: 'The agreement above it, which it may not exceed (A-8, accordo superiore).',
  })
  readonly parent?: string;

  @Field(() => Cents, { description: 'The whole amount in integer cents (importo totale).' })
  readonly totalCents!: number;

  @Field(() => LocalDate, { description: 'First day of its term (inizio).' })
  readonly start!: string;

  @Field(() => LocalDate, { description: 'Last day of its term (fine).' })
  readonly end!: string;

  @IsOptional()
  @ArrayMaxSize(20)
  @Length(1, TITLE_MAX, { each: true })
  @Field(() => [String], {
    nullable: true,
    description: 'What must happen before it has effect (condizioni sospensive).',
  })
  readonly conditions?: readonly string[];

  @IsOptional()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Publication is a condition of its effect (A-7, pubblicazione).',
  })
  readonly publicationRequired?: boolean;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(3650)
  @Field(() => Int, {
    nullable: true,
    description: 'Days between a notice of termination and its effect (preavviso).',
  })
  readonly noticeDays?: number;

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;
}

/** What every later command that edits an agreement names. */
@InputType({ isAbstract: true })
abstract class AgreementEditInput extends EditInput {
  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement (accordo).' })
  readonly agreement!: string;
}

@InputType({ description: 'Adds a party to a draft (aggiunta di una parte).' })
export class AddPartyInput extends AgreementEditInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The organisation (ente).' })
  readonly partner!: string;

  @Field(() => Cents, { description: 'Its share in integer cents (quota).' })
  readonly shareCents!: number;

  @Field(() => PartyRoleEnum, { description: 'Role (ruolo).' })
  readonly role!: string;
}

@InputType({ description: 'Removes a party from a draft (rimozione di una parte).' })
export class RemovePartyInput extends AgreementEditInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The party (parte).' })
  readonly partner!: string;
}

@InputType({ description: 'A clause (clausola).' })
export class AgreementClauseInput {
  @IsUUID()
  @Field(() => ID, { description: 'A UUID of your choice that stays through revisions.' })
  readonly id!: string;

  @Length(1, TITLE_MAX)
  @Field(() => String, { description: 'Heading (rubrica).' })
  readonly title!: string;

  @Length(1, CLAUSE_MAX)
  @Field(() => String, { description: 'Text (testo).' })
  readonly text!: string;

  @IsOptional()
  @ArrayMaxSize(20)
  @Field(() => [ChecklistTopicEnum], {
    nullable: true,
    description: 'What of the mandatory content it holds (A-9).',
  })
  readonly covers?: readonly string[];

  @IsOptional()
  @Length(1, 100)
  @Field(() => String, {
    nullable: true,
    description: 'Clauses of one group are amended together (A-11, gruppo di clausole).',
  })
  readonly group?: string;

  @IsOptional()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'A day before completion from which it gives the agreement effect (A-6).',
  })
  readonly effectFrom?: string;
}

@InputType({ description: 'Revises the text of a draft; what is absent stays (revisione).' })
export class ReviseTextInput extends AgreementEditInput {
  @IsOptional()
  @ArrayMaxSize(CLAUSES_MAX)
  @ValidateNested({ each: true })
  @Type(() => AgreementClauseInput)
  @Field(() => [AgreementClauseInput], {
    nullable: true,
    description: 'All clauses, in their order: they take the place of the former (clausole).',
  })
  readonly clauses?: readonly AgreementClauseInput[];

  @IsOptional()
  @Length(1, TITLE_MAX)
  @Field(() => String, { nullable: true, description: 'Title (titolo).' })
  readonly title?: string;

  @IsOptional()
  @Length(1, TITLE_MAX)
  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn?: string;

  @IsOptional()
  @Field(() => Cents, { nullable: true, description: 'The whole amount (importo totale).' })
  readonly totalCents?: number;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'First day of its term (inizio).' })
  readonly start?: string;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'Last day of its term (fine).' })
  readonly end?: string;

  @IsOptional()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Publication is a condition of its effect (A-7, pubblicazione).',
  })
  readonly publicationRequired?: boolean;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(3650)
  @Field(() => Int, {
    nullable: true,
    description: 'Days between a notice of termination and its effect (preavviso).',
  })
  readonly noticeDays?: number;
}

@InputType({ description: 'Submits a draft for review (invio in istruttoria).' })
export class SubmitForReviewInput extends AgreementEditInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'Of this amendment (atto integrativo).' })
  readonly amendment?: string;
}

@InputType({ description: 'Asks for changes: it is a draft again (richiesta di modifiche).' })
export class RequestChangesInput extends AgreementEditInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'Of this amendment (atto integrativo).' })
  readonly amendment?: string;
}
