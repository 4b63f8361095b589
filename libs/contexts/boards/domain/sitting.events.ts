import type {
  BoardId,
  DecisionId,
  DecisionSubject,
  Rulebook,
  SittingId,
} from '../contract/index.js';
import type { Instant, LocalDate, Message, OrganisationId } from '@tavolo/kernel';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import type { NoticeServed } from './sitting.service.events.js';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/** Local id of an agenda item, unique in its sitting. */
export type ItemId = string;

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

/** An item that leaves the sitting without a decision. */
export type DeferredItem = Readonly<{ item: ItemId; decision: DecisionId }>;

/** A seat and its holder as a vote froze them. */
export type ElectorateMember = Readonly<{
  seat: SeatId;
  person: PersonRef;
  organisation: OrganisationId | null;
  category: string;
  /** Who could sit for the holder. */
  alternate?: PersonRef;
}>;

/** A seat is represented by the holder of another (GB-5). */
export type Delegation = Readonly<{ seat: SeatId; to: SeatId }>;

/** Who may vote: frozen when the vote opens. */
export type Electorate = Readonly<{
  /** Seats that the body is composed of, vacant ones too. */
  seats: number;
  members: readonly ElectorateMember[];
  chair: SeatId | null;
  /** The seat of the vice chair, where there is one. */
  viceChair?: SeatId;
  /** Seats represented by others; absent where there are none. */
  delegations?: readonly Delegation[];
  /** Seats recused for the item before the vote opened. */
  recused: readonly SeatId[];
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

/** One step of how an outcome came about, as it was said when the vote closed. */
export type VoteTraceStep = Readonly<{
  step: 'quorum' | 'votes' | 'base' | 'majority' | 'weights' | 'tie' | 'silence' | 'result';
  numbers: Readonly<Record<string, number>>;
  holds: boolean;
  it: string;
  en: string;
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
/** A vote cast before the recusal no longer counts; it stays readable. */
export type VoteCancelled = Message<
  'VoteCancelled',
  { item: ItemId; seat: SeatId; choice: 'for' | 'against' | 'abstain' }
>;

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

/** Voting may begin, on exactly this text, by these seats, under these rules (GB-10). */
export type VoteOpened = Message<
  'VoteOpened',
  {
    item: ItemId;
    decision: DecisionId;
    textSha256: Sha256;
    subject: DecisionSubject;
    electorate: Electorate;
    board: BoardId;
    boardRevision: number;
    rulebook: Rulebook;
    rulebookVersion: number;
    /** How the decision is taken: by one body in a sitting. */
    route: Readonly<{ kind: 'sitting'; version: number }>;
    openedAt: Instant;
    /** The last day of the body's term as it stood then; absent in earlier facts. */
    termUntil?: LocalDate;
  }
>;
/** A seat voted, openly; `person` held it. */
export type VoteCast = Message<
  'VoteCast',
  {
    item: ItemId;
    seat: SeatId;
    person: PersonRef;
    choice: 'for' | 'against' | 'abstain';
    textSha256: Sha256;
    castAt: Instant;
  }
>;
/** Voting has ended; the outcome is computed from the votes, and says how (D-2). */
export type VoteClosed = Message<
  'VoteClosed',
  {
    item: ItemId;
    decision: DecisionId;
    textSha256: Sha256;
    outcome: 'approved' | 'rejected' | 'inquorate' | 'postponed';
    tally: Readonly<{ for: number; against: number; abstain: number; recused: number }>;
    trace: readonly VoteTraceStep[];
    /** Seats whose holder was present at the closing. */
    present: readonly SeatId[];
    recused: readonly SeatId[];
    closedAt: Instant;
  }
>;
/**
 * Why a vote counts for nothing; `textSuperseded`: the text voted on stands no more;
 * `termOver`: the term of the body ended while it was open (GB-6).
 */
export type VoidCause = 'termOver' | 'textSuperseded';

/** The votes count for nothing and stay readable (X-8, GB-6). */
export type VoteVoided = Message<
  'VoteVoided',
  DeferredItem & Readonly<{ textSha256: Sha256; cause: VoidCause; voidedAt: Instant }>
>;

/** The sitting has ended; items not voted are deferred. */
export type MeetingClosed = Message<
  'MeetingClosed',
  { board: BoardId; closedAt: Instant; deferred: readonly DeferredItem[] }
>;
/** The minutes are written; another one who was present approves them. */
export type MinutesDrafted = Message<'MinutesDrafted', { minutes: Sha256; draftedBy: PersonRef }>;
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
  | VoteClosed
  | VoteVoided
  | MeetingClosed
  | MinutesDrafted
  | MinutesApproved
  | AgendaAmended
  | MinutesRectified;
