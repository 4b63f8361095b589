import type { AgreementId } from '@tavolo/agreements';
import type { DecisionId } from '@tavolo/boards';
import type { Cents, Instant, Message, PersonRef } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { BudgetLineId, LineAmounts, PlanId } from '@tavolo/plans';
import type { CallId } from '../contract/index.js';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

/** The plan is approved: its lines and shares are what commitments stay within (PL-8). */
export type BudgetOpened = Message<
  'BudgetOpened',
  { plan: PlanId; call: CallId; lines: readonly LineAmounts[]; openedAt: Instant }
>;
/** These lines have these amounts from now on: `change` is the one of the plan. */
export type BudgetLinesChanged = Message<
  'BudgetLinesChanged',
  { change: string; lines: readonly LineAmounts[]; changedAt: Instant }
>;
/** What the call assigns to the plan from now on. */
export type AssignmentRecorded = Message<
  'AssignmentRecorded',
  { call: CallId; cents: Cents; recordedAt: Instant }
>;
/** A part of a share is held for a commitment that is prepared. */
export type FundsReserved = Message<
  'FundsReserved',
  {
    reservation: string;
    line: BudgetLineId;
    partner: PartnerId;
    cents: Cents;
    reservedBy: PersonRef;
    reservedAt: Instant;
  }
>;
/** What was held is free again on its line. */
export type ReservationReleased = Message<
  'ReservationReleased',
  { reservation: string; releasedAt: Instant }
>;
/** A part of a share is bound by an agreement and a decision (B-2); the reservation is used up. */
export type FundsCommitted = Message<
  'FundsCommitted',
  {
    commitment: string;
    reservation: string;
    line: BudgetLineId;
    partner: PartnerId;
    cents: Cents;
    agreement: AgreementId;
    decision: DecisionId;
    cup: string;
    committedBy: PersonRef;
    committedAt: Instant;
  }
>;
/** A commitment has a higher amount from now on. */
export type CommitmentAdjusted = Message<
  'CommitmentAdjusted',
  { commitment: string; cents: Cents; adjustedBy: PersonRef; adjustedAt: Instant }
>;
/**
 * A part of a commitment is bound no more, and went to this pool (B-10): in `plan` it is free
 * again on its line, in `call` and `programme` it is theirs.
 */
export type FundsDecommitted = Message<
  'FundsDecommitted',
  {
    commitment: string;
    cents: Cents;
    pool: 'call' | 'plan' | 'programme';
    decommittedBy: PersonRef;
    decommittedAt: Instant;
  }
>;

/** The whole funding of the plan was revoked: nothing is bound any more, reservations are void. */
export type BudgetRevoked = Message<'BudgetRevoked', { change: string; revokedAt: Instant }>;
/** What a revoked plan had not committed went back to its call (B-10). */
export type FundsFreed = Message<'FundsFreed', { cents: Cents; freedAt: Instant }>;

/** Every fact of the budget of a plan. */
export type BudgetEvent =
  | BudgetOpened
  | BudgetLinesChanged
  | AssignmentRecorded
  | FundsReserved
  | ReservationReleased
  | FundsCommitted
  | CommitmentAdjusted
  | FundsDecommitted
  | BudgetRevoked
  | FundsFreed;
