import { StoreUnavailable } from '@tavolo/event-store';
import type { Appended, EventStore, ExpectedRevision, NewEvent } from '@tavolo/event-store';

/**
 * A log whose machine dies: so many appends are durable, the last of them without anybody hearing
 * of it, and then nothing more is written until the next start.
 */
export class DyingStore {
  readonly store: EventStore;
  readonly #death = Promise.withResolvers<null>();
  #left: number;

  constructor(inner: EventStore, appends: number) {
    this.#left = appends;
    const append = (...asked: Parameters<EventStore['append']>) => this.#append(inner, asked);
    // Reading and closing are those of the store itself.
    this.store = new Proxy(inner, {
      get: (target, key) => {
        if (key === 'append') return append;
        const found: unknown = Reflect.get(target, key, target);
        return typeof found === 'function' ? (found.bind(target) as unknown) : found;
      },
    });
  }

  get isDead(): boolean {
    return this.#left <= 0;
  }

  /** Resolves when it has died. */
  get death(): Promise<null> {
    return this.#death.promise;
  }

  async #append(
    inner: EventStore,
    asked: readonly [string, readonly NewEvent[], { readonly expected: ExpectedRevision }],
  ): Promise<Appended> {
    if (this.isDead) throw new StoreUnavailable('the machine is down');
    this.#left -= 1;
    const appended = await inner.append(...asked);
    if (this.#left > 0) return appended;
    this.#death.resolve(null);
    throw new StoreUnavailable('the machine went down');
  }
}
