import { jsonEvent } from '@eventstore/db-client';
import type {
  AppendExpectedRevision,
  JSONEventData,
  RecordedEvent as Stored,
} from '@eventstore/db-client';
import type { AdmittedEvent } from '../admission.js';
import { START, UnusableStore } from '../event-store.js';
import type { ExpectedRevision, JsonObject, Meta } from '../event-store.js';
import type { RecordedEvent, Uuid } from '../event-store.js';
import { isPosition, positionOf } from './position.js';

/** What one event looks like on the server: `schema` lies in the metadata beside our own meta. */
type Metadata = Meta & Readonly<{ schema: number }>;

/**
 * An event as the client takes it. Data and meta were written as canonical JSON and read again
 * before: what the client cannot write (a BigInt, a cycle) would leave its call pending for ever.
 */
export function proposedOf({ id, type, schema, data, meta }: AdmittedEvent): JSONEventData {
  const metadata = { ...(JSON.parse(meta) as object), schema };
  return jsonEvent({ id, type, data: JSON.parse(data) as Record<string, unknown>, metadata });
}

/**
 * An event as the port gives it. The client hands over what it cannot read as JSON as it is, text
 * or bytes: an event of ours is an object in both parts.
 * @throws UnusableStore for one that is not
 */
export function recordedOf(stored: Stored, stream: string): RecordedEvent {
  const { id, type, revision, data, metadata, position } = stored;
  if (!isObject(data) || !isObject(metadata)) {
    throw new UnusableStore(
      `${stream} holds at revision ${revision.toString()} an event that Tavolo did not write: its data or metadata is no JSON object. Give Tavolo a namespace of its own, or look into the stream.`,
    );
  }
  const { schema, ...meta } = metadata as unknown as Metadata;
  return {
    ...{ id: id as Uuid, type, schema, stream, revision: Number(revision) },
    ...{ data: data as JsonObject, meta: meta },
    position: isPosition(position) ? positionOf(position) : START,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

/** What the writer saw, in the client's words. */
export function expectedOf(expected: ExpectedRevision): AppendExpectedRevision {
  if (typeof expected === 'number') return BigInt(expected);
  if (expected === 'any') return 'any';
  return expected === 'noStream' ? 'no_stream' : 'stream_exists';
}
