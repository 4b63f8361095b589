import type { JsonObject } from '@tavolo/event-store';
import type { MandateRef, PersonRef } from '@tavolo/kernel';

/** Who sends a command. A process is a named system actor and needs no mandate. */
export type Sender = Readonly<{
  person: PersonRef;
  mandate: MandateRef | null;
  auth: Readonly<{ issuer: string; assurance: string; authenticatedAt?: string }>;
  system?: boolean;
}>;

/** A command as it comes to the door. */
export type Message = Readonly<{
  /** Category of the aggregate. */
  aggregate: string;
  type: string;
  /** The stream; null for a command that founds the object, whose id is then derived. */
  target: string | null;
  data: JsonObject;
}>;
