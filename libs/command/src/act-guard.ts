import type { Refusal } from '@tavolo/kernel';
import type { Mandate } from './mandates.js';
import type { Message, Sender } from './sender.js';

/** A command at the door, with who gives it and under which mandate. */
export type Act = Readonly<{
  message: Message;
  target: string;
  sender: Sender;
  mandate: Mandate | null;
}>;

/** Keeps out whom an act is not for, before its aggregate is asked. */
export abstract class ActGuard {
  /** Null where nothing is to be said against it. */
  abstract refusalOf(act: Act): Promise<Refusal | null>;
}
