import type { Cents, Instant, LocalDate, MandateRef, Message, PersonRef } from '@tavolo/kernel';
import type { RuleId, Sha256 } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { AgreementEnteredIntoForce, AgreementId, AgreementKind } from '../contract/index.js';
import type { ChecklistTopic } from './checklist.js';

// Names and fields are the storage format: a new shape is a new schema number, never a rename.

/** What a party does in the agreement. A lead or an authority answers for the whole amount. */
export type PartyRole = 'authority' | 'lead' | 'partner' | 'adhering';

/** Signature levels, from a plain one to the digital one of Italian law. */
export type SignatureLevel = 'simple' | 'advanced' | 'qualified' | 'digital';

/** Where a datum of the demo comes from; absent on a user's own data. */
export type Source = 'programme' | 'public' | 'synthetic';

/** One clause; `id` is a UUID that stays through revisions. */
export type Clause = Readonly<{
  id: string;
  title: string;
  text: string;
  /** What of the mandatory content it holds. */
  covers?: readonly ChecklistTopic[];
  /** Clauses of one group are amended together; without one a clause is a group itself. */
  group?: string;
  /** A day before the agreement is complete from which this clause gives it effect. */
  effectFrom?: LocalDate;
}>;

/** What must have happened before the agreement has effect. */
export type PrecedentCondition = Readonly<{ id: string; title: string }>;

/** An entry in the protocol of a body: what makes it one is all three together. */
export type ProtocolEntry = Readonly<{
  protocolNo: string;
  protocolDate: LocalDate;
  /** The body that keeps the protocol. */
  register: PartnerId;
}>;

/** The amendment whose cycle a fact is of; absent of the founding text. */
export type OfAmendment = Readonly<{ amendment?: string }>;

/** The rule that kept a step of a process out. */
export type KeptOutBy = Readonly<{ rule: RuleId; code: string }>;

/** An agreement exists, as a draft. */
export type AgreementDrafted = Message<
  'AgreementDrafted',
  {
    kind: AgreementKind;
    title: string;
    titleEn?: string;
    network: NetworkId | null;
    plan: PlanId | null;
    parent: AgreementId | null;
    totalCents: Cents;
    start: LocalDate;
    end: LocalDate;
    conditions: readonly PrecedentCondition[];
    source?: Source;
    /** Publication is a condition of its effect. */
    publicationRequired?: boolean;
    /** Days between a notice of termination and its effect. */
    noticeDays?: number;
  }
>;
/** An organisation is a party from now on. */
export type AgreementPartyAdded = Message<
  'AgreementPartyAdded',
  {
    partner: PartnerId;
    shareCents: Cents;
    role: PartyRole;
    /** Whether it is an administration: drives. */
    publicBody: boolean;
  }
>;
/** It is a party no more. */
export type AgreementPartyRemoved = Message<'AgreementPartyRemoved', { partner: PartnerId }>;
/** The whole text as it stands from now on. */
export type AgreementTextRevised = Message<
  'AgreementTextRevised',
  {
    title: string;
    titleEn?: string;
    totalCents: Cents;
    start: LocalDate;
    end: LocalDate;
    clauses: readonly Clause[];
    publicationRequired?: boolean;
    noticeDays?: number;
  }
>;
/** The draft is under review. */
export type AgreementSubmittedForReview = Message<'AgreementSubmittedForReview', OfAmendment>;
/** Back to a draft; a frozen text and its approvals fall away. */
export type AgreementChangesRequested = Message<
  'AgreementChangesRequested',
  OfAmendment & { frozenVersion: number | null }
>;
/** The text that is signed: a document, by its hash. */
export type AgreementTextFrozen = Message<
  'AgreementTextFrozen',
  OfAmendment & {
    /** Counts the freezings of this agreement from 1, those of amendments included. */
    version: number;
    sha256: Sha256;
    /** `application/json` for the canonical bytes, `application/pdf` for an uploaded text. */
    mediaType: string;
    /** Whose ledger has to hold the amount; null where nothing has to be held. */
    parent: AgreementId | null;
    totalCents: Cents;
    end: LocalDate;
    /** The freezing in force, for which the ledger goes on holding beside this one. */
    beside?: number;
  }
>;
/** The parent's ledger holds the amount of the frozen text. */
export type AgreementReservationConfirmed = Message<
  'AgreementReservationConfirmed',
  OfAmendment & { version: number }
>;
/** The parent's ledger refused the amount; the text is a draft again. */
export type AgreementReservationDenied = Message<
  'AgreementReservationDenied',
  KeptOutBy & OfAmendment & { version: number }
>;
/** A party approved the frozen text by an act of its own. */
export type PartyApprovalRecorded = Message<
  'PartyApprovalRecorded',
  {
    party: PartnerId;
    textSha256: Sha256;
    /** The approving act, as a document. */
    act: Sha256;
    date: LocalDate;
    /** The organ that approved: «Giunta comunale». */
    body: string;
  }
>;
/** The text no longer changes, and may be signed. */
export type AgreementOpenedForSignature = Message<
  'AgreementOpenedForSignature',
  OfAmendment & { textSha256: Sha256; openedOn: LocalDate }
>;
/** A reported signature: nobody here has verified the container. */
export type AgreementSigned = Message<
  'AgreementSigned',
  OfAmendment & {
    party: PartnerId;
    signatory: PersonRef;
    mandate: MandateRef;
    textSha256: Sha256;
    level: SignatureLevel;
    signedAt: Instant;
    /** The day of `signedAt` in the zone of the body. */
    signedOn: LocalDate;
    /** The signed file (P7M, PAdES) and its verification report; null for a simple signature. */
    container: Sha256 | null;
    report: Sha256 | null;
    /** The subject of the certificate, in the private store. */
    certificateRef: string | null;
  }
>;
/** Every party has signed the same text. */
export type AgreementFullySigned = Message<
  'AgreementFullySigned',
  OfAmendment & { textSha256: Sha256; lastSignedOn: LocalDate }
>;
/** The protocol officer of a party is asked for a number: of the lead, where there is one. */
export type RegistrationAsked = Message<'RegistrationAsked', OfAmendment & { askedOf: PartnerId }>;
/** A number was given; it counts once nobody else is found to hold it. */
export type AgreementRegistrationProposed = Message<
  'AgreementRegistrationProposed',
  OfAmendment & ProtocolEntry
>;
/** Somebody else holds the number. */
export type AgreementRegistrationDenied = Message<
  'AgreementRegistrationDenied',
  KeptOutBy & OfAmendment & ProtocolEntry
>;
/** It stands in the protocol of a body. */
export type AgreementRegistered = Message<'AgreementRegistered', OfAmendment & ProtocolEntry>;
/** A condition of its effect has come true. */
export type PrecedentConditionMet = Message<
  'PrecedentConditionMet',
  { condition: string; document: Sha256; metOn: LocalDate }
>;

/** A fact of the way from the draft into force. */
export type FoundingEvent =
  | AgreementDrafted
  | AgreementPartyAdded
  | AgreementPartyRemoved
  | AgreementTextRevised
  | AgreementSubmittedForReview
  | AgreementChangesRequested
  | AgreementTextFrozen
  | AgreementReservationConfirmed
  | AgreementReservationDenied
  | PartyApprovalRecorded
  | AgreementOpenedForSignature
  | AgreementSigned
  | AgreementFullySigned
  | RegistrationAsked
  | AgreementRegistrationProposed
  | AgreementRegistrationDenied
  | AgreementRegistered
  | PrecedentConditionMet
  | AgreementEnteredIntoForce;
