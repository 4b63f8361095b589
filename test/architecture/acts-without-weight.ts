/** Acts of people that neither decide nor bind, by category of stream, with the reason. */
export interface WithoutWeight {
  readonly why: string;
  readonly acts: Readonly<Record<string, readonly string[]>>;
}

/**
 * Whatever a person may give and is in no table of acts of weight. A new command goes there
 * (`libs/access/src/weight/acts-of-weight.ts`) or here.
 */
export const actsWithoutWeight: readonly WithoutWeight[] = [
  {
    why: 'it drafts, proposes or asks: others sign, vote on or approve what comes of it',
    acts: {
      agreement: [
        ...['DraftAgreement', 'AddParty', 'RemoveParty', 'ReviseText', 'SubmitForReview'],
        ...['RequestChanges', 'FreezeText', 'WithdrawDraft', 'OpenForSignature'],
        ...['ProposeAmendment', 'ReviseAmendment', 'WithdrawAmendment', 'RequestTermExtension'],
        'RemindParty',
      ],
      call: ['DraftCall'],
      decision: [
        ...['ProposeDecision', 'AttachOpinion', 'MarkReady', 'AmendProposal', 'WithdrawProposal'],
        'LodgeObjection',
      ],
      network: ['ProposeNetwork', 'InviteMember', 'RevokeInvitation'],
      partner: ['RequestWithdrawal', 'OpenExclusion', 'AnswerExclusion'],
      plan: [
        ...['InitiatePlan', 'ProposeContribution', 'SubmitPlan', 'ProvideIntegration'],
        ...['DraftRemodulation', 'RequestRemodulation', 'WithdrawRemodulation'],
        ...['RequestExtension', 'SubmitFinalReport'],
      ],
      programme: ['DefineProgramme'],
      route: ['StartRoute', 'ResubmitToRoute', 'WithdrawRoute'],
      // A version holds for routes that are begun by a proposal, which bodies vote on.
      routedefinition: ['DefineRoute'],
    },
  },
  {
    why: 'it writes the plan, which is then endorsed, validated and approved',
    acts: {
      plan: [
        ...['AppointProcedureOfficer', 'ReviseSection', 'AddAction', 'LinkTargetGroup'],
        ...['DefineIndicator', 'SetTarget', 'AddIntervention', 'AssignOwner', 'AddBudgetLine'],
        ...['AllocateToPartner', 'ScheduleMilestone', 'RecordNeed', 'CloseCoProgramming'],
        ...['OpenTable', 'HoldSession', 'AcceptContribution', 'RejectContribution'],
        ...['CloseTable', 'ReopenTable', 'ConsolidateDraft'],
      ],
    },
  },
  {
    why: 'it prepares or appraises what an authority then approves or refuses',
    acts: {
      call: ['StartEvaluation'],
      partner: ['VerifyEligibility', 'SubmitEligibilityEvidence'],
      plan: ['StartAppraisal', 'RequestIntegration', 'AssessRemodulation', 'AssessExtension'],
      programme: ['StartClosing'],
    },
  },
  {
    why: 'it directs the proceedings of a body, whose members vote',
    acts: {
      procedure: [
        ...['OpenProcedure', 'ExtendProcedure', 'WithdrawProcedure', 'CloseProcedureEarly'],
        ...['CallForSitting', 'RequestDocuments', 'SupplyDocuments', 'DeclareProcedureConflict'],
        ...['ResolveProcedureConflict', 'PostponeProcedureTie'],
      ],
      sitting: [
        ...['ConveneMeeting', 'AmendAgenda', 'OpenMeeting', 'CloseMeeting', 'OpenVote'],
        ...['CloseVote', 'ResolveConflict', 'PostponeTie', 'DeclareConflict', 'RevokeDelegation'],
      ],
    },
  },
  {
    why: 'it records what happened; minutes are approved, and a register can be corrected',
    acts: {
      agreement: [
        ...['RecordExistingAgreement', 'RegisterAgreement', 'RecordConditionMet'],
        ...['PublishAgreement', 'ReverifySignature', 'CloseAgreement'],
      ],
      call: [
        ...['RecordCourtRegistration', 'PublishCall', 'RectifyCall', 'CloseCall'],
        ...['StartImplementation', 'ConcludeCall', 'SuspendCall', 'ResumeCall'],
      ],
      decision: ['DiscloseDecision', 'PublishDecision', 'IssueErratum'],
      partner: [
        ...['RegisterPartner', 'ClassifyPartner', 'MarkDuplicate', 'RecordIdentifier'],
        ...['UpdatePartnerDetails', 'RecordBeneficialOwners', 'DeclareInterest'],
        ...['RecordSuccession', 'RecordDissolution'],
      ],
      procedure: ['RecordProcedureDraw'],
      sitting: [
        ...['RecordArrival', 'RecordDeparture', 'RecordRecusal', 'RecordService'],
        ...['RecordSecretTally', 'RecordDraw', 'VerifyQuorum', 'DraftMinutes', 'RectifyMinutes'],
      ],
    },
  },
  {
    why: 'it carries out what was decided, and reports on it',
    acts: {
      decision: [
        ...['AssignImplementation', 'ConfirmImplementation'],
        ...['SubmitConditionEvidence', 'VerifyCondition'],
      ],
      plan: [
        ...['StartExecution', 'CompletePlan', 'CancelIntervention', 'EndIntervention'],
        ...['RecordIndicatorValue', 'CorrectIndicatorValue', 'RecordStrength', 'ReportProgress'],
        ...['RecordEvaluationFinding', 'CloseEvaluationFinding'],
      ],
    },
  },
  {
    why: 'it binds or frees money within what was approved and awarded',
    acts: {
      budget: [
        ...['ReserveFunds', 'ReleaseReservation', 'CommitFunds', 'AdjustCommitment'],
        'DecommitFunds',
      ],
      call: ['AssignFunding', 'IncreaseAssignment', 'ReduceAssignment', 'IncreaseCallBudget'],
      programme: ['AllocateBudget'],
    },
  },
  {
    why: 'it builds and runs a network of partners that have accepted to be in it',
    acts: {
      network: [
        ...['AdmitMember', 'AssignRole', 'ConstituteNetwork', 'ReplaceLead', 'SuspendMember'],
        ...['ReinstateMember', 'ReleaseMember', 'SuspendNetwork', 'ResumeNetwork'],
        'StartDissolution',
      ],
      tree: ['DefineTerritory', 'LinkParentNetwork'],
    },
  },
  {
    why: 'it fills an office or gives a power, to another person, who then acts with a login of their own',
    acts: {
      appointment: [
        ...['AppointAuditor', 'AppointCoordinator', 'ProposeAdministrator', 'AdmitService'],
        ...['RevokeAppointment', 'RevokeCoordinator', 'RevokeService'],
      ],
      // A body is asked for its own demands from its first act; its rulebook changes by its votes.
      board: [
        ...['EstablishBoard', 'DesignateMember', 'AppointMember', 'AppointChair'],
        ...['AppointViceChair', 'AppointAlternate', 'AppointSecretary', 'ReplaceMember'],
        ...['RevokeMember', 'SuspendSeat', 'ReinstateSeat', 'ResignSeat'],
        ...['ProrogueBoard', 'DissolveBoard'],
      ],
      partner: [
        ...['AppointLegalRepresentative', 'EndLegalRepresentation'],
        ...['AuthoriseSignatory', 'RevokeSignatory'],
      ],
    },
  },
  {
    why: 'it opens or closes a way to sign in, and must be there for who has lost a sure login',
    acts: {
      logins: ['CloseLogins', 'ReopenLogins'],
      invitation: ['InviteToSignIn', 'RevokeSignInInvitation'],
    },
  },
];
