import type { Cents, LocalDate, Message, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type {
  AgreementAnnulled,
  AgreementExpired,
  AgreementTerminated,
} from '../contract/index.js';
import type { AgreementId, AgreementTermExtended, SettlementOpened } from '../contract/index.js';
import type { OfAmendment } from './agreement.events.js';

// Names and fields are the storage format: a new shape is a new schema number, never a rename.

/** A party refused to sign this text; the statement is a document. */
export type SignatureRefused = Message<
  'SignatureRefused',
  OfAmendment & { party: PartnerId; textSha256: Sha256; refusedOn: LocalDate; statement: Sha256 }
>;
/** A party was reminded that its signature is awaited; in what words the reason says. */
export type PartyReminded = Message<
  'PartyReminded',
  OfAmendment & { party: PartnerId; textSha256: Sha256; remindedOn: LocalDate }
>;
/** A collected signature counts no more: found invalid, or its text is changed. */
export type SignatureInvalidated = Message<
  'SignatureInvalidated',
  OfAmendment & {
    party: PartnerId;
    textSha256: Sha256;
    /** What shows it; null where the signature falls with its text. */
    document: Sha256 | null;
  }
>;
/** It was published where the law wants it to be. */
export type AgreementPublished = Message<
  'AgreementPublished',
  OfAmendment & {
    publishedOn: LocalDate;
    /** Where: albo pretorio, official bulletin, transparency section. */
    place: string;
    /** Number or address under which it is found there. */
    reference: string;
  }
>;
/** It was given up before all had signed; what was held for it is free. */
export type AgreementWithdrawn = Message<'AgreementWithdrawn', { frozenVersion: number | null }>;
/** A later end without more money was asked for, in time. */
export type AgreementExtensionRequested = Message<
  'AgreementExtensionRequested',
  {
    /** Counted with the freezings: what the parent's ledger holds it under. */
    version: number;
    end: LocalDate;
    totalCents: Cents;
    /** Whose ledger has to agree to the end. */
    parent: AgreementId | null;
    beside?: number;
    requestedOn: LocalDate;
    /** Approves somebody else. */
    requestedBy: PersonRef;
  }
>;
/** The request fell away: refused, or the agreement ended. */
export type AgreementExtensionRefused = Message<'AgreementExtensionRefused', { version: number }>;
/** It has no effect for the time being. */
export type AgreementSuspended = Message<'AgreementSuspended', { from: LocalDate }>;
/** It has effect again. */
export type AgreementResumed = Message<'AgreementResumed', { from: LocalDate }>;
/** A party wants out; the agreement ends when the period of notice is over. */
export type TerminationNoticeGiven = Message<
  'TerminationNoticeGiven',
  { party: PartnerId; givenOn: LocalDate; effectiveOn: LocalDate }
>;
/** A signature was looked at again after the end: as of its time, and as of now. */
export type SignatureReverified = Message<
  'SignatureReverified',
  {
    /** Of the text in force: 1 is the founding one. */
    version: number;
    party: PartnerId;
    /** As of the time-stamp; this is what its validity rests on. */
    validAtSigning: boolean;
    /** A certificate that has run out since does not undo the signature. */
    validNow: boolean;
    report: Sha256;
    verifiedOn: LocalDate;
  }
>;
/** Everything is settled; nothing more happens to it. */
export type AgreementClosed = Message<
  'AgreementClosed',
  {
    closedOn: LocalDate;
    /** What the settlement found to have been used: this stays taken from the parent. */
    settledCents: Cents;
  }
>;

/** A fact of publication, refusals, the term, the end. */
export type LifecycleEvent =
  | SignatureRefused
  | PartyReminded
  | SignatureInvalidated
  | AgreementPublished
  | AgreementWithdrawn
  | AgreementExtensionRequested
  | AgreementExtensionRefused
  | AgreementTermExtended
  | AgreementSuspended
  | AgreementResumed
  | TerminationNoticeGiven
  | AgreementTerminated
  | AgreementAnnulled
  | AgreementExpired
  | SettlementOpened
  | SignatureReverified
  | AgreementClosed;
