import type { Cents, Instant, LocalDate, Message, PersonRef } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import type { CallCourseEvent } from './call.course.events.js';
import type { CallTerms } from './call.terms.js';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

export type CallDrafted = Message<
  'CallDrafted',
  CallTerms & { draftedBy: PersonRef; draftedAt: Instant }
>;
export type CallApproved = Message<
  'CallApproved',
  { act: string; approvedOn: LocalDate; approvedAt: Instant }
>;
export type CallRegistered = Message<
  'CallRegistered',
  { registrationNo: string; registeredOn: LocalDate; registeredAt: Instant }
>;
export type CallPublished = Message<'CallPublished', { place: string; publishedAt: Instant }>;
/** For the regions named, or for all (B-12: each extension is a fact of its own). */
export type CallDeadlineExtended = Message<
  'CallDeadlineExtended',
  { act: string; deadline: Instant; regions?: readonly string[]; extendedAt: Instant }
>;
export type CallClosed = Message<'CallClosed', { closedAt: Instant }>;
export type FundingAssigned = Message<
  'FundingAssigned',
  { plan: PlanId; cents: Cents; act: string; assignedAt: Instant }
>;

export type CallEvent =
  | CallDrafted
  | CallApproved
  | CallRegistered
  | CallPublished
  | CallDeadlineExtended
  | CallClosed
  | FundingAssigned
  | CallCourseEvent;

/** Every type of the union: the compiler asks for each of them. */
const eventTypes: Readonly<Record<CallEvent['type'], true>> = {
  CallAnnulled: true,
  CallApproved: true,
  CallBudgetIncreased: true,
  CallClosed: true,
  CallConcluded: true,
  CallDeadlineExtended: true,
  CallDrafted: true,
  CallEvaluationStarted: true,
  CallImplementationStarted: true,
  CallPublished: true,
  CallRectified: true,
  CallRegistered: true,
  CallResumed: true,
  CallSuspended: true,
  CallWithdrawn: true,
  FundingAssigned: true,
  FundingAwarded: true,
  FundingEnded: true,
  FundingIncreased: true,
  FundingReduced: true,
  FundingReductionDenied: true,
  FundingReductionRequested: true,
  FundsReturned: true,
  RankingApproved: true,
  ReserveListScrolled: true,
};

/** The types of all facts on a call's stream. */
export const callEventTypes = Object.keys(eventTypes) as readonly CallEvent['type'][];
