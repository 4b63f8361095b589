import type {
  BoardId,
  Condition,
  DecisionId,
  DecisionBecameEffective,
  DecisionSubject,
  ProcedureId,
  RouteCall,
  RouteDefinitionId,
  RouteId,
  RouteResult,
  SignatureLevel,
  SittingId,
  Source,
} from '../contract/index.js';
import type { Cents, Instant, LocalDate, Message, PersonRef, Sha256 } from '@tavolo/kernel';
import type { LaterEvent } from './decision.later.events.js';
import type { ItemId, VoteTraceStep } from './sitting.events.js';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/** What a decision spends, and where the money stands in the budget (D-4). */
export type Spending = Readonly<{ amountCents: Cents; budgetRef: string }>;

/** The vote that a decision came out of: on an item of a sitting, or a procedure without one. */
export type VoteRef =
  | Readonly<{ sitting: SittingId; item: ItemId }>
  | Readonly<{ procedure: ProcedureId }>;

/** How the votes of a decision were spread. */
export type VoteTally = Readonly<{
  for: number;
  against: number;
  abstain: number;
  recused: number;
}>;

/** A decision is proposed to a board, with its text, its reasons and its legal basis (D-7). */
export type DecisionProposed = Message<
  'DecisionProposed',
  {
    board: BoardId;
    title: string;
    titleEn: string | null;
    subject: DecisionSubject;
    textSha256: Sha256;
    /** The document that gives the reasons. */
    motivation: Sha256;
    legalBasis: readonly string[];
    spending: Spending | null;
    proposer: PersonRef;
    /** Absent where there are none. */
    conditions?: readonly Condition[];
    source?: Source;
    /** Its matter is the body's own to know, until it is disclosed; absent of any other. */
    confidential?: true;
    /** The route that it came by, and the version of its definition; absent for one of the body. */
    route?: RouteCall & Readonly<{ definition: RouteDefinitionId; version: number }>;
  }
>;

type OpinionGiven = Readonly<{
  opinion: 'positive' | 'negative';
  document: Sha256;
  givenBy: PersonRef;
}>;

/** An officer said whether the proposal is sound in substance (parere tecnico). */
export type TechnicalOpinionGiven = Message<'TechnicalOpinionGiven', OpinionGiven>;
/** An officer said whether the money is there (parere contabile). */
export type AccountingOpinionGiven = Message<'AccountingOpinionGiven', OpinionGiven>;

/** The proposer changed it: another text, hence opinions on the earlier one count no more. */
export type ProposalAmended = Message<
  'ProposalAmended',
  {
    title: string;
    textSha256: Sha256;
    motivation: Sha256;
    previousTextSha256: Sha256;
    /** All of them anew; absent: they stay. */
    conditions?: readonly Condition[];
    /** What it spends now; null: nothing any more; absent: what it spent. */
    spending?: Spending | null;
  }
>;
/** The proposer took it back, before any vote on it. */
export type ProposalWithdrawn = Message<'ProposalWithdrawn', { withdrawnBy: PersonRef }>;

/** The matter is confidential no more: it may be read, and published, as any other. */
export type DecisionDisclosed = Message<'DecisionDisclosed', { disclosedBy: PersonRef }>;

/** The proposal can go on an agenda; `overruling` reasons against a negative opinion (D-4). */
export type DecisionReadyForAgenda = Message<
  'DecisionReadyForAgenda',
  { overruling: Sha256 | null }
>;
/** A sitting was convened on it, or a procedure opened. */
export type DecisionScheduled = Message<'DecisionScheduled', VoteRef>;
/** Why a sitting or a procedure ended without deciding on a matter. */
export const deferralCauses = [
  ...(['deserted', 'recusals', 'inquorate', 'notReached', 'tie', 'textSuperseded'] as const),
  ...(['sittingCalled', 'objections', 'procedureWithdrawn', 'termOver'] as const),
  ...(['boxLost', 'tooFewVoters', 'voterRecused'] as const),
  ...(['byVote', 'leftByRoute'] as const),
] as const;

/**
 * Why a sitting or a procedure ended without deciding on a matter; `tie`: equal votes postpone
 * it; `textSuperseded`: what it would adopt has moved; `sittingCalled`, `objections`: members
 * want it in a sitting; `byVote`: the body itself put it off; `termOver`: the body's term ended while vote or procedure was open;
 * `boxLost`, `tooFewVoters`, `voterRecused`: the vote was void and is held again (D-3);
 * `leftByRoute`: the route that asked no longer waits for the body.
 */
