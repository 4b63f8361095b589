import type { JsonObject, Uuid } from '@tavolo/event-store';
import type { Message, Refusal } from '@tavolo/kernel';
import type { ProcessCommand, Sentence } from './definition.js';

// Event names and fields are the storage format: add a new version, never rename (ADR-0007).
// One input and all that follows from it are one append: first the input, then what it led to.

/** A fact of another stream was taken up. It is named, not copied: the log has it already. */
export type ProcessReacted = Message<
  'ProcessReacted',
  { source: { stream: string; revision: number; id: Uuid; type: string } }
>;

/** A command was decided on; it is sent after this is durable, under an id derived from this event's. */
export type ProcessCommandGiven = Message<'ProcessCommandGiven', ProcessCommand>;

/** The aggregate accepted; `command` is the id of the `ProcessCommandGiven`. */
export type ProcessCommandAccepted = Message<
  'ProcessCommandAccepted',
  { command: Uuid; result: JsonObject }
>;

/** A rule of the aggregate kept the command out. */
export type ProcessCommandRefused = Message<
  'ProcessCommandRefused',
  { command: Uuid; refusal: Refusal }
>;

/** An act of a person is awaited. `subject` is the stream of the newest fact taken up. */
export type ProcessBeganWaiting = Message<
  'ProcessBeganWaiting',
  { subject: string; why: Sentence; owner: string | null }
>;

/** It cannot go on; `rule` and `code` name the refusal that stopped it, where it was one. */
export type ProcessStopped = Message<
  'ProcessStopped',
  {
    subject: string;
    why: Sentence;
    owner: string | null;
    rule: string | null;
    code: string | null;
  }
>;

/** It has reached its end. */
export type ProcessFinished = Message<'ProcessFinished', { subject: string }>;

export type ProcessManagerEvent =
  | ProcessReacted
  | ProcessCommandGiven
  | ProcessCommandAccepted
  | ProcessCommandRefused
  | ProcessBeganWaiting
  | ProcessStopped
  | ProcessFinished;
