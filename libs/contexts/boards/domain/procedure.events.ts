import type {
  BallotForm,
  BoardId,
  DecisionId,
  DecisionSubject,
  ProcedureKind,
  Rulebook,
} from '../contract/index.js';
import type { Instant, LocalDate, Message, PersonRef, Sha256 } from '@tavolo/kernel';
import type { RouteOfVote } from './route/vote.events.js';
import type { SeatId } from './board.events.js';
import type { ProcedureTieBroken } from './tie.events.js';
import type { EarlierMajority, TieToBreak } from './vote.events.js';
import type { Electorate, Paper, Voter, VoteTraceStep } from './sitting.events.js';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/**
 * A body is asked to decide without sitting, in writing or by its silence, and every seat in
 * office was told. Frozen as by `VoteOpened` of a sitting: text, electorate, rulebook, route.
 */
export type ProcedureOpened = Message<
  'ProcedureOpened',
  {
    kind: ProcedureKind;
    decision: DecisionId;
    title: string;
    textSha256: Sha256;
    papers: readonly Paper[];
    subject: DecisionSubject;
    electorate: Electorate;
    board: BoardId;
    boardRevision: number;
    rulebook: Rulebook;
    rulebookVersion: number;
    /** Majorities of earlier votes that are asked for as well (D-8); absent: none. */
    alsoNeeded?: readonly EarlierMajority[];
    /** How it is taken: by one body, without a sitting, `within` an approval route or not. */
    route: Readonly<{ kind: 'procedure'; version: number; within?: RouteOfVote }>;
    /** Seats that the notice went to. */
    notified: readonly SeatId[];
    /** The form of the answers in writing; absent: named. */
    ballot?: Exclude<BallotForm, 'named'>;
    /** Interests are touched that the rulebook gives a longer time. */
    sensitive?: true;
    /** From this instant on nobody answers any more. */
    deadline: Instant;
    /** The day of the deadline where the body sits. */
    closesOn: LocalDate;
    openedBy: PersonRef;
    openedOn: LocalDate;
    openedAt: Instant;
  }
>;

type Choice = 'for' | 'against' | 'abstain';

type Reply = Readonly<{
  seat: SeatId;
  person: PersonRef;
  /** Absent where the answer is hidden. */
  choice?: Choice;
  /** The choice of a hidden answer, under a key that the closing publishes. */
  sealed?: string;
  textSha256: Sha256;
  castAt: Instant;
  /** Absent for the holder of the seat. */
  as?: 'alternate';
}>;

/** A seat answered, openly or sealed. Of a secret procedure there is none. */
export type ReplyCast = Message<'ReplyCast', Reply>;
/** A seat answered otherwise than before; what it said then stays readable. */
export type ReplyChanged = Message<'ReplyChanged', Reply>;
/**
 * An answer no longer counts: its seat is out by a conflict. It stays readable. Of a hidden one
 * without the choice; a secret procedure names at its closing whose papers were cancelled.
 */
export type ReplyCancelled = Message<'ReplyCancelled', { seat: SeatId; choice?: Choice }>;

/** A seat does not assent by silence, and says why in a document (dissenso motivato). */
export type ObjectionRaised = Message<
  'ObjectionRaised',
  {
    seat: SeatId;
    person: PersonRef;
    reasons: Sha256;
    textSha256: Sha256;
    raisedAt: Instant;
    /** Absent for the holder of the seat. */
    as?: 'alternate';
  }
>;
/** An objection no longer counts: its seat is out by a conflict. It stays readable. */
export type ObjectionCancelled = Message<'ObjectionCancelled', { seat: SeatId }>;

/** A member wants the matter in a sitting instead. */
export type SittingCalledFor = Message<
  'SittingCalledFor',
  { seat: SeatId; person: PersonRef; calledAt: Instant }
>;
/** The time to answer is longer; this happens once. */
export type ProcedureExtended = Message<
  'ProcedureExtended',
  {
    deadline: Instant;
    closesOn: LocalDate;
    previousDeadline: Instant;
    extendedBy: PersonRef;
    extendedAt: Instant;
  }
