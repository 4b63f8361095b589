import { accept, entry, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { closedTo } from './plan.call.js';
import {
  byAnother,
  happened,
  hasAction,
  inState,
  isAfter,
  isNew,
  onText,
  stillPlanned,
} from './plan.checks.js';
import type { Check, Decide } from './plan.checks.js';
import type {
  ApprovePlan,
  CompletePlan,
  EndIntervention,
  PlanRunCommand,
  RecordIndicatorValue,
  RecordStrength,
  StartExecution,
  SubmitPlan,
} from './plan.commands.js';
import type { PlanEvent } from './plan.events.js';
import { checkedIn, notReady } from './plan.missing.js';
import { ownersGone } from './plan.readiness.js';
import { planRules } from './plan.rules.js';
import { totalOf } from './plan.state.js';
import type { PlanState } from './plan.state.js';

/** From the adopted plan to its completion. */
export const execution: Decide<PlanRunCommand> = {
  SubmitPlan: submit,
  ApprovePlan: approve,
  StartExecution: start,
  RecordIndicatorValue: recordValue,
  EndIntervention: endIntervention,
  RecordStrength: recordStrength,
  CompletePlan: complete,
};

/** Everything missing is told at once, each with the field to go to. */
function submit({ data, by, at }: SubmitPlan, state: PlanState): Decision<PlanEvent> {
  const { sha256, grounds } = data;
  const { networks, call } = grounds;
  const beside = {
    ownersGone: ownersGone(state, networks),
    callClosed: call && state.head ? closedTo(call, state.head.regionCode, at) : [],
  };
  return (
    notReady('submission', checkedIn(state, beside)) ??
    onText(state, sha256) ??
    accept({ type: 'PlanSubmitted', data: { sha256, submittedBy: by.person } })
  );
}

/** PL-7: the approved amount is the sum of the lines. PL-14: this version is the baseline. */
function approve(command: ApprovePlan, state: PlanState): Decision<PlanEvent> {
  const { sha256, ...approval } = command.data;
  const { frozen } = state;
  const lines = totalOf(state);
  const kept =
    inState(state, 'Submitted', 'UnderAppraisal', 'ReserveListed') ??
    onText(state, sha256) ??
    byAnother(state.submittedBy, command) ??
    (approval.cents === lines
      ? null
      : refuse(planRules.AmountDiffers, { approved: approval.cents, lines }));
  if (kept || !frozen) return kept ?? refuse(planRules.WrongState, { status: '-' });
  const baseline = { version: frozen.version, sha256 };
  return accept({ type: 'PlanApproved', data: { ...approval, baseline } });
}

function start({ data, today }: StartExecution, state: PlanState): Decision<PlanEvent> {
  return (
    inState(state, 'Approved') ??
    happened(data.on, today) ??
    accept({ type: 'PlanExecutionStarted', data })
  );
}

function recordValue({ data, today }: RecordIndicatorValue, state: PlanState): Decision<PlanEvent> {
  const { indicator } = data;
  const value = { ...data, final: data.final ?? false };
  return (
    inState(state, 'InExecution', 'Suspended') ??
    (entry(state.indicators, indicator)
      ? null
      : refuse(planRules.IndicatorUnknown, { indicator })) ??
    happened(data.on, today) ??
    follows(value, entry(state.values, indicator)) ??
    accept({ type: 'IndicatorValueRecorded', data: value })
  );
}

type Value = NonNullable<PlanState['values'][string]>;

/** PL-12: a value counts all so far, so a later one is not smaller. Corrections are other facts. */
function follows(value: Value, last: Value | null): Check {
  if (!last) return null;
  if (last.final) return refuse(planRules.IndicatorClosed, { value: last.value });
  if (value.value < last.value || isAfter(last.on, value.on)) {
    return refuse(planRules.ValueBelowLast, { value: last.value, on: last.on });
  }
  const isSame = value.value === last.value && value.on === last.on && !value.final;
  return isSame ? refuse(planRules.ValueStands) : null;
}

function endIntervention({ data, today }: EndIntervention, state: PlanState): Decision<PlanEvent> {
  const { intervention, on } = data;
  const begun = entry(state.interventions, intervention);
  const kept = inState(state, 'InExecution');
  if (kept || !begun) return kept ?? refuse(planRules.InterventionUnknown, { intervention });
  const over = stillPlanned(state, intervention);
  if (over) return over;
  if (begun.start !== undefined && isAfter(begun.start, on)) {
    return refuse(planRules.PeriodReversed, { start: begun.start, end: on });
  }
  return happened(on, today) ?? accept({ type: 'InterventionEnded', data });
}

function recordStrength({ data }: RecordStrength, state: PlanState): Decision<PlanEvent> {
  const { grounds, ...about } = data;
  const finding = grounds.newId;
  return (
    inState(state, 'InExecution', 'Completed') ??
    hasAction(state, about.action) ??
    isNew(state.findings, finding) ??
    accept({
      type: 'EvaluationFindingRecorded',
      data: { ...about, finding, kind: 'strength' },
    })
  );
}

function complete({ data, today }: CompletePlan, state: PlanState): Decision<PlanEvent> {
  return (
    inState(state, 'InExecution') ??
    happened(data.on, today) ??
    notReady('completion', checkedIn(state)) ??
    accept({ type: 'PlanCompleted', data })
  );
}
