import { accept, daysAfter, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type { SeatId } from './board.events.js';
import type { Roll } from './roll.js';
import type { SittingAsked } from './sitting.commands.js';
import type { SittingEvent } from './sitting.events.js';
import { sittingRules } from './sitting.rules.js';
import type { SittingState } from './sitting.state.js';

/**
 * A member gives the attendance of the seat to another member, in writing and in time (GB-5):
 * to no more than the rulebook says, in one step, and not while conflicted on a matter.
 */
export function delegateAttendance(
  { data, by, today }: SittingAsked<'DelegateAttendance'>,
  state: SittingState,
): Decision<SittingEvent> {
  const { seat, to, notice, grounds } = data;
  const { roll } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: state.board });
  const member = roll.members.find((one) => one.seat === seat);
  if (!member) return refuse(sittingRules.SeatNotInOffice, { seat });
  if (member.person !== by.person && roll.secretary !== by.person) {
    return refuse(sittingRules.NotTheDelegator, { seat });
  }
  if (to === seat || !roll.members.some((one) => one.seat === to)) {
    return refuse(sittingRules.SeatNotInOffice, { seat: to });
  }
  const kept =
    ruleRefusal(roll, state, { to, today }) ??
    chainRefusal(state, seat, to) ??
    conflictedRefusal(state, seat);
  if (kept) return kept;
  const data_ = { seat, person: member.person, to, notice };
  return accept({ type: 'AttendanceDelegated', data: data_ });
}

function ruleRefusal(
  { rulebook }: Roll,
  { delegations, startsOn }: SittingState,
  { to, today }: Readonly<{ to: SeatId; today: SittingState['startsOn'] }>,
): Decision<never> | null {
  const { delegation } = rulebook;
  if (!delegation) return refuse(sittingRules.DelegationNotAllowed);
  const { max, noticeDays } = delegation;
  if (daysAfter(today, noticeDays) > startsOn) {
    return refuse(sittingRules.DelegationTooLate, { noticeDays });
  }
  const held = delegations.filter((one) => one.to === to).length;
  return held < max ? null : refuse(sittingRules.TooManyDelegations, { max, seat: to });
}

/** One step: who is represented represents nobody, and nobody is represented twice. */
function chainRefusal(
  { delegations }: SittingState,
  seat: SeatId,
  to: SeatId,
): Decision<never> | null {
  if (delegations.some((one) => one.seat === seat)) {
    return refuse(sittingRules.DelegatedAlready, { seat });
  }
  const chained = delegations.some((one) => one.seat === to || one.to === seat);
  return chained ? refuse(sittingRules.DelegationChain) : null;
}

function conflictedRefusal({ items }: SittingState, seat: SeatId): Decision<never> | null {
  const conflicted = items.some(
    ({ declared, upheld, recused }) =>
      recused.includes(seat) || [...declared, ...upheld].some((one) => one.seat === seat),
  );
  return conflicted ? refuse(sittingRules.DelegatorConflicted, { seat }) : null;
}

/** Taken back by who gave it; the delegate no longer sits for the seat, votes cast stand. */
export function revokeDelegation(
  { data: { seat, grounds }, by, at }: SittingAsked<'RevokeDelegation'>,
  { board, delegations, present }: SittingState,
): Decision<SittingEvent> {
  const { roll } = grounds;
  if (!roll) return refuse(sittingRules.BoardUnknown, { id: board });
  const delegation = delegations.find((one) => one.seat === seat);
  if (!delegation) return refuse(sittingRules.NotDelegated, { seat });
  const member = roll.members.find((one) => one.seat === seat);
  if (member?.person !== by.person) return refuse(sittingRules.NotTheDelegator, { seat });
  const { to } = delegation;
  const revoked = { type: 'AttendanceDelegationRevoked', data: { seat, to } } as const;
  const sitting = present.find((one) => one.seat === seat);
  if (!sitting) return accept(revoked);
  const { person } = sitting;
  return accept(revoked, { type: 'MemberLeft', data: { seat, person, leftAt: at } });
}
