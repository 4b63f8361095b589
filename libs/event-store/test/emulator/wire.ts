import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { Metadata, status } from '@grpc/grpc-js';
import type { ServiceError } from '@grpc/grpc-js';
import { StreamTombstoned, WrongExpectedRevision } from '../../src/index.js';
import type { ExpectedRevision, Position, RecordedEvent } from '../../src/index.js';

/** Between two events of ours lie positions for what the server writes of itself. */
export const STEP = 1_000;

/**
 * The embedded engines count their events; here a thousand times that number is commit and prepare
 * position.
 */
export const ordinalOf = (position: Position): string => String(Number(position) * STEP);

/** Of the last event of ours at or before it. */
export function positionAt(ordinal: string): Position {
  const number = Math.floor(Number(ordinal) / STEP);
  return (number <= 0 ? '' : String(number).padStart(20, '0')) as Position;
}

export function nameOf(identifier: shared.StreamIdentifier | undefined): string {
  return Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');
}

export function identifierOf(name: string): shared.StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name).toString('base64'));
  return identifier;
}

/** An event as the server reads it out: our `schema` lies in its metadata. */
export function eventOf(event: RecordedEvent): streams.ReadResp.ReadEvent {
  const { id, type, stream, revision, data, meta, schema, position } = event;
  const written = { ...meta, schema };
  const at = ordinalOf(position);
  return readEvent({ id, type, stream, revision, data, metadata: written, at });
}

type Written = Readonly<{
  id: string;
  type: string;
  stream: string;
  revision: number;
  data: object;
  metadata: object;
  /** Its number in the log. */
  at: string;
}>;

/** Imitates `both-positions` (2.1, checkpoints): every event has them. */
export function readEvent({ at, ...event }: Written): streams.ReadResp.ReadEvent {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(event.id);
  recorded.setId(id);
  recorded.setStreamIdentifier(identifierOf(event.stream));
  recorded.setStreamRevision(String(event.revision));
  recorded.setCommitPosition(at);
  recorded.setPreparePosition(at);
  recorded.getMetadataMap().set('type', event.type).set('content-type', 'application/json');
  recorded.setData(Buffer.from(JSON.stringify(event.data)).toString('base64'));
  recorded.setCustomMetadata(Buffer.from(JSON.stringify(event.metadata)).toString('base64'));
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(at);
  return read;
}

/** The part of an options message that says which revision the writer saw. */
type Expecting = Readonly<{
  getRevision(): string;
  hasAny(): boolean;
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
}>;

/** Imitates `expected-revision` (2.1, expected revision). */
export function expectedIn(options: Expecting | undefined): ExpectedRevision {
  if (!options || options.hasAny()) return 'any';
  if (options.hasNoStream()) return 'noStream';
  return options.hasStreamExists() ? 'streamExists' : Number(options.getRevision());
}

const NUMBERS = { any: '-2', noStream: '-1', streamExists: '-4' } as const;

/** Imitates `refusals` (2.2, channel): the server names them in the trailers; the code says little. */
export function refusal(error: unknown): Partial<ServiceError> {
  if (error instanceof StreamTombstoned) {
    return failure(status.FAILED_PRECONDITION, 'stream-deleted', { 'stream-name': error.stream });
  }
  if (error instanceof WrongExpectedRevision) {
    const { stream, expected, actual } = error;
    return failure(status.FAILED_PRECONDITION, 'wrong-expected-version', {
      'stream-name': stream,
      'expected-version': typeof expected === 'number' ? String(expected) : NUMBERS[expected],
      ...(typeof actual === 'number' && { 'actual-version': String(actual) }),
    });
  }
  if (isFailure(error)) return error;
  return { ...failure(status.UNKNOWN, 'unknown'), details: String(error) };
}

const isFailure = (error: unknown): error is Partial<ServiceError> =>
  typeof error === 'object' && error !== null && 'code' in error && 'details' in error;

export function failure(
  code: status,
  exception: string,
  trailers: Readonly<Record<string, string>> = {},
): Partial<ServiceError> {
  const metadata = new Metadata();
  metadata.set('exception', exception);
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details: exception, metadata };
}
