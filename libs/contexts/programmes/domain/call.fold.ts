import { sum } from '@tavolo/kernel';
import type { Instant } from '@tavolo/kernel';
import type { CallCourseEvent } from './call.course.events.js';
import type { CallEvent } from './call.events.js';
import { nothing } from './call.state.js';
import type { CallState, Deadlines } from './call.state.js';

type Fold = {
  readonly [T in CallEvent['type']]: (
    state: CallState,
    data: Extract<CallEvent, { type: T }>['data'],
  ) => Partial<CallState>;
};

const course: Pick<Fold, CallCourseEvent['type']> = {
  CallRectified: (state, { terms, deadline }) => ({
    terms: state.terms && { ...state.terms, ...terms },
    ...(deadline !== undefined && forAll(deadline)),
  }),
  CallWithdrawn: () => ({ status: 'withdrawn' }),
  CallAnnulled: () => ({ status: 'annulled' }),
  CallSuspended: ({ status }) => ({
    status: 'suspended',
    restsFrom: status === 'none' ? null : status,
  }),
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
  CallBudgetIncreased: ({ terms }, { budgetCents }) => ({
    terms: terms && { ...terms, budgetCents },
  }),
  FundingIncreased: ({ assigned }, { plan, cents }) => ({
    assigned: { ...assigned, [plan]: cents },
  }),
  FundingReductionRequested: ({ reductions }, { plan, cents }) => ({
    reductions: { ...reductions, [plan]: cents },
  }),
  FundingReduced: ({ assigned, reductions }, { plan, cents }) => ({
    assigned: { ...assigned, [plan]: cents },
    reductions: without(reductions, plan),
  }),
  FundsReturned: ({ returned }, { plan, cents, pool }) => {
    const before = returned[plan] ?? nothing;
    const after = { ...before, [pool]: sum([before[pool], cents]) };
    return { returned: { ...returned, [plan]: after } };
  },
  FundingEnded: ({ revoked }, { plan }) => ({ revoked: [...revoked, plan] }),
  FundingReductionDenied: ({ reductions }, { plan }) => ({ reductions: without(reductions, plan) }),
};

const folds: Fold = {
  CallDrafted: (_, { draftedBy, draftedAt: _at, ...terms }) => ({
    ...{ status: 'drafted', terms, draftedBy },
    ...forAll(terms.deadline ?? null),
  }),
  CallApproved: () => ({ status: 'approved' }),
  CallRegistered: () => ({ status: 'registered' }),
  CallPublished: () => ({ status: 'published' }),
  // B-12: whether for all regions or for some; the call is closed after the last of its deadlines.
  CallDeadlineExtended: ({ deadlines }, { deadline, regions = [] }) =>
    regions.length === 0 ? forAll(deadline) : forSome(deadlines, deadline, regions),
  CallClosed: () => ({ status: 'closedForApplications' }),
  FundingAssigned: ({ assigned, status }, { plan, cents }) => ({
    status: status === 'implementing' ? status : 'awarded',
    assigned: { ...assigned, [plan]: cents },
  }),
  ...course,
};

/** The state of a call after a fact. */
export function evolve(state: CallState, event: CallEvent): CallState {
  const fold = folds[event.type] as (state: CallState, data: object) => Partial<CallState>;
  return { ...state, ...fold(state, event.data) };
}

/** It is later than every other, so it takes their place. */
function forAll(deadline: Instant | null): Pick<CallState, 'deadline' | 'deadlines'> {
  return { deadline, deadlines: { general: deadline, regional: {} } };
}

function forSome(
  { general, regional }: Deadlines,
  deadline: Instant,
  regions: readonly string[],
): Pick<CallState, 'deadline' | 'deadlines'> {
  const own = Object.fromEntries(regions.map((region) => [region, deadline]));
  return { deadline, deadlines: { general, regional: { ...regional, ...own } } };
}

function without(kept: CallState['reductions'], plan: string): CallState['reductions'] {
  return Object.fromEntries(Object.entries(kept).filter(([id]) => id !== plan));
}
