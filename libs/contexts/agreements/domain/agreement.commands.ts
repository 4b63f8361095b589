import type { DecisionStanding } from '@tavolo/boards';
import type { Cents, Command, Instant, LocalDate, MandateRef, PersonRef } from '@tavolo/kernel';
import type { Sha256 } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { AgreementId, AgreementKind, AgreementStatus } from '../contract/index.js';
import type {
  Clause,
  KeptOutBy,
  OfAmendment,
  PartyRole,
  ProtocolEntry,
} from './agreement.events.js';
import type { SignatureLevel, Source } from './agreement.events.js';
import type { Agreement } from './agreement.model.js';

/** What a child's text is measured against. */
export type ParentGround = Readonly<{
  status: AgreementStatus;
  end: LocalDate | null;
  /** What the parent's ledger has left, this child's own former reservation apart. */
  residualCents: Cents;
}>;

/** What the children of an agreement have taken of it: no version may go below that. */
export type ChildrenGround = Readonly<{ heldCents: Cents; latestEnd: LocalDate | null }>;

/** What a signature is checked against in the partner's own stream. */
export type PartyGround = Pick<
  PartnerStanding,
  'eligibleUntil' | 'kind' | 'registerNo' | 'representations' | 'status'
>;

/** Founds an agreement. */
export type DraftAgreement = Command<
  'DraftAgreement',
  {
    kind: AgreementKind;
    title: string;
    titleEn?: string;
    network?: NetworkId;
    plan?: PlanId;
    parent?: AgreementId;
    totalCents: Cents;
    start: LocalDate;
    end: LocalDate;
    /** Titles of what must have happened before it has effect. */
    conditions?: readonly string[];
    source?: Source;
    /** Publication is a condition of its effect. */
    publicationRequired?: boolean;
    /** Days between a notice of termination and its effect. */
    noticeDays?: number;
    /**
     * One new id for each condition; the first id named that does not exist; what the agreement
     * above is, where there is one.
     */
    grounds: {
      newIds: readonly string[];
      missing: string | null;
      parentKind?: AgreementKind | null;
    };
  }
>;
/** Adds a party to a draft. */
export type AddParty = Command<
  'AddParty',
  {
    partner: PartnerId;
    shareCents: Cents;
    role: PartyRole;
    grounds: { partner: Pick<PartnerStanding, 'isPublic'> | null };
  }
>;
/** Takes a party out of a draft. */
export type RemoveParty = Command<'RemoveParty', { partner: PartnerId }>;
/** What is absent stays as it is. */
export type ReviseText = Command<
  'ReviseText',
  {
    clauses?: readonly Clause[];
    title?: string;
    titleEn?: string;
    totalCents?: Cents;
    start?: LocalDate;
    end?: LocalDate;
    publicationRequired?: boolean;
    noticeDays?: number;
  }
>;
/** Hands a draft over for review. */
export type SubmitForReview = Command<'SubmitForReview', OfAmendment>;
/** Makes it a draft again. */
export type RequestChanges = Command<'RequestChanges', OfAmendment>;
/** What is read of a decision that is to fund an amendment. */
export type FundingGround = Pick<DecisionStanding, 'effectiveOn' | 'spends' | 'status' | 'subject'>;
/** Fixes the text that is signed. */
export type FreezeText = Command<
  'FreezeText',
  OfAmendment & {
    /** An uploaded PDF that holds the text; without it the canonical bytes are frozen. */
    textSha256?: Sha256;
    grounds: {
      sha256: Sha256;
      mediaType: string;
      parent: ParentGround | null;
      children?: ChildrenGround;
      /** The funding decision of an amendment. */
      decision?: FundingGround | null;
    };
  }
>;
/** Of a process: the ledger granted. */
export type ConfirmReservation = Command<'ConfirmReservation', { version: number }>;
/** Of a process: the ledger refused, by this rule. */
export type DenyReservation = Command<'DenyReservation', KeptOutBy & { version: number }>;
/** Records a party’s approving act. */
export type RecordPartyApproval = Command<
  'RecordPartyApproval',
  { party: PartnerId; textSha256: Sha256; act: Sha256; date: LocalDate; body: string }
>;
/** Opens the frozen text for signature. */
export type OpenForSignature = Command<'OpenForSignature', OfAmendment & { textSha256: Sha256 }>;
/** Records a signature as it was reported. */
export type SignAgreement = Command<
  'SignAgreement',
  OfAmendment & {
    party: PartnerId;
    /** Who signed; without it the actor. */
    signatory?: PersonRef;
    /** One of the signatory's mandates; without it the one that covers the act. */
    mandate?: MandateRef;
    textSha256: Sha256;
    level: SignatureLevel;
    signedAt: Instant;
    container?: Sha256;
    report?: Sha256;
    /** Of the certificate; goes to the private store, never into an event. */
    certificateSubject?: string;
    grounds: { signedOn: LocalDate; certificateRef: string | null; party: PartyGround | null };
  }
>;
/** Of a process: asks for a protocol number. */
export type AskRegistration = Command<'AskRegistration', OfAmendment>;
/** Gives it a protocol number. */
export type RegisterAgreement = Command<
  'RegisterAgreement',
  OfAmendment & ProtocolEntry & { grounds: { registerExists: boolean; heldBy: string | null } }
>;
/** Of a process: the number was free. */
export type ConfirmRegistration = Command<'ConfirmRegistration', OfAmendment & ProtocolEntry>;
/** Of a process: the number was taken, by this rule. */
export type DenyRegistration = Command<'DenyRegistration', KeptOutBy & OfAmendment & ProtocolEntry>;
/** Records that a condition came true. */
export type RecordConditionMet = Command<
  'RecordConditionMet',
  { condition: string; document: Sha256; metOn: LocalDate }
>;
/** The agreement above as its own stream says, at its end; null where there is none. */
export type AboveGround = Pick<Agreement, 'endedOn' | 'status'>;
/** Of a process: gives it effect. */
export type BringIntoForce = Command<
  'BringIntoForce',
  OfAmendment & { grounds?: { children?: ChildrenGround; above?: AboveGround | null } }
>;

/** What leads an agreement from its draft into force, and an amendment likewise. */
export type FoundingCommand =
  | DraftAgreement
  | AddParty
  | RemoveParty
  | ReviseText
  | SubmitForReview
  | RequestChanges
  | FreezeText
  | ConfirmReservation
  | DenyReservation
  | RecordPartyApproval
  | OpenForSignature
  | SignAgreement
  | AskRegistration
  | RegisterAgreement
  | ConfirmRegistration
  | DenyRegistration
  | RecordConditionMet
  | BringIntoForce;
