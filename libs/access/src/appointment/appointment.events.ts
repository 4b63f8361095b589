import type { Instant, LocalDate, Message, OrganisationId, PersonRef } from '@tavolo/kernel';

// Event names and fields are the storage format: add a new version, never rename (ADR-0007).

type Given = Readonly<{
  person: PersonRef;
  /** What it is held at, with all that lies below: the instance, a level, a programme, a plan … */
  scope: string;
  from: LocalDate;
  /** The last day; null where no end is set. */
  until: LocalDate | null;
  appointedBy: PersonRef;
  appointedAt: Instant;
}>;

/** Somebody reads everything at a scope and below, and writes nothing. */
export type AuditorAppointed = Message<'AuditorAppointed', Given>;
/** Somebody carries on a network, a plan or a level beside its lead. */
export type CoordinatorAppointed = Message<'CoordinatorAppointed', Given>;
/** One person wants somebody to administer; it holds when another one has confirmed it. */
export type AdministratorProposed = Message<
  'AdministratorProposed',
  {
    person: PersonRef;
    from: LocalDate;
    until: LocalDate | null;
    proposedBy: PersonRef;
    proposedAt: Instant;
  }
>;
export type AdministratorConfirmed = Message<
  'AdministratorConfirmed',
  { confirmedBy: PersonRef; confirmedAt: Instant }
>;
/** Another system acts for an organisation; a person answers for what it does. */
export type ServiceAdmitted = Message<
  'ServiceAdmitted',
  {
    /** Stands for the system, as a reference does for a person: `service-<uuid>`. */
    service: PersonRef;
    /** What the system is called: that of no person. */
    name: string;
    organisation: OrganisationId;
    responsible: PersonRef;
    from: LocalDate;
    until: LocalDate | null;
    admittedBy: PersonRef;
    admittedAt: Instant;
  }
>;
/** It ends earlier than it would by itself. */
export type AppointmentRevoked = Message<
  'AppointmentRevoked',
  {
    /** Its last day; the day before, where it ended at once. */
    lastDay: LocalDate;
    revokedAt: Instant;
  }
>;

export type AppointmentEvent =
  | AdministratorConfirmed
  | AdministratorProposed
  | AppointmentRevoked
  | AuditorAppointed
  | CoordinatorAppointed
  | ServiceAdmitted;

export const appointmentEventTypes = [
  'AdministratorConfirmed',
  'AdministratorProposed',
  'AppointmentRevoked',
  'AuditorAppointed',
  'CoordinatorAppointed',
  'ServiceAdmitted',
] as const;
