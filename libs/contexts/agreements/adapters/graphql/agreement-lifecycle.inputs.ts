import { Cents, CommandInput, IsIdOf, LocalDate, Sha256 } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsBoolean, IsInt, IsOptional, IsUUID, Length, Min, NotEquals } from 'class-validator';
import { TerminationCauseEnum } from './agreement.enums.js';

/** What every command on an agreement names. */
@InputType({ isAbstract: true })
abstract class AgreementInput extends CommandInput {
  @IsIdOf('agreement')
  @Field(() => ID, { description: 'The agreement (accordo).' })
  readonly agreement!: string;
}

/** What a command on a signature, or on what all have signed, names. */
@InputType({ isAbstract: true })
abstract class VersionInput extends AgreementInput {
  @IsOptional()
  @IsUUID()
  @Field(() => ID, { nullable: true, description: 'Of this amendment (atto integrativo).' })
  readonly amendment?: string;
}

@InputType({ isAbstract: true })
abstract class SignatureOfInput extends VersionInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The party (parte).' })
  readonly party!: string;

  @Field(() => Sha256, { description: 'The frozen text (A-1).' })
  readonly textSha256!: string;
}

@InputType({ description: 'Records that a party refuses to sign (rifiuto della firma).' })
export class RefuseSignatureInput extends SignatureOfInput {
  @Field(() => Sha256, { description: 'Its statement, uploaded before (dichiarazione).' })
  readonly statement!: string;

  @Field(() => LocalDate, { description: 'The day it refused (data).' })
  readonly refusedOn!: string;
}

@InputType({
  description:
    'Reminds a party that its signature is awaited (sollecito): not twice on one day. Its words are the `reason`.',
})
export class RemindPartyInput extends SignatureOfInput {}

@InputType({ description: 'Voids a signature found invalid (invalidazione della firma).' })
export class InvalidateSignatureInput extends SignatureOfInput {
  @Field(() => Sha256, { description: 'What shows it, uploaded before.' })
  readonly document!: string;
}

@InputType({ description: 'Records the publication (pubblicazione).' })
export class PublishAgreementInput extends VersionInput {
  @Field(() => LocalDate, { description: 'The day it was published (data).' })
  readonly publishedOn!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'Where, for example «Albo pretorio» (luogo).' })
  readonly place!: string;

  @Length(1, 500)
  @Field(() => String, { description: 'Number or address there (riferimento).' })
  readonly reference!: string;
}

@InputType({ description: 'Gives an agreement up before all have signed (ritiro della bozza).' })
export class WithdrawDraftInput extends AgreementInput {}

@InputType({ isAbstract: true })
abstract class LaterEndInput extends AgreementInput {
  @Field(() => LocalDate, { description: 'The new last day (nuova scadenza).' })
  readonly end!: string;
}

@InputType({ description: 'Asks for a later end without more money (richiesta di proroga).' })
export class RequestTermExtensionInput extends LaterEndInput {}

@InputType({ description: 'Turns down the later end that was asked for (diniego di proroga).' })
export class RefuseTermExtensionInput extends LaterEndInput {}

@InputType({ description: 'Approves the later end that was asked for (proroga).' })
export class ExtendTermInput extends LaterEndInput {
  @Field(() => Sha256, { description: 'The approving act, uploaded before (atto).' })
  readonly act!: string;
}

@InputType({ description: 'Suspends an agreement (sospensione).' })
export class SuspendAgreementInput extends AgreementInput {}

@InputType({ description: 'Ends a suspension (ripresa).' })
export class ResumeAgreementInput extends AgreementInput {}

@InputType({ description: 'A party gives notice (recesso).' })
export class GiveNoticeInput extends AgreementInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The party (parte).' })
  readonly party!: string;

  @Field(() => LocalDate, { description: 'The day the notice was given (data).' })
  readonly givenOn!: string;

  @IsOptional()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'From when; without it the first day that the period of notice allows.',
  })
  readonly effectiveFrom?: string;
}

@InputType({ description: 'Ends an agreement before its last day (risoluzione).' })
export class TerminateAgreementInput extends AgreementInput {
  @NotEquals('parentEnded', { message: 'only a process says that the agreement above has ended' })
  @Field(() => TerminationCauseEnum, { description: 'Why (causa).' })
  readonly cause!: string;
}

@InputType({ description: 'Records that an agreement was annulled (annullamento).' })
export class AnnulAgreementInput extends AgreementInput {
  @Field(() => Sha256, { description: 'The act or judgment, uploaded before (atto).' })
  readonly act!: string;

  @Field(() => LocalDate, { description: 'The day of it (data).' })
  readonly annulledOn!: string;
}

@InputType({ description: 'Records the second look at a signature (nuova verifica, A-14).' })
export class ReverifySignatureInput extends AgreementInput {
  @IsInt()
  @Min(1)
  @Field(() => Int, { description: 'Of which version in force (versione).' })
  readonly version!: number;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'The party (parte).' })
  readonly party!: string;

  @IsBoolean()
  @Field(() => Boolean, { description: 'Valid as of its time-stamp (valida alla firma).' })
  readonly validAtSigning!: boolean;

  @IsBoolean()
  @Field(() => Boolean, { description: 'Valid as of now (valida oggi).' })
  readonly validNow!: boolean;

  @Field(() => Sha256, { description: 'The verification report, uploaded before.' })
  readonly report!: string;

  @Field(() => LocalDate, { description: 'The day of the verification (data).' })
  readonly verifiedOn!: string;
}

@InputType({ description: 'Closes an ended agreement (chiusura).' })
export class CloseAgreementInput extends AgreementInput {
  @Field(() => Cents, { description: 'What was used of it in integer cents (saldo).' })
  readonly settledCents!: number;
}
