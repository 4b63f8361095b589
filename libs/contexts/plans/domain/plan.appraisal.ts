import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { byAnother, inState, onText } from './plan.checks.js';
import type { Check, Decide } from './plan.checks.js';
import type { PlanEvent } from './plan.events.js';
import type { PlanState } from './plan.state.js';
import type {
  PlanAppraisalCommand,
  ProvideIntegration,
  RejectPlan,
  RequestIntegration,
  ReserveListPlan,
  StartAppraisal,
} from './plan.step.commands.js';
import { stepRules } from './plan.step.rules.js';

/** What the authority does with a submitted plan, its approval apart. */
export const appraisal: Decide<PlanAppraisalCommand> = {
  StartAppraisal: start,
  RequestIntegration: requestIntegration,
  ProvideIntegration: provideIntegration,
  RejectPlan: reject,
  ReserveListPlan: reserveList,
};

function start(command: StartAppraisal, state: PlanState): Decision<PlanEvent> {
  return (
    inState(state, 'Submitted') ??
    byAnother(state.submittedBy, command) ??
    accept({ type: 'PlanAppraisalStarted', data: {} })
  );
}

function requestIntegration(command: RequestIntegration, state: PlanState): Decision<PlanEvent> {
  const { grounds, document, due } = command.data;
  return (
    inState(state, 'Submitted', 'UnderAppraisal') ??
    byAnother(state.submittedBy, command) ??
    (due < command.today ? refuse(stepRules.DueDayPast, { due }) : null) ??
    accept({ type: 'IntegrationRequested', data: { request: grounds.newId, document, due } })
  );
}

/** The day `due` is the last on which it is in time. */
function provideIntegration(
  { data, today }: ProvideIntegration,
  state: PlanState,
): Decision<PlanEvent> {
  const kept = inState(state, 'IntegrationRequested');
  const { integration } = state;
  if (kept || !integration) return kept ?? refuse(stepRules.IntegrationLate, { due: '-' });
  const { request, due } = integration;
  if (today > due) return refuse(stepRules.IntegrationLate, { due });
  return accept({ type: 'IntegrationProvided', data: { ...data, request } });
}

function reject(command: RejectPlan, state: PlanState): Decision<PlanEvent> {
  return (
    inState(state, 'Submitted', 'UnderAppraisal', 'IntegrationRequested', 'ReserveListed') ??
    onText(state, command.data.sha256) ??
    byAnother(state.submittedBy, command) ??
    awaited(state, command) ??
    accept({ type: 'PlanRejected', data: command.data })
  );
}

function awaited({ integration }: PlanState, { today }: RejectPlan): Check {
  if (!integration || today > integration.due) return null;
  return refuse(stepRules.IntegrationAwaited, { due: integration.due });
}

function reserveList(command: ReserveListPlan, state: PlanState): Decision<PlanEvent> {
  const { data } = command;
  return (
    inState(state, 'Submitted', 'UnderAppraisal') ??
    onText(state, data.sha256) ??
    byAnother(state.submittedBy, command) ??
    (data.place < 1 ? refuse(stepRules.PlaceInvalid) : null) ??
    accept({ type: 'PlanReserveListed', data })
  );
}
