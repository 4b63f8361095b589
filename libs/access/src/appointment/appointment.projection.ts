import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection } from '@tavolo/projection';
import { atRest, authority, awaits, end, person as personWho, waitingPart } from '@tavolo/waiting';
import type { AnyPart, Capacity } from '@tavolo/waiting';
import type { AppointmentEvent } from './appointment.events.js';

/** An appointment as it stands; whether it holds on a day is for its dates to say. */
export type AppointmentRow = Readonly<{
  id: string;
  revision: number;
  kind: 'administrator' | 'auditor' | 'coordinator' | 'service';
  status: 'given' | 'proposed' | 'revoked' | 'withdrawn';
  /** A person; of a service its own reference. */
  person: string;
  scope: string;
  organisation: string | null;
  responsible: string | null;
  /** Of a service alone. */
  name: string | null;
  from: string;
  until: string | null;
  givenBy: string;
  confirmedBy: string | null;
  recordedAt: string;
}>;

/** One row for each appointment, the earlier ones first. */
export const appointmentTable = defineTable<AppointmentRow>('appointment', {
  columns: ['kind', 'status', 'person', 'scope', 'organisation'],
  order: 'recordedAt',
});

const INSTANCE = 'instance-tavolo';
const none = { organisation: null, responsible: null, name: null, confirmedBy: null } as const;

const appointmentProjection: Projection = {
  name: 'appointment',
  version: 1,
  categories: ['appointment'],
  tables: [appointmentTable],
  apply(recorded, write) {
    const row = next(recorded, write.get(appointmentTable, recorded.stream));
    if (row) write.put(appointmentTable, { ...row, revision: recorded.revision });
  },
};

function next(recorded: RecordedEvent, row: AppointmentRow | null): AppointmentRow | null {
  const { stream: id, meta } = recorded;
  const event = recorded as unknown as AppointmentEvent;
  const begun = { ...none, id, revision: 0, recordedAt: meta.recordedAt };
  switch (event.type) {
    case 'AuditorAppointed':
    case 'CoordinatorAppointed': {
      const { person, scope, from, until, appointedBy: givenBy } = event.data;
      const kind = event.type === 'AuditorAppointed' ? 'auditor' : 'coordinator';
      return { ...begun, kind, status: 'given', person, scope, from, until, givenBy };
    }
    case 'AdministratorProposed': {
      const { person, from, until, proposedBy: givenBy } = event.data;
      const what = { kind: 'administrator', status: 'proposed', scope: INSTANCE } as const;
      return { ...begun, ...what, person, from, until, givenBy };
    }
    case 'ServiceAdmitted': {
      const { service: person, organisation, responsible, name, from, until } = event.data;
      const what = { kind: 'service', status: 'given', scope: organisation } as const;
      const whose = { person, organisation, responsible, name, givenBy: event.data.admittedBy };
      return { ...begun, ...what, ...whose, from, until };
    }
    case 'AdministratorConfirmed':
      return row && { ...row, status: 'given', confirmedBy: event.data.confirmedBy };
    case 'AppointmentRevoked':
      return row && revoked(row, event.data.lastDay);
  }
}

function revoked(row: AppointmentRow, until: string): AppointmentRow {
  return { ...row, until, status: row.status === 'proposed' ? 'withdrawn' : 'revoked' };
}

/** Whose move it is: an administrator who was proposed waits for a second person. */
const appointmentWaiting = waitingPart<AppointmentRow, AppointmentRow['status']>({
  name: 'appointment',
  categories: ['appointment'],
  table: appointmentTable,
  statusOf: ({ status }) => status,
  states: {
    proposed: awaits(['confirmAdministrator'], ({ until }) => [
      { move: 'confirmAdministrator', who: authority, due: until === null ? null : { on: until } },
    ]),
    given: atRest('it holds until its last day, or until it is revoked'),
    revoked: end,
    withdrawn: end,
  },
  place: ({ kind, name }) => ({ title: name ?? titles[kind].it, titleEn: name ?? titles[kind].en }),
  capacities: (row) => capacities(row),
});

const titles = {
  administrator: { it: 'Amministratore', en: 'Administrator' },
  auditor: { it: 'Controllore', en: 'Auditor' },
  coordinator: { it: 'Coordinatore', en: 'Coordinator' },
  service: { it: 'Servizio', en: 'Service' },
} as const;

/** For a service nobody waits, and what was not confirmed gives nothing. */
function capacities({ kind, status, person, from, until }: AppointmentRow): readonly Capacity[] {
  if (kind === 'service' || status === 'proposed' || status === 'withdrawn') return [];
  const gives = [kind === 'administrator' ? authority : personWho(person)];
  return [{ id: kind, holder: person, gives, isMandate: true, from, until }];
}

/** What access adds to the read model. */
export const accessProjections: readonly Projection[] = [appointmentProjection];

/** Whose move it is in each state of what access keeps. */
export const accessWaiting: readonly AnyPart[] = [appointmentWaiting];
