import type { Aggregate } from '@tavolo/command';
import { accept, refuse } from '@tavolo/kernel';
import type { Command, Decider, Decision, Instant } from '@tavolo/kernel';
import type { MandateRef, PersonRef } from '@tavolo/kernel';
import type { ClosingCause, ClosingEvent } from './closing.events.js';
import { closingEventTypes } from './closing.events.js';
import { closingRules } from './closing.rules.js';

/**
 * One stream holds whose logins are closed and which administrators are about to go: so of two who
 * end each other one comes second.
 */
export const CLOSING_STREAM = 'logins-tavolo';

/** Somebody who administers, and by which mandate. */
export type Administering = Readonly<{ person: PersonRef; mandate: MandateRef }>;

/** What the world says of who administers. */
export type Others = Readonly<{
  /** Who administers without an end and has a login, closed or not. */
  administrators: readonly Administering[];
}>;

/** What the world says of who is to be kept out. */
export type Known = Others &
  Readonly<{
    /** The reference stands for somebody here. */
    isKnown: boolean;
  }>;

export type ClosingCommand =
  | Command<'CloseLogins', { person: PersonRef; cause: ClosingCause; grounds: Known }>
  /** With `discard` the logins of before stay out for ever. */
  | Command<'ReopenLogins', { person: PersonRef; discard?: boolean | null }>
  /** Given with the revocation of an appointment, by nobody else. */
  | Command<'CountOutAdministrator', Administering & { grounds: Others }>;

/** By whom, when and why somebody's logins were closed. */
export type Closed = Readonly<{ cause: ClosingCause; closedBy: PersonRef; closedAt: Instant }>;

export type ClosingState = Readonly<{
  /** Whose logins are closed. */
  closed: Readonly<Record<PersonRef, Closed>>;
  /** How often the logins of somebody were discarded; one bound before the last time is no good. */
  generations: Readonly<Record<PersonRef, number>>;
  /** Mandates that are about to be revoked. */
  countedOut: readonly MandateRef[];
}>;

type Of<Type extends ClosingCommand['type']> = Extract<ClosingCommand, { type: Type }>;

/** Who has left, or is not who signs in for them, comes in no more. */
export const closingDecider: Decider<ClosingState, ClosingCommand, ClosingEvent> = {
  initial: { closed: {}, generations: {}, countedOut: [] },
  decide(command, state) {
    if (command.type === 'CloseLogins') return close(command, state);
    return command.type === 'ReopenLogins' ? reopen(command, state) : countOut(command, state);
  },
  evolve(state, { type, data }) {
    if (type === 'AdministratorCountedOut') {
      return { ...state, countedOut: [...state.countedOut, data.mandate] };
    }
    const { [data.person]: _, ...others } = state.closed;
    if (type === 'LoginsReopened') return { ...state, closed: others };
    if (type === 'LoginsDiscarded') {
      const generation = generationOf(data.person, state) + 1;
      const generations = { ...state.generations, [data.person]: generation };
      return { ...state, closed: others, generations };
    }
    const { person, ...closed } = data;
    return { ...state, closed: { ...others, [person]: closed } };
  },
};

function close({ data, at, by }: Of<'CloseLogins'>, state: ClosingState): Decision<ClosingEvent> {
  const { person, cause, grounds } = data;
  const { [person]: closed } = state.closed;
  if (closed) return refuse(closingRules.LoginsClosedAlready, { closedAt: closed.closedAt });
  if (!grounds.isKnown) return refuse(closingRules.PersonNowhere, { person });
  if (isLast(person, grounds.administrators, state)) return refuse(closingRules.LastAdministrator);
  const said = { person, cause, closedBy: by.person, closedAt: at };
  return accept({ type: 'LoginsClosed', data: said });
}

function reopen({ data, at, by }: Of<'ReopenLogins'>, state: ClosingState): Decision<ClosingEvent> {
  const { person, discard } = data;
  if (!isClosed(person, state)) return refuse(closingRules.LoginsNotClosed);
  if (discard === true) {
    const said = { person, discardedBy: by.person, discardedAt: at };
    return accept({ type: 'LoginsDiscarded', data: said });
  }
  const said = { person, reopenedBy: by.person, reopenedAt: at };
  return accept({ type: 'LoginsReopened', data: said });
}

/** Again, as by a server that died before the revocation, there is nothing to add. */
function countOut(
  { data, at, by }: Of<'CountOutAdministrator'>,
  state: ClosingState,
): Decision<ClosingEvent> {
  const { person, mandate, grounds } = data;
  if (state.countedOut.includes(mandate)) return accept();
  if (isLast(person, grounds.administrators, state)) return refuse(closingRules.LastAdministrator);
  const said = { person, mandate, countedOutBy: by.person, countedOutAt: at };
  return accept({ type: 'AdministratorCountedOut', data: said });
}

/** Whether the logins of this person are closed. */
export function isClosed(person: PersonRef, { closed }: ClosingState): boolean {
  return Object.hasOwn(closed, person);
}

/** How often the logins of this person were discarded. */
export function generationOf(person: PersonRef, { generations }: ClosingState): number {
  return Object.hasOwn(generations, person) ? (generations[person] ?? 0) : 0;
}

/** Whether this is the last administrator of those given who stays, with logins that are not closed. */
function isLast(
  person: PersonRef,
  administrators: readonly Administering[],
  state: ClosingState,
): boolean {
  const staying = administrators
    .filter((one) => !isClosed(one.person, state) && !state.countedOut.includes(one.mandate))
    .map((one) => one.person);
  return staying.includes(person) && staying.every((one) => one === person);
}

/** `logins-tavolo`. */
export const closing: Aggregate<ClosingState, ClosingCommand, ClosingEvent> = {
  category: 'logins',
  decider: closingDecider,
  version: 2,
  eventTypes: closingEventTypes,
  creates: [],
  derived: true,
};
