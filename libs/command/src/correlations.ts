import { Injectable } from '@nestjs/common';
import { EventStore } from '@tavolo/event-store';
import type { RecordedEvent, Uuid } from '@tavolo/event-store';

const MAX_KEPT = 1_000;

/**
 * Which act began something, by the fact that says so: acts of several persons that go on with it
 * carry the correlation of that act. A fact never changes, so it is read once.
 */
@Injectable()
export class Correlations {
  readonly #kept = new Map<string, Uuid>();

  constructor(private readonly store: EventStore) {}

  /** Of the newest fact of a stream that `isIt`; `name` tells it from others of the stream. */
  async of(
    stream: string,
    name: string,
    isIt: (event: RecordedEvent) => boolean,
  ): Promise<Uuid | null> {
    const key = `${stream} ${name}`;
    const known = this.#kept.get(key);
    if (known !== undefined) return known;
    for await (const event of this.store.readStream(stream, { backwards: true })) {
      if (!isIt(event)) continue;
      const { correlationId } = event.meta;
      if (this.#kept.size >= MAX_KEPT) this.#kept.clear();
      this.#kept.set(key, correlationId);
      return correlationId;
    }
    return null;
  }
}
