import type { DecisionId } from '../contract/index.js';
import type { Message } from '@tavolo/kernel';

// Event names and fields are the storage format: a new shape is a higher schema, never a rename.

/** The next number of this register went to a decision, for good (D-5). */
export type NumberTaken = Message<
  'NumberTaken',
  { number: number; year: number; decision: DecisionId }
>;

/** Every fact of a register. */
export type RegisterEvent = NumberTaken;
