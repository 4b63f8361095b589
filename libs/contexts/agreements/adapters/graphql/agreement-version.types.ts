import { LocalDate, Sha256 } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AgreementStatusEnum, PartyRoleEnum } from './agreement.enums.js';
import { AgreementClause, AgreementPublication, DeniedStep } from './agreement.types.js';
import { PartyApproval } from './agreement.types.js';

@ObjectType({ description: 'A refusal to sign (rifiuto della firma).' })
export class SignatureRefusal {
  @Field(() => LocalDate, { description: 'The day of it.' })
  readonly refusedOn!: string;

  @Field(() => Sha256, { description: 'The statement, as a document.' })
  readonly statement!: string;
}

@ObjectType({ description: 'What a second look at a signature found (nuova verifica, A-14).' })
export class SignatureReverification {
  @Field(() => Boolean, { description: 'Valid as of its time-stamp (valida alla firma).' })
  readonly validAtSigning!: boolean;

  @Field(() => Boolean, { description: 'Valid as of the verification (valida oggi).' })
  readonly validNow!: boolean;

  @Field(() => Sha256, { description: 'The verification report.' })
  readonly report!: string;

  @Field(() => LocalDate, { description: 'The day of the verification.' })
  readonly verifiedOn!: string;
}

@ObjectType({ description: 'What a party has done about one version (parte di una versione).' })
export class AgreementVersionParty {
  @Field(() => PartyRoleEnum, { description: 'Role (ruolo).' })
  readonly role!: string;

  @Field(() => Boolean, { description: 'It joins by this version (subentra).' })
  readonly joining!: boolean;

  @Field(() => Boolean, { description: 'It leaves by this version (esce).' })
  readonly leaving!: boolean;

  @Field(() => PartyApproval, { nullable: true, description: 'Its approving act.' })
  readonly approval!: PartyApproval | null;

  @Field(() => SignatureRefusal, { nullable: true, description: 'Its refusal to sign.' })
  readonly refusal!: SignatureRefusal | null;

  @Field(() => SignatureReverification, {
    nullable: true,
    description: 'The second look at its signature, after the end (A-14).',
  })
  readonly reverification!: SignatureReverification | null;
}

@ObjectType({ description: 'What an amendment changes; what is absent stays (modifiche).' })
export class AmendmentChange {
  @Field(() => String, { nullable: true, description: 'Title (titolo).' })
  readonly title?: string;

  @Field(() => LocalDate, { nullable: true, description: 'The new last day (fine).' })
  readonly end?: string;

  @Field(() => [AgreementClause], { nullable: true, description: 'New or changed clauses.' })
  readonly clauses?: readonly AgreementClause[];

  @Field(() => [ID], { nullable: true, description: 'Clauses that fall away.' })
  readonly dropped?: readonly string[];
}

@ObjectType({
  description: 'One version of an agreement (versione): the founding text, or an amendment.',
})
export class AgreementVersion {
  @Field(() => ID, { description: 'Opaque id.' })
  readonly id!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Local id of the amendment, for its commands; null of the founding text.',
  })
  readonly amendment!: string | null;

  @Field(() => Int, { nullable: true, description: 'Counted from 1 once it is in force.' })
  readonly number!: number | null;

  @Field(() => Int, { nullable: true, description: 'The version that it amends (A-11).' })
  readonly amends!: number | null;

  @Field(() => AgreementStatusEnum, { description: 'State of its own cycle (stato).' })
  readonly status!: string;

  @Field(() => AmendmentChange, { nullable: true, description: 'What it changes.' })
  readonly change!: AmendmentChange | null;

  @Field(() => ID, { nullable: true, description: 'Its funding decision (A-13).' })
  readonly decision!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'Its frozen text; null of a draft.' })
  readonly textSha256!: string | null;

  @Field(() => String, { nullable: true, description: 'Media type of the frozen text.' })
  readonly textMediaType!: string | null;

  @Field(() => Boolean, { description: 'Whether the parent’s ledger holds its amount (A-8).' })
  readonly reserved!: boolean;

  @Field(() => DeniedStep, { nullable: true, description: 'Why the parent’s ledger refused it.' })
  readonly reservationDenied!: DeniedStep | null;

  @Field(() => LocalDate, { nullable: true, description: 'Open for signature since.' })
  readonly openedOn!: string | null;

  @Field(() => DeniedStep, { nullable: true, description: 'Why its number was refused (A-7).' })
  readonly registrationDenied!: DeniedStep | null;

  @Field(() => AgreementPublication, { nullable: true, description: 'Its publication.' })
  readonly publication!: AgreementPublication | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day it is in force.' })
  readonly from!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day of the next version, or the day the agreement ended.',
  })
  readonly before!: string | null;
}
