import { connectionOf, Instant, LocalDate, Node, Person, resultOf } from '@tavolo/graphql';
import { Sha256 } from '@tavolo/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { SourceEnum } from '@tavolo/graphql';
import { AgreementKindEnum, AgreementStatusEnum, ChecklistTopicEnum } from './agreement.enums.js';
import { SignatureLevelEnum } from '@tavolo/graphql';
import { PartyRoleEnum, TerminationCauseEnum } from './agreement.enums.js';
import { RecordedAfterwards } from './recording.types.js';

@ObjectType({ description: 'A clause of an agreement (clausola).' })
export class AgreementClause {
  @Field(() => ID, { description: 'A UUID that stays through revisions.' })
  readonly id!: string;

  @Field(() => String, { description: 'Heading (rubrica).' })
  readonly title!: string;

  @Field(() => String, { description: 'Text (testo).' })
  readonly text!: string;

  @Field(() => [ChecklistTopicEnum], {
    nullable: true,
    description: 'What of the mandatory content it holds (A-9).',
  })
  readonly covers?: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Clauses of one group are amended together (A-11).',
  })
  readonly group?: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'A day before completion from which it gives the agreement effect (A-6).',
  })
  readonly effectFrom?: string;
}

@ObjectType({ description: 'What must happen before an agreement has effect (condizione).' })
export class PrecedentCondition {
  @Field(() => ID, { description: 'Local to its agreement.' })
  readonly id!: string;

  @Field(() => String, { description: 'What it is.' })
  readonly title!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day it was met; null while open.' })
  readonly metOn!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'The document that shows it.' })
  readonly document!: string | null;
}

@ObjectType({ description: 'An entry in the protocol of a body (registrazione di protocollo).' })
export class ProtocolEntry {
  @Field(() => String, { description: 'Number (numero di protocollo).' })
  readonly protocolNo!: string;

  @Field(() => LocalDate, { description: 'Date (data di protocollo).' })
  readonly protocolDate!: string;
}

@ObjectType({ description: 'A step that a process asked for and a rule kept out (diniego).' })
export class DeniedStep {
  @Field(() => String, { description: 'The number of the rule, for example `A-8`.' })
  readonly rule!: string;

  @Field(() => String, { description: 'What the rule kept out: stable, for programs.' })
  readonly code!: string;
}

@ObjectType({ description: 'The act by which a party approved the frozen text (approvazione).' })
export class PartyApproval {
  @Field(() => Sha256, { description: 'The act, as a document (atto).' })
  readonly act!: string;

  @Field(() => LocalDate, { description: 'Its date.' })
  readonly date!: string;

  @Field(() => String, { description: 'The organ that approved (organo).' })
  readonly body!: string;
}

@ObjectType({ description: 'A signature as it was reported (firma); nobody here verified it.' })
export class AgreementSignature {
  @Field(() => Person, { description: 'Who signed (firmatario).' })
  readonly signatory!: Person;

  @Field(() => ID, { description: 'The mandate that covered the act (mandato).' })
  readonly mandate!: string;

  @Field(() => Sha256, { description: 'The text that was signed.' })
  readonly textSha256!: string;

  @Field(() => SignatureLevelEnum, { description: 'Level as reported (livello).' })
  readonly level!: string;

  @Field(() => Instant, { description: 'When it was signed (momento della firma).' })
  readonly signedAt!: string;

  @Field(() => LocalDate, { description: 'The day of that, in the zone of the body.' })
  readonly signedOn!: string;

  @Field(() => Sha256, { nullable: true, description: 'The signed file: P7M or PAdES.' })
  readonly container!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'Its verification report, as uploaded.' })
  readonly report!: string | null;
}

@ObjectType({ description: 'A party of an agreement (parte).' })
export class AgreementParty {
  @Field(() => ID, { description: 'Opaque id.' })
  readonly id!: string;

  @Field(() => PartyRoleEnum, { description: 'Role (ruolo).' })
  readonly role!: string;

  @Field(() => Boolean, { description: 'An administration: drives A-3 and A-4.' })
  readonly publicBody!: boolean;

  @Field(() => PartyApproval, { nullable: true, description: 'Its approving act.' })
  readonly approval!: PartyApproval | null;
}

@ObjectType({ description: 'Where and when it was published (pubblicazione).' })
export class AgreementPublication {
  @Field(() => LocalDate, { description: 'The day (data).' })
  readonly publishedOn!: string;

  @Field(() => String, { description: 'Where (luogo).' })
  readonly place!: string;

  @Field(() => String, { description: 'Number or address there (riferimento).' })
  readonly reference!: string;
}

