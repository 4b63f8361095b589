import { BACKWARDS, END, excludeSystemEvents } from '@eventstore/db-client';
import { FORWARDS, START as FIRST, streamNameFilter } from '@eventstore/db-client';
import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import { START } from '../event-store.js';
import type { EventReader, EventStore, Position } from '../event-store.js';
import type { RecordedEvent, Signal, StreamMeta, StreamRead } from '../event-store.js';
import { matching } from '../filter.js';
import type { Connection } from './connection.js';
import { logPositionOf, positionOf } from './position.js';
import { recordedOf } from './shapes.js';
import { isOfTheServer, signalsOf } from './subscription.js';
import type { Line } from './subscription.js';

type StreamOptions = NonNullable<Parameters<EventStore['readStream']>[1]>;
type AllOptions = NonNullable<Parameters<EventStore['readAll']>[0]>;
type SubscribeOptions = Parameters<EventStore['subscribe']>[0];

/** The reading side of the port over EventStoreDB. */
export class EventStoreDbReader implements EventReader {
  constructor(private readonly server: Connection) {}

  /** From the leader: what is decided on must be the newest. */
  async *readStream(stream: string, options: StreamOptions = {}): StreamRead {
    const { max = Infinity, backwards = false } = options;
    this.server.mustBeOpen();
    if (max <= 0) return;
    const begin = () =>
      this.server.writing.readStream(this.server.onServer(stream), {
        direction: backwards ? BACKWARDS : FORWARDS,
        fromRevision: beginning(options),
        ...(Number.isFinite(max) && { maxCount: max }),
        ...this.server.asWriter,
      });
    for await (const { event } of this.server.each<ResolvedEvent>(begin)) {
      if (event) yield recordedOf(event, stream);
    }
  }

  async *readAll(options: AllOptions = {}): AsyncIterable<RecordedEvent> {
    const { max = Infinity, filter } = options;
    const isWanted = matching(filter);
    let left = max;
    if (left <= 0) return;
    for await (const event of this.#span(options)) {
      if (!isWanted(event)) continue;
      yield event;
      left -= 1;
      if (left <= 0) return;
    }
  }

  subscribe({ after = START, filter, signal }: SubscribeOptions): AsyncIterable<Signal> {
    const outer = [signal, this.server.closing];
    const line = this.#line();
    return {
      [Symbol.asyncIterator]() {
        const leaving = new AbortController();
        const ending = AbortSignal.any([...outer, leaving.signal]);
        const signals = signalsOf(line, { after, filter, ending });
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

  async head(): Promise<Position> {
    for await (const { position } of this.#all(START, true)) return position;
    return START;
  }

  async streamMeta(stream: string): Promise<StreamMeta> {
    const { writing, asWriter } = this.server;
    const name = this.server.onServer(stream);
    const { metadata } = await this.server.read(writing.getStreamMetadata(name, asWriter));
    const { maxCount, maxAge, truncateBefore } = metadata ?? {};
    return {
      ...(maxCount !== undefined && { maxCount }),
      ...(maxAge !== undefined && { maxAgeSeconds: maxAge }),
      ...(typeof truncateBefore === 'number' && { truncateBefore }),
    };
  }

  /** Forwards up to the head of the moment in which reading begins; backwards to the beginning. */
  async *#span({ after, backwards = false }: AllOptions): AsyncGenerator<RecordedEvent> {
    if (backwards) {
      // Nothing lies before the first event.
      if (after !== START) yield* this.#all(after ?? START, true);
      return;
    }
    const head = await this.head();
    for await (const event of this.#all(after ?? START, false)) {
      if (event.position > head) return;
      yield event;
    }
  }

  /** Ours of `$all`, forwards after a position or backwards before it; START has no end to it. */
  async *#all(from: Position, backwards: boolean): AsyncGenerator<RecordedEvent> {
    this.server.mustBeOpen();
    const begin = () =>
      this.server.reading.readAll({
        direction: backwards ? BACKWARDS : FORWARDS,
        fromPosition: logPositionOf(from) ?? (backwards ? END : FIRST),
        credentials: this.server.credentials,
      });
    for await (const { event } of this.server.each<AllStreamResolvedEvent>(begin)) {
      const stream = event ? this.server.nameOf(event.streamId) : null;
      // Forwards the server includes the position that it is given.
      if (!event || stream === null || isOfTheServer(event)) continue;
      if (positionOf(event.position) === from) continue;
      yield recordedOf(event, stream);
    }
  }

  #line(): Line {
    const { namespace, reading, credentials } = this.server;
    const ours =
      namespace === '' ? excludeSystemEvents() : streamNameFilter({ prefixes: [namespace] });
    return {
      open: (from, checkpoint) =>
        reading.subscribeToAll({
          fromPosition: from ?? FIRST,
          credentials,
          filter: {
            ...ours,
            ...{ checkpointInterval: 1, maxSearchWindow: 1024 },
            checkpointReached: (_subscription, position) => checkpoint(position),
          },
        }),
      nameOf: (stream) => this.server.nameOf(stream),
      pause: (attempt, ending) => this.server.waitFor(attempt, ending),
    };
  }
}

function beginning({ fromRevision, backwards = false }: StreamOptions) {
  if (fromRevision !== undefined) return BigInt(fromRevision);
  return backwards ? END : FIRST;
}
