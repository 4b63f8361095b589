import { accept, entry, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { happened, hasAction, inState, isAfter, isNew, stillPlanned } from './plan.checks.js';
import type { Check, Decide } from './plan.checks.js';
import type { PlanEvent } from './plan.events.js';
import { checkedIn, notReady } from './plan.missing.js';
import { planRules } from './plan.rules.js';
import type { PlanState } from './plan.state.js';
import type {
  CloseEvaluationFinding,
  ClosePlan,
  CancelIntervention,
  CorrectIndicatorValue,
  PlanCourseCommand,
  RecordEvaluationFinding,
  ReportProgress,
  ResumePlan,
  SubmitFinalReport,
  SuspendPlan,
} from './plan.step.commands.js';
import { stepRules } from './plan.step.rules.js';

/** What lies beside the straight way from execution to the closing of a plan. */
export const course: Decide<PlanCourseCommand> = {
  SuspendPlan: suspend,
  ResumePlan: resume,
  ReportProgress: reportProgress,
  CorrectIndicatorValue: correctValue,
  CancelIntervention: cancelIntervention,
  RecordEvaluationFinding: recordFinding,
  CloseEvaluationFinding: closeFinding,
  SubmitFinalReport: submitFinalReport,
  ClosePlan: close,
};

function suspend({ data, today }: SuspendPlan, state: PlanState): Decision<PlanEvent> {
  return (
    inState(state, 'InExecution') ??
    happened(data.on, today) ??
    accept({ type: 'PlanSuspended', data })
  );
}

function resume({ data, today }: ResumePlan, state: PlanState): Decision<PlanEvent> {
  return (
    inState(state, 'Suspended') ?? happened(data.on, today) ?? accept({ type: 'PlanResumed', data })
  );
}

/** A suspended plan goes on reporting. */
function reportProgress(
  { data, by, today }: ReportProgress,
  state: PlanState,
): Decision<PlanEvent> {
  const { grounds, until, document } = data;
  const { reportedUntil } = state;
  return (
    inState(state, 'InExecution', 'Suspended', 'Completed') ??
    happened(until, today) ??
    (reportedUntil !== null && until <= reportedUntil
      ? refuse(stepRules.ReportedUntilThen, { until: reportedUntil })
      : null) ??
    accept({
      type: 'ProgressReported',
      data: { report: grounds.newId, until, document, reportedBy: by.person },
    })
  );
}

/** PL-12: a fact of its own, between the values before and after it; the first stays readable. */
function correctValue({ data }: CorrectIndicatorValue, state: PlanState): Decision<PlanEvent> {
  const { indicator, on, value } = data;
  const kept = inState(state, 'InExecution', 'Suspended', 'Completed', 'FinallyReported');
  if (kept) return kept;
  if (!entry(state.indicators, indicator)) return refuse(planRules.IndicatorUnknown, { indicator });
  const series = entry(state.series, indicator) ?? [];
  const place = series.findLastIndex((one) => one.on === on);
  const stands = series[place];
  if (!stands) return refuse(stepRules.ValueNotThere, { on });
  if (stands.value === value) return refuse(stepRules.ValueNotOther, { value });
  return (
    between(value, {
      least: series[place - 1]?.value,
      most: series[place + 1]?.value,
    }) ??
    accept({
      type: 'IndicatorValueCorrected',
      data: { ...data, before: stands.value },
    })
  );
}

function between(
  value: number,
  {
    least = 0,
    most = Number.MAX_SAFE_INTEGER,
  }: { least?: number | undefined; most?: number | undefined },
): Check {
  if (value >= least && value <= most) return null;
  return refuse(stepRules.CorrectionOutOfLine, { least, most });
}

/** PL-13: what will not take place is dropped before it begins; what has begun is ended. */
function cancelIntervention(
  { data, today }: CancelIntervention,
  state: PlanState,
): Decision<PlanEvent> {
  const { intervention, on } = data;
  const planned = entry(state.interventions, intervention);
  const kept = inState(state, 'InExecution');
  if (kept || !planned) return kept ?? refuse(planRules.InterventionUnknown, { intervention });
  const { start } = planned;
  return (
    stillPlanned(state, intervention) ??
    happened(on, today) ??
    (start !== undefined && isAfter(on, start)
      ? refuse(stepRules.InterventionHasBegun, { intervention, start })
      : null) ??
    accept({ type: 'InterventionCancelled', data })
  );
}

function recordFinding({ data }: RecordEvaluationFinding, state: PlanState): Decision<PlanEvent> {
  const { grounds, ...about } = data;
  const finding = grounds.newId;
  return (
    inState(state, 'InExecution', 'Suspended', 'Completed', 'FinallyReported') ??
    hasAction(state, about.action) ??
    isNew(state.findings, finding) ??
    accept({ type: 'EvaluationFindingRecorded', data: { ...about, finding } })
  );
}

function closeFinding({ data }: CloseEvaluationFinding, state: PlanState): Decision<PlanEvent> {
  const { finding } = data;
  return (
    inState(state, 'InExecution', 'Suspended', 'Completed', 'FinallyReported') ??
    (entry(state.openFindings, finding) ? null : refuse(stepRules.FindingUnknown, { finding })) ??
    accept({ type: 'EvaluationFindingClosed', data })
  );
}

function submitFinalReport({ data, by }: SubmitFinalReport, state: PlanState): Decision<PlanEvent> {
  return (
    inState(state, 'Completed') ??
    accept({
      type: 'FinalReportSubmitted',
      data: { ...data, submittedBy: by.person },
    })
  );
}

function close({ data, today }: ClosePlan, state: PlanState): Decision<PlanEvent> {
  return (
    inState(state, 'FinallyReported') ??
    happened(data.on, today) ??
    notReady('closure', checkedIn(state)) ??
    accept({ type: 'PlanClosed', data })
  );
}