@ObjectType({ description: 'A later end that was asked for (proroga richiesta).' })
export class TermExtension {
  @Field(() => LocalDate, { description: 'The new last day.' })
  readonly end!: string;

  @Field(() => LocalDate, { description: 'The day of the request.' })
  readonly requestedOn!: string;

  @Field(() => Boolean, { description: 'Whether the parent’s ledger agrees (A-8).' })
  readonly reserved!: boolean;
}

@ObjectType({
  implements: () => [Node],
  description: 'An agreement between organisations (accordo): text, parties, money, term.',
})
export class Agreement extends Node {
  @Field(() => Int, { description: 'Revision of its last fact.' })
  readonly revision!: number;

  @Field(() => AgreementKindEnum, { description: 'What it is (tipo).' })
  readonly kind!: string;

  @Field(() => AgreementStatusEnum, { description: 'State (stato).' })
  readonly status!: string;

  @Field(() => String, { description: 'Title (titolo).' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Title in English.' })
  readonly titleEn!: string | null;

  @Field(() => LocalDate, { description: 'First day of its term (inizio).' })
  readonly start!: string;

  @Field(() => LocalDate, { description: 'Last day of its term (fine).' })
  readonly end!: string;

  @Field(() => SourceEnum, { nullable: true, description: 'Where a demo datum comes from.' })
  readonly source!: string | null;

  @Field(() => [AgreementClause], { description: 'The text (clausole).' })
  readonly clauses!: readonly AgreementClause[];

  @Field(() => [PrecedentCondition], { description: 'Precedent conditions (condizioni).' })
  readonly conditions!: readonly PrecedentCondition[];

  @Field(() => Int, { nullable: true, description: 'Which freezing of its text; null of a draft.' })
  readonly textVersion!: number | null;

  @Field(() => Sha256, {
    nullable: true,
    description: 'The frozen text, as a document: what is signed (A-1). Null of a draft.',
  })
  readonly textSha256!: string | null;

  @Field(() => String, {
    nullable: true,
    description: '`application/json` for canonical bytes (RFC 8785), `application/pdf`.',
  })
  readonly textMediaType!: string | null;

  @Field(() => Boolean, {
    description: 'Whether the parent’s ledger holds the amount (A-8); true without a parent.',
  })
  readonly reserved!: boolean;

  @Field(() => DeniedStep, {
    nullable: true,
    description: 'The rule by which the parent’s ledger refused the last frozen text.',
  })
  readonly reservationDenied!: DeniedStep | null;

  @Field(() => LocalDate, { nullable: true, description: 'Open for signature since.' })
  readonly openedOn!: string | null;

  @Field(() => DeniedStep, {
    nullable: true,
    description: 'The rule by which the last protocol number was refused (A-7).',
  })
  readonly registrationDenied!: DeniedStep | null;

  @Field(() => LocalDate, { nullable: true, description: 'In force from (in vigore dal).' })
  readonly inForceFrom!: string | null;

  @Field(() => Boolean, { description: 'Publication is a condition of its effect (A-7).' })
  readonly publicationRequired!: boolean;

  @Field(() => AgreementPublication, { nullable: true, description: 'Its publication.' })
  readonly publication!: AgreementPublication | null;

  @Field(() => Int, { nullable: true, description: 'Days of notice, where the text fixes them.' })
  readonly noticeDays!: number | null;

  @Field(() => Int, { nullable: true, description: 'The version in force, from 1 (versione).' })
  readonly version!: number | null;

  @Field(() => TermExtension, { nullable: true, description: 'A later end asked for (A-10).' })
  readonly extension!: TermExtension | null;

  @Field(() => DeniedStep, {
    nullable: true,
    description: 'The rule by which the parent’s ledger refused a later end.',
  })
  readonly extensionDenied!: DeniedStep | null;

  @Field(() => LocalDate, { nullable: true, description: 'Suspended since (sospeso dal).' })
  readonly suspendedFrom!: string | null;

  @Field(() => TerminationCauseEnum, { nullable: true, description: 'Why it ended early.' })
  readonly terminationCause!: string | null;

  @Field(() => Sha256, { nullable: true, description: 'The act that annulled it.' })
  readonly annulledBy!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Ended on (cessato il).' })
  readonly endedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Settlement open since (A-12, saldo).' })
  readonly settlementOpenedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Closed on (chiuso il).' })
  readonly closedOn!: string | null;

  @Field(() => RecordedAfterwards, {
    nullable: true,
    description: 'Set where it was signed elsewhere: how it was recorded afterwards.',
  })
  readonly recordedAfterwards!: RecordedAfterwards | null;
}

export const AgreementConnection = connectionOf(Agreement);
export const AgreementResult = resultOf(Agreement, 'agreement');
