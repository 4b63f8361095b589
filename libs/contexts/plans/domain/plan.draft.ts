import { accept, refuse } from '@tavolo/kernel';
import type { Decision, Instant } from '@tavolo/kernel';
import type { CallStanding } from '@tavolo/programmes';
import { closedTo } from './plan.call.js';
import { byAnother, inOrder, inState, onText } from './plan.checks.js';
import type { Check, Decide } from './plan.checks.js';
import type {
  AdoptPlan,
  AppointProcedureOfficer,
  ConsolidateDraft,
  InitiatePlan,
  PlanDraftCommand,
  ValidatePlan,
} from './plan.commands.js';
import type { PlanEvent } from './plan.events.js';
import { checkedIn, notReady } from './plan.missing.js';
import { ownersGone } from './plan.readiness.js';
import { planRules } from './plan.rules.js';
import type { PlanState } from './plan.state.js';
import type { PlanStatus } from '../contract/index.js';

/** From the first idea to the adopted plan. */
export const draft: Decide<PlanDraftCommand> = {
  InitiatePlan: initiate,
  ConfirmInitiation: (_, state) => confirm(state),
  RefuseInitiation: ({ data }, state) =>
    inState(state, 'Initiated') ?? accept({ type: 'PlanInitiationRefused', data }),
  AppointProcedureOfficer: appointOfficer,
  ConsolidateDraft: consolidate,
  ValidatePlan: validate,
  AdoptPlan: adopt,
};

function initiate({ data, at }: InitiatePlan, state: PlanState): Decision<PlanEvent> {
  const { grounds, ...head } = data;
  const { call, lead, heldBy } = grounds;
  if (state.status !== null) return refuse(planRules.AlreadyInitiated);
  if (!call) return refuse(planRules.CallUnknown, { call: head.call });
  if (!lead) return refuse(planRules.PartnerUnknown, { partner: head.lead });
  return (
    inOrder(head.executionStart, head.executionEnd) ??
    takesPlans(call, head.regionCode, at) ??
    mayLead(call, lead) ??
    free(head.regionCode, heldBy) ??
    accept({ type: 'PlanInitiated', data: head })
  );
}

/** X-11 and B-12: a plan that could not be submitted any more is not begun either. */
function takesPlans(call: CallStanding, regionCode: string, at: Instant): Check {
  const [first] = closedTo(call, regionCode, at);
  if (!first) return null;
  return {
    outcome: 'refused',
    refusal: { ...planRules[first.code], details: first.details ?? {} },
  };
}

/** N-2: the lead is of a kind that the call allows. */
function mayLead(
  { leadKinds }: CallStanding,
  { kind }: NonNullable<InitiatePlan['data']['grounds']['lead']>,
): Check {
  if (leadKinds.length === 0 || leadKinds.includes(kind)) return null;
  return refuse(planRules.LeadKindNotAllowed, { allowed: leadKinds, kind });
}

/** PL-1, as far as it is known now; the claim decides. */
function free(regionCode: string, heldBy: string | null): Check {
  return heldBy === null ? null : refuse(planRules.RegionTaken, { regionCode, heldBy });
}

function confirm(state: PlanState): Decision<PlanEvent> {
  const kept = inState(state, 'Initiated');
  if (kept || !state.head) return kept ?? refuse(planRules.WrongState, { status: '-' });
  const { call, regionCode } = state.head;
  return accept({ type: 'PlanInitiationConfirmed', data: { call, regionCode } });
}

/** Nobody answers for a procedure that has ended. */
const ended: readonly PlanStatus[] = [
  ...(['InitiationRefused', 'Rejected', 'Completed'] as const),
  ...(['FinallyReported', 'Closed', 'Revoked'] as const),
];

function appointOfficer(
  { data: { officer, grounds } }: AppointProcedureOfficer,
  state: PlanState,
): Decision<PlanEvent> {
  const { status } = state;
  if (status === null || ended.includes(status)) {
    return refuse(planRules.WrongState, { status: status ?? '-', allowed: ['Initiated'] });
  }
  if (!grounds.isKnown) return refuse(planRules.PersonUnknown, { person: officer });
  if (state.officer === officer) return refuse(planRules.OfficerStands);
  return accept({ type: 'ProcedureOfficerAppointed', data: { officer } });
}

function consolidate({ data, by }: ConsolidateDraft, state: PlanState): Decision<PlanEvent> {
  if (state.frozen && state.status === 'DraftConsolidated') {
    return refuse(planRules.DraftStands, { version: state.frozen.version });
  }
  const kept = inState(state, 'CoDesigning');
  if (kept) return kept;
  if (Object.keys(state.actions).length === 0) return refuse(planRules.ActionMissing);
  const { sha256 } = data.grounds;
  const version = state.versions + 1;
  return accept({
    type: 'PlanDraftConsolidated',
    data: { version, sha256, consolidatedBy: by.person },
  });
}

/** Everything missing is told at once, so that nobody has to find it item by item. */
function validate(command: ValidatePlan, state: PlanState): Decision<PlanEvent> {
  const { sha256, grounds } = command.data;
  const { frozen } = state;
  const kept =
    inState(state, 'DraftConsolidated') ??
    onText(state, sha256) ??
    byAnother(frozen?.consolidatedBy ?? null, command) ??
    notReady('validation', checkedIn(state, { ownersGone: ownersGone(state, grounds.networks) }));
  if (kept || !frozen) return kept ?? refuse(planRules.WrongState, { status: '-' });
  return accept({ type: 'PlanValidated', data: { version: frozen.version, sha256 } });
}

/** PL-4 and D-9: by an effective decision on exactly this text, and by nothing else. */
function adopt({ data, today }: AdoptPlan, state: PlanState): Decision<PlanEvent> {
  const { decision: id, version, sha256, grounds } = data;
  const { decision } = grounds;
  if (!decision) return refuse(planRules.DecisionUnknown, { decision: id });
  const { status, effectiveOn } = decision;
  if (status !== 'Effective' || effectiveOn === null || effectiveOn > today) {
    return refuse(planRules.DecisionNotEffective, { status, effectiveOn: effectiveOn ?? '-' });
  }
  return (
    decidedOn(decision.subject, data) ??
    inState(state, 'Validated') ??
    onText(state, sha256) ??
    accept({ type: 'PlanAdopted', data: { decision: id, version, sha256, effectiveOn } })
  );
}

function decidedOn(
  subject: NonNullable<AdoptPlan['data']['grounds']['decision']>['subject'],
  { version, sha256, grounds }: AdoptPlan['data'],
): Check {
  const isThis =
    subject.kind === 'adoptPlan' &&
    subject.plan === grounds.plan &&
    subject.version === version &&
    subject.sha256 === sha256;
  return isThis ? null : refuse(planRules.DecisionOnAnotherText);
}
