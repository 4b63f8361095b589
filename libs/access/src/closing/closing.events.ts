import type { Instant, MandateRef, Message, PersonRef } from '@tavolo/kernel';

// Event names and fields are the storage format: add a new version, never rename (ADR-0007).

/**
 * Why logins are closed: the person has left, a login is in other hands, or until it is known
 * whether one is. What else there is to say stands in the reason, in the private store.
 */
export const closingCauses = ['left', 'compromised', 'precaution'] as const;
export type ClosingCause = (typeof closingCauses)[number];

/** Nobody comes in as this person any more, by whatever login; whose each login is stays as it is. */
export type LoginsClosed = Message<
  'LoginsClosed',
  {
    /** A person, or a service by its own reference. */
    person: PersonRef;
    cause: ClosingCause;
    closedBy: PersonRef;
    closedAt: Instant;
  }
>;

/** The logins of this person are good again, and no others. */
export type LoginsReopened = Message<
  'LoginsReopened',
  { person: PersonRef; reopenedBy: PersonRef; reopenedAt: Instant }
>;

/**
 * This person may come in again, by logins that are bound from now on: those of before are good for
 * nothing any more, for ever, whoever has them.
 */
export type LoginsDiscarded = Message<
  'LoginsDiscarded',
  { person: PersonRef; discardedBy: PersonRef; discardedAt: Instant }
>;

/**
 * An appointment is about to be revoked, and its holder does not count any more among those who
 * administer without an end. It stands here first, where of two who end each other one comes second.
 */
export type AdministratorCountedOut = Message<
  'AdministratorCountedOut',
  { person: PersonRef; mandate: MandateRef; countedOutBy: PersonRef; countedOutAt: Instant }
>;

export type ClosingEvent =
  | AdministratorCountedOut
  | LoginsClosed
  | LoginsDiscarded
  | LoginsReopened;

export const closingEventTypes = [
  ...(['LoginsClosed', 'LoginsReopened', 'LoginsDiscarded'] as const),
  'AdministratorCountedOut',
] as const;
