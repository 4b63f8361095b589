import { afterEach, beforeEach } from '@jest/globals';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import type { EventStore, JsonObject, Meta, NewEvent } from '../event-store.js';
import type { RecordedEvent, Signal, Uuid } from '../event-store.js';

/** A clock a test moves; an adapter whose server has its own ignores it, and says so. */
export interface StoreClock {
  readonly now: () => number;
}

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Its server has a clock of its own, by which everything was written a moment ago. */
  readonly hasOwnClock?: boolean;
  /** Others write to the same server: what is theirs is passed over, and counts for a checkpoint. */
  readonly isShared?: boolean;
  /** Closes the store if it is open, and removes what it left. */
  dispose(): Promise<void>;
}

/** Gives an empty store, one for each test. */
export type StoreFactory = (clock: StoreClock) => Promise<StoreUnderTest>;

export const STORE_STARTED_AT = 1_790_000_000_000;

/** What the tests of one group see: `store` and `clock` are new for each test. */
export class Subject {
  at = STORE_STARTED_AT;
  #current: StoreUnderTest | null = null;

  constructor(factory: StoreFactory) {
    beforeEach(async () => {
      this.at = STORE_STARTED_AT;
      this.#current = await factory({ now: () => this.at });
    });
    afterEach(async () => {
      await this.#current?.dispose();
    });
  }

  get store(): EventStore {
    return this.#underTest.store;
  }

  get hasOwnClock(): boolean {
    return this.#underTest.hasOwnClock ?? false;
  }

  get isShared(): boolean {
    return this.#underTest.isShared ?? false;
  }

  /** What was said, to be compared: without checkpoints where they may be for what others wrote. */
  words(signals: readonly Signal[]): readonly string[] {
    return signals.filter(({ kind }) => !this.isShared || kind !== 'checkpoint').map(heard);
  }

  get #underTest(): StoreUnderTest {
    if (this.#current === null) throw new Error('a store exists only while a test runs');
    return this.#current;
  }
}

export function uuid(number: number): Uuid {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}` as Uuid;
}

const META: Meta = {
  recordedAt: '2026-09-21T10:00:00.000Z' as Instant,
  salt: '0123456789abcdef0123456789abcdef',
  commandId: uuid(1),
  commandHash: 'c'.repeat(64) as Sha256,
  correlationId: uuid(2),
  actor: { personRef: 'person-00000000-0000-4000-8000-000000000003' as PersonRef },
  auth: { issuer: 'test', assurance: 'none' },
};

export function event(number: number, data: JsonObject = { number }, type = 'Noted'): NewEvent {
  return { id: uuid(number), type, schema: 1, data, meta: META };
}

export function events(count: number, from = 1): NewEvent[] {
  return Array.from({ length: count }, (_, i) => event(from + i));
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

export async function idsOf(recorded: AsyncIterable<RecordedEvent>): Promise<Uuid[]> {
  return (await all(recorded)).map(({ id }) => id);
}

/** `Noted 3` for an event by its id, else the kind: what a subscription said, to be compared. */
export function heard(signal: Signal): string {
  if (signal.kind === 'event') return `event ${String(parseInt(signal.event.id.slice(-12), 16))}`;
  return signal.kind === 'checkpoint' ? `checkpoint ${String(+signal.position)}` : signal.kind;
}

/** Takes signals until one is the last wanted; `abort` ends the subscription like its owner would. */
export async function until(
  signals: AsyncIterator<Signal>,
  isLast: (signal: Signal) => boolean,
): Promise<Signal[]> {
  const taken: Signal[] = [];
  for (;;) {
    const next: IteratorResult<Signal, unknown> = await signals.next();
    if (next.done === true) return taken;
    taken.push(next.value);
    if (isLast(next.value)) return taken;
  }
}

export const isCaughtUp = (signal: Signal) => signal.kind === 'caughtUp';

export function isEvent(number: number): (signal: Signal) => boolean {
  return (signal) => signal.kind === 'event' && signal.event.id === uuid(number);
}
