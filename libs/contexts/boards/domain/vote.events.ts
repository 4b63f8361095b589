import type {
  BallotForm,
  BoardId,
  DecisionId,
  DecisionSubject,
  Rulebook,
} from '../contract/index.js';
import type {
  Instant,
  LocalDate,
  Message,
  OrganisationId,
  PersonRef,
  Sha256,
} from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import type { RouteOfVote } from './route/vote.events.js';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/** Local id of an agenda item, unique in its sitting. */
export type ItemId = string;

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

/** One step of how an outcome came about, as it was said when the vote closed. */
export type VoteTraceStep = Readonly<{
  step:
    | 'quorum'
    | 'votes'
    | 'base'
    | 'majority'
    | 'weights'
    | 'tie'
    | 'silence'
    | 'earlier'
    | 'secrecy'
    | 'tieBreak'
    | 'result';
  numbers: Readonly<Record<string, number>>;
  holds: boolean;
  it: string;
  en: string;
}>;

/** What a vote says. */
type Choice = 'for' | 'against' | 'abstain';

/** What of a rulebook says whether the votes are enough: share, weights, recusals, ties. */
type MajorityPart = Pick<
  Rulebook,
  'majority' | 'recusedLeaveBase' | 'tie' | 'tieUnpresided' | 'weightedMajority' | 'weights'
>;

/** The majority that an earlier decision was voted on with, as that vote froze it (D-8). */
export type EarlierMajority = MajorityPart & Readonly<{ decision: DecisionId }>;

/**
 * What a vote on an item asks beside the decision: to defer it, to a day or to the next sitting,
 * or to declare what was approved immediately enforceable (immediata eseguibilità).
 */
export type VoteQuestion =
  | Readonly<{
      kind: 'defer';
      /** Not before this day; absent: to the next sitting. */
      until?: LocalDate;
      /** Why, as a document. */
      reason: Sha256;
    }>
  | Readonly<{ kind: 'enforceability' }>;

/** Voting may begin, on exactly this text, by these seats, under these rules (GB-10). */
export type VoteOpened = Message<
  'VoteOpened',
  {
    item: ItemId;
    decision: DecisionId;
    textSha256: Sha256;
    /** What is asked beside the decision itself; absent: the decision. */
    question?: VoteQuestion;
    subject: DecisionSubject;
    electorate: Electorate;
    board: BoardId;
    boardRevision: number;
    rulebook: Rulebook;
    rulebookVersion: number;
    /** Majorities of earlier votes that are asked for as well (D-8); absent: none. */
    alsoNeeded?: readonly EarlierMajority[];
    /** How the decision is taken: by one body in a sitting, `within` an approval route or not. */
    route: Readonly<{ kind: 'sitting'; version: number; within?: RouteOfVote }>;
    /** The form of the vote; absent: named. */
    ballot?: Exclude<BallotForm, 'named'>;
    openedAt: Instant;
    /** The last day of the body's term as it stood then; absent in earlier facts. */
    termUntil?: LocalDate;
  }
>;
/** Ways in which the secretary takes the votes of those in the room. */
export type Recording = 'showOfHands' | 'rollCall';

/** A seat voted; `person` sat for it. Of a secret vote there is none. */
export type VoteCast = Message<
  'VoteCast',
  {
    item: ItemId;
    seat: SeatId;
    person: PersonRef;
    /** Absent where the vote is hidden. */
    choice?: Choice;
    /** The choice of a hidden vote, under a key that the closing publishes. */
    sealed?: string;
    /** How the secretary took it; absent where that was not said, or it was cast by the voter. */
    recorded?: Recording;
    textSha256: Sha256;
    castAt: Instant;
  }
>;
/** A seat that took part in a vote, and who sat for it. */
export type Voter = Readonly<{ seat: SeatId; person: PersonRef }>;

