import { START } from './event-store.js';
import type { EventStore, Position, Signal } from './event-store.js';
import { matching } from './filter.js';
import { Window } from './window.js';

type Store = Pick<EventStore, 'subscribe'>;
type SubscribeOptions = Parameters<EventStore['subscribe']>[0];
type Wanted = Omit<SubscribeOptions, 'signal'> & Readonly<{ ending: AbortSignal }>;

/**
 * One reading of the log for many who follow it: what comes is asked of the store once, taken
 * apart once, and given to each whose filter it matches. With forty process managers a store that
 * is elsewhere sends each event once instead of forty times.
 *
 * Who begins, or is too slow, reads on alone until it stands where the others are; so one that
 * cannot go on holds up nobody, and no more than a page waits in memory for all of them.
 * Gives the same signals as the store's own `subscribe`, and ends or fails where that does.
 */
export class SharedReading {
  readonly #store: Store;
  #window: Window | null = null;
  #followers = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  /** As `EventStore.subscribe`. */
  subscribe({ signal, ...wanted }: SubscribeOptions): AsyncIterable<Signal> {
    return {
      [Symbol.asyncIterator]: () => {
        const leaving = new AbortController();
        const ending = AbortSignal.any([signal, leaving.signal]);
        const signals = this.#signals({ ...wanted, ending });
        return {
          next: () => signals.next(),
          // A generator's own `return` would wait for the next event before it stops.
          return: () => {
            leaving.abort();
            return signals.return(undefined);
          },
        };
      },
    };
  }

  async *#signals(wanted: Wanted): AsyncGenerator<Signal, undefined> {
    this.#followers += 1;
    try {
      yield* this.#follow(wanted);
    } finally {
      this.#followers -= 1;
      // The last one puts out the light.
      if (this.#followers === 0) this.#window?.close();
    }
  }

  async *#follow(wanted: Wanted): AsyncGenerator<Signal, undefined> {
    let at = wanted.after ?? START;
    while (!wanted.ending.aborted) {
      const joined = yield* this.#alone({ ...wanted, after: at });
      if (joined === null) return;
      const left = yield* together(joined, wanted);
      if (left === null) return;
      at = left;
      yield { kind: 'fellBehind' };
    }
  }

  /** Reads until it stands where the others do. Null where the store's subscription ended. */
  async *#alone(wanted: Wanted): AsyncGenerator<Signal, Joined | null> {
    const { ending, ...rest } = wanted;
    let at = rest.after ?? START;
    let live = false;
    for await (const signal of this.#store.subscribe({ ...rest, signal: ending })) {
      yield signal;
      at = reachedBy(signal) ?? at;
      live = signal.kind === 'caughtUp' || (live && signal.kind !== 'fellBehind');
      if (!live) continue;
      const window = this.#windowFrom(at);
      if (window.welcomes(at)) return { window, at };
    }
    return null;
  }

  /** Of whoever follows; the first to be up to date decides where it begins. */
  #windowFrom(at: Position): Window {
    if (this.#window === null || this.#window.isClosed) {
      this.#window = new Window(this.#store, at);
    }
    return this.#window;
  }
}

type Joined = Readonly<{ window: Window; at: Position }>;

/** Reads with the others. Gives where it stood when they had gone too far; null for an end. */
async function* together(
  { window, at: from }: Joined,
  { filter, ending }: Wanted,
): AsyncGenerator<Signal, Position | null> {
  const matches = matching(filter);
  let at = from;
  while (!ending.aborted) {
    // Asked each time before it is looked at: while this reader paused, the others went on.
    if (!window.covers(at)) return at;
    const rung = window.bell.count;
    const { events, upTo } = window.after(at);
    for (const event of events) {
      if (!matches(event)) continue;
      at = event.position;
      yield { kind: 'event', event };
      if (isEnded(ending)) return null;
    }
    if (upTo > at) {
      at = upTo;
      yield { kind: 'checkpoint', position: upTo };
    }
    if (window.bell.count !== rung) continue;
    if (window.isClosed) return window.end();
    await window.bell.rungAfter(rung, ending);
  }
  return null;
}

/** Asked anew after each pause: the compiler holds that what was false once stays so. */
function isEnded({ aborted }: AbortSignal): boolean {
  return aborted;
}

function reachedBy(signal: Signal): Position | undefined {
  if (signal.kind === 'event') return signal.event.position;
  return signal.kind === 'checkpoint' ? signal.position : undefined;
}
