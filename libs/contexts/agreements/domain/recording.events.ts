import type { Cents, LocalDate, MandateRef, Message, PersonRef, Sha256 } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { AgreementId, AgreementKind } from '../contract/index.js';
import type { PartyRole, PrecedentCondition, ProtocolEntry } from './agreement.events.js';
import type { SignatureLevel, Source } from './agreement.events.js';
import type { ChecklistTopic } from './checklist.js';

// Names and fields are the storage format: a new shape is a new schema number, never a rename.

/**
 * What may be waived for an agreement that was signed elsewhere, for its proof may lie where this
 * system never looked. What makes an agreement one may not.
 */
export const waivableRules = ['A-4', 'A-5', 'A-9', 'PA-2', 'PA-3', 'PA-5'] as const;

/** A rule that may be waived for an agreement that was signed elsewhere. */
export type WaivableRule = (typeof waivableRules)[number];

/** Somebody answered, by name and by an act, for what a rule would have kept out. */
export type Waiver = Readonly<{
  rule: WaivableRule;
  /** The act by which it was waived, as a document. */
  act: Sha256;
  waivedBy: PersonRef;
  mandate: MandateRef;
}>;

/** A signature that was given elsewhere, as it was reported. */
export type SignatureElsewhere = Readonly<{
  signatory: PersonRef;
  /** The mandate that covered it; null where A-5 or PA-5 was waived. */
  mandate: MandateRef | null;
  level: SignatureLevel;
  signedOn: LocalDate;
  /** The signed file and its verification report; null for a simple signature. */
  container: Sha256 | null;
  report: Sha256 | null;
}>;

/** The act by which a party approved the text before it signed. */
export type ApprovalElsewhere = Readonly<{ act: Sha256; date: LocalDate; body: string }>;

/** A party of an agreement that was signed elsewhere. */
export type RecordedParty = Readonly<{
  partner: PartnerId;
  shareCents: Cents;
  role: PartyRole;
  publicBody: boolean;
  approval: ApprovalElsewhere | null;
  signature: SignatureElsewhere;
}>;

/**
 * An agreement that was signed elsewhere is recorded afterwards, whole: nobody drafted, opened or
 * signed it here. It has effect once its number and its part of the parent are its own.
 */
export type ExistingAgreementRecorded = Message<
  'ExistingAgreementRecorded',
  ProtocolEntry & {
    kind: AgreementKind;
    title: string;
    titleEn?: string;
    network: NetworkId | null;
    plan: PlanId | null;
    parent: AgreementId | null;
    totalCents: Cents;
    start: LocalDate;
    end: LocalDate;
    /** Counts as the first freezing: what the parent's ledger holds it under. */
    version: number;
    /** The signed text, an uploaded PDF. */
    textSha256: Sha256;
    mediaType: string;
    /** What of the mandatory content it holds, as whoever recorded it found. */
    covers: readonly ChecklistTopic[];
    parties: readonly RecordedParty[];
    conditions: readonly (PrecedentCondition & Readonly<{ metOn: LocalDate; document: Sha256 }>)[];
    publicationRequired?: boolean;
    publication?: Readonly<{ publishedOn: LocalDate; place: string; reference: string }>;
    noticeDays?: number;
    source?: Source;
    lastSignedOn: LocalDate;
    /** The day from which it has had effect. */
    effectiveOn: LocalDate;
    /** The clause that lets it have effect before it was complete: «art. 7». */
    earlierEffectBy?: string;
    recordedOn: LocalDate;
    waivers: readonly Waiver[];
  }
>;
