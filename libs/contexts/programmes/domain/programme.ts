import { accept, refuse } from '@tavolo/kernel';
import type { Cents, Command, Decider, Decision, LocalDate } from '@tavolo/kernel';
import type { Period, Source } from '../contract/index.js';
import type { ProgrammeEvent } from './programme.events.js';
import { decideCourse, evolve, isOfCourse } from './programme.course.js';
import type { ProgrammeCourseCommand, ProgrammeState } from './programme.course.js';
import { programmeRules as rules } from './programme.rules.js';

export type DefineProgramme = Command<
  'DefineProgramme',
  {
    title: string;
    titleEn?: string;
    fund: string;
    period: Period;
    objective?: string;
    envelopeCents?: Cents;
    source?: Source;
  }
>;
export type AdoptProgramme = Command<'AdoptProgramme', { act: string; adoptedOn: LocalDate }>;
export type ProgrammeCommand = DefineProgramme | AdoptProgramme | ProgrammeCourseCommand;

const initial: ProgrammeState = {
  ...{ status: 'none', definedBy: null, envelopeCents: null, allocated: {} },
  returnedCents: 0 as Cents,
};

export const programme = { initial, decide, evolve } satisfies Decider<
  ProgrammeState,
  ProgrammeCommand,
  ProgrammeEvent
>;

function decide(command: ProgrammeCommand, state: ProgrammeState): Decision<ProgrammeEvent> {
  if (isOfCourse(command)) return decideCourse(command, state);
  switch (command.type) {
    case 'DefineProgramme':
      return define(command, state);
    case 'AdoptProgramme':
      return adopt(command, state);
  }
}

function define({ data, at, by }: DefineProgramme, { status }: ProgrammeState) {
  if (status !== 'none') return refuse(rules.AlreadyDefined);
  return accept<[ProgrammeEvent]>({
    type: 'ProgrammeDefined',
    data: { ...data, definedBy: by.person, definedAt: at },
  });
}

function adopt({ data, at, by, today }: AdoptProgramme, state: ProgrammeState) {
  if (state.status !== 'defined') return refuse(rules.AlreadyAdopted);
  if (state.definedBy === by.person) return refuse(rules.OwnProposal);
  if (data.adoptedOn > today) return refuse(rules.AdoptedInFuture, { adoptedOn: data.adoptedOn });
  return accept<[ProgrammeEvent]>({
    type: 'ProgrammeAdopted',
    data: { ...data, adoptedAt: at },
  });
}