/** A secret vote on paper was tallied: who voted, in the order of seats, and how many voted how. */
export type SecretBallotTallied = Message<
  'SecretBallotTallied',
  {
    item: ItemId;
    textSha256: Sha256;
    voters: readonly Voter[];
    tally: Readonly<Record<Choice, number>>;
    tellers: readonly PersonRef[];
    talliedAt: Instant;
  }
>;
/**
 * How a tie that waits is to be broken, frozen as its vote closed: by lot, or by the second vote
 * of the seat that presided then.
 */
export type TieToBreak =
  | Readonly<{ rule: 'lot' }>
  | Readonly<{ rule: 'chairSecond'; seat: SeatId }>;

/** Voting has ended; the outcome is computed from the votes, and says how (D-2). */
export type VoteClosed = Message<
  'VoteClosed',
  {
    item: ItemId;
    decision: DecisionId;
    textSha256: Sha256;
    /** What is asked beside the decision itself; absent: the decision. */
    question?: VoteQuestion;
    outcome: 'approved' | 'rejected' | 'inquorate' | 'postponed' | 'tied';
    /** Of a vote that closed tied: how that is to be broken. */
    tie?: TieToBreak;
    tally: Readonly<{ for: number; against: number; abstain: number; recused: number }>;
    trace: readonly VoteTraceStep[];
    /** Seats whose holder was present at the closing. */
    present: readonly SeatId[];
    recused: readonly SeatId[];
    closedAt: Instant;
    /** Of a hidden vote: opens every `sealed` of it, by AES-256-GCM; 32 bytes in base64url. */
    key?: string;
    /** Of a hidden vote: what was sealed, in the order it was cast, cancelled votes included. */
    ballots?: readonly (Voter & Readonly<{ choice: Choice }>)[];
    /** Of a secret vote (D-3): who voted, in the order of seats. */
    voters?: readonly Voter[];
    /** Of a secret vote: whose paper did not count, being out by a conflict. */
    cancelled?: readonly Voter[];
  }
>;
/**
 * Why a vote counts for nothing: its text stands no more, the term of the body ended while
 * it was open (GB-6), the route that asked no longer waits for the body, its ballot box or key is lost, fewer voted than keep a secret, or somebody
 * whose paper cannot be told from others was recused (D-3).
 */
export type VoidCause =
  | 'boxLost'
  | 'leftByRoute'
  | 'termOver'
  | 'textSuperseded'
  | 'tooFewVoters'
  | 'voterRecused';

/** The votes count for nothing, and stay as readable as they were; the vote is held again. */
export type VoteVoided = Message<
  'VoteVoided',
  DeferredItem &
    Readonly<{
      textSha256: Sha256;
      question?: VoteQuestion;
      cause: VoidCause;
      voidedAt: Instant;
    }>
>;

/**
 * A vote cast before the recusal no longer counts; it stays readable. Of a hidden vote without
 * the choice; a secret one names at its closing whose papers were cancelled.
 */
export type VoteCancelled = Message<
  'VoteCancelled',
  { item: ItemId; seat: SeatId; choice?: Choice }
>;

/** Where a vote that ended leaves its item. */
type AfterVote = 'Deferred' | 'QuorumVerified' | 'VoteClosed' | 'VoteTied';

/**
 * Where a vote that closed, or whose tie was broken, leaves its item: an answered question leaves
 * it where it was, or defers it; while it is tied the item waits.
 */
export function afterClosing({
  question,
  outcome,
}: Readonly<{ question?: VoteQuestion; outcome: string }>): AfterVote {
  if (outcome === 'tied') return 'VoteTied';
  if (question?.kind !== 'defer') return 'VoteClosed';
  return outcome === 'approved' ? 'Deferred' : 'QuorumVerified';
}

/** A question whose vote counts for nothing can be put again; a decision is for another sitting. */
export function afterVoiding({ question }: Readonly<{ question?: VoteQuestion }>): AfterVote {
  if (question === undefined) return 'Deferred';
  return question.kind === 'defer' ? 'QuorumVerified' : 'VoteClosed';
}
