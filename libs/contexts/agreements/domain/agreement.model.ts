import type { DecisionId } from '@tavolo/boards';
import type { Cents, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import type { NetworkId } from '@tavolo/networks';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { AgreementId, AgreementKind, AgreementStatus } from '../contract/index.js';
import type { Clause, PartyRole, ProtocolEntry, SignatureLevel } from './agreement.events.js';
import type { ChecklistTopic } from './checklist.js';
import type { AmendmentChange } from './amendment.events.js';

/** A party, with what it has done about the frozen text. */
export type Party = Readonly<{
  partner: PartnerId;
  shareCents: Cents;
  role: PartyRole;
  publicBody: boolean;
  /** The day of its approving act. */
  approvedOn: LocalDate | null;
  signedOn: LocalDate | null;
  /** Of its signature; null before it. */
  level: SignatureLevel | null;
  /** It refused to sign this text. */
  refused: boolean;
  /** When it was last reminded that its signature on this text is awaited. */
  remindedOn: LocalDate | null;
  /** The amendment lets it go: it signs, and is a party no more. */
  leaving: boolean;
}>;

/** A text that was frozen. `reserved` tells whether the parent's ledger holds its amount. */
export type FrozenText = Readonly<{ version: number; sha256: Sha256; reserved: boolean }>;

/** How far a text has come: the founding one, or that of an amendment. */
export type Cycle = Readonly<{
  status: AgreementStatus;
  parties: readonly Party[];
  frozen: FrozenText | null;
  openedOn: LocalDate | null;
  lastSignedOn: LocalDate | null;
  registrationAsked: boolean;
  /** A protocol entry that is being checked. */
  proposed: ProtocolEntry | null;
  registered: ProtocolEntry | null;
  publishedOn: LocalDate | null;
}>;

/** What an amendment is, beside its cycle. */
export type Amending = Readonly<{
  id: string;
  /** The version that it amends. */
  amends: number;
  change: AmendmentChange;
  decision: DecisionId | null;
}>;

/** An open amendment. */
export type Amendment = Amending & Cycle;

/** A later end that was asked for. */
export type Extension = Readonly<{
  version: number;
  end: LocalDate;
  reserved: boolean;
  requestedBy: PersonRef;
}>;

/** A signature on a text that came into force; a simple one leaves nothing to verify again. */
export type KeptSignature = Readonly<{
  version: number;
  party: PartnerId;
  level: SignatureLevel;
  /** What the look at it after the end found; null before that. */
  validAtSigning: boolean | null;
}>;

/** An agreement, as far as a decision reads it. */
export type Agreement = Cycle &
  Readonly<{
    kind: AgreementKind;
    title: string;
    titleEn: string | null;
    network: NetworkId | null;
    plan: PlanId | null;
    parent: AgreementId | null;
    totalCents: Cents;
    start: LocalDate;
    end: LocalDate;
    clauses: readonly Clause[];
    conditions: readonly Readonly<{ id: string; title: string; metOn: LocalDate | null }>[];
    publicationRequired: boolean;
    noticeDays: number | null;
    /** How many times a text of it was frozen. */
    freezings: number;
    inForceFrom: LocalDate | null;
    /** Which version is in force, from when; 0 before any is. */
    version: number;
    versionFrom: LocalDate | null;
    /** The freezing under which the parent's ledger holds the amount in force. */
    held: number | null;
    /** Set where this is an amendment seen as the agreement that it would make. */
    amending: Amending | null;
    amendments: readonly Amendment[];
    extension: Extension | null;
    /** The day on which a notice has effect. */
    noticeEnds: LocalDate | null;
    /** The day from which it has no effect any more. */
    endedOn: LocalDate | null;
    settlementOpenedOn: LocalDate | null;
    signatures: readonly KeptSignature[];
    settledCents: Cents | null;
    /** Of one that was signed elsewhere: from when it has effect, its number, what it holds. */
    recorded: Readonly<{
      effectiveOn: LocalDate;
      entry: ProtocolEntry;
      /** A clause lets it have effect before it is complete. */
      isEarlier: boolean;
      covers: readonly ChecklistTopic[];
    }> | null;
  }>;

/** Null before it was drafted. */
export type AgreementState = Agreement | null;
