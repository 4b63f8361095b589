import type { FoundingEvent } from './agreement.events.js';
import type { AmendmentEvent } from './amendment.events.js';
import type { LifecycleEvent } from './lifecycle.events.js';
import type { ExistingAgreementRecorded } from './recording.events.js';

/** Every fact of an agreement. */
export type AgreementEvent =
  | AmendmentEvent
  | ExistingAgreementRecorded
  | FoundingEvent
  | LifecycleEvent;
