import type { ExpectedRevision as Expected } from '@eventstore/db-client';
import { admit, checkExpected, checkName } from '../admission.js';
import type { Admitted } from '../admission.js';
import { AppendOutcomeUnknown, CorruptIdempotency, EventStore, START } from '../event-store.js';
import { StoreUnavailable, WrongExpectedRevision } from '../event-store.js';
import type { Appended, ExpectedRevision, NewEvent, Position } from '../event-store.js';
import type { RecordedEvent, ShortenedStream, Signal } from '../event-store.js';
import type { StreamMeta, StreamRead } from '../event-store.js';
import { Turnstile } from './calls.js';
import { Connection } from './connection.js';
import type { EventStoreDbOptions } from './connection.js';
import { appendFailure } from './failures.js';
import { isPosition, positionOf } from './position.js';
import { EventStoreDbReader } from './reader.js';
import { shortenedOn } from './retention.js';
import { expectedOf, proposedOf } from './shapes.js';

type AppendOptions = Parameters<EventStore['append']>[2];

/** The log in EventStoreDB (ADR 29): the port's promises, whatever the network does. */
export class EventStoreDbEventStore extends EventStore {
  readonly #server: Connection;
  readonly #reader: EventStoreDbReader;
  readonly #turnstile: Turnstile;
  readonly #closed: () => void;

  /** @throws UnusableStore with a sentence for a connection string that cannot be used */
  constructor(options: EventStoreDbOptions) {
    super();
    this.#server = new Connection(options);
    this.#reader = new EventStoreDbReader(this.#server);
    this.#turnstile = new Turnstile(options.inFlight ?? 256);
    this.#closed = options.closed ?? (() => undefined);
  }

  override async append(
    stream: string,
    events: readonly NewEvent[],
    { expected, signal }: AppendOptions,
  ): Promise<Appended> {
    this.#server.mustBeOpen();
    if (signal?.aborted === true) throw new StoreUnavailable('given up before it was sent');
    const admitted = admit(stream, events, expected);
    try {
      return await this.#turnstile.pass(() => this.#write(stream, admitted, expected));
    } catch (error) {
      const failure = appendFailure(error, { stream, expected, bytes: admitted.bytes });
      if (failure instanceof WrongExpectedRevision) {
        await this.#mustBeWhole(stream, admitted, expected);
      }
      throw failure;
    }
  }

  override readStream(
    stream: string,
    options?: Parameters<EventStore['readStream']>[1],
  ): StreamRead {
    return this.#reader.readStream(stream, options);
  }

  override readAll(options?: Parameters<EventStore['readAll']>[0]): AsyncIterable<RecordedEvent> {
    return this.#reader.readAll(options);
  }

  override subscribe(options: Parameters<EventStore['subscribe']>[0]): AsyncIterable<Signal> {
    return this.#reader.subscribe(options);
  }

  override head(): Promise<Position> {
    return this.#reader.head();
  }

  override streamMeta(stream: string): Promise<StreamMeta> {
    return this.#reader.streamMeta(stream);
  }

  override async setStreamMeta(stream: string, meta: StreamMeta): Promise<void> {
    const { maxCount, maxAgeSeconds: maxAge, truncateBefore } = meta;
    const metadata = {
      ...(maxCount !== undefined && { maxCount }),
      ...(maxAge !== undefined && { maxAge }),
      ...(truncateBefore !== undefined && { truncateBefore }),
    };
    const { writing, asWriter } = this.#server;
    await this.#change(stream, 'any', (name) =>
      writing.setStreamMetadata(name, metadata, asWriter),
    );
  }

  override async deleteStream(stream: string, expected: ExpectedRevision): Promise<void> {
    await this.#change(stream, expected, async (name) => {
      const expectedRevision = await this.#lastSeen(stream, expected);
      const { writing, asWriter } = this.#server;
      return writing.deleteStream(name, { expectedRevision, ...asWriter });
    });
  }

  override async tombstone(stream: string, expected: ExpectedRevision): Promise<void> {
    await this.#change(stream, expected, async (name) => {
      const expectedRevision = await this.#lastSeen(stream, expected);
      const { writing, asWriter } = this.#server;
      return writing.tombstoneStream(name, { expectedRevision, ...asWriter });
    });
  }

  override shortened(after = START): Promise<readonly ShortenedStream[]> {
    return shortenedOn(this.#server, this.#reader, after);
  }

  override async close(): Promise<void> {
    await this.#server.close();
    this.#closed();
  }

  async #write(stream: string, { events }: Admitted, expected: ExpectedRevision) {
    const { writing, asWriter } = this.#server;
    const options = { expectedRevision: expectedOf(expected), ...asWriter };
    const proposed = events.map(proposedOf);
    const { nextExpectedRevision, position } = await this.#server.fromLeader(() =>
      writing.appendToStream(this.#server.onServer(stream), proposed, options),
    );
    const revision = Number(nextExpectedRevision);
    // Of several events the answer need not name the last one's position.
    if (events.length === 1 && isPosition(position)) {
      return { revision, position: positionOf(position) };
    }
    return { revision, position: await this.#positionAt(stream, revision) };
  }

  /** What was written is there, whatever the reading of it comes to: said again, it is found. */
  async #positionAt(stream: string, revision: number): Promise<Position> {
    const unread = `${stream} was written, and cannot be read at ${String(revision)}`;
    try {
      const last = this.readStream(stream, { fromRevision: revision, max: 1 });
      for await (const { position } of last) return position;
    } catch (error) {
      throw new AppendOutcomeUnknown(unread, { cause: error });
    }
    throw new AppendOutcomeUnknown(unread);
  }

  /** A conflict may be two appends that share ids: then some of these are there, and others not. */
  async #mustBeWhole(stream: string, { events }: Admitted, expected: ExpectedRevision) {
    if (expected === 'any' || expected === 'streamExists') return;
    const fromRevision = expected === 'noStream' ? 0 : expected + 1;
    const there = this.readStream(stream, { fromRevision, max: events.length });
    const [first] = await Array.fromAsync(there);
    if (first?.id !== events[0]?.id) return;
    throw new CorruptIdempotency('some of these events are there already, and others are not');
  }

  async #change(
    stream: string,
    expected: ExpectedRevision,
    work: (name: string) => Promise<unknown>,
  ): Promise<void> {
    checkName(stream);
    checkExpected(expected);
    this.#server.mustBeOpen();
    try {
      await this.#server.fromLeader(() => work(this.#server.onServer(stream)));
    } catch (error) {
      throw appendFailure(error, { stream, expected, bytes: 0 });
    }
  }

  /** The client cannot ask for a stream to exist when it is ended: its last revision says as much. */
  async #lastSeen(stream: string, expected: ExpectedRevision): Promise<Expected> {
    if (typeof expected === 'number') return BigInt(expected);
    if (expected !== 'streamExists') return expected === 'any' ? 'any' : 'no_stream';
    for await (const { revision } of this.readStream(stream, { backwards: true, max: 1 })) {
      return BigInt(revision);
    }
    throw new WrongExpectedRevision(stream, expected, 'noStream');
  }
}
