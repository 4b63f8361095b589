import type { Messages } from '../../app/text.ts';
import type { EventType } from './types.ts';

/**
 * Sentences for some types of events. Their places are `who` acted, `byOther` (`yes` where a vote or
 * a signature is that of somebody else), and by their names the fields of the event.
 */
export function eventSentences<Key extends EventType>(all: Messages<Key>): Messages<Key> {
  return all;
}
