import type { Aggregate } from '@tavolo/command';
import { accept, refuse } from '@tavolo/kernel';
import type { Command, Decider, Decision, LocalDate, OrganisationId } from '@tavolo/kernel';
import type { PersonRef } from '@tavolo/kernel';
import { closingRules } from '../closing/closing.rules.js';
import { INSTANCE_STREAM } from '../instance.js';
import { appointmentEventTypes } from './appointment.events.js';
import type { AppointmentEvent } from './appointment.events.js';
import { appointmentRules } from './appointment.rules.js';

/** What an appointment makes of somebody, and of another system. */
export type AppointmentKind = 'administrator' | 'auditor' | 'coordinator' | 'service';

/** What the world says of where something is to be held. */
export type AtScope = Readonly<{ isThere: boolean }>;

/** What the world says of who else administers. */
export type AmongAdministrators = Readonly<{
  /** Nobody else does so without an end whose logins are open. */
  isLast: boolean;
}>;

type Period = Readonly<{ from: LocalDate; until?: LocalDate }>;
type Appoint = Period & Readonly<{ person: PersonRef; scope: string; grounds: AtScope }>;
type Revoke = Readonly<{ on?: LocalDate; grounds: AmongAdministrators }>;

export type AppointmentCommand =
  | Command<'AppointAuditor', Appoint>
  | Command<'AppointCoordinator', Appoint>
  | Command<'ProposeAdministrator', Period & { person: PersonRef }>
  | Command<'ConfirmAdministrator', object>
  | Command<
      'AdmitService',
      Period & {
        name: string;
        organisation: OrganisationId;
        responsible: PersonRef;
        grounds: AtScope & { readonly newId: PersonRef };
      }
    >
  | Command<'RevokeAppointment', Revoke>
  | Command<'RevokeCoordinator', Revoke>
  | Command<'RevokeService', Revoke>;

type Of<Type extends AppointmentCommand['type']> = Extract<AppointmentCommand, { type: Type }>;

/** Null before it is given. */
export type AppointmentState = Readonly<{
  kind: AppointmentKind;
  /** Who acts under it: a person, or a service. */
  person: PersonRef;
  scope: string;
  organisation: OrganisationId | null;
  /** Of a service: who answers for it. */
  responsible: PersonRef | null;
  from: LocalDate;
  until: LocalDate | null;
  givenBy: PersonRef;
  /** An administrator holds nothing before a second person has confirmed it. */
  status: AppointmentStatus;
}> | null;

/** `withdrawn` is a proposal that was revoked: it never held. */
export type AppointmentStatus = 'given' | 'proposed' | 'revoked' | 'withdrawn';

type Held = NonNullable<AppointmentState>;

/** How each kind is revoked: by who may give it. */
const revokedBy: Readonly<Record<AppointmentKind, string>> = {
  administrator: 'revokeAppointment',
  auditor: 'revokeAppointment',
  coordinator: 'revokeCoordinator',
  service: 'revokeService',
};

/** Where each kind can be held, by the category of the scope. */
const heldAt = {
  auditor: ['instance', 'level', 'programme', 'call', 'plan', 'network', 'partner', 'board'],
  coordinator: ['level', 'plan', 'network'],
} as const;

const wanted = {
  auditor: {
    it: 'l’istanza, un livello, un programma, un avviso, un piano, una rete, un partner o un organo',
    en: 'the instance, a level, a programme, a call, a plan, a network, a partner or a board',
  },
  coordinator: { it: 'un livello, un piano o una rete', en: 'a level, a plan or a network' },
} as const;

/** Mandates that are given for a time, beside those of seats and representations. */
export const appointmentDecider: Decider<AppointmentState, AppointmentCommand, AppointmentEvent> = {
  initial: null,
  decide(command, state) {
    switch (command.type) {
      case 'AppointAuditor':
      case 'AppointCoordinator':
        return state ? accept() : appoint(command);
      case 'ProposeAdministrator':
        return state ? accept() : propose(command);
      case 'AdmitService':
        return state ? accept() : admit(command);
      case 'ConfirmAdministrator':
        return confirm(command, state);
      case 'RevokeAppointment':
      case 'RevokeCoordinator':
      case 'RevokeService':
        return revoke(command, state);
    }
  },
  evolve,
};

function appoint(
  command: Of<'AppointAuditor'> | Of<'AppointCoordinator'>,
): Decision<AppointmentEvent> {
  const { type, data, at, by } = command;
  const { person, scope, from, until = null, grounds } = data;
  const kind = type === 'AppointAuditor' ? 'auditor' : 'coordinator';
  const category = scope.slice(0, scope.indexOf('-'));
  if (!(heldAt[kind] as readonly string[]).includes(category)) {
    const { it, en } = wanted[kind];
    return refuse(appointmentRules.ScopeNotHeldAt, { scope, wanted: it, wantedEn: en });
  }
  if (!grounds.isThere) return refuse(appointmentRules.ScopeUnknown, { scope });
  const refusal = outOfTime(command) ?? forOneself(person, by.person);
  if (refusal) return refusal;
  const given = { person, scope, from, until, appointedBy: by.person, appointedAt: at };
  return type === 'AppointAuditor'
    ? accept({ type: 'AuditorAppointed', data: given })
    : accept({ type: 'CoordinatorAppointed', data: given });
}

