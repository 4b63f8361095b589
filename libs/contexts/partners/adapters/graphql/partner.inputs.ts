import { Cents, CommandInput, IsIdOf, LocalDate, SourceEnum } from '@tavolo/graphql';
import { Field, ID, InputType } from '@nestjs/graphql';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsBoolean,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  Validate,
} from 'class-validator';
import { IdentifierForm } from './identifier.form.js';
import { ActKindEnum, IdentifierKindEnum, PartnerKindEnum } from './partner.types.js';
import { taxCodeForm } from './tax-code.form.js';
import { territoryForm } from './territory.form.js';

@InputType({ description: 'Registers an organisation as a candidate (registrazione).' })
export class RegisterPartnerInput extends CommandInput {
  @Length(1, 200)
  @Field(() => String, { description: 'Name of the organisation (denominazione).' })
  readonly name!: string;

  @Field(() => PartnerKindEnum, { description: 'What it is (tipo di ente).' })
  readonly kind!: string;

  @IsOptional()
  @Matches(...taxCodeForm)
  @Field(() => String, {
    nullable: true,
    description: 'Tax code (codice fiscale); that of a person never reaches the log.',
  })
  readonly taxCode?: string;

  @IsOptional()
  @Matches(...territoryForm)
  @Field(() => String, { nullable: true, description: 'NUTS or ISTAT code of its place.' })
  readonly territory?: string;

  @IsOptional()
  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from: `programme`, `public` or `synthetic`.',
  })
  readonly source?: string;
}

/** What every later command on a partner names. */
@InputType({ isAbstract: true })
export abstract class OnPartnerInput extends CommandInput {
  @IsIdOf('partner')
  @Field(() => ID, { description: 'The partner.' })
  readonly partner!: string;
}

@InputType({ description: 'Records a number or code of a partner (identificativo).' })
export class RecordIdentifierInput extends OnPartnerInput {
  @Field(() => IdentifierKindEnum, { description: 'Of which register.' })
  readonly kind!: string;

  @Validate(IdentifierForm)
  @Field(() => String, { description: 'The number or code.' })
  readonly value!: string;
}

@InputType({
  description: 'Submits evidence of eligibility (prove di ammissibilità): the `documents`.',
})
export class SubmitEligibilityEvidenceInput extends OnPartnerInput {
  @Field(() => LocalDate, { description: 'The last day on which it is valid (validità).' })
  readonly until!: string;
}

@InputType({ description: 'Confirms or rejects the eligibility of a partner (verifica).' })
export class VerifyEligibilityInput extends OnPartnerInput {
  @IsBoolean()
  @Field(() => Boolean, { description: 'False rejects it; the reason says why.' })
  readonly confirmed!: boolean;

  @IsOptional()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day of eligibility, where it ends before its evidence (scadenza).',
  })
  readonly until?: string;
}

/** The first and the last day of a power to act, and whose it is. */
@InputType({ isAbstract: true })
abstract class PowerInput extends OnPartnerInput {
  @IsIdOf('person')
  @Field(() => ID, { description: 'Whose it is: a reference that `registerPerson` gave.' })
  readonly person!: string;

  @Field(() => LocalDate, { description: 'Its first day (decorrenza).' })
  readonly from!: string;

  @IsOptional()
  @Field(() => LocalDate, { nullable: true, description: 'Its last day (scadenza).' })
  readonly until?: string;
}

@InputType({ description: 'Appoints the legal representative (nomina del legale rappresentante).' })
export class AppointLegalRepresentativeInput extends PowerInput {}

@InputType({ description: 'Empowers a person to sign for a partner (potere di firma).' })
export class AuthoriseSignatoryInput extends PowerInput {
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @Field(() => [ActKindEnum], { description: 'The acts it holds for (atti).' })
  readonly acts!: readonly string[];

  @IsOptional()
  @Field(() => Cents, {
    nullable: true,
    description: 'The largest amount it covers, integer cents; none is without limit.',
  })
  readonly maxCents?: number;
}

/** Which power to act ends, and when. */
@InputType({ isAbstract: true })
abstract class EndInput extends OnPartnerInput {
  @IsUUID()
  @Field(() => ID, { description: 'The representation, by its id in the partner.' })
  readonly representation!: string;

  @Field(() => LocalDate, { description: 'The last day (ultimo giorno).' })
  readonly on!: string;
}

@InputType({ description: 'Ends a legal representation (cessazione del legale rappresentante).' })
export class EndLegalRepresentationInput extends EndInput {
  @IsOptional()
  @IsIdOf('person')
  @Field(() => ID, {
    nullable: true,
    description:
      'Who represents the partner from the day after, appointed by the same act (successore).',
  })
  readonly successor?: string;

  @IsOptional()
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last day of the successor (scadenza del successore).',
  })
  readonly successorUntil?: string;
}

@InputType({ description: 'Revokes a power to sign (revoca del potere di firma).' })
export class RevokeSignatoryInput extends EndInput {}
