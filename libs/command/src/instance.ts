import type { Uuid } from '@tavolo/event-store';
import type { OrganisationId, PersonRef } from '@tavolo/kernel';
import { v5 } from 'uuid';

/**
 * This installation: one body and every network below it. Founded by the first event of the
 * log. `id` is random and makes derived ids its own; `demo` marks its data for ever.
 */
export interface InstanceFacts {
  readonly id: Uuid;
  /** IANA name; a LocalDate is a whole day in it. */
  readonly zone: string;
  readonly demo: boolean;
  readonly name: string;
  readonly founder: PersonRef;
  readonly organisation: OrganisationId | null;
}

/** Known once the server has started. */
export abstract class Instance {
  abstract get facts(): InstanceFacts;
}

/** A UUID derived from names: the same names give the same id, on every replica. */
export function derivedId(instance: Uuid, ...names: readonly (number | string)[]): Uuid {
  return v5(JSON.stringify(names), instance) as Uuid;
}
