import type { JsonObject, RecordedEvent } from '@tavolo/event-store';
import type { Instant, Refusal } from '@tavolo/kernel';

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

/**
 * What follows from an input. Without commands, `waiting`, `stopped` or `done` the process
 * just goes on listening; after a refusal that would be silence, so there the runner stops it
 * with the sentence of the rule that refused.
 */
export type Reaction<State> = Readonly<{
  state: State;
  /** Sent one after another, in this order. */
  commands?: readonly ProcessCommand[];
  /** Waits for an act of a person; `owner` is the stream of the organisation or body to act. */
  waiting?: Readonly<{ why: Sentence; owner?: string }>;
  /** Cannot go on; somebody has to look at it. A later fact may set it going again. */
  stopped?: Readonly<{ why: Sentence; owner?: string }>;
  /** Has reached its end; whatever comes later for this key is passed over. */
  done?: boolean;
}>;

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
