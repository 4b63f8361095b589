import { Bell } from './bell.js';
import type { EventStore, Position, RecordedEvent } from './event-store.js';
import { PAGE_EVENTS } from './log.js';

type Seen = Readonly<{
  events: readonly RecordedEvent[];
  /** How far the log was looked at. */
  upTo: Position;
}>;

/** The newest page of the log, kept up to date by one subscription until it is closed. */
export class Window {
  readonly bell = new Bell();
  readonly #leaving = new AbortController();
  readonly #events: RecordedEvent[] = [];
  #from: Position;
  #upTo: Position;
  #isLive = false;
  #ended: Readonly<{ error?: unknown }> | null = null;

  /** @param from where whoever opens it stands */
  constructor(store: Pick<EventStore, 'subscribe'>, from: Position) {
    this.#from = from;
    this.#upTo = from;
    void this.#read(store);
  }

  get isClosed(): boolean {
    return this.#ended !== null;
  }

  /** Whether who stands here may go on with what is held: nothing after it is missing. */
  covers(position: Position): boolean {
    return position >= this.#from;
  }

  /** Whether who stands here, and is up to date, is so here too. */
  welcomes(position: Position): boolean {
    return this.#isLive && this.covers(position);
  }

  after(position: Position): Seen {
    const last = this.#events.findLastIndex((event) => event.position <= position);
    return { events: this.#events.slice(last + 1), upTo: this.#upTo };
  }

  close(): void {
    this.#ended ??= {};
    this.#leaving.abort();
  }

  /** Null for a subscription that ended. @throws what it failed with */
  end(): null {
    if (this.#ended !== null && 'error' in this.#ended) throw this.#ended.error;
    return null;
  }

  async #read(store: Pick<EventStore, 'subscribe'>): Promise<void> {
    const { signal } = this.#leaving;
    try {
      for await (const heard of store.subscribe({ after: this.#from, signal })) {
        if (heard.kind === 'event') this.#add(heard.event);
        if (heard.kind === 'checkpoint') this.#upTo = heard.position;
        this.#isLive = heard.kind === 'caughtUp' || (this.#isLive && heard.kind !== 'fellBehind');
        this.bell.ring();
      }
      this.#ended ??= {};
    } catch (error) {
      this.#ended ??= { error };
    }
    this.bell.ring();
  }

  #add(event: RecordedEvent): void {
    this.#upTo = event.position;
    this.#events.push(event);
    if (this.#events.length <= PAGE_EVENTS) return;
    const gone = this.#events.splice(0, PAGE_EVENTS / 2);
    this.#from = gone.at(-1)?.position ?? this.#from;
  }
}
