import type { Answer, Clock, Instance } from '@tavolo/command';
import type { EventStore, JsonObject, Meta, Position, Uuid } from '@tavolo/event-store';
import type { Actor, LocalDate, PersonRef } from '@tavolo/kernel';

/** A command of a process on its way to the gateway. */
export type SystemCommand = Readonly<{
  aggregate: string;
  target: string;
  type: string;
  data: JsonObject;
  /** The same for every repeat: a second sending is answered as the first was. */
  commandId: Uuid;
  /** The fact that led to it, and through that fact the human act at its beginning. */
  causationId: Uuid;
  correlationId: Uuid;
  /** The due day of a timer that fired late: from then on the facts have their effect. */
  effectiveOn?: LocalDate;
  /** `system:<process>`, without a mandate (X-3: system actors are named). */
  actor: Actor;
}>;

/** The door for commands of processes. Whatever it throws is a state of the machine: it is tried again. */
export abstract class CommandSender {
  abstract send(command: SystemCommand): Promise<Answer>;

  /**
   * The active policies, and those of them that say whether this process goes on: they stand in
   * what it notes as in what it brings about. A door that asks no policies has none to name.
   */
  policyOf(_process: PersonRef): Meta['policy'] {
    return undefined;
  }
}

/** How far each process manager has read the log. Losing it costs time and nothing else. */
export abstract class Checkpoints {
  abstract get(name: string): Promise<Position | null>;
  abstract put(name: string, position: Position): Promise<void>;
}

/** What a runner is about to do. Between any two of these it may die. */
export type Step = 'answer' | 'checkpoint' | 'fire' | 'read' | 'send' | 'take';

/** Something failed that is no rule: it is tried again after a pause, and said every time. */
export type Trouble = Readonly<{
  process: string;
  step: Step;
  /** 1 for the first failure in a row. */
  attempt: number;
  error: unknown;
}>;

export type RunnerPorts = Readonly<{
  store: EventStore;
  /** Where one reading of the log is shared by many runners; alone, a runner reads the store. */
  reading?: Pick<EventStore, 'subscribe'>;
  sender: CommandSender;
  checkpoints: Checkpoints;
  clock: Clock;
  instance: Instance;
  trouble: (trouble: Trouble) => void;
  /** Whether this program knows an event type at a schema number; without it every one. */
  knows?: (type: string, schema: number) => boolean;
  /** Waits between two attempts; injected so that a test need not. */
  pause?: (ms: number, signal: AbortSignal) => Promise<void>;
  /**
   * Waits for a timer that is due in so many milliseconds, or a part of that: whoever fires
   * timers then looks at the clock again. Resolves at an abort too. Injected so that a test
   * need not wait.
   */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** For tests of interruption: an error thrown here ends the runner as a crash would. */
  beforeStep?: (step: Step) => void;
}>;
