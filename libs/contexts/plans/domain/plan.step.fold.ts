import type { Fold } from './plan.state.js';
import type { PlanStepEvent } from './plan.step.events.js';

/** What facts beside the straight way change. */
export const steps: Fold<PlanStepEvent> = {
  NeedRecorded: ({ needs }, { need }) => ({
    needs: { ...needs, [need]: true },
  }),
  CoProgrammingConcluded: () => ({ isProgrammed: true }),
  PlanEndorsed: ({ endorsedBy }, { partner }) => ({
    endorsedBy: [...endorsedBy, partner],
  }),
  PlanAppraisalStarted: () => ({ status: 'UnderAppraisal' }),
  IntegrationRequested: (_, { request, due }) => ({
    status: 'IntegrationRequested',
    integration: { request, due },
  }),
  IntegrationProvided: () => ({ status: 'UnderAppraisal', integration: null }),
  PlanRejected: () => ({ status: 'Rejected', integration: null }),
  PlanReserveListed: () => ({ status: 'ReserveListed' }),
  PlanSuspended: () => ({ status: 'Suspended' }),
  PlanResumed: () => ({ status: 'InExecution' }),
  ProgressReported: (_, { until }) => ({ reportedUntil: until }),
  IndicatorValueCorrected: ({ values, series }, { indicator, on, value }) => {
    const before = series[indicator] ?? [];
    const place = before.findLastIndex((one) => one.on === on);
    const last = values[indicator];
    const isLast = last && place === before.length - 1;
    return {
      series: {
        ...series,
        [indicator]: before.map((one, i) => (i === place ? { value, on } : one)),
      },
      values: isLast ? { ...values, [indicator]: { ...last, value } } : values,
    };
  },
  InterventionCancelled: ({ cancelled }, { intervention, on }) => ({
    cancelled: { ...cancelled, [intervention]: on },
  }),
  EvaluationFindingClosed: ({ openFindings }, { finding }) => {
    const { [finding]: _closed, ...others } = openFindings;
    return { openFindings: others };
  },
  FinalReportSubmitted: () => ({ status: 'FinallyReported' }),
  PlanClosed: () => ({ status: 'Closed' }),
};
