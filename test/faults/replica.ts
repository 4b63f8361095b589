import { setTimeout as after } from 'node:timers/promises';
import { commandOf, NoSnapshots, StoreTransactions } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import type { RecordedEvent, Uuid } from '@tavolo/event-store';
import { EventStoreDbEventStore } from '@tavolo/event-store/eventstoredb';
import type { Instant, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { FixedClock, FixedInstance, LaggingIndex } from '../../libs/command/test/sums.js';
import { SumRequest, sums } from '../../libs/command/test/sums.js';

/** One command on one sum; its id is its own for ever. */
export type Given = Readonly<{ stream: string; id: number; type: 'Add' | 'Begin' }>;

const person = 'person-00000000-0000-4000-8000-000000000001' as PersonRef;
export const idOf = ({ id }: Given): Uuid =>
  `00000000-0000-4000-8000-${String(id).padStart(12, '0')}` as Uuid;

/** A command has five seconds; here they pass in a quarter of that, so that some are not enough. */
const SWIFT = 4;
const timing = {
  elapsedMs: () => performance.now() * SWIFT,
  pause: (ms: number) => after(ms / SWIFT),
  chance: Math.random,
};

/** One server of several: its own connection, its own index, filled by its own subscription. */
export class Replica {
  readonly #store: EventStoreDbEventStore;
  readonly #index = new LaggingIndex();
  readonly #transactions: StoreTransactions;
  readonly #leaving = new AbortController();
  readonly #following: Promise<void>;
  /** What its subscription was told, in that order. */
  readonly seen: RecordedEvent[] = [];

  constructor(connectionString: string) {
    const options = { connectionString, deadlineMs: 1_000, firstPauseMs: 1 };
    this.#store = new EventStoreDbEventStore(options);
    this.#transactions = new StoreTransactions({
      ...{ store: this.#store, index: this.#index, snapshots: new NoSnapshots(), timing },
      ...{ clock: new FixedClock(), instance: new FixedInstance() },
    });
    this.#following = this.#follow();
  }

  /** @throws what a server would say with an error: send it again */
  give(given: Given): Promise<Answer> {
    const asked = given.type === 'Begin' ? { type: given.type, data: {} } : ONE_MORE;
    const commandId = idOf(given);
    const request = new SumRequest(given.stream, asked, {
      ...{ commandId, correlationId: commandId, commandHash: 'a'.repeat(64) as Sha256 },
      ...{ by: { person, mandate: null, organisation: null }, basis: [] },
      ...{ auth: { issuer: 'test', assurance: 'none' }, today: '2030-01-01' as LocalDate },
      at: '2030-01-01T12:00:00.000Z' as Instant,
    });
    return this.#transactions.run(sums, request, () => ({ command: commandOf(request) }));
  }

  async close(): Promise<void> {
    this.#leaving.abort();
    await this.#following;
    await this.#store.close();
  }

  async #follow(): Promise<void> {
    for await (const signal of this.#store.subscribe({ signal: this.#leaving.signal })) {
      if (signal.kind !== 'event') continue;
      const { event } = signal;
      this.seen.push(event);
      const { commandHash, commandId, result = {} } = event.meta;
      const { stream, revision, position, id: eventId } = event;
      const earlier = { commandHash, result, stream, revision, position, eventId };
      this.#index.known.set(`${person} ${commandId}`, earlier);
      this.#index.reached = position;
    }
  }
}

const ONE_MORE = { type: 'Add', data: { n: 1 } } as const;
