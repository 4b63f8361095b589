import type { Change } from './read-model.js';

/** Hands changes to whoever listens. A slow listener gets one change for many, never a queue. */
export class Changes {
  readonly #listeners = new Set<Listener>();

  get listeners(): number {
    return this.#listeners.size;
  }

  tell(change: Change): void {
    this.#listeners.forEach((listener) => {
      listener.tell(change);
    });
  }

  /** Ends every iterator. */
  close(): void {
    this.#listeners.forEach((listener) => {
      listener.end();
    });
  }

  listen(): AsyncIterableIterator<Change> {
    const listener: Listener = new Listener(() => this.#listeners.delete(listener));
    this.#listeners.add(listener);
    return listener;
  }
}

// No generator: its `return` would wait for the next change before it stopped listening.
class Listener implements AsyncIterableIterator<Change> {
  readonly #leave: () => void;
  #unread: Change | null = null;
  #waiting: ((result: IteratorResult<Change>) => void)[] = [];
  #isDone = false;

  constructor(leave: () => void) {
    this.#leave = leave;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  tell(change: Change): void {
    const taker = this.#waiting.shift();
    if (taker) taker({ value: change, done: false });
    else this.#unread = this.#unread ? merged(this.#unread, change) : change;
  }

  end(): void {
    this.#leave();
    this.#isDone = true;
    this.#unread = null;
    this.#waiting.forEach((taker) => {
      taker({ value: undefined, done: true });
    });
    this.#waiting = [];
  }

  next(): Promise<IteratorResult<Change>> {
    if (this.#isDone) return Promise.resolve({ value: undefined, done: true });
    if (!this.#unread) return new Promise((resolve) => this.#waiting.push(resolve));
    const value = this.#unread;
    this.#unread = null;
    return Promise.resolve({ value, done: false });
  }

  return(): Promise<IteratorResult<Change>> {
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }
}

function merged(older: Change, newer: Change): Change {
  return { moment: newer.moment, ids: older.ids.union(newer.ids) };
}
