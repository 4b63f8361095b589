import { accept, refuse } from '@tavolo/kernel';
import type { Cents, Decision } from '@tavolo/kernel';
import type { CallStatus } from '../contract/index.js';
import type {
  ApproveRanking,
  CallCourseCommand,
  ConcludeCall,
  ConfirmReduction,
  CoverAssignment,
  DenyReduction,
  EndFunding,
  IncreaseAssignment,
  IncreaseCallBudget,
  RectifyCall,
  ReduceAssignment,
  ReturnFunds,
  ScrollReserveList,
} from './call.course.commands.js';
import type { CallCourseEvent } from './call.course.events.js';
import { callCourseRules as own } from './call.course.rules.js';
import { callRules } from './call.rules.js';
import { heldBy, residualOf } from './call.state.js';
import type { CallState } from './call.state.js';

type Answer = Decision<CallCourseEvent>;
type Check = Decision<never> | null;
type Decide = {
  readonly [T in CallCourseCommand['type']]: (
    command: Extract<CallCourseCommand, { type: T }>,
    state: CallState,
  ) => Answer;
};

const open: readonly CallStatus[] = ['published'];
const assignable: readonly CallStatus[] = ['awarded', 'implementing'];
const published: readonly CallStatus[] = [
  ...(['published', 'closedForApplications', 'underEvaluation'] as const),
  ...(['rankingApproved', 'awarded', 'implementing'] as const),
];

const decisions: Decide = {
  RectifyCall: rectify,
  WithdrawCall: ({ data, at }, state) =>
    inState(state, 'drafted', 'approved', 'registered', ...published, 'suspended') ??
    unassigned(state) ??
    accept({ type: 'CallWithdrawn', data: { ...data, at } }),
  AnnulCall: ({ data, at }, state) =>
    inState(state, ...published, 'suspended') ??
    accept({ type: 'CallAnnulled', data: { ...data, at } }),
  SuspendCall: ({ data, at }, state) =>
    inState(state, ...published) ?? accept({ type: 'CallSuspended', data: { ...data, at } }),
  ResumeCall: ({ data, at }, state) =>
    inState(state, 'suspended') ?? accept({ type: 'CallResumed', data: { ...data, at } }),
  StartEvaluation: ({ data, at }, state) =>
    inState(state, 'closedForApplications') ??
    accept({ type: 'CallEvaluationStarted', data: { ...data, at } }),
  ApproveRanking: approveRanking,
  AwardFunding: ({ data, at }, state) =>
    inState(state, 'rankingApproved') ?? accept({ type: 'FundingAwarded', data: { ...data, at } }),
  ScrollReserveList: scroll,
  StartImplementation: ({ data, at }, state) =>
    inState(state, 'awarded') ??
    accept({ type: 'CallImplementationStarted', data: { ...data, at } }),
  ConcludeCall: conclude,
  IncreaseCallBudget: increaseBudget,
  IncreaseAssignment: increaseAssignment,
  CoverAssignment: cover,
  ReduceAssignment: reduceAssignment,
  ConfirmReduction: confirmReduction,
  DenyReduction: denyReduction,
  ReturnFunds: returnFunds,
  EndFunding: endFunding,
};

/** Decides on what lies beside and after the straight way of a call. */
export function decideCourse(command: CallCourseCommand, state: CallState): Answer {
  const decideOn = decisions[command.type] as (c: CallCourseCommand, s: CallState) => Answer;
  return decideOn(command, state);
}

/** True for a command that lies beside the straight way. */
export function isOfCourse(command: { readonly type: string }): command is CallCourseCommand {
  return Object.hasOwn(decisions, command.type);
}

function inState({ status }: CallState, ...allowed: readonly CallStatus[]): Check {
  if (status !== 'none' && allowed.includes(status)) return null;
  return refuse(own.NotInState, { status, allowed });
}

function unassigned({ assigned }: CallState): Check {
  return Object.keys(assigned).length === 0 ? null : refuse(own.FundsAssigned);
}

/** B-11: open, the deadline goes forward with the terms; later, only eligibility is extended. */
function rectify({ data, at }: RectifyCall, state: CallState): Answer {
  const kept = inState(state, ...published);
  if (kept) return kept;
  const named = Object.keys(data.terms);
  if (named.length === 0) return refuse(own.NothingRectified);
  const isOpen = state.status !== 'none' && open.includes(state.status);
  if (!isOpen && named.some((term) => term !== 'eligibleUntil')) return refuse(own.TermsFrozen);
  return (
    (isOpen ? reopened(data, state) : null) ??
    extended(data, state) ??
    accept({ type: 'CallRectified', data: { ...data, at } })
  );
}

function reopened({ deadline }: RectifyCall['data'], { deadline: current }: CallState): Check {
  if (current === null || (deadline !== undefined && deadline > current)) return null;
  return refuse(own.DeadlineNotReopened, { current });
}

function extended({ terms: { eligibleUntil } }: RectifyCall['data'], { terms }: CallState): Check {
  const current = terms?.eligibleUntil;
  if (eligibleUntil === undefined || current === undefined || eligibleUntil > current) return null;
  return refuse(own.EligibilityShortened, { current });
}

