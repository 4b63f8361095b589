import type { Cents, Instant, Message, PartialDate } from '@tavolo/kernel';
import type { PartnerKind } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { MandatoryCategory, Pool, ProgrammeId } from '../contract/index.js';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

/** What a rectification may change; what is absent stays. */
export type RectifiedTerms = Readonly<{
  title?: string;
  titleEn?: string;
  leadKinds?: readonly PartnerKind[];
  mandatoryCategories?: readonly MandatoryCategory[];
  eligibleFrom?: PartialDate;
  eligibleUntil?: PartialDate;
  remodulationThresholdPercent?: number;
}>;

type OnAct<Type extends string, Data = object> = Message<Type, Data & { act: string; at: Instant }>;

/** Terms are other ones from now on (B-11); with a later deadline, where there is one. */
export type CallRectified = OnAct<'CallRectified', { terms: RectifiedTerms; deadline?: Instant }>;
/** The call is taken back before any money was assigned: an end. */
export type CallWithdrawn = OnAct<'CallWithdrawn'>;
/** The call is void, as an authority or a court found: an end. */
export type CallAnnulled = OnAct<'CallAnnulled'>;
/** The call rests. */
export type CallSuspended = OnAct<'CallSuspended'>;
/** The call goes on where it rested. */
export type CallResumed = OnAct<'CallResumed'>;
/** Plans are examined. */
export type CallEvaluationStarted = OnAct<'CallEvaluationStarted'>;
/** These plans are admitted, those wait on the reserve list, in this order. */
export type RankingApproved = OnAct<
  'RankingApproved',
  { admitted: readonly PlanId[]; reserve: readonly PlanId[] }
>;
/** What is admitted is to be financed. */
export type FundingAwarded = OnAct<'FundingAwarded'>;
/** The first of the reserve list is admitted. */
export type ReserveListScrolled = OnAct<'ReserveListScrolled', { plan: PlanId }>;
/** The first of the plans runs. */
export type CallImplementationStarted = OnAct<'CallImplementationStarted'>;
/** All its plans are over: an end. */
export type CallConcluded = OnAct<'CallConcluded'>;
/** The call has more to assign: `budgetCents` in all. */
export type CallBudgetIncreased = OnAct<
  'CallBudgetIncreased',
  { addedCents: Cents; budgetCents: Cents }
>;
/** A plan has more: `cents` in all. */
export type FundingIncreased = OnAct<
  'FundingIncreased',
  { plan: PlanId; addedCents: Cents; cents: Cents }
>;
/** A plan is to have less, `cents` in all; its budget is asked first. */
export type FundingReductionRequested = OnAct<
  'FundingReductionRequested',
  { plan: PlanId; cents: Cents }
>;
/** A plan has less: what it lost is the call's again (B-10). */
export type FundingReduced = Message<
  'FundingReduced',
  { plan: PlanId; cents: Cents; returnedCents: Cents; at: Instant }
>;
/** This much of an assignment is no longer the plan's: the call's again, or the programme's (B-10). */
export type FundsReturned = Message<
  'FundsReturned',
  { plan: PlanId; cents: Cents; pool: Pool; programme: ProgrammeId; at: Instant }
>;
/** The whole funding of the plan was revoked: it is assigned nothing more. */
export type FundingEnded = Message<'FundingEnded', { plan: PlanId; at: Instant }>;
/** The budget of the plan kept the reduction out, by this rule. */
export type FundingReductionDenied = Message<
  'FundingReductionDenied',
  { plan: PlanId; rule: string; code: string; at: Instant }
>;

/** Facts beside and after the straight way of a call. */
export type CallCourseEvent =
  | CallRectified
  | CallWithdrawn
  | CallAnnulled
  | CallSuspended
  | CallResumed
  | CallEvaluationStarted
  | RankingApproved
  | FundingAwarded
  | ReserveListScrolled
  | CallImplementationStarted
  | CallConcluded
  | CallBudgetIncreased
  | FundingIncreased
  | FundingReductionRequested
  | FundingReduced
  | FundingReductionDenied
  | FundsReturned
  | FundingEnded;
