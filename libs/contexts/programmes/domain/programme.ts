import { accept, refuse } from '@tavolo/kernel';
import type { Command, Decider, Decision, LocalDate, PersonRef } from '@tavolo/kernel';
import type { Period, Source } from '../contract/index.js';
import type { ProgrammeEvent } from './programme.events.js';
import { programmeRules as rules } from './programme.rules.js';

export type DefineProgramme = Command<
  'DefineProgramme',
  {
    title: string;
    titleEn?: string;
    fund: string;
    period: Period;
    objective?: string;
    source?: Source;
  }
>;
export type AdoptProgramme = Command<'AdoptProgramme', { act: string; adoptedOn: LocalDate }>;
export type ProgrammeCommand = DefineProgramme | AdoptProgramme;

/** A programme (programma): the container of calls. Holds only what a decision reads. */
export type ProgrammeState = Readonly<{
  status: 'adopted' | 'defined' | 'none';
  definedBy: PersonRef | null;
}>;

const initial: ProgrammeState = { status: 'none', definedBy: null };

export const programme = { initial, decide, evolve } satisfies Decider<
  ProgrammeState,
  ProgrammeCommand,
  ProgrammeEvent
>;

function decide(command: ProgrammeCommand, state: ProgrammeState): Decision<ProgrammeEvent> {
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
  if (state.status === 'adopted') return refuse(rules.AlreadyAdopted);
  if (state.definedBy === by.person) return refuse(rules.OwnProposal);
  if (data.adoptedOn > today) return refuse(rules.AdoptedInFuture, { adoptedOn: data.adoptedOn });
  return accept<[ProgrammeEvent]>({
    type: 'ProgrammeAdopted',
    data: { ...data, adoptedAt: at },
  });
}

function evolve(state: ProgrammeState, { type, data }: ProgrammeEvent): ProgrammeState {
  switch (type) {
    case 'ProgrammeDefined':
      return { status: 'defined', definedBy: data.definedBy };
    case 'ProgrammeAdopted':
      return { ...state, status: 'adopted' };
  }
}
