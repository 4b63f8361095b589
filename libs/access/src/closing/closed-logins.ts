import type { EventStore } from '@tavolo/event-store';
import type { PersonRef, Refusal } from '@tavolo/kernel';
import { Following } from '../following.js';
import { CLOSING_STREAM, closing, closingDecider, generationOf, isClosed } from './closing.js';
import type { ClosingState } from './closing.js';
import { closingRules } from './closing.rules.js';
import { closingEventTypes } from './closing.events.js';
import type { ClosingEvent } from './closing.events.js';

type Log = Pick<EventStore, 'head' | 'readStream' | 'subscribe'>;

/**
 * Whose logins are closed, as far as this process has read the log: asked at every request, so it
 * lies in memory. What another replica writes is heard as it comes; there is no copy of it beside
 * the log that a backup could bring back older.
 */
export class ClosedLogins {
  readonly #following: Following;
  readonly #listeners = new Set<(person: PersonRef) => void>();
  #state: ClosingState = closingDecider.initial;
  #read = 0;
  #isCurrent = false;
  #reading: Promise<void> = Promise.resolve();

  constructor(private readonly log: Log) {
    this.#following = new Following(log, closing.category, () => this.catchUp());
  }

  /** Who is kept out now, with by whom, when and why. */
  get all(): ClosingState['closed'] {
    return this.#state.closed;
  }

  has(person: PersonRef): boolean {
    return isClosed(person, this.#state);
  }

  /** Why a command of this person, which was let in before, is not written any more. */
  refusalOf(person: PersonRef): Refusal | null {
    if (!this.has(person)) return null;
    return { ...closingRules.LoginsClosedMeanwhile, details: {} };
  }

  /** How often the logins of this person were discarded; one of before the last time is no good. */
  generationOf(person: PersonRef): number {
    return generationOf(person, this.#state);
  }

  /** Hears of each who is kept out from now on, or whose logins of before are, once it has read it. */
  onClose(listener: (person: PersonRef) => void): void {
    this.#listeners.add(listener);
  }

  /** Reads what the log has by now. @throws StoreUnavailable */
  catchUp(): Promise<void> {
    this.#reading = this.#reading.catch(() => undefined).then(() => this.#readOn());
    return this.#reading;
  }

  /** Reads what there is, then whatever comes, until it is closed. @throws StoreUnavailable at first */
  async follow(): Promise<void> {
    await this.#following.start();
    this.#isCurrent = true;
  }

  /** Whether what is heard is news, and no longer what the log had when this process began. */
  get isCurrent(): boolean {
    return this.#isCurrent;
  }

  close(): Promise<void> {
    return this.#following.close();
  }

  async #readOn(): Promise<void> {
    for await (const event of this.log.readStream(CLOSING_STREAM, { fromRevision: this.#read })) {
      const fact = event as unknown as ClosingEvent;
      if (!closingEventTypes.includes(fact.type)) continue; // Of a newer version.
      this.#state = closingDecider.evolve(this.#state, fact);
      this.#read = event.revision + 1;
      if (fact.type !== 'LoginsClosed' && fact.type !== 'LoginsDiscarded') continue;
      for (const listener of this.#listeners) listener(fact.data.person);
    }
  }
}
