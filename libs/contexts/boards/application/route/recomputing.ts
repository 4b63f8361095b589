import { Injectable } from '@nestjs/common';
import { EventStore } from '@tavolo/event-store';
import type { Position } from '@tavolo/event-store';
import { recomputedRoute } from '../../domain/route/recomputation.js';
import type { StageRecomputation } from '../../domain/route/recomputation.js';
import type { RouteEvent } from '../../domain/route/route.events.js';

/** Reckons routes again from the log itself, not from a read model. */
@Injectable()
export class RecomputingRoutes {
  constructor(private readonly store: EventStore) {}

  /** Every stage that had ended by a position; none where there is no such route. */
  async stages(route: string, upTo: Position): Promise<readonly StageRecomputation[]> {
    if (!route.startsWith('route-')) return [];
    const events: RouteEvent[] = [];
    for await (const recorded of this.store.readStream(route)) {
      if (recorded.position > upTo) break;
      events.push(recorded as unknown as RouteEvent);
    }
    return recomputedRoute(events);
  }
}
