import type { AgreementId, AgreementStanding } from '@tavolo/agreements';
import type { DecisionId, DecisionStanding } from '@tavolo/boards';
import type { Cents, Command } from '@tavolo/kernel';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import type { BudgetLineId, LineAmounts, PlanBudget, PlanId } from '@tavolo/plans';
import type { CallId } from '../contract/index.js';

// Grounds are put there by the handler, never by the sender.

/** Of a process: the plan is approved. */
export type OpenBudget = Command<
  'OpenBudget',
  { plan: PlanId; grounds: { plan: PlanBudget | null } }
>;
/** Of a process: a change of the plan gives these lines other amounts, if nothing stands against it. */
export type ChangeLines = Command<
  'ChangeLines',
  { plan: PlanId; change: string; lines: readonly LineAmounts[]; of: string }
>;
/** Of a process: the call assigned funds, or more of them. */
export type RecordAssignment = Command<'RecordAssignment', { call: CallId; cents: Cents }>;
/** Of a process: the call wants to assign less. */
export type LowerAssignment = Command<'LowerAssignment', { call: CallId; cents: Cents }>;

/** Holds a part of a share for a commitment that is prepared. */
export type ReserveFunds = Command<
  'ReserveFunds',
  {
    line: BudgetLineId;
    partner: PartnerId;
    cents: Cents;
    grounds: { newId: string; plan: PlanBudget | null; partner: PartnerStanding | null };
  }
>;
/** Gives a reservation back to its line. */
export type ReleaseReservation = Command<'ReleaseReservation', { reservation: string }>;

/** What a commitment rests on (B-2). */
export type CommitmentGrounds = Readonly<{
  plan: PlanBudget | null;
  agreement: AgreementStanding | null;
  decision: DecisionStanding | null;
  partner: PartnerStanding | null;
}>;

/** Binds what was reserved, by an agreement in force and an effective decision (B-2). */
export type CommitFunds = Command<
  'CommitFunds',
  {
    reservation: string;
    cents: Cents;
    agreement: AgreementId;
    decision: DecisionId;
    grounds: CommitmentGrounds & Readonly<{ newId: string }>;
  }
>;
/** Raises a commitment, on the same grounds as a new one (B-2). */
export type AdjustCommitment = Command<
  'AdjustCommitment',
  { commitment: string; cents: Cents; decision: DecisionId; grounds: CommitmentGrounds }
>;
/** Sets a part of a commitment free, into a named pool (B-10). */
export type DecommitFunds = Command<
  'DecommitFunds',
  { commitment: string; cents: Cents; pool: 'call' | 'plan' | 'programme' }
>;

/** Of a process: the whole funding of the plan was revoked; what is not committed goes back. */
export type RevokeBudget = Command<'RevokeBudget', { plan: PlanId; change: string }>;

/** Every command on the budget of a plan. */
export type BudgetCommand =
  | OpenBudget
  | ChangeLines
  | RecordAssignment
  | LowerAssignment
  | ReserveFunds
  | ReleaseReservation
  | CommitFunds
  | AdjustCommitment
  | DecommitFunds
  | RevokeBudget;
