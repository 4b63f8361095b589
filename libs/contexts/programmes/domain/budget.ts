import { accept, entry, refuse } from '@tavolo/kernel';
import type { Cents, Decider, Decision } from '@tavolo/kernel';
import { fits, inExecution, mayBind, mayCommit } from './budget.checks.js';
import type {
  AdjustCommitment,
  BudgetCommand,
  ChangeLines,
  CommitFunds,
  DecommitFunds,
  LowerAssignment,
  OpenBudget,
  RecordAssignment,
  ReleaseReservation,
  ReserveFunds,
  RevokeBudget,
} from './budget.commands.js';
import type { BudgetEvent } from './budget.events.js';
import { budgetRules as rules } from './budget.rules.js';
import {
  boundOn,
  committedOf,
  evolve,
  heldOf,
  initialBudget,
  shareIn,
  sharesOf,
} from './budget.state.js';
import type { BudgetState } from './budget.state.js';

/** The one stream that decides what is bound of a plan's money (B-1, B-2, B-10, PL-8). */
export const budget = { initial: initialBudget, decide, evolve } satisfies Decider<
  BudgetState,
  BudgetCommand,
  BudgetEvent
>;

/** Every type of fact of a budget. */
export const budgetEventTypes = [
  'BudgetOpened',
  'BudgetLinesChanged',
  'AssignmentRecorded',
  'FundsReserved',
  'ReservationReleased',
  'FundsCommitted',
  'CommitmentAdjusted',
  'FundsDecommitted',
  'BudgetRevoked',
  'FundsFreed',
] as const satisfies readonly BudgetEvent['type'][];

type Answer = Decision<BudgetEvent>;

function decide(command: BudgetCommand, state: BudgetState): Answer {
  switch (command.type) {
    case 'OpenBudget':
      return open(command, state);
    case 'ChangeLines':
      return changeLines(command, state);
    case 'RecordAssignment':
      return recordAssignment(command, state);
    case 'LowerAssignment':
      return lowerAssignment(command, state);
    case 'ReserveFunds':
      return reserve(command, state);
    case 'ReleaseReservation':
      return release(command, state);
    case 'CommitFunds':
      return commit(command, state);
    case 'AdjustCommitment':
      return adjust(command, state);
    case 'DecommitFunds':
      return decommit(command, state);
    case 'RevokeBudget':
      return revoke(command, state);
  }
}

function open({ data: { grounds }, at }: OpenBudget, state: BudgetState): Answer {
  if (state.isOpen) return refuse(rules.BudgetOpenAlready);
  if (!grounds.plan) return refuse(rules.PlanUnknown);
  const { plan, call, lines } = grounds.plan;
  const amounts = lines.map(({ line, cents, shares }) => ({ line, cents, shares }));
  return accept({ type: 'BudgetOpened', data: { plan, call, lines: amounts, openedAt: at } });
}

/** PL-8, PL-9: no line and no share goes below what is bound on it. */
function changeLines({ data: { change, lines }, at }: ChangeLines, state: BudgetState): Answer {
  if (!state.isOpen) return refuse(rules.BudgetNotOpen);
  for (const amounts of lines) {
    const { line, cents } = amounts;
    const before = entry(state.lines, line);
    if (!before) return refuse(rules.LineUnknown, { line });
    const bound = boundOn(state, line);
    if (bound > cents) return refuse(rules.BelowBound, { line, bound, cents });
    for (const { partner } of before.shares) {
      const onShare = boundOn(state, line, partner);
      const share = shareIn(amounts, partner);
      if (onShare > share) return refuse(rules.BelowBound, { line, bound: onShare, cents: share });
    }
  }
  return accept({ type: 'BudgetLinesChanged', data: { change, lines, changedAt: at } });
}

function recordAssignment({ data, at }: RecordAssignment, state: BudgetState): Answer {
  const { cents } = data;
  if (state.assignedCents === cents) return refuse(rules.AssignmentStands, { cents });
  const recorded = { type: 'AssignmentRecorded', data: { ...data, recordedAt: at } } as const;
  // It was on its way when the funding was revoked: what it adds goes back as the rest did.
  const more = (cents - (state.assignedCents ?? 0)) as Cents;
  if (!state.isRevoked || more <= 0) return accept(recorded);
  return accept(recorded, { type: 'FundsFreed', data: { cents: more, freedAt: at } });
}

