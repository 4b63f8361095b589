import { accept, refuse, sum } from '@tavolo/kernel';
import type { Cents, Command, Decision, PersonRef } from '@tavolo/kernel';
import type { CallId, CallStatus } from '../contract/index.js';
import type { ProgrammeEvent } from './programme.events.js';
import { programmeRules as rules } from './programme.rules.js';

type OnAct<Type extends string, Data = object> = Command<Type, Data & { act: string }>;

export type ActivateProgramme = OnAct<'ActivateProgramme'>;
/** Changes what is named; an envelope is never below what calls were allocated (B-1). */
export type AmendProgramme = OnAct<
  'AmendProgramme',
  { title?: string; titleEn?: string; objective?: string; envelopeCents?: Cents }
>;
/** Gives a call a part of the envelope (B-1); `call` is the call's programme, null where there is none. */
export type AllocateBudget = OnAct<
  'AllocateBudget',
  { call: CallId; cents: Cents; grounds: { isOfProgramme: boolean } }
>;
/** Of a process: money of a plan under a call came back to the programme (B-10). */
export type TakeBackFunds = Command<'TakeBackFunds', { call: CallId; plan: string; cents: Cents }>;
export type StartClosing = OnAct<'StartClosing'>;
export type CloseProgramme = OnAct<
  'CloseProgramme',
  { grounds: { calls: readonly Readonly<{ id: CallId; status: CallStatus }>[] } }
>;

/** Commands on an adopted programme. */
export type ProgrammeCourseCommand =
  | ActivateProgramme
  | AmendProgramme
  | AllocateBudget
  | TakeBackFunds
  | StartClosing
  | CloseProgramme;

/** Where a programme is in its lifecycle. */
export type ProgrammeStatus =
  | 'active'
  | 'adopted'
  | 'amended'
  | 'closed'
  | 'closing'
  | 'defined'
  | 'none';

/** A programme (programma): the container of calls. Holds only what a decision reads. */
export type ProgrammeState = Readonly<{
  status: ProgrammeStatus;
  definedBy: PersonRef | null;
  envelopeCents: Cents | null;
  /** What each call was given of the envelope. */
  allocated: Readonly<Record<string, Cents>>;
  /** What came back of it, and may be allocated again (B-10). */
  returnedCents: Cents;
}>;

type Answer = Decision<ProgrammeEvent>;

/** A programme under which calls may be drafted, and get money. */
export const runningStatuses: readonly ProgrammeStatus[] = ['adopted', 'active', 'amended'];
const overStatuses: readonly CallStatus[] = ['closed', 'withdrawn', 'annulled'];
const types: readonly string[] = [
  ...['ActivateProgramme', 'AmendProgramme', 'AllocateBudget', 'StartClosing', 'CloseProgramme'],
  'TakeBackFunds',
];

/** True for a command on an adopted programme. */
export function isOfCourse(command: { readonly type: string }): command is ProgrammeCourseCommand {
  return types.includes(command.type);
}

/** Decides on an adopted programme. */
export function decideCourse(command: ProgrammeCourseCommand, state: ProgrammeState): Answer {
  switch (command.type) {
    case 'ActivateProgramme': {
      const data = { ...command.data, at: command.at };
      return inState(state, 'adopted') ?? accept({ type: 'ProgrammeActivated', data });
    }
    case 'AmendProgramme':
      return amend(command, state);
    case 'AllocateBudget':
      return allocate(command, state);
    case 'TakeBackFunds':
      return accept({
        type: 'FundsReturnedToProgramme',
        data: { ...command.data, at: command.at },
      });
    case 'StartClosing': {
      const data = { ...command.data, at: command.at };
      return (
        inState(state, ...runningStatuses) ?? accept({ type: 'ProgrammeClosingStarted', data })
      );
    }
    case 'CloseProgramme':
      return close(command, state);
  }
}

function inState({ status }: ProgrammeState, ...allowed: readonly ProgrammeStatus[]) {
  return allowed.includes(status) ? null : refuse(rules.NotInState, { status, allowed });
}

function amend({ data, at }: AmendProgramme, state: ProgrammeState): Answer {
  const { act: _, ...changes } = data;
  const allocated = allocatedOf(state);
  const { envelopeCents: envelope } = changes;
  return (
    inState(state, ...runningStatuses) ??
    (Object.keys(changes).length === 0 ? refuse(rules.NothingAmended) : null) ??
    (envelope !== undefined && envelope < allocated
      ? refuse(rules.EnvelopeBelowAllocated, { allocated, envelope })
      : null) ??
    accept({ type: 'ProgrammeAmended', data: { ...data, at } })
  );
}

/** What calls have of the envelope, without what came back of it (B-10); in cents. */
function allocatedOf({ allocated, returnedCents }: ProgrammeState): Cents {
  return (sum(Object.values(allocated)) - returnedCents) as Cents;
}

/** B-1: Σ allocated ≤ the envelope. */
function allocate({ data, at }: AllocateBudget, state: ProgrammeState): Answer {
  const { grounds, ...allocation } = data;
  const { call, cents } = allocation;
  const { envelopeCents, allocated } = state;
  const kept = inState(state, ...runningStatuses);
  if (kept) return kept;
  if (!grounds.isOfProgramme) return refuse(rules.CallNotOfProgramme, { call });
  if (cents <= 0) return refuse(rules.AmountMissing);
  if (envelopeCents === null) return refuse(rules.EnvelopeMissing);
  const left = envelopeCents - allocatedOf(state);
  if (cents > left) return refuse(rules.EnvelopeExceeded, { cents, left });
  const allocatedCents = ((allocated[call] ?? 0) + cents) as Cents;
  return accept({ type: 'BudgetAllocated', data: { ...allocation, allocatedCents, at } });
}

function close({ data, at }: CloseProgramme, state: ProgrammeState): Answer {
  const { grounds, ...act } = data;
  const open = grounds.calls.filter(({ status }) => !overStatuses.includes(status));
  return (
    inState(state, 'closing') ??
    (open.length > 0 ? refuse(rules.CallsOpen, { open: open.map(({ id }) => id) }) : null) ??
    accept({ type: 'ProgrammeClosed', data: { ...act, at } })
  );
}

/** The state of a programme after a fact. */
export function evolve(state: ProgrammeState, { type, data }: ProgrammeEvent): ProgrammeState {
  switch (type) {
    case 'ProgrammeDefined': {
      const { definedBy, envelopeCents = null } = data;
      return { ...state, status: 'defined', definedBy, envelopeCents };
    }
    case 'ProgrammeAdopted':
      return { ...state, status: 'adopted' };
    case 'ProgrammeActivated':
      return { ...state, status: 'active' };
    case 'ProgrammeAmended': {
      const { envelopeCents = state.envelopeCents } = data;
      return { ...state, status: 'amended', envelopeCents };
    }
    case 'BudgetAllocated':
      return { ...state, allocated: { ...state.allocated, [data.call]: data.allocatedCents } };
    case 'FundsReturnedToProgramme':
      return { ...state, returnedCents: sum([state.returnedCents, data.cents]) };
    case 'ProgrammeClosingStarted':
      return { ...state, status: 'closing' };
    case 'ProgrammeClosed':
      return { ...state, status: 'closed' };
  }
}
