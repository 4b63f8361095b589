import type { JsonObject } from '@tavolo/event-store';
import type { MandateRef, PersonRef, Refusal } from '@tavolo/kernel';

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

/** What was refused to whom; its message is null for what is no command of an aggregate. */
export type OnRefused = (
  refused: Readonly<{ message: Message | null; sender: Sender; refusal: Refusal }>,
) => void;
