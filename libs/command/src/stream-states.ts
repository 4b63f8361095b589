import type { Basis, EventStore, Position, RecordedEvent, Uuid } from '@tavolo/event-store';
import type { Command } from '@tavolo/kernel';
import { UpgradePending } from './errors.js';
import type { Aggregate, AnyEvent } from './request.js';
import type { Snapshot, Snapshots } from './snapshots.js';
import { upcast } from './upcasters.js';

const CACHED_STREAMS = 2_000;
const SNAPSHOT_AFTER_EVENTS = 200;

/** A folded stream. `contentRevision` is that of the last fact that edited content. */
export type StreamState<S> = Readonly<{
  state: S;
  revision: number;
  contentRevision: number;
  position: Position;
  eventId: Uuid;
  basis: Basis;
}>;

/** Folds streams: from the cache, else a snapshot, then the tail that the store has beyond it. */
export class StreamStates {
  readonly #store: EventStore;
  readonly #snapshots: Snapshots;
  /** In order of use, the longest unused first. */
  readonly #cache = new Map<string, StreamState<unknown>>();

  constructor(store: EventStore, snapshots: Snapshots) {
    this.#store = store;
    this.#snapshots = snapshots;
  }

  /** Null when there is no such stream. @throws UpgradePending */
  async load<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    stream: string,
  ): Promise<StreamState<S> | null> {
    const before = await this.#before(aggregate, stream);
    let folded = before;
    const fromRevision = (before?.revision ?? -1) + 1;
    for await (const event of this.#store.readStream(stream, { fromRevision })) {
      folded = fold(aggregate, folded, event);
    }
    if (!folded) return null;
    this.#keep(aggregate, stream, { folded, read: folded.revision - fromRevision + 1 });
    return folded;
  }

  /** As it stood at a position; from its beginning, past cache and snapshots. @throws UpgradePending */
  async upTo<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    stream: string,
    upTo: Position,
  ): Promise<StreamState<S> | null> {
    let folded: StreamState<S> | null = null;
    for await (const event of this.#store.readStream(stream)) {
      if (event.position > upTo) break;
      folded = fold(aggregate, folded, event);
    }
    return folded;
  }

  async #before<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    stream: string,
  ): Promise<StreamState<S> | null> {
    const cached = this.#cache.get(stream);
    if (cached) return cached as StreamState<S>;
    const snapshot = this.#snapshots.find(stream, aggregate.version);
    if (!snapshot || !(await this.#isOfThisLog(stream, snapshot))) return null;
    return snapshot as StreamState<S>;
  }

  /** A log that was restored, or is another instance's, has another event there or none. */
  async #isOfThisLog(stream: string, { revision, eventId }: Snapshot): Promise<boolean> {
    const options = { fromRevision: revision, max: 1 };
    for await (const event of this.#store.readStream(stream, options)) return event.id === eventId;
    return false;
  }

  #keep<S, C extends Command<string, object>, E extends AnyEvent>(
    aggregate: Aggregate<S, C, E>,
    stream: string,
    { folded, read }: { folded: StreamState<S>; read: number },
  ): void {
    this.#cache.delete(stream);
    this.#cache.set(stream, folded);
    const oldest = this.#cache.size > CACHED_STREAMS ? this.#cache.keys().next().value : undefined;
    if (oldest !== undefined) this.#cache.delete(oldest);
    const isDue = Math.floor(folded.revision / SNAPSHOT_AFTER_EVENTS) > 0 && read > 0;
    if (isDue && crosses(folded.revision, read)) {
      this.#snapshots.keep(stream, aggregate.version, folded);
    }
  }
}

/** True when the events just read passed a multiple of the snapshot distance. */
function crosses(revision: number, read: number): boolean {
  const before = revision - read;
  return Math.floor(revision / SNAPSHOT_AFTER_EVENTS) > Math.floor(before / SNAPSHOT_AFTER_EVENTS);
}

/** One more fact on a folded stream. @throws UpgradePending */
export function fold<S, C extends Command<string, object>, E extends AnyEvent>(
  aggregate: Aggregate<S, C, E>,
  before: StreamState<S> | null,
  recorded: RecordedEvent,
): StreamState<S> {
  const { decider, upcasters } = aggregate;
  refuseUnreadable(aggregate, recorded);
  const { type, data } = upcast(recorded, upcasters);
  const event = { type, data } as unknown as E;
  const { stream, revision, position, id: eventId } = recorded;
  const isContent = decider.isContent?.(event) === true;
  const lastContent = before ? before.contentRevision : -1;
  return {
    state: decider.evolve(before ? before.state : decider.initial, event),
    revision,
    contentRevision: isContent ? revision : lastContent,
    position,
    eventId,
    basis: { stream, revision },
  };
}

function refuseUnreadable<S, C extends Command<string, object>, E extends AnyEvent>(
  { eventTypes, upcasters }: Aggregate<S, C, E>,
  { stream, type, schema }: RecordedEvent,
): void {
  const newest = (upcasters?.[type]?.length ?? 0) + 1;
  const isKnown = eventTypes === undefined || eventTypes.includes(type);
  if (schema > newest || !isKnown) throw new UpgradePending(stream, type, schema);
}
