import type {
  BoardId,
  Condition,
  ConditionFailure,
  ConditionId,
  DecisionId,
  ObjectionAnswer,
  ObjectionFollowUp,
  ObjectionId,
  SignatureLevel,
  SittingId,
} from '../contract/index.js';
import type { Instant, LocalDate, MandateRef, Message, OrganisationId } from '@tavolo/kernel';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import type { VoteTraceStep } from './vote.events.js';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/** The vote was for a text with conditions: from now on they bind. */
export type ConditionsImposed = Message<'ConditionsImposed', { conditions: readonly Condition[] }>;
/** Somebody says that a condition is met, with a document. */
export type ConditionEvidenceSubmitted = Message<
  'ConditionEvidenceSubmitted',
  { condition: ConditionId; document: Sha256; submittedBy: PersonRef }
>;
/** Who verifies did not accept the evidence; other evidence may follow until the due day. */
export type ConditionEvidenceRejected = Message<
  'ConditionEvidenceRejected',
  { condition: ConditionId; document: Sha256; reason: Sha256; verifiedBy: PersonRef }
>;
/** Another person than who submitted the evidence found the condition met. */
export type ConditionMet = Message<
  'ConditionMet',
  { condition: ConditionId; document: Sha256; verifiedBy: PersonRef; metOn: LocalDate }
>;
/** The body let a condition go by a later decision. */
export type ConditionWaived = Message<
  'ConditionWaived',
  { condition: ConditionId; by: DecisionId; from: LocalDate }
>;
/** Its due day is over and it is not met; what follows is a fact of its own. */
export type ConditionFailed = Message<
  'ConditionFailed',
  { condition: ConditionId; dueOn: LocalDate; onFailure: ConditionFailure }
>;

/** The body took note, by a later decision, that a condition was not met; nothing follows. */
export type ConditionFailureNoted = Message<
  'ConditionFailureNoted',
  { condition: ConditionId; by: DecisionId; from: LocalDate }
>;

/** Why a decision lapsed. */
export type LapseCause = 'conditionFailed' | 'notRatified' | 'ratificationRejected';

/** It has effect no more from a day on, by itself; what it did before stays visible (D-8). */
export type DecisionLapsed = Message<
  'DecisionLapsed',
  { board: BoardId; cause: LapseCause; from: LocalDate; condition: ConditionId | null }
>;
/** A failed condition stopped its effects. */
export type EffectsSuspended = Message<
  'EffectsSuspended',
  { condition: ConditionId; from: LocalDate }
>;
/** A later decision let its effects go on. */
export type EffectsResumed = Message<'EffectsResumed', { by: DecisionId; from: LocalDate }>;

/** The chair alone decided, because it could not wait for a sitting (D-10). */
export type DecidedInUrgency = Message<
  'DecidedInUrgency',
  {
    board: BoardId;
    boardRevision: number;
    rulebookVersion: number;
    seat: SeatId;
    decidedBy: PersonRef;
    textSha256: Sha256;
    /** The grounds of urgency, as a document. */
    urgency: Sha256;
    decidedAt: Instant;
    /** The last day for the ratification; null: the next sitting convened after it. */
    ratifyBy: LocalDate | null;
  }
>;
/** The body voted on the ratification of an act that its chair had decided alone. */
export type RatificationVoted = Message<
  'RatificationVoted',
  { board: BoardId; decision: DecisionId; ratified: boolean; votedAt: Instant }
>;
/** The body made the act of its chair its own. */
export type DecisionRatified = Message<
  'DecisionRatified',
  { board: BoardId; by: DecisionId; votedAt: Instant }
>;
/** The body came back to it by a later decision; its own vote stays as it was (D-8). */
export type DecisionReconsidered = Message<
  'DecisionReconsidered',
  { by: DecisionId; from: LocalDate }
>;

/** A clerical error was put right: another text beside the one that was signed. */
export type ErratumIssued = Message<
  'ErratumIssued',
  {
    /** What was wrong and how it reads, as a document. */
    document: Sha256;
    /** The text as it stood before. */
    corrects: Sha256;
    textSha256: Sha256;
    signatory: PersonRef;
    signedAs: 'chair' | 'secretary';
    level: SignatureLevel;
    signedAt: Instant;
    container: Sha256 | null;
    report: Sha256 | null;
  }
>;

/** The body voted that its effect waits for no publication (immediata eseguibilità, D-6). */
export type ImmediateEnforceabilityDeclared = Message<
  'ImmediateEnforceabilityDeclared',
  {
    board: BoardId;
    sitting: SittingId;
    item: string;
    tally: Readonly<{ for: number; against: number; abstain: number; recused: number }>;
    trace: readonly VoteTraceStep[];
    closedAt: Instant;
    /** The day of the vote where the body sits. */
    declaredOn: LocalDate;
  }
>;

/** Somebody is to carry it out by a day: a partner, or an office of one. */
export type ImplementationAssigned = Message<
  'ImplementationAssigned',
  {
    partner: OrganisationId | null;
    office: string | null;
    dueOn: LocalDate;
    assignedBy: PersonRef;
  }
>;
/** It was carried out, and a document proves it. */
export type DecisionImplemented = Message<
  'DecisionImplemented',
  { evidence: Sha256; confirmedBy: PersonRef; implementedOn: LocalDate }
>;

/** A member or a partner objects to it in writing, within the term. */
export type ObjectionLodged = Message<
  'ObjectionLodged',
  {
    objection: ObjectionId;
    document: Sha256;
    lodgedBy: PersonRef;
    mandate: MandateRef;
    organisation: OrganisationId | null;
  }
>;
/** The body answered it by a decision of its own, whose reasons are the reasons. */
export type ObjectionAnswered = Message<
  'ObjectionAnswered',
  {
    objection: ObjectionId;
    by: DecisionId;
    answer: ObjectionAnswer;
    follows: ObjectionFollowUp | null;
  }
>;

/** Every fact of a decision beside its vote, its signature and its publication. */
export type LaterEvent =
  | ConditionsImposed
  | ConditionEvidenceSubmitted
  | ConditionEvidenceRejected
  | ConditionMet
  | ConditionWaived
  | ConditionFailed
  | ConditionFailureNoted
  | DecisionLapsed
  | EffectsSuspended
  | EffectsResumed
  | DecidedInUrgency
  | RatificationVoted
  | DecisionRatified
  | DecisionReconsidered
  | ErratumIssued
  | ImmediateEnforceabilityDeclared
  | ImplementationAssigned
  | DecisionImplemented
  | ObjectionLodged
  | ObjectionAnswered;
