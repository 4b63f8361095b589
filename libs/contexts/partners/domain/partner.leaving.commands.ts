import type { Command, LocalDate, Sha256 } from '@tavolo/kernel';
import type { OpenCommitments, PartnerId, PartnerStatus } from '../contract/index.js';

/** What is open of a partner by now; null where it never had a commitment. */
export type OpenGround = Pick<OpenCommitments, 'openCents' | 'unreportedAdvanceCents'> | null;

/** Another partner as its own stream says; `isSelf` where it is the one decided on. */
export type OtherPartner = Readonly<{ status: PartnerStatus; isSelf: boolean }>;

export type SuspendPartner = Command<'SuspendPartner', object>;
export type ReinstatePartner = Command<'ReinstatePartner', object>;
export type RequestWithdrawal = Command<'RequestWithdrawal', object>;
export type ConfirmWithdrawal = Command<'ConfirmWithdrawal', { grounds: { open: OpenGround } }>;
/** `replyUntil` is the last day to reply; the documents are the notice. */
export type OpenExclusion = Command<
  'OpenExclusion',
  { replyUntil: LocalDate; grounds: { documents: readonly Sha256[] } }
>;
/** The documents are the reply; `isOwn` where it is given for the partner itself. */
export type AnswerExclusion = Command<
  'AnswerExclusion',
  { grounds: { documents: readonly Sha256[]; isOwn: boolean } }
>;
/** Of the timer only: the last day to reply has passed. */
export type LapseReplyTime = Command<'LapseReplyTime', object>;
export type DropExclusion = Command<'DropExclusion', object>;
/** The documents are the decision; `isReasoned` where a reason comes with it. */
export type ExcludePartner = Command<
  'ExcludePartner',
  { grounds: { documents: readonly Sha256[]; isReasoned: boolean; open: OpenGround } }
>;
/** `successor` of the grounds is null where there is no such partner; `on` is its first day. */
export type RecordSuccession = Command<
  'RecordSuccession',
  { successor: PartnerId; on: LocalDate; grounds: { successor: OtherPartner | null } }
>;
/** `on` is the day it ceased. */
export type RecordDissolution = Command<'RecordDissolution', { on: LocalDate }>;
/** `of` of the grounds is null where there is no such partner. */
export type MarkDuplicate = Command<
  'MarkDuplicate',
  { of: PartnerId; grounds: { of: OtherPartner | null; open: OpenGround } }
>;

/** Commands of the way out of the system, and of the stops on it. */
export type LeavingCommand =
  | SuspendPartner
  | ReinstatePartner
  | RequestWithdrawal
  | ConfirmWithdrawal
  | OpenExclusion
  | AnswerExclusion
  | LapseReplyTime
  | DropExclusion
  | ExcludePartner
  | RecordSuccession
  | RecordDissolution
  | MarkDuplicate;
