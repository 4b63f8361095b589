import { Command as NestCommand } from '@nestjs/cqrs';
import type { Basis, JsonObject, Uuid } from '@tavolo/event-store';
import type { Command, Decider, Message, Refusal } from '@tavolo/kernel';
import type { Answer, Envelope } from './envelope.js';
import type { Upcasters } from './upcasters.js';

/** Any event of a decider: a message whose data is JSON. */
export type AnyEvent = Message<string, object>;

/**
 * An aggregate: its stream category, its decider, and what is needed to keep it.
 * `version` is that of the fold: a snapshot of another version is ignored.
 */
export interface Aggregate<State, C extends Command<string, object>, E extends AnyEvent> {
  /** The category of its streams, in ids too: `agreement` of `agreement-<uuid>`. */
  readonly category: string;
  readonly decider: Decider<State, C, E>;
  readonly version: number;
  /** The newest shape of a type is one more than its upcasters; 1 where it has none. */
  readonly upcasters?: Upcasters;
  /** Every event type that `evolve` reads: on a stream with any other nothing is decided. */
  readonly eventTypes?: readonly E['type'][];
  /** Command types that found an object: its stream must not be there, others need it. */
  readonly creates: readonly C['type'][];
  /** Its stream is derived (a ledger, a tree, a claim): any command may be the first on it. */
  readonly derived?: boolean;
  /** Command types of legal or financial effect: reason and document are asked for. */
  readonly ofEffect?: readonly C['type'][];
}

/** A command as its sender gives it: what it is decided on from other streams is not his to say. */
export type Asked<C extends Command<string, object>> =
  C extends Command<infer Type, infer Data> ? Message<Type, Omit<Data, 'grounds'>> : never;

/**
 * A command on its way to its handler. One class per aggregate extends it, so that the bus
 * finds the handler; `target` is the stream id, derived from person and commandId when the
 * command founds the object.
 */
export abstract class CommandRequest<
  C extends Command<string, object>,
> extends NestCommand<Answer> {
  /** Never set: the type of the command is inferred from it. */
  declare readonly command?: C;

  constructor(
    readonly target: string,
    readonly asked: Asked<C>,
    readonly envelope: Envelope,
  ) {
    super();
  }
}

/**
 * What a decision is taken on: the full command, and the streams its grounds were read from.
 * `apart` does what an accepted command without a fact does beside the log, and answers, or null
 * to decide again. `answer` is the first answer of a command that is known beside the log.
 */
export type Grounded<C> =
  | {
      readonly command: C;
      readonly basis?: readonly Basis[];
      readonly result?: JsonObject;
      /** Of the act that began what this command goes on with; without it, it begins its own. */
      readonly correlationId?: Uuid | null;
      readonly apart?: () => Promise<Answer | null>;
    }
  | { readonly refusal: Refusal }
  | { readonly answer: Answer };

/** The command with time and actor; for a command without grounds that is all there is. */
export function commandOf<R extends CommandRequest<Command<string, object>>>(
  { asked, envelope: { at, today, by } }: R,
  grounds?: unknown,
): NonNullable<R['command']> {
  const data = grounds === undefined ? asked.data : { ...asked.data, grounds };
  return { type: asked.type, data, at, today, by };
}
