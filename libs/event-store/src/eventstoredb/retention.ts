import { eventTypeFilter, START as FIRST } from '@eventstore/db-client';
import type { RecordedEvent as Stored } from '@eventstore/db-client';
import type { EventReader, Position, ShortenedStream, Shortening } from '../event-store.js';
import type { Connection } from './connection.js';
import { answered } from './calls.js';
import { unavailable } from './failures.js';
import { logPositionOf } from './position.js';
import { itemsOf } from './subscription.js';

/** What the server writes of itself when a stream is to show less. */
const METADATA = '$metadata';
const TOMBSTONE = '$streamDeleted';
/** A soft deletion is a truncation before 2^63-1, which JSON reads as a float. */
const SOFTLY_DELETED = 2 ** 53;

type Metadata = Readonly<{ $maxCount?: unknown; $maxAge?: unknown; $tb?: unknown }>;

/**
 * Streams of ours that were given less to show after a position, by the events in which the server
 * keeps that: one reading of those alone, whatever the number of streams. The last one counts; where
 * it sets nothing any more, the stream is looked at, for a scavenge may have passed meanwhile.
 * @throws StoreUnavailable
 */
export async function shortenedOn(
  server: Connection,
  reader: Pick<EventReader, 'readStream'>,
  after: Position,
): Promise<ShortenedStream[]> {
  const last = new Map<string, readonly Shortening[]>();
  for await (const event of settingsOf(server, after)) {
    const isTombstone = event.type === TOMBSTONE;
    const stream = server.nameOf(isTombstone ? event.streamId : event.streamId.slice(2));
    if (stream === null) continue;
    last.set(stream, isTombstone ? ['tombstoned'] : shorteningsIn(event.data));
  }
  const found: ShortenedStream[] = [];
  for (const [stream, ways] of last) {
    const isLost = ways.length === 0 && (await beginsLate(reader, stream));
    const all: readonly Shortening[] = isLost ? ['lost'] : ways;
    found.push(...all.map((by) => ({ stream, by })));
  }
  return found;
}

/** What was set up to now, in its order. */
async function* settingsOf(server: Connection, after: Position): AsyncGenerator<Stored> {
  server.mustBeOpen();
  const { reading, credentials, closing, deadlineMs } = server;
  const items = itemsOf(
    (checkpoint) =>
      reading.subscribeToAll({
        fromPosition: logPositionOf(after) ?? FIRST,
        credentials,
        filter: eventTypeFilter({
          ...{ prefixes: [METADATA, TOMBSTONE], checkpointInterval: 1, maxSearchWindow: 1024 },
          checkpointReached: (_subscription, position) => checkpoint(position),
        }),
      }),
    closing,
  );
  try {
    for (;;) {
      const next = await answered(items.next(), deadlineMs);
      if (next.done === true) throw new Error('the subscription ended before it was caught up');
      const [item] = next.value;
      if ('event' in item) yield item.event;
      if ('marker' in item && item.marker === 'caughtUp') return;
    }
  } catch (error) {
    throw unavailable(error);
  } finally {
    // Not waited for: a server that has said nothing would keep it.
    void items.return(undefined).catch(() => undefined);
  }
}

function shorteningsIn(data: unknown): Shortening[] {
  if (typeof data !== 'object' || data === null) return [];
  const { $maxCount, $maxAge, $tb = 0 } = data as Metadata;
  return [
    ...((typeof $maxCount === 'number' ? ['maxCount'] : []) as Shortening[]),
    ...((typeof $maxAge === 'number' ? ['maxAge'] : []) as Shortening[]),
    ...truncationOf(Number($tb)),
  ];
}

function truncationOf(before: number): Shortening[] {
  if (before >= SOFTLY_DELETED) return ['deleted'];
  return before > 0 ? ['truncateBefore'] : [];
}

async function beginsLate(
  reader: Pick<EventReader, 'readStream'>,
  stream: string,
): Promise<boolean> {
  for await (const { revision } of reader.readStream(stream, { max: 1 })) return revision > 0;
  return false;
}
