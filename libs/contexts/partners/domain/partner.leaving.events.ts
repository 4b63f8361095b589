import type { Instant, LocalDate, Message, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PartnerId } from '../contract/index.js';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

/** From now on it takes on no commitment and gets no payment; it still reports (PA-8). */
export type PartnerSuspended = Message<
  'PartnerSuspended',
  { suspendedBy: PersonRef; suspendedAt: Instant }
>;
/** The suspension is over; whether it is eligible again its date says (PA-2). */
export type PartnerReinstated = Message<
  'PartnerReinstated',
  { reinstatedBy: PersonRef; reinstatedAt: Instant }
>;
/** It wants to leave; it has left when nothing is open any more (PA-6). */
export type PartnerWithdrawalRequested = Message<
  'PartnerWithdrawalRequested',
  { requestedBy: PersonRef; requestedAt: Instant }
>;
/** An end. The HMAC is that of a tax code which is free again (PA-1). */
export type PartnerWithdrawn = Message<
  'PartnerWithdrawn',
  { taxCodeHmac?: string; withdrawnAt: Instant }
>;
/** The notice (PA-7): `replyUntil` is the last day of the time to reply. */
export type PartnerExclusionProposed = Message<
  'PartnerExclusionProposed',
  { notice: readonly Sha256[]; replyUntil: LocalDate; openedBy: PersonRef; openedAt: Instant }
>;
/** The partner used its time to reply (PA-7). */
export type PartnerExclusionAnswered = Message<
  'PartnerExclusionAnswered',
  { reply: readonly Sha256[]; answeredBy: PersonRef; answeredAt: Instant }
>;
/** Nobody replied by the last day, which had decided; who proposed it has the move (PA-7). */
export type PartnerReplyTimeLapsed = Message<
  'PartnerReplyTimeLapsed',
  { replyUntil: LocalDate; lapsedAt: Instant }
>;
/** The partner stays; why stands in the reason of the act. */
export type PartnerExclusionDropped = Message<
  'PartnerExclusionDropped',
  { droppedBy: PersonRef; droppedAt: Instant }
>;
/** An end. Its tax code stays its own: exclusion is not undone by a new registration. */
export type PartnerExcluded = Message<
  'PartnerExcluded',
  { decision: readonly Sha256[]; excludedBy: PersonRef; excludedAt: Instant }
>;
/** An end: from `on` another organisation stands in its place (merger, school re-sizing). */
export type PartnerSucceeded = Message<
  'PartnerSucceeded',
  { successor: PartnerId; on: LocalDate; taxCodeHmac?: string; recordedAt: Instant }
>;
/** An end: the organisation ceased on `on`. */
export type PartnerDissolved = Message<
  'PartnerDissolved',
  { on: LocalDate; taxCodeHmac?: string; recordedAt: Instant }
>;
/** An end: the same organisation is registered as `of`. */
export type PartnerDuplicateMarked = Message<
  'PartnerDuplicateMarked',
  { of: PartnerId; taxCodeHmac?: string; markedAt: Instant }
>;

/** Facts of the way out of the system, and of the stops on it. */
export type LeavingEvent =
  | PartnerSuspended
  | PartnerReinstated
  | PartnerWithdrawalRequested
  | PartnerWithdrawn
  | PartnerExclusionProposed
  | PartnerExclusionAnswered
  | PartnerReplyTimeLapsed
  | PartnerExclusionDropped
  | PartnerExcluded
  | PartnerSucceeded
  | PartnerDissolved
  | PartnerDuplicateMarked;
