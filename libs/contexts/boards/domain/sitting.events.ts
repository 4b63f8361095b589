import type { BoardId, DecisionId, SittingId } from '../contract/index.js';
import type { Instant, LocalDate, Message, PersonRef, Sha256 } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import type { NoticeServed } from './sitting.service.events.js';
import type { TieBroken } from './tie.events.js';
import type {
  DeferredItem,
  ItemId,
  SecretBallotTallied,
  VoteCancelled,
  VoteCast,
  VoteClosed,
  VoteOpened,
  VoteVoided,
} from './vote.events.js';

export type {
  DeferredItem,
  Delegation,
  Electorate,
  ElectorateMember,
  ItemId,
  Recording,
  SecretBallotTallied,
  VoidCause,
  VoteCancelled,
  VoteCast,
  VoteClosed,
  VoteOpened,
  VoteQuestion,
  Voter,
  VoteTraceStep,
  VoteVoided,
} from './vote.events.js';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/** A document that the members were sent for an item, by hash. */
export type Paper = Readonly<{ sha256: Sha256; title: string }>;

/** One matter of a sitting: a decision, its text, and the papers served for it. */
export type AgendaItem = Readonly<{
  item: ItemId;
  decision: DecisionId;
  title: string;
  textSha256: Sha256;
  papers: readonly Paper[];
}>;

/** Seats are counts of an item's structural quorum; `whole` is what a share is taken of. */
export type QuorumCount = Readonly<{
  item: ItemId;
  present: readonly SeatId[];
  recused: readonly SeatId[];
  counted: number;
  whole: number;
  needed: number;
  rulebookVersion: number;
  boardRevision: number;
}>;

/** The sitting was called, its agenda and papers sent to every seat in office (GB-1). */
export type MeetingConvened = Message<
  'MeetingConvened',
  {
    board: BoardId;
    boardRevision: number;
    at: Instant;
    /** The day of `at` where the body sits. */
    startsOn: LocalDate;
    place: string;
    call: 'first' | 'second';
    /** The deserted sitting that this is the second call of. */
    secondOf?: SittingId;
    /** When it was sent; absent in earlier facts. */
    convenedAt?: Instant;
    /** Seats that the notice went to. */
    notified: readonly SeatId[];
    items: readonly AgendaItem[];
  }
>;

/** Chair and secretary are there, the sitting begins (GB-8). */
export type MeetingOpened = Message<
  'MeetingOpened',
  {
    boardRevision: number;
    chair: Readonly<{ seat: SeatId; person: PersonRef }>;
    secretary: PersonRef;
    openedAt: Instant;
  }
>;

/** Who sits for a seat that its holder does not sit for. */
export type SatAs = 'alternate' | 'delegate';

/** The holder of a seat, or who sits for the holder, is present from now on. */
export type MemberArrived = Message<
  'MemberArrived',
  {
    seat: SeatId;
    person: PersonRef;
    arrivedAt: Instant;
    /** Absent for the holder. */
    as?: SatAs;
    /** Absent in the room. */
    by?: 'video';
  }
>;
/** A member gave the attendance of a seat to the holder of another, in writing (GB-5). */
export type AttendanceDelegated = Message<
  'AttendanceDelegated',
  { seat: SeatId; person: PersonRef; to: SeatId; notice: Sha256 }
>;
/** A member took that back; what was voted before stands. */
export type AttendanceDelegationRevoked = Message<
  'AttendanceDelegationRevoked',
  { seat: SeatId; to: SeatId }
>;
/** Who sat for a seat is no longer present. */
export type MemberLeft = Message<
  'MemberLeft',
  { seat: SeatId; person: PersonRef; leftAt: Instant }
>;

/** A member declared an interest in a matter; what it is stands in a document kept apart. */
export type ConflictOfInterestDeclared = Message<
  'ConflictOfInterestDeclared',
  { item: ItemId; seat: SeatId; person: PersonRef; declaration: Sha256 | null }
>;
/** The declared interest is a conflict: the member must leave for the item. */
export type ConflictUpheld = Message<'ConflictUpheld', { item: ItemId; seat: SeatId }>;
/** The declared interest is no conflict. */
export type ConflictDismissed = Message<'ConflictDismissed', { item: ItemId; seat: SeatId }>;
/** The member left for the item and counts neither for quorum nor vote (GB-3). */
export type MemberRecused = Message<
  'MemberRecused',
  { item: ItemId; seat: SeatId; person: PersonRef }
>;
/** A recusal while the vote was open took the seat out of it. */
export type SeatRecusedFromVote = Message<'SeatRecusedFromVote', { item: ItemId; seat: SeatId }>;
/** Enough members are present for the item (GB-2). */
export type QuorumVerified = Message<'QuorumVerified', QuorumCount>;
/** Too few are present for the item, or too few are left by recusals (GB-2, GB-4). */
export type QuorumNotReached = Message<
  'QuorumNotReached',
  QuorumCount & Readonly<{ cause: 'absence' | 'recusals' }>
>;
/** The sitting ends for want of a quorum; what was not voted is deferred. */
export type MeetingDeserted = Message<
  'MeetingDeserted',
  { board: BoardId; desertedAt: Instant; deferred: readonly DeferredItem[] }
>;
/** Recusals leave the item without a quorum: it is deferred, the sitting goes on (GB-4). */
export type AgendaItemDeferred = Message<'AgendaItemDeferred', DeferredItem>;

/** The sitting has ended; items not voted are deferred. */
export type MeetingClosed = Message<
  'MeetingClosed',
  { board: BoardId; closedAt: Instant; deferred: readonly DeferredItem[] }
>;
/** The minutes are written; another one who was present approves them. */
export type MinutesDrafted = Message<
  'MinutesDrafted',
  {
    minutes: Sha256;
    draftedBy: PersonRef;
    /** The hash of the canonical record that the sitting had then (GB-9); absent in earlier facts. */
    record?: Sha256;
  }
>;
/** The minutes stand as the record of the sitting (GB-9). */
export type MinutesApproved = Message<
  'MinutesApproved',
  { minutes: Sha256; approvedBy: PersonRef }
>;

/** Matters were added to the agenda; `urgency` gives the reasons where not all were there. */
export type AgendaAmended = Message<
  'AgendaAmended',
  { items: readonly AgendaItem[]; urgency: Sha256 | null }
>;
/** Approved minutes were put right by another document; both stay readable (GB-9). */
export type MinutesRectified = Message<
  'MinutesRectified',
  { minutes: Sha256; rectifies: Sha256; rectifiedBy: PersonRef }
>;

/** Every fact of a sitting. */
export type SittingEvent =
  | MeetingConvened
  | NoticeServed
  | MeetingOpened
  | AttendanceDelegated
  | AttendanceDelegationRevoked
  | MemberArrived
  | MemberLeft
  | ConflictOfInterestDeclared
  | ConflictUpheld
  | ConflictDismissed
  | MemberRecused
  | SeatRecusedFromVote
  | VoteCancelled
  | QuorumVerified
  | QuorumNotReached
  | MeetingDeserted
  | AgendaItemDeferred
  | VoteOpened
  | VoteCast
  | SecretBallotTallied
  | VoteClosed
  | TieBroken
  | VoteVoided
  | MeetingClosed
  | MinutesDrafted
  | MinutesApproved
  | AgendaAmended
  | MinutesRectified;
