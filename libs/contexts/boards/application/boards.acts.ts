import type { GovernedKind } from '@tavolo/access';

/** What commands on a board are to the policies. */
export const boardActs: GovernedKind['acts'] = {
  EstablishBoard: { action: 'appoint', under: ['network', 'plan'] },
  DesignateMember: 'appoint',
  AppointMember: 'appoint',
  AppointChair: 'appoint',
  AppointViceChair: 'appoint',
  AppointAlternate: 'appoint',
  AppointSecretary: 'appoint',
  ReplaceMember: 'appoint',
  RevokeMember: 'appoint',
  SuspendSeat: 'appoint',
  ReinstateSeat: 'appoint',
  ProrogueBoard: 'appoint',
  DissolveBoard: 'appoint',
  ResignSeat: 'sit',
};

/** The same of a sitting. */
export const sittingActs: GovernedKind['acts'] = {
  ConveneMeeting: { action: 'convene', under: ['board'] },
  AmendAgenda: 'convene',
  OpenMeeting: 'preside',
  CloseMeeting: 'preside',
  OpenVote: 'preside',
  CloseVote: 'preside',
  ResolveConflict: 'preside',
  ApproveMinutes: 'preside',
  CastVote: 'vote',
  DeclareConflict: 'sit',
  DelegateAttendance: 'sit',
  RevokeDelegation: 'sit',
  RecordArrival: 'minute',
  RecordDeparture: 'minute',
  RecordRecusal: 'minute',
  RecordService: 'minute',
  RecordSecretTally: 'minute',
  RecordDraw: 'minute',
  CastSecondVote: 'vote',
  PostponeTie: 'preside',
  VerifyQuorum: 'minute',
  DraftMinutes: 'minute',
  RectifyMinutes: 'minute',
};

/** The same of a vote without a sitting. */
export const procedureActs: GovernedKind['acts'] = {
  OpenProcedure: { action: 'convene', under: ['board'] },
  ExtendProcedure: 'convene',
  WithdrawProcedure: 'convene',
  CastReply: 'vote',
  RaiseObjection: 'sit',
  CallForSitting: 'sit',
  RequestDocuments: 'sit',
  DeclareProcedureConflict: 'sit',
  SupplyDocuments: 'minute',
  ResolveProcedureConflict: 'preside',
  CloseProcedureEarly: 'convene',
  RecordProcedureDraw: 'minute',
  CastProcedureSecondVote: 'vote',
  PostponeProcedureTie: 'preside',
};

/** The same of a decision. */
export const decisionActs: GovernedKind['acts'] = {
  ProposeDecision: { action: 'propose', under: ['board'] },
  AttachOpinion: 'propose',
  MarkReady: 'propose',
  AmendProposal: 'propose',
  WithdrawProposal: 'propose',
  DiscloseDecision: 'preside',
  DecideInUrgency: 'preside',
  SignDecision: 'signDecision',
  PublishDecision: 'minute',
  IssueErratum: 'minute',
  AssignImplementation: 'carryOut',
  ConfirmImplementation: 'carryOut',
  SubmitConditionEvidence: 'carryOut',
  VerifyCondition: 'carryOut',
  LodgeObjection: 'object',
};

/** The same of a definition of routes. */
export const definitionActs: GovernedKind['acts'] = {
  DefineRoute: { action: 'propose', under: ['board'] },
};

/** The same of a route. */
export const routeActs: GovernedKind['acts'] = {
  StartRoute: { action: 'propose', under: ['decision', 'definition'] },
  ResubmitToRoute: 'propose',
  WithdrawRoute: 'propose',
};
