import type { PlanStepEvent } from '../domain/plan.step.events.js';
import { changed } from './changed.js';
import type { Changes } from './changed.js';

/** What facts beside the straight way change in the row of a plan. */
export const stepChanges: Changes<PlanStepEvent> = {
  NeedRecorded: ({ needs }, { need: id, title, titleEn, area, document }) => ({
    needs: [
      ...needs,
      {
        ...{ id, title, titleEn: titleEn ?? null, area: area ?? null },
        document: document ?? null,
      },
    ],
  }),
  CoProgrammingConcluded: (_, { document }) => ({ coProgramming: document }),
  PlanEndorsed: ({ endorsements }, endorsed) => ({
    endorsements: [
      ...endorsements,
      { ...endorsed, id: `${endorsed.partner} ${String(endorsed.version)}` },
    ],
  }),
  PlanAppraisalStarted: () => ({ status: 'UnderAppraisal' }),
  IntegrationRequested: ({ integrations }, { request: id, document, due }) => ({
    status: 'IntegrationRequested',
    integrations: [...integrations, { id, document, due, answer: null }],
  }),
  IntegrationProvided: ({ integrations }, { request, document: answer }) => ({
    status: 'UnderAppraisal',
    integrations: changed(integrations, request, () => ({ answer })),
  }),
  PlanRejected: (_, { document }) => ({
    status: 'Rejected',
    rejectedBy: document,
  }),
  PlanReserveListed: (_, { place }) => ({
    status: 'ReserveListed',
    reservePlace: place,
  }),
  PlanSuspended: (_, { on }) => ({ status: 'Suspended', suspendedOn: on }),
  PlanResumed: () => ({ status: 'InExecution', suspendedOn: null }),
  ProgressReported: ({ progress }, { report: id, ...told }) => ({
    progress: [...progress, { ...told, id }],
  }),
  IndicatorValueCorrected: ({ actions }, { indicator, on, before, value }) => ({
    actions: actions.map((action) => ({
      ...action,
      indicators: changed(action.indicators, indicator, ({ values }) => {
        const place = values.findLastIndex((one) => one.on === on);
        const corrected = { value, correctedFrom: before };
        return {
          values: values.map((one, i) => (i === place ? { ...one, ...corrected } : one)),
        };
      }),
    })),
  }),
  InterventionCancelled: ({ actions }, { intervention, on: cancelledOn }) => ({
    actions: actions.map((action) => ({
      ...action,
      interventions: changed(action.interventions, intervention, () => ({
        cancelledOn,
      })),
    })),
  }),
  EvaluationFindingClosed: ({ findings }, { finding, document: followUp }) => ({
    findings: changed(findings, finding, () => ({ followUp })),
  }),
  FinalReportSubmitted: (_, { document }) => ({
    status: 'FinallyReported',
    finalReport: document,
  }),
  PlanClosed: (_, { on }) => ({ status: 'Closed', closedOn: on }),
};
