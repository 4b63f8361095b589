import type { Cents, Command, Instant } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import type { CallId, Pool } from '../contract/index.js';
import type { RectifiedTerms } from './call.course.events.js';

type OnAct<Type extends string, Data = object> = Command<Type, Data & { act: string }>;

/** Changes terms of a published call, and moves its deadline forward (B-11). */
export type RectifyCall = OnAct<'RectifyCall', { terms: RectifiedTerms; deadline?: Instant }>;
export type WithdrawCall = OnAct<'WithdrawCall'>;
export type AnnulCall = OnAct<'AnnulCall'>;
export type SuspendCall = OnAct<'SuspendCall'>;
export type ResumeCall = OnAct<'ResumeCall'>;
export type StartEvaluation = OnAct<'StartEvaluation'>;
/** Approves the ranking of plans under the call. */
export type ApproveRanking = OnAct<
  'ApproveRanking',
  {
    admitted: readonly PlanId[];
    reserve: readonly PlanId[];
    grounds: { call: CallId; calls: Readonly<Record<string, CallId | null>> };
  }
>;
export type AwardFunding = OnAct<'AwardFunding'>;
/** Admits the first of the reserve list. */
export type ScrollReserveList = OnAct<'ScrollReserveList', { plan: PlanId }>;
export type StartImplementation = OnAct<'StartImplementation'>;
export type ConcludeCall = OnAct<'ConcludeCall', { grounds: { running: readonly PlanId[] } }>;
/** Gives the call more; `allocatedCents`: what its programme allocates to it, null where it has no envelope. */
export type IncreaseCallBudget = OnAct<
  'IncreaseCallBudget',
  { addedCents: Cents; grounds: { allocatedCents: Cents | null } }
>;
export type IncreaseAssignment = OnAct<'IncreaseAssignment', { plan: PlanId; addedCents: Cents }>;
/** Of a process: an extension was decided on; raises the assignment to this amount (PL-10). */
export type CoverAssignment = OnAct<'CoverAssignment', { plan: PlanId; cents: Cents }>;
/** Takes a part of an assignment back, down to `cents`. */
export type ReduceAssignment = OnAct<'ReduceAssignment', { plan: PlanId; cents: Cents }>;
/** Of a process: the budget of the plan agrees. */
export type ConfirmReduction = Command<'ConfirmReduction', { plan: PlanId }>;
/** Of a process: the budget of the plan does not. */
export type DenyReduction = Command<'DenyReduction', { plan: PlanId; rule: string; code: string }>;

/** Of a process: a plan gave back this much of its assignment, to a pool (B-10). */
export type ReturnFunds = Command<'ReturnFunds', { plan: PlanId; cents: Cents; pool: Pool }>;
/** Of a process: the whole funding of a plan was revoked. */
export type EndFunding = Command<'EndFunding', { plan: PlanId }>;

/** Commands beside and after the straight way of a call. */
export type CallCourseCommand =
  | RectifyCall
  | WithdrawCall
  | AnnulCall
  | SuspendCall
  | ResumeCall
  | StartEvaluation
  | ApproveRanking
  | AwardFunding
  | ScrollReserveList
  | StartImplementation
  | ConcludeCall
  | IncreaseCallBudget
  | IncreaseAssignment
  | CoverAssignment
  | ReduceAssignment
  | ConfirmReduction
  | DenyReduction
  | ReturnFunds
  | EndFunding;
