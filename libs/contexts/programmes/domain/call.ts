import { accept, refuse } from '@tavolo/kernel';
import type { Cents, Command, Decider, Decision, Instant, LocalDate } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import type { CallId } from '../contract/index.js';
import type { CallCourseCommand } from './call.course.commands.js';
import { decideCourse, isOfCourse } from './call.course.js';
import { callCourseRules } from './call.course.rules.js';
import type { CallEvent } from './call.events.js';
import { evolve } from './call.fold.js';
import { callRules as rules } from './call.rules.js';
import { residualOf } from './call.state.js';
import type { CallState } from './call.state.js';
import type { CallTerms } from './call.terms.js';

export type DraftCall = Command<
  'DraftCall',
  CallTerms & { grounds: { programme: { isAdopted: boolean } | null } }
>;
export type ApproveCall = Command<'ApproveCall', { act: string; approvedOn: LocalDate }>;
export type RecordCourtRegistration = Command<
  'RecordCourtRegistration',
  { registrationNo: string; registeredOn: LocalDate }
>;
export type PublishCall = Command<'PublishCall', { place: string }>;
export type ExtendDeadline = Command<
  'ExtendDeadline',
  { act: string; deadline: Instant; regions?: readonly string[] }
>;
export type CloseCall = Command<'CloseCall', object>;
export type AssignFunding = Command<
  'AssignFunding',
  {
    plan: PlanId;
    cents: Cents;
    act: string;
    grounds: { call: CallId; plan: { call: CallId } | null };
  }
>;
export type CallCommand =
  | DraftCall
  | ApproveCall
  | RecordCourtRegistration
  | PublishCall
  | ExtendDeadline
  | CloseCall
  | AssignFunding
  | CallCourseCommand;

const initial: CallState = {
  status: 'none',
  terms: null,
  draftedBy: null,
  deadline: null,
  deadlines: { general: null, regional: {} },
  assigned: {},
  restsFrom: null,
  ranking: null,
  reductions: {},
  returned: {},
  revoked: [],
};

export const call = { initial, decide, evolve } satisfies Decider<
  CallState,
  CallCommand,
  CallEvent
>;

function decide(command: CallCommand, state: CallState): Decision<CallEvent> {
  if (isOfCourse(command)) return decideCourse(command, state);
  switch (command.type) {
    case 'DraftCall':
      return draft(command, state);
    case 'ApproveCall':
      return approve(command, state);
    case 'RecordCourtRegistration':
      return register(command, state);
    case 'PublishCall':
      return publish(command, state);
    case 'ExtendDeadline':
      return extend(command, state);
    case 'CloseCall':
      return close(command, state);
    case 'AssignFunding':
      return assign(command, state);
  }
}

function draft({ data, at, by }: DraftCall, state: CallState): Decision<CallEvent> {
  const { grounds, ...terms } = data;
  if (state.status !== 'none') return outOfTurn(state, 'none');
  if (!grounds.programme) return refuse(rules.ProgrammeUnknown, { programme: data.programme });
  if (!grounds.programme.isAdopted) return refuse(rules.ProgrammeNotAdopted);
  const { eligibleFrom: from, eligibleUntil: until } = terms;
  // A month compares with a day as text: `2018-09` is before `2018-09-01`, which is right here.
  if (from !== undefined && until !== undefined && from > until) {
    return refuse(rules.EligibilityReversed, { from, until });
  }
  return accept({ type: 'CallDrafted', data: { ...terms, draftedBy: by.person, draftedAt: at } });
}

function approve({ data, at, by, today }: ApproveCall, state: CallState): Decision<CallEvent> {
  if (state.status !== 'drafted') return outOfTurn(state, 'drafted');
  if (state.draftedBy === by.person) return refuse(rules.OwnDraft);
  if (data.approvedOn > today) return refuse(rules.DayInFuture, { day: data.approvedOn });
  return accept({ type: 'CallApproved', data: { ...data, approvedAt: at } });
}

function register(
  { data, at, today }: RecordCourtRegistration,
  state: CallState,
): Decision<CallEvent> {
  if (state.status !== 'approved') return outOfTurn(state, 'approved');
  if (data.registeredOn > today) return refuse(rules.DayInFuture, { day: data.registeredOn });
  return accept({ type: 'CallRegistered', data: { ...data, registeredAt: at } });
}

function publish({ data, at }: PublishCall, state: CallState): Decision<CallEvent> {
  if (state.status !== 'registered') return outOfTurn(state, 'registered');
  return accept({ type: 'CallPublished', data: { ...data, publishedAt: at } });
}

function extend({ data, at }: ExtendDeadline, state: CallState): Decision<CallEvent> {
  if (state.status !== 'published') return outOfTurn(state, 'published');
  const { deadline: current } = state;
  if (current !== null && data.deadline <= current) {
    return refuse(rules.DeadlineNotLater, { deadline: data.deadline, current });
  }
  return accept({ type: 'CallDeadlineExtended', data: { ...data, extendedAt: at } });
}

function close({ at }: CloseCall, state: CallState): Decision<CallEvent> {
  if (state.status !== 'published') return outOfTurn(state, 'published');
  const { deadline } = state;
  if (deadline !== null && at <= deadline) return refuse(rules.DeadlineAhead, { deadline });
  return accept({ type: 'CallClosed', data: { closedAt: at } });
}

const assignable: readonly CallState['status'][] = ['awarded', 'implementing'];

/** funds follow their award; the ranking says to whom. */
function assign({ data, at }: AssignFunding, state: CallState): Decision<CallEvent> {
  const { grounds, ...assignment } = data;
  const { plan, cents } = assignment;
  if (!assignable.includes(state.status)) return outOfTurn(state, 'awarded');
  if (!grounds.plan) return refuse(rules.PlanUnknown, { plan });
  if (grounds.plan.call !== grounds.call) return refuse(rules.PlanOfOtherCall);
  if (state.ranking && !state.ranking.admitted.includes(plan)) {
    return refuse(callCourseRules.NotAdmitted, { plan });
  }
  if (state.assigned[plan] !== undefined) return refuse(rules.AlreadyAssigned);
  if (state.revoked.includes(plan)) return refuse(callCourseRules.FundingIsRevoked, { plan });
  const residual = residualOf(state);
  if (cents > residual) return refuse(rules.OverBudget, { cents, residual }); // B-1
  return accept({ type: 'FundingAssigned', data: { ...assignment, assignedAt: at } });
}

function outOfTurn({ status }: CallState, needed: CallState['status']): Decision<never> {
  return refuse(rules.OutOfTurn, { status, needed });
}
