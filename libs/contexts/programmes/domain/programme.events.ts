import type { Cents, Instant, Message, PersonRef } from '@tavolo/kernel';
import type { CallId, Period, Source } from '../contract/index.js';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

export type ProgrammeDefined = Message<
  'ProgrammeDefined',
  {
    title: string;
    titleEn?: string;
    fund: string;
    period: Period;
    objective?: string;
    /** What the programme may allocate to its calls in all. */
    envelopeCents?: Cents;
    source?: Source;
    definedBy: PersonRef;
    definedAt: Instant;
  }
>;
export type ProgrammeAdopted = Message<
  'ProgrammeAdopted',
  { act: string; adoptedOn: string; adoptedAt: Instant }
>;

/** The programme runs. */
export type ProgrammeActivated = Message<'ProgrammeActivated', { act: string; at: Instant }>;
/** The programme has other terms from now on; what is absent stays. */
export type ProgrammeAmended = Message<
  'ProgrammeAmended',
  {
    act: string;
    title?: string;
    titleEn?: string;
    objective?: string;
    envelopeCents?: Cents;
    at: Instant;
  }
>;
/** A part of the envelope is for this call: `allocatedCents` in all (B-1). */
export type BudgetAllocated = Message<
  'BudgetAllocated',
  { call: CallId; cents: Cents; allocatedCents: Cents; act: string; at: Instant }
>;
/** A plan under a call gave this much back to the programme (B-10): it may be allocated again. */
export type FundsReturnedToProgramme = Message<
  'FundsReturnedToProgramme',
  { call: CallId; plan: string; cents: Cents; at: Instant }
>;
/** No new call is drafted any more. */
export type ProgrammeClosingStarted = Message<
  'ProgrammeClosingStarted',
  { act: string; at: Instant }
>;
/** All its calls are over: its end. */
export type ProgrammeClosed = Message<'ProgrammeClosed', { act: string; at: Instant }>;

export type ProgrammeEvent =
  | ProgrammeDefined
  | ProgrammeAdopted
  | ProgrammeActivated
  | ProgrammeAmended
  | BudgetAllocated
  | FundsReturnedToProgramme
  | ProgrammeClosingStarted
  | ProgrammeClosed;

/** Every type of the union: the compiler asks for each of them. */
const eventTypes: Readonly<Record<ProgrammeEvent['type'], true>> = {
  BudgetAllocated: true,
  FundsReturnedToProgramme: true,
  ProgrammeActivated: true,
  ProgrammeAdopted: true,
  ProgrammeAmended: true,
  ProgrammeClosed: true,
  ProgrammeClosingStarted: true,
  ProgrammeDefined: true,
};

/** The types of all facts on a programme's stream. */
export const programmeEventTypes = Object.keys(eventTypes) as readonly ProgrammeEvent['type'][];
