import type { AgreementId } from '@tavolo/agreements';
import { entry, sum } from '@tavolo/kernel';
import type { Cents, PersonRef } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { BudgetLineId, LineAmounts } from '@tavolo/plans';
import type { BudgetEvent } from './budget.events.js';

type Kept<T> = Readonly<Record<string, T>>;
/** Of one partner's share of one line. */
export type OnShare = Readonly<{ line: BudgetLineId; partner: PartnerId; cents: Cents }>;
/** Something held, with who held it. */
export type Reservation = OnShare & Readonly<{ by: PersonRef }>;
/** Something bound, with the agreement that binds it. */
export type Commitment = OnShare & Readonly<{ agreement: AgreementId }>;

/** What decisions on the money of a plan read. */
export type BudgetState = Readonly<{
  isOpen: boolean;
  assignedCents: Cents | null;
  lines: Kept<LineAmounts>;
  reservations: Kept<Reservation>;
  commitments: Kept<Commitment>;
  /** Decommitted, and gone to a pool outside the plan (B-10). */
  returned: readonly (OnShare & Readonly<{ pool: 'call' | 'programme' }>)[];
  /** The whole funding of the plan was revoked. */
  isRevoked: boolean;
  /** What went back to the call because of that. */
  freedCents: Cents;
}>;

/** Before the plan is approved. */
export const initialBudget: BudgetState = {
  ...{ isOpen: false, assignedCents: null, lines: {} },
  ...{ reservations: {}, commitments: {}, returned: [] },
  ...{ isRevoked: false, freedCents: 0 as Cents },
};

/** Σ of what is reserved, committed and returned on a line, or on one share of it, in cents. */
export function boundOn(state: BudgetState, line: string, partner?: string): Cents {
  const { reservations, commitments, returned } = state;
  const all = [...Object.values(reservations), ...Object.values(commitments), ...returned];
  const here = all.filter(
    (one) => one.line === line && (partner === undefined || one.partner === partner),
  );
  return sum(here.map(({ cents }) => cents));
}

/** The share of a partner in a line, in cents. */
export function shareIn({ shares }: LineAmounts, partner: string): Cents {
  return sum(shares.filter((share) => share.partner === partner).map(({ cents }) => cents));
}

/** Σ of the shares of all lines, in cents. */
export function sharesOf({ lines }: Pick<BudgetState, 'lines'>): Cents {
  return sum(Object.values(lines).map(({ shares }) => sum(shares.map(({ cents }) => cents))));
}

/** Σ of the commitments, in cents. */
export function committedOf({ commitments }: Pick<BudgetState, 'commitments'>): Cents {
  return sum(Object.values(commitments).map(({ cents }) => cents));
}

/** What the plan still has of its assignment: B-10, neither returned to a pool nor freed; in cents. */
export function heldOf({ assignedCents, returned, freedCents }: BudgetState): Cents {
  const gone = sum([...returned.map(({ cents }) => cents), freedCents]);
  return ((assignedCents ?? 0) - gone) as Cents;
}

/** The state after a fact. */
export function evolve(state: BudgetState, { type, data }: BudgetEvent): BudgetState {
  switch (type) {
    case 'BudgetOpened':
      return { ...state, isOpen: true, lines: withLines({}, data.lines) };
    case 'BudgetLinesChanged':
      return { ...state, lines: withLines(state.lines, data.lines) };
    case 'AssignmentRecorded':
      return { ...state, assignedCents: data.cents };
    case 'FundsReserved': {
      const { reservation, line, partner, cents, reservedBy: by } = data;
      const held = { line, partner, cents, by };
      return { ...state, reservations: { ...state.reservations, [reservation]: held } };
    }
    case 'ReservationReleased':
      return { ...state, reservations: without(state.reservations, data.reservation) };
    case 'FundsCommitted': {
      const { commitment, reservation, line, partner, cents, agreement } = data;
      const bound = { line, partner, cents, agreement };
      return {
        ...state,
        reservations: without(state.reservations, reservation),
        commitments: { ...state.commitments, [commitment]: bound },
      };
    }
    case 'CommitmentAdjusted':
      return { ...state, commitments: recommitted(state, data.commitment, () => data.cents) };
    case 'FundsDecommitted':
      return decommitted(state, data);
    case 'BudgetRevoked':
      return { ...state, isRevoked: true, reservations: {} };
    case 'FundsFreed':
      return { ...state, freedCents: sum([state.freedCents, data.cents]) };
  }
}

function decommitted(
  state: BudgetState,
  { commitment, cents, pool }: Extract<BudgetEvent, { type: 'FundsDecommitted' }>['data'],
): BudgetState {
  const from = entry(state.commitments, commitment);
  const commitments = recommitted(state, commitment, (before) => before - cents);
  if (!from || pool === 'plan') return { ...state, commitments };
  const { line, partner } = from;
  return { ...state, commitments, returned: [...state.returned, { line, partner, cents, pool }] };
}

function recommitted(
  { commitments }: BudgetState,
  id: string,
  amount: (before: number) => number,
): Kept<Commitment> {
  const before = entry(commitments, id);
  if (!before) return commitments;
  return { ...commitments, [id]: { ...before, cents: amount(before.cents) as Cents } };
}

function withLines(kept: Kept<LineAmounts>, lines: readonly LineAmounts[]): Kept<LineAmounts> {
  return { ...kept, ...Object.fromEntries(lines.map((line) => [line.line, line])) };
}

function without<T>(kept: Kept<T>, key: string): Kept<T> {
  const { [key]: _gone, ...others } = kept;
  return others;
}
