import type { Aggregate } from '@tavolo/command';
import { accept, refuse } from '@tavolo/kernel';
import type { Command, Decider, Decision, Instant, PersonRef } from '@tavolo/kernel';
import type { ClosingCause, ClosingEvent } from './closing.events.js';
import { closingEventTypes } from './closing.events.js';
import { closingRules } from './closing.rules.js';

/** One stream holds whose logins are closed: so of two who close each other one comes second. */
export const CLOSING_STREAM = 'logins-tavolo';

/** What the world says of who is to be kept out. */
export type Known = Readonly<{
  /** The reference stands for somebody here. */
  isKnown: boolean;
  /** Who administers without an end and has a login, closed or not. */
  administrators: readonly PersonRef[];
}>;

export type ClosingCommand =
  | Command<'CloseLogins', { person: PersonRef; cause: ClosingCause; grounds: Known }>
  | Command<'ReopenLogins', { person: PersonRef }>;

/** By whom, when and why somebody's logins were closed. */
export type Closed = Readonly<{ cause: ClosingCause; closedBy: PersonRef; closedAt: Instant }>;

/** Whose logins are closed. */
export type ClosingState = Readonly<Record<PersonRef, Closed>>;

type Of<Type extends ClosingCommand['type']> = Extract<ClosingCommand, { type: Type }>;

/** Who has left, or is not who signs in for them, comes in no more. */
export const closingDecider: Decider<ClosingState, ClosingCommand, ClosingEvent> = {
  initial: {},
  decide: (command, state) =>
    command.type === 'CloseLogins' ? close(command, state) : reopen(command, state),
  evolve(state, { type, data }) {
    const { [data.person]: _, ...others } = state;
    if (type === 'LoginsReopened') return others;
    const { person, ...closed } = data;
    return { ...others, [person]: closed };
  },
};

function close({ data, at, by }: Of<'CloseLogins'>, state: ClosingState): Decision<ClosingEvent> {
  const { person, cause, grounds } = data;
  const { [person]: closed } = state;
  if (closed) return refuse(closingRules.LoginsClosedAlready, { closedAt: closed.closedAt });
  if (!grounds.isKnown) return refuse(closingRules.PersonNowhere, { person });
  if (isLast(person, grounds.administrators, state)) return refuse(closingRules.LastAdministrator);
  const said = { person, cause, closedBy: by.person, closedAt: at };
  return accept({ type: 'LoginsClosed', data: said });
}

function reopen({ data, at, by }: Of<'ReopenLogins'>, state: ClosingState): Decision<ClosingEvent> {
  const { person } = data;
  if (!isClosed(person, state)) return refuse(closingRules.LoginsNotClosed);
  const said = { person, reopenedBy: by.person, reopenedAt: at };
  return accept({ type: 'LoginsReopened', data: said });
}

/** Whether the logins of this person are closed. */
export function isClosed(person: PersonRef, state: ClosingState): boolean {
  return Object.hasOwn(state, person);
}

/** Whether this administrator is the last of those given whose logins are not closed. */
export function isLast(
  person: PersonRef,
  administrators: readonly PersonRef[],
  state: ClosingState,
): boolean {
  const open = administrators.filter((one) => !isClosed(one, state));
  return open.includes(person) && open.every((one) => one === person);
}

/** `logins-tavolo`. */
export const closing: Aggregate<ClosingState, ClosingCommand, ClosingEvent> = {
  category: 'logins',
  decider: closingDecider,
  version: 1,
  eventTypes: closingEventTypes,
  creates: [],
  derived: true,
};
