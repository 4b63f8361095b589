import type { JsonObject, RecordedEvent } from '@tavolo/event-store';
import type { Instant, LocalDate, Refusal } from '@tavolo/kernel';

/** A sentence for people, in both languages of the house. */
export type Sentence = Readonly<{ it: string; en: string }>;

/** A fact of the log, as a process manager reads it. */
export type ProcessEvent = Pick<
  RecordedEvent,
  'data' | 'id' | 'revision' | 'schema' | 'stream' | 'type'
> &
  Readonly<{ recordedAt: Instant }>;

/** A command that a process manager gives, as the named system actor `system:<process>`. */
export type ProcessCommand = Readonly<{
  /** Its name among the commands of one reaction; `react` knows the answer by it. */
  name: string;
  /** Category of the stream it goes to: `agreement`. */
  aggregate: string;
  /** The stream itself: `agreement-<uuid>`. */
  target: string;
  /** Imperative, as in the aggregate: `BringIntoForce`. */
  type: string;
  data: JsonObject;
}>;

/** What a process manager is told: a fact of the log, or the answer to a command that it gave. */
export type ProcessInput =
  | { readonly kind: 'event'; readonly event: ProcessEvent }
  | {
      readonly kind: 'answer';
      readonly command: ProcessCommand;
      readonly outcome: 'accepted';
      readonly result: JsonObject;
    }
  | {
      readonly kind: 'answer';
      readonly command: ProcessCommand;
      readonly outcome: 'refused';
      readonly refusal: Refusal;
    };

/** A timer of a process; `name` is that under which it was scheduled. */
export type ProcessTimer = Readonly<{ name: string; dueAt: Instant }>;

/**
 * A timer of this process is due. Whether it fires late is in the log for people; a process is
 * not told, for it must not decide otherwise because a machine was down.
 */
export type TimerInput = Readonly<{ kind: 'timer'; timer: ProcessTimer }>;

/** What a process manager with timers is told. */
export type TimedInput = ProcessInput | TimerInput;

/**
 * Schedules a timer or cancels one. Days are whole days in the zone of the body: `from` is due
 * as its day begins, `after` when its day, a last one, is over. One name is one timer, and a
 * new time takes the place of the old one. What is due already fires at once.
 */
export type TimerOrder =
  | Readonly<{ schedule: string; dueAt: Instant }>
  | Readonly<{ schedule: string; from: LocalDate }>
  | Readonly<{ schedule: string; after: LocalDate }>
  | Readonly<{ cancel: string }>;

/**
 * What follows from an input. Without commands, `waiting`, `stopped` or `done` the process
 * just goes on listening; after a refusal that would be silence, so there the runner stops it
 * with the sentence of the rule that refused.
 */
export type Reaction<State> = Readonly<{
  state: State;
  /** Sent one after another, in this order. */
  commands?: readonly ProcessCommand[];
  /**
   * The refusal just heard says that nothing was left to do: somebody was faster, or a date moved.
   * Nobody has to look at it; it stays on the stream as the fact that it is.
   */
  foreseen?: boolean;
  /** Waits for an act of a person; `owner` is the stream of the organisation or body to act. */
  waiting?: Readonly<{ why: Sentence; owner?: string }>;
  /** Cannot go on; somebody has to look at it. A later fact may set it going again. */
  stopped?: Readonly<{ why: Sentence; owner?: string }>;
  /** Has reached its end; whatever comes later for this key is passed over. */
  done?: boolean;
}>;

/** What follows from an input where timers may follow too; `done` cancels those that are open. */
export type TimedReaction<State> = Reaction<State> & Readonly<{ timers?: readonly TimerOrder[] }>;

/**
 * A process manager: what must happen next, once something has happened. One durable stream
 * `pm_<name>-<key>` for each key; state lives in memory only and is folded from the inputs.
 */
export interface ProcessDefinition<State> {
  /** camelCase, letters and digits; never renamed: streams and command ids hang on it. */
  readonly name: string;
  /** Of the streams it listens to. */
  readonly categories: readonly string[];
  /** The key of the instance that this fact is for; null for a fact it has no part in. */
  keyOf(event: ProcessEvent): string | null;
  readonly initial: State;
  /** Pure and total: the same inputs in the same order give the same commands. */
  react(state: State, input: ProcessInput): Reaction<State>;
}

/**
 * A process manager that also waits for time: it schedules timers and is told when they are
 * due. A rule never rests on one: a date decides, a timer only records.
 */
export interface TimedProcess<State> extends ProcessDefinition<State> {
  react(state: State, input: TimedInput): TimedReaction<State>;
}