/** B-1: once something may be bound, the assignment stays above the shares. */
function lowerAssignment({ data, at }: LowerAssignment, state: BudgetState): Answer {
  const { cents } = data;
  if (state.isRevoked) return refuse(rules.BudgetRevoked);
  const shares = sharesOf(state);
  if (cents < shares) return refuse(rules.AssignmentBelowShares, { shares, cents });
  return accept({ type: 'AssignmentRecorded', data: { ...data, recordedAt: at } });
}

function reserve({ data, by, at, today }: ReserveFunds, state: BudgetState): Answer {
  const { grounds, line, partner, cents } = data;
  return (
    (cents > 0 ? null : refuse(rules.AmountMissing)) ??
    inExecution(grounds.plan) ??
    mayCommit(grounds.partner, today) ??
    fits(state, { line, partner, cents }) ??
    accept({
      type: 'FundsReserved',
      data: {
        ...{ reservation: grounds.newId, line, partner, cents },
        ...{ reservedBy: by.person, reservedAt: at },
      },
    })
  );
}

function release({ data: { reservation }, at }: ReleaseReservation, state: BudgetState): Answer {
  if (!entry(state.reservations, reservation)) {
    return refuse(rules.ReservationUnknown, { reservation });
  }
  return accept({ type: 'ReservationReleased', data: { reservation, releasedAt: at } });
}

/** The rest of the reservation is free again: it is used up by its commitment. */
function commit({ data, by, at, today }: CommitFunds, state: BudgetState): Answer {
  const { grounds, reservation, cents, agreement, decision } = data;
  const held = entry(state.reservations, reservation);
  if (!held) return refuse(rules.ReservationUnknown, { reservation });
  const { line, partner, cents: reserved } = held;
  if (cents <= 0) return refuse(rules.AmountMissing);
  if (cents > reserved) return refuse(rules.ReservationExceeded, { reserved, cents });
  const kept =
    (held.by === by.person ? refuse(rules.OwnReservation) : null) ??
    mayBind(state, grounds, { partner, cents, today }) ??
    fits(state, { line, partner, cents: 0 as typeof cents });
  if (kept) return kept;
  return accept({
    type: 'FundsCommitted',
    data: {
      ...{ commitment: grounds.newId, reservation, line, partner, cents, agreement, decision },
      ...{ cup: grounds.plan?.cup ?? '', committedBy: by.person, committedAt: at },
    },
  });
}

/** Upwards only: what goes down is decommitted, into a pool that has a name (B-10). */
function adjust({ data, by, at, today }: AdjustCommitment, state: BudgetState): Answer {
  const { grounds, commitment, cents } = data;
  const bound = entry(state.commitments, commitment);
  if (!bound) return refuse(rules.CommitmentUnknown, { commitment });
  const { line, partner, cents: committed } = bound;
  const more = (cents - committed) as typeof cents;
  if (more <= 0) return refuse(rules.NotHigher, { committed });
  return (
    mayBind(state, grounds, { partner, cents: more, today }) ??
    fits(state, { line, partner, cents: more }) ??
    accept({
      type: 'CommitmentAdjusted',
      data: { commitment, cents, adjustedBy: by.person, adjustedAt: at },
    })
  );
}

/** B-10: what is committed has to be settled; the rest is the call's again. */
function revoke({ data: { change }, at }: RevokeBudget, state: BudgetState): Answer {
  if (!state.isOpen || state.isRevoked) return refuse(rules.NothingToRevoke);
  const cents = (heldOf(state) - committedOf(state)) as Cents;
  const revoked = { type: 'BudgetRevoked', data: { change, revokedAt: at } } as const;
  if (cents <= 0) return accept(revoked);
  return accept(revoked, { type: 'FundsFreed', data: { cents, freedAt: at } });
}

/** B-10: in whatever state plan and partner are, money comes back, and where to is said. */
function decommit({ data, by, at }: DecommitFunds, state: BudgetState): Answer {
  const { commitment, cents } = data;
  const bound = entry(state.commitments, commitment);
  if (!bound) return refuse(rules.CommitmentUnknown, { commitment });
  if (cents <= 0) return refuse(rules.AmountMissing);
  if (state.isRevoked && data.pool === 'plan') return refuse(rules.BudgetRevoked);
  if (cents > bound.cents) {
    return refuse(rules.MoreThanCommitted, { committed: bound.cents, cents });
  }
  return accept({
    type: 'FundsDecommitted',
    data: { ...data, decommittedBy: by.person, decommittedAt: at },
  });
}
