import type { Sender } from './sender.js';

/** Says what is there for somebody to know of. */
export abstract class Visibility {
  /** False of an object that does not exist, too: the two are told apart by nobody. */
  abstract isThere(object: string, sender: Sender): Promise<boolean>;
}
