import type { EventStore, Position, RecordedEvent } from '@tavolo/event-store';
import type { CommandIndex, Earlier } from './command-index.js';
import type { Envelope } from './envelope.js';

const REMEMBERED = 10_000;
/** An index is mostly some events behind. */
const FIRST_PAGE = 4;
const LONGEST_PAGE = 256;

/**
 * Whether a person's command was given before: what this process answered, then the index of
 * the read model, then the tail of the stream that the index has not reached. No window, no age.
 */
export class RecentCommands {
  readonly #index: CommandIndex;
  readonly #store: EventStore;
  readonly #answered = new Map<string, Earlier>();

  constructor(index: CommandIndex, store: EventStore) {
    this.#index = index;
    this.#store = store;
  }

  /** Of all up to here `find` needs no stream. */
  get reached(): Position {
    return this.#index.position();
  }

  async find(envelope: Envelope, stream: string | null): Promise<Earlier | null> {
    const answered = this.#answered.get(keyOf(envelope));
    if (answered) return answered;
    const reached = this.#index.position();
    const indexed = await this.#index.find(envelope.by.person, envelope.commandId);
    if (indexed || stream === null) return indexed;
    return await this.#inTail(envelope, stream, reached);
  }

  remember(envelope: Envelope, earlier: Earlier): void {
    this.#answered.set(keyOf(envelope), earlier);
    const oldest =
      this.#answered.size > REMEMBERED ? this.#answered.keys().next().value : undefined;
    if (oldest !== undefined) this.#answered.delete(oldest);
  }

  async #inTail(envelope: Envelope, stream: string, reached: string): Promise<Earlier | null> {
    let first: Earlier | null = null;
    for await (const event of this.#tail(stream)) {
      if (event.position <= reached) break;
      if (isOf(event, envelope)) first = earlierOf(event, first);
    }
    return first;
  }

  /** Backwards, in pages: a store that is elsewhere sends all that it is asked for. */
  async *#tail(stream: string): AsyncGenerator<RecordedEvent> {
    let from: Readonly<{ fromRevision?: number }> = {};
    let max = FIRST_PAGE;
    for (;;) {
      let oldest = 0;
      for await (const event of this.#store.readStream(stream, { backwards: true, max, ...from })) {
        yield event;
        oldest = event.revision;
      }
      if (oldest === 0) return;
      from = { fromRevision: oldest - 1 };
      max = Math.min(2 * max, LONGEST_PAGE);
    }
  }
}

function keyOf({ by, commandId }: Envelope): string {
  return `${by.person} ${commandId}`;
}

function isOf({ meta }: RecordedEvent, { by, commandId }: Envelope): boolean {
  return meta.commandId === commandId && meta.actor.personRef === by.person;
}

/** Read backwards: position and revision are those of the command's last event, the id that of its first. */
function earlierOf({ meta, stream, revision, position, id }: RecordedEvent, later: Earlier | null) {
  const { commandHash, result = {} } = meta;
  const last = later ?? { revision, position };
  return {
    commandHash,
    result,
    stream,
    revision: last.revision,
    position: last.position,
    eventId: id,
  };
}
