import { Clock } from '@tavolo/command';
import type { EventStore } from '@tavolo/event-store';
import { BadForm, instantFrom } from '@tavolo/graphql';
import type { Instant } from '@tavolo/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../graphql/request-contexts.js';

/**
 * The clock of a demo: while the demo is loaded it stands where the story is, and walks
 * forward only; then it is the real one for good.
 */
export class DemoClock extends Clock {
  #simulated: Instant | null = null;
  #isReleased = false;
  readonly #listeners: (() => void)[] = [];

  now(): Instant {
    return this.#simulated ?? (new Date().toISOString() as Instant);
  }

  /** Moves to an instant; one that lies behind changes nothing, for time does not run back. */
  walkTo(instant: Instant): Instant {
    if (this.#isReleased) return this.now();
    const now = this.#simulated;
    if (now !== null && instant <= now) return now;
    this.#simulated = instant;
    this.#tell();
    return instant;
  }

  release(): void {
    this.#simulated = null;
    this.#isReleased = true;
    this.#tell();
  }

  /** Hears of every move: whoever sleeps until a time has to look again. */
  onMove(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

type Served = Readonly<{
  clock: DemoClock;
  store: Pick<EventStore, 'readAll'>;
  /** From then on there is no such thing as the clock of a demo. */
  isLoaded: () => boolean;
}>;

/**
 * `PUT /demo/clock {"at": …}` walks, `DELETE /demo/clock` goes back to real time: for the story
 * of the demo, until it is loaded.
 */
export function serveDemoClock(http: FastifyInstance, { clock, store, isLoaded }: Served): void {
  http.put<{ Body: { at?: unknown } | null }>('/demo/clock', async (request, reply) => {
    if (isLoaded()) return refuseLoaded(request, reply);
    try {
      const at = instantFrom(request.body?.at);
      await walkToNewest(clock, store);
      return await reply.send({ at: clock.walkTo(at) });
    } catch (error) {
      if (!(error instanceof BadForm)) throw error;
      const message = error[localeOf(request.headers)];
      return reply.code(400).send({ code: 'BAD_USER_INPUT', message });
    }
  });
  http.delete('/demo/clock', (request, reply) => {
    if (isLoaded()) return refuseLoaded(request, reply);
    clock.release();
    return reply.code(204).send();
  });
}

/** The clock is never behind what was recorded last. */
export async function walkToNewest(
  clock: DemoClock,
  store: Pick<EventStore, 'readAll'>,
): Promise<void> {
  for await (const { meta } of store.readAll({ backwards: true, max: 1 })) {
    clock.walkTo(meta.recordedAt);
  }
}

const LOADED = {
  it: 'La dimostrazione è caricata: l’orologio è quello vero.',
  en: 'The demo is loaded: the clock is the real one.',
};

function refuseLoaded({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.code(404).send({ code: 'NOT_FOUND', message: LOADED[localeOf(headers)] });
}
