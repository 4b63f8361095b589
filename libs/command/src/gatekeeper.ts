import type { Basis } from '@tavolo/event-store';
import type { Refusal, Sha256 } from '@tavolo/kernel';
import type { Message, Sender } from './sender.js';
import type { Mandate } from './mandates.js';

/** A command that keeps the rules common to all, before anybody decides on it. */
export type Admission = Readonly<{
  message: Message;
  /** The stream; that of the object to be founded, where the command founds one. */
  target: string;
  sender: Sender;
  /** Valid today; null for a process. */
  mandate: Mandate | null;
}>;

/** Which policies let a command in, and what was read for it; or why it is kept out. */
export type Admitted =
  | Readonly<{ policy: { hash: Sha256; ids: readonly string[] }; basis: readonly Basis[] }>
  | Readonly<{ refusal: Refusal }>;

/** Says whether a mandate is one for this act on this object, by the active policies. */
export abstract class Gatekeeper {
  abstract admit(admission: Admission): Promise<Admitted>;
}
