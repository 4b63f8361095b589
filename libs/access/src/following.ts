import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, Position } from '@tavolo/event-store';

const AGAIN_MS = 1_000;

/** Of a log: what it takes to hear of it. */
export type FollowedLog = Pick<EventStore, 'head' | 'subscribe'>;

/**
 * Hears of events of one category as any replica writes them: what a server decides by lies in its
 * memory, and another server may change it. Where the log is away it goes on once it is back.
 */
export class Following {
  readonly #ending = new AbortController();
  #following: Promise<void> | null = null;

  /** `catchUp` reads what there is by now; it is asked at first, and at every event. */
  constructor(
    private readonly log: FollowedLog,
    private readonly category: string,
    private readonly catchUp: () => Promise<void>,
  ) {}

  /** Reads what there is, then whatever comes, until it is closed. @throws StoreUnavailable at first */
  async start(): Promise<void> {
    const after = await this.log.head();
    await this.catchUp();
    this.#following ??= this.#follow(after);
  }

  async close(): Promise<void> {
    this.#ending.abort();
    await this.#following;
  }

  async #follow(first: Position): Promise<void> {
    const { signal } = this.#ending;
    let after = first;
    while (!signal.aborted) {
      after = await this.#hear(after);
      await pause(AGAIN_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Until the log ends it or is away, which is said where it is written to; answers where to go on. */
  async #hear(after: Position): Promise<Position> {
    const { signal } = this.#ending;
    const filter = { categories: [this.category] };
    try {
      for await (const { kind } of this.log.subscribe({ after, filter, signal })) {
        if (kind === 'event') await this.catchUp();
      }
      const head = await this.log.head();
      await this.catchUp();
      return head;
    } catch {
      return after;
    }
  }
}
