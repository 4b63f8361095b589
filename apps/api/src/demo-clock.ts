import { Clock } from '@tavolo/command';
import type { Instant } from '@tavolo/kernel';
import type { FastifyInstance } from 'fastify';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * The clock of a demo: while the demo is loaded it stands where the story is, and walks
 * forward only; then it is the real one for good.
 */
export class DemoClock extends Clock {
  #simulated: Instant | null = null;
  readonly #listeners: (() => void)[] = [];

  now(): Instant {
    return this.#simulated ?? (new Date().toISOString() as Instant);
  }

  /** Moves to an instant; one that lies behind changes nothing, for time does not run back. */
  walkTo(instant: Instant): Instant {
    const now = this.#simulated;
    if (now !== null && instant <= now) return now;
    this.#simulated = instant;
    this.#tell();
    return instant;
  }

  release(): void {
    this.#simulated = null;
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

/** `PUT /demo/clock {"at": …}` walks, `DELETE /demo/clock` goes back to real time. Demo only. */
export function serveDemoClock(http: FastifyInstance, clock: DemoClock): void {
  http.put<{ Body: { at?: unknown } | null }>('/demo/clock', (request, reply) => {
    const at = request.body?.at;
    if (typeof at !== 'string' || !INSTANT.test(at)) {
      const message = 'Send {"at": "2018-03-01T09:00:00.000Z"}: an instant in UTC.';
      return reply.code(400).send({ code: 'BAD_USER_INPUT', message });
    }
    return reply.send({ at: clock.walkTo(at as Instant) });
  });
  http.delete('/demo/clock', (_request, reply) => {
    clock.release();
    return reply.code(204).send();
  });
}
