/** Why an act weighs: it decides, binds, or says who decides. */
export type Weight = 'access' | 'approve' | 'policies' | 'sign' | 'vote';

/**
 * Acts that decide or bind, by category of stream and type of command. The administrator gives
 * none of them but those that say who has access and by which policies, which are theirs; a body
 * may ask for a level of login, and a fresh one. Whatever a person may give and is not here
 * stands in `test/architecture/acts-without-weight.ts`, with a reason.
 * What only processes say is not among them: it follows from an act of a person that is. So a
 * rulebook changes by votes, a signature, and nothing beside them.
 */
export const actsOfWeight: Readonly<Record<string, Readonly<Record<string, Weight>>>> = {
  sitting: {
    ...{ CastVote: 'vote', CastSecondVote: 'vote', DelegateAttendance: 'vote' },
    ApproveMinutes: 'approve',
  },
  procedure: { CastReply: 'vote', CastProcedureSecondVote: 'vote', RaiseObjection: 'vote' },
  decision: { SignDecision: 'sign', DecideInUrgency: 'approve' },
  agreement: {
    ...{ SignAgreement: 'sign', RefuseSignature: 'sign', InvalidateSignature: 'sign' },
    ...{ GiveNotice: 'sign', RecordPartyApproval: 'approve', ApproveAmendment: 'approve' },
    ...{ ExtendTerm: 'approve', RefuseTermExtension: 'approve', SuspendAgreement: 'approve' },
    ...{ ResumeAgreement: 'approve', TerminateAgreement: 'approve', AnnulAgreement: 'approve' },
  },
  plan: {
    ...{ ApprovePlan: 'approve', RejectPlan: 'approve', ReserveListPlan: 'approve' },
    ...{ EndorsePlan: 'approve', ValidatePlan: 'approve', ApproveSessionMinutes: 'approve' },
    ...{ AuthoriseRemodulation: 'approve', RefuseRemodulation: 'approve' },
    ...{ AuthoriseExtension: 'approve', RefuseExtension: 'approve' },
    ...{ GrantNoCostExtension: 'approve', RevokeFunding: 'approve' },
    ...{ SuspendPlan: 'approve', ResumePlan: 'approve', ClosePlan: 'approve' },
  },
  network: {
    ...{ AcceptInvitation: 'approve', DeclineInvitation: 'approve', RequestExit: 'approve' },
    ...{ ExpelMember: 'approve', DissolveNetwork: 'approve' },
  },
  tree: { MergeNetworks: 'approve', SplitNetwork: 'approve' },
  programme: {
    ...{ AdoptProgramme: 'approve', ActivateProgramme: 'approve' },
    ...{ AmendProgramme: 'approve', CloseProgramme: 'approve' },
  },
  call: {
    ...{ ApproveCall: 'approve', ExtendDeadline: 'approve', ApproveRanking: 'approve' },
    ...{ AwardFunding: 'approve', ScrollReserveList: 'approve' },
    ...{ WithdrawCall: 'approve', AnnulCall: 'approve' },
  },
  partner: {
    ...{ SuspendPartner: 'approve', ReinstatePartner: 'approve', ConfirmWithdrawal: 'approve' },
    ...{ ExcludePartner: 'approve', DropExclusion: 'approve' },
  },
  appointment: { ConfirmAdministrator: 'access' },
  policy: { ActivatePolicies: 'policies' },
};

/** Acts of weight that are the administrator's own. */
export const ofAdministrators: readonly Weight[] = ['access', 'policies'];

/** Null for an act that neither decides nor binds. */
export function weightOf(aggregate: string, type: string): Weight | null {
  const acts = actsOfWeight[aggregate] ?? {};
  return Object.hasOwn(acts, type) ? (acts[type] ?? null) : null;
}