export type DeferralCause = (typeof deferralCauses)[number];

/** Members brought it from a procedure to a sitting: it is ready for the agenda again. */
export const causesToSitting: readonly DeferralCause[] = ['sittingCalled', 'objections'];

/** It ended without a decision on it; it can go on another agenda. */
export type DecisionDeferred = Message<
  'DecisionDeferred',
  VoteRef &
    Readonly<{
      cause: DeferralCause;
      /** By a vote of the body: not before this day; absent: to the next sitting. */
      until?: LocalDate;
      /** By a vote of the body: why, as a document. */
      reason?: Sha256;
    }>
>;

/** A vote came out for it, with the numbers and how they were reckoned (D-2). */
export type DecisionApproved = Message<
  'DecisionApproved',
  VoteRef & Readonly<{ tally: VoteTally; trace: readonly VoteTraceStep[]; closedAt: Instant }>
>;
/** A vote came out against it, with the numbers and how they were reckoned (D-2). */
export type DecisionRejected = Message<
  'DecisionRejected',
  VoteRef & Readonly<{ tally: VoteTally; trace: readonly VoteTraceStep[]; closedAt: Instant }>
>;

/**
 * Somebody signed the text that was voted on: a reported fact. For every level but `simple`
 * the signed container and the report of its verification are documents named here.
 */
export type DecisionSigned = Message<
  'DecisionSigned',
  {
    textSha256: Sha256;
    signatory: PersonRef;
    signedAs: 'chair' | 'secretary';
    level: SignatureLevel;
    signedAt: Instant;
    container: Sha256 | null;
    report: Sha256 | null;
  }
>;
/** The register of the body gave it its number in a year (D-5). */
export type DecisionNumbered = Message<
  'DecisionNumbered',
  { number: number; year: number; register: string }
>;
/** It was published; it has effect from `effectiveFrom` on, not earlier (D-6). */
export type DecisionPublished = Message<
  'DecisionPublished',
  {
    where: string;
    publishedOn: LocalDate;
    effectiveFrom: LocalDate;
    /** Proof of the publication. */
    document: Sha256 | null;
    /** The last day for objections; absent where the rulebook knows none. */
    objectionsUntil?: LocalDate;
  }
>;

/**
 * It waits for the result of a route, on exactly this text: until then it is not signed, and
 * where the route is binding not against its result (D-9).
 */
export type DecisionBoundToRoute = Message<
  'DecisionBoundToRoute',
  {
    route: RouteId;
    round: number;
    definition: RouteDefinitionId;
    version: number;
    binding: boolean;
    textSha256: Sha256;
  }
>;
/** The route that it waited for has ended. */
export type DecisionRouteEnded = Message<
  'DecisionRouteEnded',
  { route: RouteId; result: RouteResult; textSha256: Sha256 }
>;
/** The route no longer waits for the body: what it came for is over, and it is not voted on. */
export type DecisionLeftByRoute = Message<'DecisionLeftByRoute', { route: RouteId }>;

/** A later decision that has effect ended this one from its own day on (D-8). */
type Ended = Readonly<{
  by: DecisionId;
  /** The day from which it has no more effect. */
  from: LocalDate;
  dependents: readonly string[];
}>;

/** Its effects are suspended. */
export type DecisionSuspended = Message<'DecisionSuspended', Ended>;
/** It was revoked: it has no effect from a day on. */
export type DecisionRevoked = Message<'DecisionRevoked', Ended>;
/** It was annulled for a defect. */
export type DecisionAnnulled = Message<'DecisionAnnulled', Ended>;
/** Another decision took its place. */
export type DecisionSuperseded = Message<'DecisionSuperseded', Ended>;

/** Every fact of a decision. */
export type DecisionEvent =
  | DecisionProposed
  | TechnicalOpinionGiven
  | AccountingOpinionGiven
  | ProposalAmended
  | ProposalWithdrawn
  | DecisionDisclosed
  | DecisionReadyForAgenda
  | DecisionScheduled
  | DecisionDeferred
  | DecisionApproved
  | DecisionRejected
  | DecisionSigned
  | DecisionNumbered
  | DecisionPublished
  | DecisionBecameEffective
  | DecisionBoundToRoute
  | DecisionRouteEnded
  | DecisionLeftByRoute
  | DecisionSuspended
  | DecisionRevoked
  | DecisionAnnulled
  | DecisionSuperseded
  | LaterEvent;
