/** Facts and grounds that the specifications of a procedure share; no part of the product. */
import { rulebookPresets } from '../contract/index.js';
import type { ProcedureKind, Rulebook, SilenceRule, WrittenRule } from '../contract/index.js';
import type { Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import type { VoteChoice } from './outcome.js';
import type {
  ObjectionRaised,
  ProcedureEvent,
  ProcedureOpened,
  ReplyCast,
} from './procedure.events.js';
import * as sitting from './sitting.examples.js';
import type { Roll } from './roll.js';

export const { board, decision, text, otherText, personOf, ready } = sitting;
/** Reasons, a declaration, a request: any document. */
export const document = sitting.minutes;

/** On 1 January the body is asked; it answers until noon of 31 January in Rome. */
export const openedAt = '2030-01-01T12:00:00.000Z' as Instant;
export const openedOn = '2030-01-01' as LocalDate;
export const deadline = '2030-01-31T11:00:00.000Z' as Instant;
export const closesOn = '2030-01-31' as LocalDate;
/** A while after the opening. */
export const later = {
  at: '2030-01-20T09:00:00.000Z' as Instant,
  today: '2030-01-20' as LocalDate,
};

export const written: WrittenRule = { minDays: 10, replyChange: 'no' };
export const silence: SilenceRule = { minDays: 10, objections: 2, onObjections: 'sitting' };

/** Half of all five seats must reply, most of who is for or against adopts. */
export const rules: Rulebook = { ...rulebookPresets.italianCollegialBody, written, silence };

/** Five seats, four held, the fifth vacant; `s4` has an alternate. */
export const alternate = 'person-11' as PersonRef;
export const secretary = personOf('s9');
export const roll: Roll = {
  ...sitting.roll,
  rulebook: rules,
  members: sitting.roll.members.map((one) => (one.seat === 's4' ? { ...one, alternate } : one)),
};
export const grounds = { roll, plan: null };

/** The act of somebody, a while after the opening. */
export function by(person: PersonRef) {
  return { ...later, by: { person, mandate: null, organisation: null } };
}

/** A procedure was opened under these rules. */
export function opened(
  kind: ProcedureKind = 'written',
  { rulebook = rules, ...more }: Partial<ProcedureOpened['data']> = {},
): ProcedureOpened {
  const { members, seats, revision: boardRevision, rulebookVersion } = roll;
  const matter = { kind, decision, title: ready.title, textSha256: text, papers: [] };
  const frozen = { subject: ready.subject, board, boardRevision, rulebook, rulebookVersion };
  const electorate = { seats, members, chair: 's1', recused: [] };
  const route = { kind: 'procedure', version: 1 } as const;
  const times = { deadline, closesOn, openedBy: secretary, openedOn, openedAt };
  const notified = members.map(({ seat }) => seat);
  const data = { ...matter, ...frozen, electorate, route, notified, ...times, ...more };
  return { type: 'ProcedureOpened', data };
}

/** The same, under other rules of its kind. */
export function openedBy(more: Partial<WrittenRule>): ProcedureOpened {
  return opened('written', { rulebook: { ...rules, written: { ...written, ...more } } });
}

/** A silence procedure under other rules. */
export function silent(more: Partial<SilenceRule> = {}): ProcedureOpened {
  return opened('silence', { rulebook: { ...rules, silence: { ...silence, ...more } } });
}

/** A seat answered. */
export function reply(seat: string, choice: VoteChoice): ReplyCast {
  const data = { seat, person: personOf(seat), choice, textSha256: text, castAt: later.at };
  return { type: 'ReplyCast', data };
}

/** The rules of a body that also answers hidden and in secret. */
export const everyForm: Rulebook = { ...rules, ballots: ['named', 'hidden', 'secret'] };

/** A written procedure whose answers are not named. */
export function openedIn(
  ballot: 'hidden' | 'secret',
  more: Partial<ProcedureOpened['data']> = {},
): ProcedureOpened {
  return opened('written', { rulebook: everyForm, ...more, ballot });
}

/** A seat answered in a hidden procedure. */
export function replySealed(seat: string): ReplyCast {
  const of = { seat, person: personOf(seat), sealed: `sealed ${seat}`, textSha256: text };
  return { type: 'ReplyCast', data: { ...of, castAt: later.at } };
}

/** A seat objected. */
export function objection(seat: string): ObjectionRaised {
  const of = { seat, person: personOf(seat), reasons: document, textSha256: text };
  return { type: 'ObjectionRaised', data: { ...of, raisedAt: later.at } };
}

/** A seat wants a sitting. */
export function called(seat: string): ProcedureEvent {
  const data = { seat, person: personOf(seat), calledAt: later.at };
  return { type: 'SittingCalledFor', data };
}

/** A member declared an interest. */
export function declared(seat: string): ProcedureEvent {
  const data = { seat, person: personOf(seat), declaration: document };
  return { type: 'ProcedureConflictDeclared', data };
}

/** It is a conflict. */
export function upheld(seat: string): ProcedureEvent {
  return { type: 'ProcedureConflictUpheld', data: { seat, person: personOf(seat) } };
}

/** The end without an outcome. */
export function stopped(
  cause: Extract<ProcedureEvent, { type: 'ProcedureStopped' }>['data']['cause'],
  stoppedBy: PersonRef,
  stoppedAt: Instant = later.at,
): ProcedureEvent {
  const of = { board, decision, textSha256: text, cause };
  return { type: 'ProcedureStopped', data: { ...of, stoppedBy, stoppedAt } };
}
