import { Cents, CommandInput, IsIdOf, LocalDate, Sha256 } from '@tavolo/graphql';
import { SignatureLevelEnum, SourceEnum } from '@tavolo/graphql';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Length, Matches, Max, Min } from 'class-validator';
import { ValidateNested } from 'class-validator';
import { AgreementKindEnum, ChecklistTopicEnum, PartyRoleEnum } from './agreement.enums.js';
import { WaivableRuleEnum } from './agreement.enums.js';

const TITLE_MAX = 300;
const PARTIES_MAX = 200;
const MANDATE = /^[a-z]+-[0-9a-z-]{1,64}#[0-9A-Za-z-]{1,64}$/;

@InputType({ description: 'The act by which a party approved the text (approvazione).' })
export class ApprovalElsewhereInput {
  @Field(() => Sha256, { description: 'The act, uploaded before (atto).' })
  readonly act!: string;

  @Field(() => LocalDate, { description: 'Date of the act.' })
  readonly date!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'The organ that approved, for example «Giunta» (organo).' })
  readonly body!: string;
}

@InputType({ description: 'A signature that was given elsewhere (firma apposta altrove).' })
export class SignatureElsewhereInput {
  @IsIdOf('person')
  @Field(() => ID, { description: 'Who signed: a reference that `registerPerson` gave.' })
  readonly signatory!: string;

  @IsOptional()
  @Matches(MANDATE)
  @Field(() => ID, {
    nullable: true,
    description: 'The signatory’s mandate, where it is not to be found by itself (mandato).',
  })
  readonly mandate?: string;

  @Field(() => SignatureLevelEnum, { description: 'Level of the signature (livello).' })
  readonly level!: string;

  @Field(() => LocalDate, { description: 'The day on which it was signed (data della firma).' })
  readonly signedOn!: string;

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
}

@InputType({ description: 'A party of an agreement that was signed elsewhere (parte).' })
export class RecordedPartyInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The organisation (ente).' })
  readonly partner!: string;

  @Field(() => Cents, { description: 'Its share in integer cents (quota).' })
  readonly shareCents!: number;

  @Field(() => PartyRoleEnum, { description: 'Role (ruolo).' })
  readonly role!: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => ApprovalElsewhereInput)
  @Field(() => ApprovalElsewhereInput, {
    nullable: true,
    description: 'Its approving act; a public party has one (A-4).',
  })
  readonly approval?: ApprovalElsewhereInput;

  @IsOptional()
  @ValidateNested()
  @Type(() => SignatureElsewhereInput)
  @Field(() => SignatureElsewhereInput, {
    nullable: true,
    description: 'Its signature; without one the agreement is refused (A-1).',
  })
  readonly signature?: SignatureElsewhereInput;
}

@InputType({ description: 'A precedent condition that was met (condizione avverata).' })
export class ConditionElsewhereInput {
  @Length(1, TITLE_MAX)
  @Field(() => String, { description: 'What it was.' })
  readonly title!: string;

  @Field(() => LocalDate, { description: 'The day it was met (data).' })
  readonly metOn!: string;

  @Field(() => Sha256, { description: 'The document that shows it, uploaded before.' })
  readonly document!: string;
}

@InputType({ description: 'Where and when it was published (pubblicazione).' })
export class PublicationElsewhereInput {
  @Field(() => LocalDate, { description: 'The day (data).' })
  readonly publishedOn!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'Where: albo pretorio, official bulletin (luogo).' })
  readonly place!: string;

  @Length(1, 200)
  @Field(() => String, { description: 'Number or address there (riferimento).' })
  readonly reference!: string;
}

@InputType({ description: 'A rule that is waived by the actor, who answers for it (deroga).' })
export class WaiverInput {
  @Field(() => WaivableRuleEnum, { description: 'The rule (regola).' })
  readonly rule!: string;

  @Field(() => Sha256, { description: 'The act by which it is waived, uploaded before (atto).' })
  readonly act!: string;
}

@InputType({
  description:
    'Records an agreement that was signed elsewhere (accordo già in essere). `effectiveOn` is the day from which it has effect, with `reason` and `authorisation` (X-2).',
})
export class RecordExistingAgreementInput extends CommandInput {
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
  @Field(() => ID, { nullable: true, description: 'The agreement above it (A-8).' })
  readonly parent?: string;

  @Field(() => Cents, { description: 'The whole amount in integer cents (importo totale).' })
  readonly totalCents!: number;

  @Field(() => LocalDate, { description: 'First day of its term (inizio).' })
  readonly start!: string;

  @Field(() => LocalDate, { description: 'Last day of its term (fine).' })
  readonly end!: string;

  @Field(() => Sha256, { description: 'The signed text, a PDF uploaded before (testo).' })
  readonly textSha256!: string;

  @IsOptional()
  @ArrayMaxSize(20)
  @Field(() => [ChecklistTopicEnum], {
    nullable: true,
    description: 'What of the mandatory content the text holds (A-9).',
  })
  readonly covers?: readonly string[];

  @ArrayMaxSize(PARTIES_MAX)
  @ValidateNested({ each: true })
  @Type(() => RecordedPartyInput)
  @Field(() => [RecordedPartyInput], { description: 'Its parties (parti).' })
  readonly parties!: readonly RecordedPartyInput[];

  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => ConditionElsewhereInput)
  @Field(() => [ConditionElsewhereInput], {
    nullable: true,
    description: 'Its precedent conditions, all of them met (condizioni sospensive).',
  })
  readonly conditions?: readonly ConditionElsewhereInput[];

  @IsOptional()
  @Field(() => Boolean, {
    nullable: true,
    description: 'Publication is a condition of its effect (A-7, pubblicazione).',
  })
  readonly publicationRequired?: boolean;

  @IsOptional()
  @ValidateNested()
  @Type(() => PublicationElsewhereInput)
  @Field(() => PublicationElsewhereInput, { nullable: true, description: 'Its publication.' })
  readonly publication?: PublicationElsewhereInput;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(3650)
  @Field(() => Int, { nullable: true, description: 'Days of notice that it fixes (preavviso).' })
  readonly noticeDays?: number;

  @Length(1, 64)
  @Field(() => String, { description: 'Protocol number (numero di protocollo, A-7).' })
  readonly protocolNo!: string;

  @Field(() => LocalDate, { description: 'Protocol date (data di protocollo).' })
  readonly protocolDate!: string;

  @IsIdOf('partner')
  @Field(() => ID, { description: 'The body that keeps the protocol (ente che protocolla).' })
  readonly register!: string;

  @IsOptional()
  @Length(1, 100)
  @Field(() => String, {
    nullable: true,
    description: 'The clause by which it had effect before it was complete: «art. 7» (A-6).',
  })
  readonly earlierEffectBy?: string;

  @IsOptional()
  @ArrayMaxSize(6)
  @ValidateNested({ each: true })
  @Type(() => WaiverInput)
  @Field(() => [WaiverInput], {
    nullable: true,
    description: 'Rules waived by the actor, a legal representative or the founder (X-4, deroghe).',
  })
  readonly waivers?: readonly WaiverInput[];

  @IsOptional()
  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source?: string;
}
