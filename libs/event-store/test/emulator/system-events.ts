import type { EventStore } from '../../src/index.js';
import { ordinalOf } from './wire.js';

/** What the server writes into the log by itself, between the events of its users. */
export type SystemEvent = Readonly<{
  type: '$metadata' | '$streamDeleted';
  stream: string;
  data: object;
  at: number;
}>;

/** A soft deletion, in the metadata of a stream. */
const DELETED = 2 ** 63 - 1;

/**
 * Imitates `system-events` (2.1, metadata). Metadata is the last event of the stream `$$<name>`; a soft deletion is metadata, too; what closes
 * a stream for ever is an event in the stream itself. `$all` shows all of them.
 */
export class SystemEvents {
  readonly #events: SystemEvent[] = [];

  constructor(private readonly engine: Pick<EventStore, 'head'>) {}

  async set(stream: string, data: object): Promise<void> {
    await this.#add('$metadata', `$$${stream}`, data);
  }

  async deleted(stream: string): Promise<void> {
    await this.set(stream, { $tb: DELETED });
  }

  async tombstoned(stream: string): Promise<void> {
    await this.#add('$streamDeleted', stream, {});
  }

  /** Imitates `numbering` (2.1, metadata): a deleted stream, written again, shows what is new alone. */
  async written(stream: string, revision: number): Promise<void> {
    const last = this.#events.findLast((event) => event.stream === `$$${stream}`);
    if (last && '$tb' in last.data && last.data.$tb === DELETED) {
      await this.set(stream, { $tb: revision });
    }
  }

  /** In the direction of reading; null is the end of the log on that side. */
  between(from: number | null, to: number | null, backwards: boolean): SystemEvent[] {
    const [low, high] = backwards ? [to, from] : [from, to];
    const found = this.#events.filter(
      ({ at }) => at > (low ?? -Infinity) && at < (high ?? Infinity),
    );
    return backwards ? found.reverse() : found;
  }

  async #add(type: SystemEvent['type'], stream: string, data: object): Promise<void> {
    const head = Number(ordinalOf(await this.engine.head()));
    const at = Math.max(head, this.#events.at(-1)?.at ?? 0) + 1;
    this.#events.push({ type, stream, data, at });
  }
}