>;
/** A seat asked for documents or explanations; the request is a document. */
export type DocumentsRequested = Message<
  'DocumentsRequested',
  { seat: SeatId; person: PersonRef; request: Sha256; requestedAt: Instant }
>;
/** Documents were sent to all members beside those of the notice. */
export type DocumentsSupplied = Message<
  'DocumentsSupplied',
  { papers: readonly Paper[]; suppliedBy: PersonRef; suppliedAt: Instant }
>;

/** A member declared an interest in the matter; what it is stands in a document. */
export type ProcedureConflictDeclared = Message<
  'ProcedureConflictDeclared',
  { seat: SeatId; person: PersonRef; declaration: Sha256 | null }
>;
/** It is a conflict: the seat counts neither for quorum nor vote from now on (GB-3). */
export type ProcedureConflictUpheld = Message<
  'ProcedureConflictUpheld',
  { seat: SeatId; person: PersonRef }
>;
/** It is none. */
export type ProcedureConflictDismissed = Message<'ProcedureConflictDismissed', { seat: SeatId }>;

/** The procedure came to an outcome, computed from what was answered; it says how (D-2). */
export type ProcedureClosed = Message<
  'ProcedureClosed',
  {
    board: BoardId;
    decision: DecisionId;
    textSha256: Sha256;
    outcome: 'approved' | 'rejected' | 'inquorate' | 'postponed' | 'tied';
    /** Of one that closed tied: how that is to be broken. */
    tie?: TieToBreak;
    /** Of one that closed tied: the last day of the body's term as it stood then. */
    termUntil?: LocalDate;
    /** In a silence procedure, silence is assent: `for` is who did not object. */
    tally: Readonly<{ for: number; against: number; abstain: number; recused: number }>;
    trace: readonly VoteTraceStep[];
    /** Seats whose answer counts. */
    replied: readonly SeatId[];
    /** Seats whose objection counts. */
    objected: readonly SeatId[];
    recused: readonly SeatId[];
    deadline: Instant;
    /** It closed before its deadline: nothing could change the outcome any more. */
    early: boolean;
    closedAt: Instant;
    /** Of hidden answers: opens every `sealed`, by AES-256-GCM; 32 bytes in base64url. */
    key?: string;
    /** Of hidden answers: what was sealed, in the order given, changed and cancelled ones too. */
    ballots?: readonly (Voter & Readonly<{ choice: Choice }>)[];
    /** Of a secret procedure (D-3): who answered, in the order of seats. */
    voters?: readonly Voter[];
    /** Of a secret procedure: whose paper did not count, being out by a conflict. */
    cancelled?: readonly Voter[];
  }
>;

/** Why a procedure ended without an outcome. */
export const stopCauses = [
  ...(['sittingCalled', 'objections', 'procedureWithdrawn'] as const),
  ...(['textSuperseded', 'termOver', 'notScheduled'] as const),
  ...(['boxLost', 'tooFewVoters', 'leftByRoute'] as const),
] as const;

/**
 * Why a procedure ended without an outcome; `notScheduled`: the decision was before a sitting or
 * another procedure, or had another text, when this one opened; `boxLost`: the ballot box or key
 * of its answers is gone; `tooFewVoters`: fewer answered than keep a secret (D-3);
 * `leftByRoute`: the route that asked no longer waits for the body.
 */
export type StopCause = (typeof stopCauses)[number];

/** The procedure ended without an outcome: what was answered counts for nothing, and stays. */
export type ProcedureStopped = Message<
  'ProcedureStopped',
  {
    board: BoardId;
    decision: DecisionId;
    textSha256: Sha256;
    cause: StopCause;
    stoppedBy: PersonRef;
    stoppedAt: Instant;
  }
>;

/** Every fact of a procedure. */
export type ProcedureEvent =
  | ProcedureOpened
  | ReplyCast
  | ReplyChanged
  | ReplyCancelled
  | ObjectionRaised
  | ObjectionCancelled
  | SittingCalledFor
  | ProcedureExtended
  | DocumentsRequested
  | DocumentsSupplied
  | ProcedureConflictDeclared
  | ProcedureConflictUpheld
  | ProcedureConflictDismissed
  | ProcedureClosed
  | ProcedureTieBroken
  | ProcedureStopped;
