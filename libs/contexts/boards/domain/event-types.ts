import type { BoardEvent } from './board.events.js';
import type { DecisionEvent } from './decision.events.js';
import type { ProcedureEvent } from './procedure.events.js';
import type { RegisterEvent } from './register.events.js';
import type { RouteDefinitionEvent } from './route/definition.events.js';
import type { RouteEvent } from './route/route.events.js';
import type { SittingEvent } from './sitting.events.js';

/** Every type of fact that a board's fold reads. */
export const boardEventTypes = typesOf<BoardEvent>({
  BoardEstablished: true,
  BoardMemberDesignated: true,
  BoardMemberAppointed: true,
  BoardChairAppointed: true,
  BoardSecretaryAppointed: true,
  BoardMemberResigned: true,
  BoardViceChairAppointed: true,
  AlternateAppointed: true,
  BoardMemberReplaced: true,
  BoardMemberRevoked: true,
  BoardSeatLapsed: true,
  BoardSeatSuspended: true,
  BoardSeatReinstated: true,
  BoardProrogued: true,
  BoardDissolved: true,
  BoardRulesAmended: true,
});

/** Every type of fact that a sitting's fold reads. */
export const sittingEventTypes = typesOf<SittingEvent>({
  MeetingConvened: true,
  NoticeServed: true,
  MeetingOpened: true,
  AttendanceDelegated: true,
  AttendanceDelegationRevoked: true,
  MemberArrived: true,
  MemberLeft: true,
  ConflictOfInterestDeclared: true,
  ConflictUpheld: true,
  ConflictDismissed: true,
  MemberRecused: true,
  SeatRecusedFromVote: true,
  VoteCancelled: true,
  QuorumVerified: true,
  QuorumNotReached: true,
  MeetingDeserted: true,
  AgendaItemDeferred: true,
  VoteOpened: true,
  VoteCast: true,
  SecretBallotTallied: true,
  VoteClosed: true,
  TieBroken: true,
  VoteVoided: true,
  MeetingClosed: true,
  MinutesDrafted: true,
  MinutesApproved: true,
  AgendaAmended: true,
  MinutesRectified: true,
});

/** Every type of fact that a procedure's fold reads. */
export const procedureEventTypes = typesOf<ProcedureEvent>({
  ProcedureOpened: true,
  ReplyCast: true,
  ReplyChanged: true,
  ReplyCancelled: true,
  ObjectionRaised: true,
  ObjectionCancelled: true,
  SittingCalledFor: true,
  ProcedureExtended: true,
  DocumentsRequested: true,
  DocumentsSupplied: true,
  ProcedureConflictDeclared: true,
  ProcedureConflictUpheld: true,
  ProcedureConflictDismissed: true,
  ProcedureClosed: true,
  ProcedureTieBroken: true,
  ProcedureStopped: true,
});

/** Every type of fact that a decision's fold reads. */
export const decisionEventTypes = typesOf<DecisionEvent>({
  DecisionProposed: true,
  TechnicalOpinionGiven: true,
  AccountingOpinionGiven: true,
  ProposalAmended: true,
  ProposalWithdrawn: true,
  DecisionDisclosed: true,
  DecisionReadyForAgenda: true,
  DecisionScheduled: true,
  DecisionDeferred: true,
  DecisionApproved: true,
  DecisionRejected: true,
  DecisionSigned: true,
  DecisionNumbered: true,
  DecisionPublished: true,
  DecisionBecameEffective: true,
  DecisionBoundToRoute: true,
  DecisionRouteEnded: true,
  DecisionLeftByRoute: true,
  DecisionSuspended: true,
  DecisionRevoked: true,
  DecisionAnnulled: true,
  DecisionSuperseded: true,
  ConditionsImposed: true,
  ConditionEvidenceSubmitted: true,
  ConditionEvidenceRejected: true,
  ConditionMet: true,
  ConditionWaived: true,
  ConditionFailed: true,
  ConditionFailureNoted: true,
  DecisionLapsed: true,
  EffectsSuspended: true,
  EffectsResumed: true,
  DecidedInUrgency: true,
  RatificationVoted: true,
  DecisionRatified: true,
  DecisionReconsidered: true,
  ErratumIssued: true,
  ImmediateEnforceabilityDeclared: true,
  ImplementationAssigned: true,
  DecisionImplemented: true,
  ObjectionLodged: true,
  ObjectionAnswered: true,
});

/** Every type of fact that a definition of routes is folded from. */
export const routeDefinitionEventTypes = typesOf<RouteDefinitionEvent>({
  RouteDefined: true,
  RouteVersionAdopted: true,
});

/** Every type of fact that a route's fold reads. */
export const routeEventTypes = typesOf<RouteEvent>({
  RouteStarted: true,
  RouteStageOpened: true,
  RouteBodyAsked: true,
  RouteVoteTaken: true,
  RouteAnswered: true,
  RouteAnswerVoid: true,
  RouteSilenceNoted: true,
  RoutePlaceLapsed: true,
  RouteObjectionLodged: true,
  RouteStageEscalated: true,
  RouteBodyReleased: true,
  RouteStageEnded: true,
  RouteReturned: true,
  RouteResubmitted: true,
  RouteEnded: true,
});

/** Every type of fact that a register's fold reads. */
export const registerEventTypes = typesOf<RegisterEvent>({ NumberTaken: true });

/** A record of all types, so that the compiler misses the one that is forgotten. */
function typesOf<E extends Readonly<{ type: string }>>(
  types: Readonly<Record<E['type'], true>>,
): readonly E['type'][] {
  return Object.keys(types);
}