function approveRanking({ data, at }: ApproveRanking, state: CallState): Answer {
  const { grounds, ...ranking } = data;
  const kept = inState(state, 'underEvaluation') ?? unassigned(state);
  if (kept) return kept;
  const plans = [...ranking.admitted, ...ranking.reserve];
  const twice = plans.find((plan, i) => plans.indexOf(plan) !== i);
  if (twice !== undefined) return refuse(own.PlanTwice, { plan: twice });
  const foreign = plans.find((plan) => grounds.calls[plan] !== grounds.call);
  if (foreign !== undefined) return refuse(own.PlanNotOfCall, { plan: foreign });
  return accept({ type: 'RankingApproved', data: { ...ranking, at } });
}

function scroll({ data, at }: ScrollReserveList, state: CallState): Answer {
  const next = state.ranking?.reserve[0];
  return (
    inState(state, ...assignable) ??
    (next === data.plan ? null : refuse(own.NotNext, { next: next ?? '-' })) ??
    accept({ type: 'ReserveListScrolled', data: { ...data, at } })
  );
}

function conclude({ data, at }: ConcludeCall, state: CallState): Answer {
  const { grounds, ...act } = data;
  const { running } = grounds;
  return (
    inState(state, ...assignable) ??
    (running.length > 0 ? refuse(own.PlansRunning, { running }) : null) ??
    accept({ type: 'CallConcluded', data: { ...act, at } })
  );
}

/** B-1: within what the programme allocates, where it has an envelope. */
function increaseBudget({ data, at }: IncreaseCallBudget, state: CallState): Answer {
  const { grounds, ...increase } = data;
  const { allocatedCents: allocated } = grounds;
  const budget = ((state.terms?.budgetCents ?? 0) + increase.addedCents) as Cents;
  return (
    inState(state, ...published) ??
    (increase.addedCents > 0 ? null : refuse(own.AmountMissing)) ??
    (allocated !== null && budget > allocated
      ? refuse(own.AboveAllocated, { allocated, budget })
      : null) ??
    accept({ type: 'CallBudgetIncreased', data: { ...increase, budgetCents: budget, at } })
  );
}

/** B-1: Σ assigned ≤ the budget of the call. */
function increaseAssignment({ data, at }: IncreaseAssignment, state: CallState): Answer {
  const { plan, addedCents } = data;
  const assigned = state.assigned[plan];
  const kept = inState(state, ...assignable);
  if (kept) return kept;
  if (assigned === undefined) return refuse(own.NothingAssigned);
  if (state.revoked.includes(plan)) return refuse(own.FundingIsRevoked, { plan });
  if (addedCents <= 0) return refuse(own.AmountMissing);
  if (state.reductions[plan] !== undefined) return refuse(own.ReductionPending);
  const residual = residualOf(state);
  if (addedCents > residual) return refuse(callRules.OverBudget, { cents: addedCents, residual });
  const cents = (assigned + addedCents) as Cents;
  return accept({ type: 'FundingIncreased', data: { ...data, cents, at } });
}

/** Nothing to do where as much is assigned already: a person was faster. */
function cover(command: CoverAssignment, state: CallState): Answer {
  const { plan, cents, act } = command.data;
  const assigned = state.assigned[plan];
  if (assigned !== undefined && assigned >= cents) return accept();
  const data = { plan, act, addedCents: (cents - (assigned ?? 0)) as Cents };
  return increaseAssignment({ ...command, type: 'IncreaseAssignment', data }, state);
}

function reduceAssignment({ data, at }: ReduceAssignment, state: CallState): Answer {
  const { plan, cents } = data;
  const assigned = state.assigned[plan];
  const kept = inState(state, ...assignable, 'suspended');
  if (kept) return kept;
  if (assigned === undefined) return refuse(own.NothingAssigned);
  if (state.revoked.includes(plan)) return refuse(own.FundingIsRevoked, { plan });
  if (cents >= assigned) return refuse(own.NotLess, { assigned, cents });
  if (state.reductions[plan] !== undefined) return refuse(own.ReductionPending);
  return accept({ type: 'FundingReductionRequested', data: { ...data, at } });
}

function confirmReduction({ data: { plan }, at }: ConfirmReduction, state: CallState): Answer {
  const cents = state.reductions[plan];
  if (cents === undefined) return refuse(own.NoReductionPending);
  const returnedCents = ((state.assigned[plan] ?? 0) - cents) as Cents;
  return accept({ type: 'FundingReduced', data: { plan, cents, returnedCents, at } });
}

function denyReduction({ data, at }: DenyReduction, state: CallState): Answer {
  if (state.reductions[data.plan] === undefined) return refuse(own.NoReductionPending);
  return accept({ type: 'FundingReductionDenied', data: { ...data, at } });
}

/** B-10: in whatever state the call is, money comes back; never more than the plan still has. */
function returnFunds({ data, at }: ReturnFunds, state: CallState): Answer {
  const { plan, cents } = data;
  const held = heldBy(state, plan);
  if (cents > held || !state.terms) return refuse(own.MoreThanHeld, { held, cents });
  const { programme } = state.terms;
  return accept({ type: 'FundsReturned', data: { ...data, programme, at } });
}

function endFunding({ data: { plan }, at }: EndFunding, state: CallState): Answer {
  if (state.revoked.includes(plan)) return refuse(own.FundingHasEnded);
  return accept({ type: 'FundingEnded', data: { plan, at } });
}
