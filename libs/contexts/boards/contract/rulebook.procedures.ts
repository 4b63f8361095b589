import type { QuorumRule } from './quorum.js';

/** How a body decides without sitting. */
export const procedureKinds = ['written', 'silence'] as const;

/**
 * `written`: members answer for, against or abstain until a deadline (procedura scritta);
 * `silence`: it is adopted at the deadline unless members object (procedura di silenzio).
 */
export type ProcedureKind = (typeof procedureKinds)[number];

/** Whether a reply can be changed. */
export const replyChanges = ['no', 'untilClose'] as const;

/** `no`: the first reply of a seat stands; `untilClose`: the last one does. */
export type ReplyChange = (typeof replyChanges)[number];

/** What enough objections lead to. */
export const objectionEffects = ['sitting', 'rejected'] as const;

/** `sitting`: the matter is for a sitting; `rejected`: the proposal is not adopted. */
export type ObjectionEffect = (typeof objectionEffects)[number];

/** What holds for a written and a silence procedure alike; days are whole days of the body. */
type ProcedureTimes = Readonly<{
  /** Days between the day of opening and that of the deadline, at least. */
  minDays: number;
  /** At most; absent: as many as one likes. */
  maxDays?: number;
  /** So many members bring the matter to a sitting instead; absent: they cannot. */
  sittingCalls?: number;
  /** The deadline may be put off once, by so many days at most; absent: never. */
  extensionDays?: number;
  /** Days before the deadline on which who has not answered is to be reminded. */
  reminderDays?: readonly number[];
  /** Days from the opening within which a member may ask for documents; absent: never. */
  documentRequestDays?: number;
}>;

/** The rules of a written procedure. */
export type WrittenRule = ProcedureTimes &
  Readonly<{
    /** How many must reply for it to be valid; absent: the quorum of a sitting, of who replied. */
    replies?: QuorumRule;
    replyChange: ReplyChange;
  }>;

/** The rules of a silence procedure. */
export type SilenceRule = ProcedureTimes &
  Readonly<{
    /** At most so many days where sensitive interests are touched; absent: as for others. */
    sensitiveMaxDays?: number;
    /** So many objections keep it from being adopted. */
    objections: number;
    onObjections: ObjectionEffect;
  }>;
