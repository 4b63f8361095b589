import type { Basis, Position } from '@tavolo/event-store';
import type { Command } from '@tavolo/kernel';
import type { Answer } from './envelope.js';
import type { Aggregate, AnyEvent, CommandRequest, Grounded } from './request.js';

/** A state with the stream and revision it was folded from, to be named in `meta.basis`. */
export type Loaded<State> = Readonly<{ state: State; revision: number; basis: Basis }>;

/** Loads, folds, decides and appends; the only writer of the log. */
export abstract class Transactions {
  /**
   * Runs one command on one stream: load (snapshot, cache, tail), upcast, fold, ask `ground`
   * for the full command, decide, append at the exact revision. On a conflict with another
   * process it grounds and decides again until the command's deadline (5 s), then `Busy`.
   * A repeat of the same person's commandId answers what the first one did.
   */
  abstract run<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    request: CommandRequest<C>,
    ground: (state: S) => Grounded<C> | Promise<Grounded<C>>,
  ): Promise<Answer>;

  /**
   * The present state of a stream, or that of a position of the log; null where there is no such
   * stream, or was none then.
   */
  abstract load<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    stream: string,
    upTo?: Position,
  ): Promise<Loaded<S> | null>;
}
