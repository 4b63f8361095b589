/** Why an act weighs: it decides, binds, or changes how others decide. */
export type Weight = 'approve' | 'policies' | 'rules' | 'sign' | 'vote';

/**
 * Acts that decide or bind, by category of stream and type of command. The administrator gives
 * none of them but the activation of policies, which is theirs alone; a body may ask for a level
 * of login, and a fresh one.
 * What only processes say is not among them: it follows from an act of a person that is.
 */
export const actsOfWeight: Readonly<Record<string, Readonly<Record<string, Weight>>>> = {
  sitting: { CastVote: 'vote', CastSecondVote: 'vote', ApproveMinutes: 'approve' },
  procedure: { CastReply: 'vote', CastProcedureSecondVote: 'vote', RaiseObjection: 'vote' },
  decision: { SignDecision: 'sign', DecideInUrgency: 'approve' },
  board: { AmendRules: 'rules' },
  agreement: {
    ...{ SignAgreement: 'sign', RefuseSignature: 'sign' },
    ...{ RecordPartyApproval: 'approve', ApproveAmendment: 'approve' },
  },
  plan: {
    ...{ ApprovePlan: 'approve', RejectPlan: 'approve', EndorsePlan: 'approve' },
    ...{ ValidatePlan: 'approve', ApproveSessionMinutes: 'approve' },
  },
  programme: { AdoptProgramme: 'approve' },
  call: { ApproveCall: 'approve', ApproveRanking: 'approve' },
  policy: { ActivatePolicies: 'policies' },
};

/** Null for an act that neither decides nor binds. */
export function weightOf(aggregate: string, type: string): Weight | null {
  const acts = actsOfWeight[aggregate] ?? {};
  return Object.hasOwn(acts, type) ? (acts[type] ?? null) : null;
}
