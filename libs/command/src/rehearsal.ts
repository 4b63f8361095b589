import { AsyncLocalStorage } from 'node:async_hooks';
import { START } from '@tavolo/event-store';
import type { NewEvent, RecordedEvent } from '@tavolo/event-store';
import type { Command } from '@tavolo/kernel';
import type { Earlier } from './command-index.js';
import type { Envelope } from './envelope.js';
import type { Aggregate, AnyEvent } from './request.js';
import { fold } from './stream-states.js';
import type { StreamState } from './stream-states.js';

const running = new AsyncLocalStorage<Rehearsal>();

/**
 * Commands that are decided and not appended. Each is decided on what the log holds and what the
 * commands rehearsed before it would have added, through the same door, handlers and deciders as
 * a real one; then everything is forgotten. It is kept in memory, about a kilobyte a stream.
 */
export class Rehearsal {
  readonly #streams = new Map<string, StreamState<unknown>>();
  readonly #answered = new Map<string, Earlier>();
  #facts: RecordedEvent[] = [];

  /** The one in which this asynchronous work is done; undefined where it is in earnest. */
  static get current(): Rehearsal | undefined {
    return running.getStore();
  }

  /** Whatever is asked of the gateway in this work is rehearsed. */
  run<T>(work: () => Promise<T>): Promise<T> {
    return running.run(this, work);
  }

  /** A stream as it would be; undefined where nothing rehearsed has touched it. */
  stateOf<S>(stream: string): StreamState<S> | undefined {
    return this.#streams.get(stream) as StreamState<S> | undefined;
  }

  /** What the same command answered before in this rehearsal. */
  earlier(envelope: Envelope): Earlier | undefined {
    return this.#answered.get(keyOf(envelope));
  }

  remember(envelope: Envelope, earlier: Earlier): void {
    this.#answered.set(keyOf(envelope), earlier);
  }

  /** The facts that would stand at the end of the stream. */
  add<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    stream: string,
    { found, events }: { found: StreamState<S> | null; events: readonly NewEvent[] },
  ): StreamState<S> | null {
    let folded = found;
    for (const event of events) {
      const revision = (folded?.revision ?? -1) + 1;
      const position = folded?.position ?? START;
      const fact: RecordedEvent = { ...event, stream, revision, position };
      folded = fold(aggregate, folded, fact);
      this.#facts.push(fact);
    }
    if (folded) this.#streams.set(stream, folded);
    return folded;
  }

  /** The facts that came about since this was last asked, for whoever plays what follows. */
  takeFacts(): readonly RecordedEvent[] {
    const facts = this.#facts;
    this.#facts = [];
    return facts;
  }
}

function keyOf({ by, commandId }: Envelope): string {
  return `${by.person} ${commandId}`;
}
