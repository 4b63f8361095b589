import type { Instant, Message, PersonRef } from '@tavolo/kernel';
import type { Period, Source } from '../contract/index.js';

// Event names and fields are the storage format: add a new shape, never rename (ADR-0007).

export type ProgrammeDefined = Message<
  'ProgrammeDefined',
  {
    title: string;
    titleEn?: string;
    fund: string;
    period: Period;
    objective?: string;
    source?: Source;
    definedBy: PersonRef;
    definedAt: Instant;
  }
>;
export type ProgrammeAdopted = Message<
  'ProgrammeAdopted',
  { act: string; adoptedOn: string; adoptedAt: Instant }
>;

export type ProgrammeEvent = ProgrammeDefined | ProgrammeAdopted;