function propose(command: Of<'ProposeAdministrator'>): Decision<AppointmentEvent> {
  const { data, at, by } = command;
  const { person, from, until = null } = data;
  const refusal = outOfTime(command) ?? forOneself(person, by.person);
  if (refusal) return refusal;
  const proposed = { person, from, until, proposedBy: by.person, proposedAt: at };
  return accept({ type: 'AdministratorProposed', data: proposed });
}

/** three people, the one appointed included, compared as people and not as mandates. */
function confirm(
  { at, today, by }: Of<'ConfirmAdministrator'>,
  state: AppointmentState,
): Decision<AppointmentEvent> {
  if (state?.status !== 'proposed') return refuse(appointmentRules.NothingToConfirm);
  const { until } = state;
  if (until !== null && until < today) return refuse(appointmentRules.ProposalPast, { until });
  if (by.person === state.givenBy || by.person === state.person) {
    return refuse(appointmentRules.ConfirmedByThemself);
  }
  const confirmed = { confirmedBy: by.person, confirmedAt: at };
  return accept({ type: 'AdministratorConfirmed', data: confirmed });
}

function admit(command: Of<'AdmitService'>): Decision<AppointmentEvent> {
  const { data, at, by } = command;
  const { name, organisation, responsible, from, until = null, grounds } = data;
  if (!grounds.isThere) return refuse(appointmentRules.ScopeUnknown, { scope: organisation });
  const refusal = outOfTime(command);
  if (refusal) return refusal;
  const { newId: service } = grounds;
  return accept({
    type: 'ServiceAdmitted',
    data: {
      ...{ service, name, organisation, responsible, from, until },
      ...{ admittedBy: by.person, admittedAt: at },
    },
  });
}

function revoke(
  { type, data, at, today }: Of<'RevokeAppointment' | 'RevokeCoordinator' | 'RevokeService'>,
  state: AppointmentState,
): Decision<AppointmentEvent> {
  if (!state) return refuse(appointmentRules.NothingToConfirm);
  const command = revokedBy[state.kind];
  if (command.toLowerCase() !== type.toLowerCase()) {
    return refuse(appointmentRules.RevokedOtherwise, { command });
  }
  const { until } = state;
  const lastDay = data.on ?? dayBefore(today);
  if (data.on !== undefined && data.on < today) {
    return refuse(appointmentRules.RevokedBackwards, { today });
  }
  if (until !== null && until <= lastDay) {
    return refuse(appointmentRules.RevokedAlready, { until });
  }
  if (state.status === 'given' && data.grounds.isLast) {
    return refuse(closingRules.LastAdministrator);
  }
  return accept({ type: 'AppointmentRevoked', data: { lastDay, revokedAt: at } });
}

function outOfTime({
  data: { from, until },
  today,
}: Readonly<{ data: Period; today: LocalDate }>): Decision<never> | null {
  if (from < today) return refuse(appointmentRules.AppointedBackwards, { from });
  if (until === undefined || from <= until) return null;
  return refuse(appointmentRules.AppointmentReversed, { from, until });
}

function forOneself(person: PersonRef, by: PersonRef): Decision<never> | null {
  return person === by ? refuse(appointmentRules.AppointsThemself) : null;
}

function dayBefore(day: LocalDate): LocalDate {
  const date = new Date(`${day}T00:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10) as LocalDate;
}

const nobody = { organisation: null, responsible: null } as const;

function evolve(state: AppointmentState, event: AppointmentEvent): AppointmentState {
  switch (event.type) {
    case 'AuditorAppointed':
    case 'CoordinatorAppointed': {
      const { person, scope, from, until, appointedBy: givenBy } = event.data;
      const kind = event.type === 'AuditorAppointed' ? 'auditor' : 'coordinator';
      return { ...nobody, kind, person, scope, from, until, givenBy, status: 'given' };
    }
    case 'AdministratorProposed': {
      const { person, from, until, proposedBy: givenBy } = event.data;
      const what = { kind: 'administrator', scope: INSTANCE_STREAM, status: 'proposed' } as const;
      return { ...nobody, ...what, person, from, until, givenBy };
    }
    case 'ServiceAdmitted': {
      const { service: person, organisation, responsible, from, until } = event.data;
      const what = { kind: 'service', scope: organisation, status: 'given' } as const;
      const givenBy = event.data.admittedBy;
      return { ...what, person, organisation, responsible, from, until, givenBy };
    }
    case 'AdministratorConfirmed':
      return state && { ...state, status: 'given' };
    case 'AppointmentRevoked':
      return state && revoked(state, event.data.lastDay);
  }
}

function revoked(state: Held, until: LocalDate): Held {
  return { ...state, until, status: state.status === 'proposed' ? 'withdrawn' : 'revoked' };
}

/** `appointment-<uuid>`; it gives one mandate, `appointment-<uuid>#<kind>`. */
export const appointments: Aggregate<AppointmentState, AppointmentCommand, AppointmentEvent> = {
  category: 'appointment',
  decider: appointmentDecider,
  version: 1,
  eventTypes: appointmentEventTypes,
  creates: ['AppointAuditor', 'AppointCoordinator', 'ProposeAdministrator', 'AdmitService'],
  ofEffect: ['AppointAuditor', 'AppointCoordinator', 'ProposeAdministrator', 'AdmitService'],
};
