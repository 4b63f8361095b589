import { CommandInput, EditInput, Instant, IsIdOf, LocalDate, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import { IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { SignatureLevelEnum } from '@tavolo/graphql';

const MANDATE = /^[a-z]+-[0-9a-z-]{1,64}#[0-9A-Za-z-]{1,64}$/;

@InputType({ description: 'Freezes the text that will be signed (congelamento del testo).' })
export class FreezeTextInput extends EditInput {
  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement (accordo).' })
  readonly agreement!: string;

  @IsOptional()
  @Field(() => Sha256, {
    nullable: true,
    description: 'A PDF uploaded before; without it the canonical bytes (RFC 8785) are frozen.',
  })
  readonly textSha256?: string;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'Of this amendment (atto integrativo).' })
  readonly amendment?: string;
}

/** What every command on a frozen text names: the agreement and the text that was read. */
@InputType({ isAbstract: true })
abstract class FrozenTextInput extends CommandInput {
  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement (accordo).' })
  readonly agreement!: string;

  @Field(() => Sha256, { description: 'The frozen text that you read (A-1).' })
  readonly textSha256!: string;
}

@InputType({ description: 'Records the act by which a party approves the text (approvazione).' })
export class RecordPartyApprovalInput extends FrozenTextInput {
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

@InputType({ description: 'Opens the frozen text for signature (apertura alla firma).' })
export class OpenForSignatureInput extends FrozenTextInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'Of this amendment (atto integrativo).' })
  readonly amendment?: string;
}

@InputType({ description: 'Records a signature of a party (firma).' })
export class SignAgreementInput extends FrozenTextInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The party that signs (parte).' })
  readonly party!: string;

  @IsOptional()
  @IsIdOf('person')
  @Field(() => ID, { nullable: true, description: 'Who signed, where it is not you (firmatario).' })
  readonly signatory?: string;

  @IsOptional()
  @Matches(MANDATE)
  @Field(() => ID, {
    nullable: true,
    description: 'The signatory’s mandate, where it is not to be found by itself (mandato).',
  })
  readonly mandate?: string;

  @Field(() => SignatureLevelEnum, { description: 'Level of the signature (livello).' })
  readonly level!: string;

  @Field(() => Instant, { description: 'When it was signed (momento della firma).' })
  readonly signedAt!: string;

  @IsOptional()
  @Field(() => Sha256, {
    nullable: true,
    description: 'The signed file, uploaded before: P7M or PAdES. Needed for all but simple.',
  })
  readonly container?: string;

  @IsOptional()
  @Field(() => Sha256, {
    nullable: true,
    description: 'Its verification report, uploaded before. Needed for all but simple.',
  })
  readonly report?: string;

  @IsOptional()
  @Length(1, 1000)
  @Field(() => String, {
    nullable: true,
    description: 'Subject of the certificate; kept outside the log (titolare del certificato).',
  })
  readonly certificateSubject?: string;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'Of this amendment (atto integrativo).' })
  readonly amendment?: string;
}

@InputType({ description: 'Gives a signed agreement its protocol number (registrazione).' })
export class RegisterAgreementInput extends CommandInput {
  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement (accordo).' })
  readonly agreement!: string;

  @Length(1, 64)
  @Field(() => String, { description: 'Number (numero di protocollo).' })
  readonly protocolNo!: string;

  @Field(() => LocalDate, { description: 'Date (data di protocollo).' })
  readonly protocolDate!: string;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'The body that keeps the protocol (ente che protocolla).' })
  readonly register!: string;

  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'Of this amendment (atto integrativo).' })
  readonly amendment?: string;
}

@InputType({ description: 'Records that a precedent condition is met (condizione avverata).' })
export class RecordConditionMetInput extends CommandInput {
  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement (accordo).' })
  readonly agreement!: string;

  @IsUUID()
  @Field(() => ID, { description: 'The condition, as the agreement lists it (condizione).' })
  readonly condition!: string;

  @Field(() => Sha256, { description: 'The document that shows it, uploaded before.' })
  readonly document!: string;

  @Field(() => LocalDate, { description: 'The day it was met (data).' })
  readonly metOn!: string;
}
