import type { Instant, Message, PersonRef } from '@tavolo/kernel';

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

export type ClosingEvent = LoginsClosed | LoginsReopened;

export const closingEventTypes = ['LoginsClosed', 'LoginsReopened'] as const;
