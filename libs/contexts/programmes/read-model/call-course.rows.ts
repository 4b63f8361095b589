import type { CallCourseEvent } from '../domain/call.course.events.js';
import type { CallEvent } from '../domain/call.events.js';
import type { CallRow } from './call.rows.js';

type Changes = {
  readonly [T in CallCourseEvent['type']]: (
    row: CallRow,
    data: Extract<CallCourseEvent, { type: T }>['data'],
  ) => Partial<CallRow>;
};

const changes: Changes = {
  CallRectified: (row, { act, terms, deadline }) => ({
    ...terms,
    ...(deadline !== undefined && {
      ...{ deadline, generalDeadline: deadline, regionalDeadlines: {} },
    }),
    rectifications: [...row.rectifications, { act, deadline: deadline ?? null }],
  }),
  CallWithdrawn: () => ({ status: 'withdrawn' }),
  CallAnnulled: () => ({ status: 'annulled' }),
  CallSuspended: ({ status }) => ({ status: 'suspended', restsFrom: status }),
  CallResumed: ({ restsFrom }) => ({ status: restsFrom ?? 'published', restsFrom: null }),
  CallEvaluationStarted: () => ({ status: 'underEvaluation' }),
  RankingApproved: (_, { admitted, reserve }) => ({
    status: 'rankingApproved',
    ranking: { admitted, reserve },
  }),
  FundingAwarded: () => ({ status: 'awarded' }),
  ReserveListScrolled: ({ ranking }, { plan }) => ({
    ranking: ranking && {
      admitted: [...ranking.admitted, plan],
      reserve: ranking.reserve.filter((one) => one !== plan),
    },
  }),
  CallImplementationStarted: () => ({ status: 'implementing' }),
  CallConcluded: () => ({ status: 'closed' }),
  CallBudgetIncreased: (_, { budgetCents }) => ({ budgetCents }),
  FundingIncreased: (row, { plan, cents }) => assigned(row, plan, cents),
  FundingReductionRequested: () => ({}),
  FundingReduced: (row, { plan, cents }) => assigned(row, plan, cents),
  FundingReductionDenied: () => ({}),
  FundsReturned: ({ returned }, { plan, cents, pool }) => ({
    returned: [...returned, { plan, cents, pool }],
  }),
  FundingEnded: () => ({}),
};

/** True for a fact beside or after the straight way of a call. */
export function isOfCourse(event: CallEvent): event is CallCourseEvent {
  return Object.hasOwn(changes, event.type);
}

/** What such a fact changes in the row of its call. */
export function courseChanges(row: CallRow, event: CallCourseEvent): Partial<CallRow> {
  const change = changes[event.type] as (row: CallRow, data: object) => Partial<CallRow>;
  return change(row, event.data);
}

function assigned(row: CallRow, plan: string, cents: number): Pick<CallRow, 'assignments'> {
  return {
    assignments: row.assignments.map((one) => (one.plan === plan ? { ...one, cents } : one)),
  };
}
