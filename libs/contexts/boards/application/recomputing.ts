import { Injectable } from '@nestjs/common';
import { EventStore } from '@tavolo/event-store';
import type { Position } from '@tavolo/event-store';
import type { Rulebook } from '../contract/index.js';
import { recomputed } from '../domain/recomputation.js';
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
    const events: SittingEvent[] = [];
    for await (const recorded of this.store.readStream(sitting)) {
      if (recorded.position > upTo) break;
      events.push(recorded as unknown as SittingEvent);
    }
    return recomputed(events, item, rulebook);
  }
}
