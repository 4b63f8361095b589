import type { Basis } from '@tavolo/event-store';
import type { LocalDate, Message, Sha256 } from '@tavolo/kernel';
import type { AgreementId } from '@tavolo/agreements';
import type { PlanId } from '@tavolo/plans';
import type { ConditionId, ObjectionAnswer, ObjectionFollowUp, ObjectionId } from './later.js';
import type { BoardId, DecisionId } from './ids.js';
import type { RouteCall, RouteDefinitionId, RouteMove, RouteRules } from './route.js';
import type { Rulebook } from './rulebook.js';

export { quorumCounted, quorumWholes } from './quorum.js';
export type { CategoryMinimum, QuorumCounted, QuorumRule, QuorumWhole, Share } from './quorum.js';
export { boardLevels } from './ids.js';
export type { BoardId, BoardLevel, DecisionId, ProcedureId, SittingId } from './ids.js';
export { routeMoves, routeResults, silenceMeanings, stageKinds } from './route.js';
export type {
  AskedBodies,
  RouteCall,
  RouteDefinitionId,
  RouteId,
  RouteMove,
  RouteResult,
  RouteRules,
  RouteStage,
  RouteVersion,
  SilenceMeaning,
  StageId,
  StageKind,
} from './route.js';
export {
  conditionEffects,
  conditionFailures,
  objectionAnswers,
  objectionFollowUps,
} from './later.js';
export type {
  Condition,
  ConditionEffect,
  ConditionFailure,
  ConditionId,
  ConditionVerifier,
  ObjectionAnswer,
  ObjectionFollowUp,
  ObjectionId,
} from './later.js';
export {
  agendaAdditionRules,
  ballotForms,
  loginLevels,
  majorityBases,
  rulebookPresets,
  tieRules,
  unanimities,
} from './rulebook.js';
export type {
  AgendaAddition,
  BallotForm,
  CategoryWeight,
  DelegationRule,
  LoginLevel,
  LoginRule,
  MajorityBase,
  MajorityRule,
  Rulebook,
  RulebookPreset,
  TieRule,
  Unanimity,
  UrgencyRule,
} from './rulebook.js';

export { objectionEffects, procedureKinds, replyChanges } from './rulebook.procedures.js';
export type {
  ObjectionEffect,
  ProcedureKind,
  ReplyChange,
  SilenceRule,
  WrittenRule,
} from './rulebook.procedures.js';

/** Where a datum comes from; absent for a user's own. */
export const sources = ['programme', 'public', 'synthetic'] as const;

/** Where a datum comes from: the programme's own presentation, a public text, or made up. */
export type Source = (typeof sources)[number];

/** The states of a decision, in the order of its lifecycle. */
export const decisionStatuses = [
  'Proposed',
  'UnderInstruction',
  'ReadyForAgenda',
  'OnAgenda',
  'Deferred',
  'Withdrawn',
  'Approved',
  'Rejected',
  'Adopted',
  'Numbered',
  'Published',
  'Effective',
  'Implemented',
  'Suspended',
  'Revoked',
  'Annulled',
  'Superseded',
  'Lapsed',
] as const;

/** Where a decision is in its lifecycle; `Adopted` is approved and signed. */
export type DecisionStatus = (typeof decisionStatuses)[number];

/** How a decision ends another: its past effects stay visible (D-8). */
export const decisionEnds = ['suspend', 'revoke', 'annul', 'supersede'] as const;

/** How a decision ends another. */
export type DecisionEnd = (typeof decisionEnds)[number];

/** The end of an earlier decision, and the acts that hang on it (agreements, remodulations). */
export type EndOfDecision = Readonly<{
  kind: 'endDecision';
  decision: DecisionId;
  how: DecisionEnd;
  dependents: readonly string[];
}>;

/** The adoption of a version of a definition of routes, by the body that owns it. */
export type AdoptionOfRoute = Readonly<{
  kind: 'adoptRoute';
  definition: RouteDefinitionId;
  rules: RouteRules;
}>;

/**
 * The funding decision of a costed extension of a plan (proroga onerosa): which one, and the
 * agreement that is to be amended for it (PL-10).
 */
export type ExtensionOfPlan = Readonly<{
  kind: 'extendPlan';
  plan: PlanId;
  change: string;
  agreement: AgreementId;
}>;

/** An objection of the body to what a route asks of it, or its sending the matter back. */
export type MoveOnRoute = Readonly<{ kind: 'moveRoute'; move: RouteMove }> & RouteCall;

/**
 * What a decision is about: the adoption of one frozen version of a plan, of a rulebook by the
 * body itself, or something else.
 */
export type DecisionSubject =
  | Readonly<{ kind: 'adoptPlan'; plan: PlanId; version: number; sha256: Sha256 }>
  | Readonly<{ kind: 'amendRules'; rulebook: Rulebook }>
  | EndOfDecision
  /** The body comes back to an earlier decision of its own, by the same or a higher majority. */
  | Readonly<{ kind: 'reconsider'; decision: DecisionId }>
  /** The body ratifies what its chair decided alone. */
  | Readonly<{ kind: 'ratify'; decision: DecisionId }>
  /** The body lets a condition of an earlier decision go. */
  | Readonly<{ kind: 'waiveCondition'; decision: DecisionId; condition: ConditionId }>
  /** The body takes note that a condition it was to be told of was not met (presa d'atto). */
  | Readonly<{ kind: 'noteFailure'; decision: DecisionId; condition: ConditionId }>
  /** The body answers an objection to an earlier decision; `follows` where it upholds it. */
  | Readonly<{
      kind: 'answerObjection';
      decision: DecisionId;
      objection: ObjectionId;
      answer: ObjectionAnswer;
      follows?: ObjectionFollowUp;
    }>
  | AdoptionOfRoute
  | ExtensionOfPlan
  | MoveOnRoute
  | Readonly<{ kind: 'other' }>;

/** How strong an electronic signature is, as reported by who recorded it. */
export const signatureLevels = ['simple', 'advanced', 'qualified', 'digital'] as const;

/** The level of a signature (eIDAS; `digital` is the Italian firma digitale). */
export type SignatureLevel = (typeof signatureLevels)[number];

/** What another context may rely on about a decision, read from its own stream. */
export type DecisionStanding = Readonly<{
  id: DecisionId;
  board: BoardId;
  status: DecisionStatus;
  subject: DecisionSubject;
  /** Of the text that was voted on and signed. */
  textSha256: Sha256;
  /** `<n>/<year>`, as the register of the body gave it (D-5). */
  number: string | null;
  /** The day it has effect from; null until it is effective (D-6). It stays when effect ends. */
  effectiveOn: LocalDate | null;
  /** It spends, and so had its accounting opinion (D-4). */
  spends: boolean;
  basis: Basis;
}>;

/** Answers for decisions to other contexts. */
export abstract class Decisions {
  /** Null where there is no such decision. */
  abstract standing(id: DecisionId): Promise<DecisionStanding | null>;
}

/** A decision has effect from `effectiveOn` on: what it orders may now be done (D-6, D-9). */
export type DecisionBecameEffective = Message<
  'DecisionBecameEffective',
  {
    board: BoardId;
    subject: DecisionSubject;
    textSha256: Sha256;
    number: string;
    effectiveOn: LocalDate;
  }
>;
