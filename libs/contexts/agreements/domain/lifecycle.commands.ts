import type { Cents, Command, LocalDate, Sha256 } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { AgreementId, TerminationCause } from '../contract/index.js';
import type { AboveGround, ParentGround } from './agreement.commands.js';
import type { OfAmendment } from './agreement.events.js';

/** Records that a party will not sign this text. */
export type RefuseSignature = Command<
  'RefuseSignature',
  OfAmendment & { party: PartnerId; textSha256: Sha256; statement: Sha256; refusedOn: LocalDate }
>;
/** Reminds a party that its signature is awaited; the words are the reason of the command. */
export type RemindParty = Command<
  'RemindParty',
  OfAmendment & { party: PartnerId; textSha256: Sha256 }
>;
/** Takes a signature out that was found invalid. */
export type InvalidateSignature = Command<
  'InvalidateSignature',
  OfAmendment & { party: PartnerId; textSha256: Sha256; document: Sha256 }
>;
/** Records that it was published. */
export type PublishAgreement = Command<
  'PublishAgreement',
  OfAmendment & { publishedOn: LocalDate; place: string; reference: string }
>;
/** Gives it up before all have signed. */
export type WithdrawDraft = Command<'WithdrawDraft', object>;
/** Asks for a later end without more money. */
export type RequestTermExtension = Command<
  'RequestTermExtension',
  { end: LocalDate; grounds: { parent: ParentGround | null } }
>;
/** Says no to the later end that was asked for. */
export type RefuseTermExtension = Command<'RefuseTermExtension', { end: LocalDate }>;
/** Approves the later end that was asked for. */
export type ExtendTerm = Command<'ExtendTerm', { end: LocalDate; act: Sha256 }>;
/** Stops its effect for a time. */
export type SuspendAgreement = Command<'SuspendAgreement', object>;
/** Lets it have effect again. */
export type ResumeAgreement = Command<'ResumeAgreement', object>;
/** A party gives notice. */
export type GiveNotice = Command<
  'GiveNotice',
  {
    party: PartnerId;
    givenOn: LocalDate;
    /** Without it the first day that the period of notice allows. */
    effectiveFrom?: LocalDate;
  }
>;
/** Ends it before its last day; after a notice also a timer says so. */
export type TerminateAgreement = Command<
  'TerminateAgreement',
  { cause: Exclude<TerminationCause, 'parentEnded'> }
>;
/** Of a process: the agreement above has ended. */
export type EndWithParent = Command<
  'EndWithParent',
  { parent: AgreementId; grounds: { above: AboveGround | null } }
>;
/** An authority or a court annulled it. */
export type AnnulAgreement = Command<'AnnulAgreement', { act: Sha256; annulledOn: LocalDate }>;
/** Of a timer: its last day has passed. */
export type ExpireAgreement = Command<'ExpireAgreement', object>;
/** Records what a second look at a signature found. */
export type ReverifySignature = Command<
  'ReverifySignature',
  {
    version: number;
    party: PartnerId;
    validAtSigning: boolean;
    validNow: boolean;
    report: Sha256;
    verifiedOn: LocalDate;
  }
>;
/** Closes it for good, with what was used of it. */
export type CloseAgreement = Command<'CloseAgreement', { settledCents: Cents }>;

/** What can be asked of an agreement beside the way into force. */
export type LifecycleCommand =
  | RefuseSignature
  | RemindParty
  | InvalidateSignature
  | PublishAgreement
  | WithdrawDraft
  | RequestTermExtension
  | RefuseTermExtension
  | ExtendTerm
  | SuspendAgreement
  | ResumeAgreement
  | GiveNotice
  | TerminateAgreement
  | EndWithParent
  | AnnulAgreement
  | ExpireAgreement
  | ReverifySignature
  | CloseAgreement;
