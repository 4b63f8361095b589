import { Injectable } from '@nestjs/common';
import { EventStore } from '@tavolo/event-store';
import type { Position } from '@tavolo/event-store';
import type { Rulebook } from '../contract/index.js';
import type { ProcedureEvent } from '../domain/procedure.events.js';
import { recomputed, recomputedProcedure } from '../domain/recomputation.js';
import type { Recomputation } from '../domain/recomputation.js';
import type { SittingEvent } from '../domain/sitting.events.js';

/** Counts votes again from the log itself, not from a read model. */
@Injectable()
export class Recomputing {
  constructor(private readonly store: EventStore) {}

  /** From the facts up to a position; null where that vote had not closed by then. */
  async vote(
    { sitting, item }: Readonly<{ sitting: string; item: string }>,
    upTo: Position,
    rulebook?: Rulebook,
  ): Promise<Recomputation | null> {
    return recomputed((await this.#facts(sitting, upTo)) as SittingEvent[], item, rulebook);
  }

  /** The same of a procedure; null where it had not closed by then, or was stopped. */
  async procedure(id: string, upTo: Position, rulebook?: Rulebook): Promise<Recomputation | null> {
    return recomputedProcedure((await this.#facts(id, upTo)) as ProcedureEvent[], rulebook);
  }

  async #facts(stream: string, upTo: Position): Promise<unknown[]> {
    const events: unknown[] = [];
    for await (const recorded of this.store.readStream(stream)) {
      if (recorded.position > upTo) break;
      events.push(recorded);
    }
    return events;
  }
}
