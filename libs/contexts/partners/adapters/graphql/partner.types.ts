import {
  Cents,
  connectionOf,
  enumOf,
  Instant,
  LocalDate,
  Node,
  Person,
  resultOf,
  Sha256,
  SourceEnum,
} from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { actKinds, identifierKinds, partnerKinds, partnerStatuses } from '../../contract/index.js';

/** The kinds of organisation, as the schema names them. */
export const PartnerKindEnum = enumOf(
  'PartnerKind',
  partnerKinds,
  'What an organisation is (tipo di ente).',
);
/** The states of a partner, as the schema names them. */
export const PartnerStatusEnum = enumOf(
  'PartnerStatus',
  partnerStatuses,
  'State of a partner (stato del partner).',
);
/** The kinds of act, as the schema names them. */
export const ActKindEnum = enumOf(
  'ActKind',
  actKinds,
  'A kind of act that binds a partner (tipo di atto).',
);
/** The registers, as the schema names them. */
export const IdentifierKindEnum = enumOf(
  'IdentifierKind',
  identifierKinds,
  'A register that gives an organisation a number or code (registro): IPA, RUNTS, school, VAT.',
);
/** The kinds of power to act, as the schema names them. */
export const RepresentationKindEnum = enumOf(
  'RepresentationKind',
  ['legalRepresentative', 'signatory'],
  'Legal representative (legale rappresentante) or authorised signatory (firmatario).',
);

@ObjectType({ description: 'A number or code of an organisation (identificativo).' })
export class PartnerIdentifier {
  @Field(() => IdentifierKindEnum, { description: 'Of which register.' })
  readonly kind!: string;

  @Field(() => String, { description: 'The number or code.' })
  readonly value!: string;
}

@ObjectType({ description: 'A power to act for a partner (rappresentanza).' })
export class Representation {
  @Field(() => ID, { description: 'Local to its partner: for the commands that end it.' })
  readonly id!: string;

  @Field(() => String, { description: 'The mandate to act under, as `Tavolo-Mandate` wants it.' })
  readonly mandate!: string;

  @Field(() => RepresentationKindEnum, { description: 'What it is (tipo).' })
  readonly kind!: string;

  @Field(() => Person, { description: 'Who holds it (persona).' })
  readonly person!: Person;

  @Field(() => [ActKindEnum], {
    description: 'The acts it holds for (atti); a legal representative’s holds for all.',
  })
  readonly acts!: readonly string[];

  @Field(() => Cents, {
    nullable: true,
    description: 'The largest amount it covers, integer cents; null is without limit.',
  })
  readonly maxCents!: number | null;

  @Field(() => LocalDate, { description: 'Its first day (decorrenza).' })
  readonly from!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day (scadenza).' })
  readonly until!: string | null;
}

@ObjectType({ description: 'An interest of a person in a partner (dichiarazione di interesse).' })
export class PartnerInterest {
  @Field(() => ID, { description: 'Local to its partner.' })
  readonly id!: string;

  @Field(() => Person, { description: 'Whose it is (persona).' })
  readonly person!: Person;

  @Field(() => ID, {
    nullable: true,
    description: 'The call, plan, agreement … it concerns (materia); null is every matter.',
  })
  readonly matter!: string | null;

  @Field(() => [Sha256], { description: 'The declaration, by hash (dichiarazione).' })
  readonly declaration!: readonly string[];

  @Field(() => Instant, { description: 'When it was declared.' })
  readonly declaredAt!: string;
}

@ObjectType({ description: 'An exclusion that is open (procedimento di esclusione).' })
export class PartnerExclusion {
  @Field(() => [Sha256], { description: 'The notice, by hash (avvio del procedimento).' })
  readonly notice!: readonly string[];

  @Field(() => LocalDate, { description: 'Last day for a reply (termine per la risposta).' })
  readonly replyUntil!: string;

  @Field(() => Instant, { description: 'When it was opened.' })
  readonly openedAt!: string;

  @Field(() => [Sha256], { description: 'The reply of the partner, by hash (controdeduzioni).' })
  readonly reply!: readonly string[];

  @Field(() => Instant, { nullable: true, description: 'When the partner replied.' })
  readonly answeredAt!: string | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'When it was recorded that nobody replied in time (termine decorso).',
  })
  readonly lapsedAt!: string | null;
}

@ObjectType({
  implements: () => [Node],
  description:
    'An organisation that networks are made of (partner): Region, municipality, school …',
})
export class Partner extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => PartnerStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => String, { description: 'Name of the organisation (denominazione).' })
  readonly name!: string;

  @Field(() => PartnerKindEnum, { description: 'What it is (tipo di ente).' })
  readonly kind!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Tax code (codice fiscale); null where there is none or it can be a person’s.',
  })
  readonly taxCode!: string | null;

  @Field(() => String, { nullable: true, description: 'NUTS or ISTAT code of its place.' })
  readonly territory!: string | null;

  @Field(() => [PartnerIdentifier], { description: 'Numbers and codes (identificativi).' })
  readonly identifiers!: readonly PartnerIdentifier[];

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day of its eligibility (ammissibile fino al); the date decides.',
  })
  readonly eligibleUntil!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'Last day of evidence that waits for verification (prove da verificare).',
  })
  readonly evidenceUntil!: string | null;

  @Field(() => [Sha256], { description: 'The documents of that evidence, by hash (prove).' })
  readonly evidence!: readonly string[];

  @Field(() => ID, {
    nullable: true,
    description: 'The partner that holds the same tax code, where that is why it was rejected.',
  })
  readonly heldBy!: string | null;

  @Field(() => PartnerExclusion, {
    nullable: true,
    description: 'An exclusion that is open (esclusione in corso).',
  })
  readonly exclusion!: PartnerExclusion | null;

  @Field(() => Instant, {
    nullable: true,
    description: 'Suspended since (sospeso dal): nothing new is taken on, reports are owed.',
  })
  readonly suspendedAt!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Wants to leave since (recesso chiesto).' })
  readonly withdrawalRequestedAt!: string | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day a successor began, or the organisation ceased (cessazione).',
  })
  readonly endedOn!: string | null;

  @Field(() => Instant, { nullable: true, description: 'When its end was recorded.' })
  readonly endedAt!: string | null;

  @Field(() => SourceEnum, {
    nullable: true,
    description: 'Where a demo datum comes from: `programme`, `public` or `synthetic`.',
  })
  readonly source!: string | null;
}

/** A page of partners. */
export const PartnerConnection = connectionOf(Partner);
/** What a command on a partner answers. */
export const PartnerResult = resultOf(Partner, 'partner');
