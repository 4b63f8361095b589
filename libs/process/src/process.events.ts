import type { JsonObject, Uuid } from '@tavolo/event-store';
import type { Instant, Message, Refusal } from '@tavolo/kernel';
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

/** A wait that ends by itself began; `id` is its own, `name` the one its process gave it. */
export type TimerScheduled = Message<'TimerScheduled', { id: Uuid; name: string; dueAt: Instant }>;

/** It is waited for no longer. */
export type TimerCancelled = Message<'TimerCancelled', { id: Uuid }>;

/** It was due, and is an input like a fact. `late`: more than a minute after its time. */
export type TimerFired = Message<'TimerFired', { id: Uuid; late: boolean }>;

export type ProcessManagerEvent =
  | TimerScheduled
  | TimerCancelled
  | TimerFired
  | ProcessReacted
  | ProcessCommandGiven
  | ProcessCommandAccepted
  | ProcessCommandRefused
  | ProcessBeganWaiting
  | ProcessStopped
  | ProcessFinished;
