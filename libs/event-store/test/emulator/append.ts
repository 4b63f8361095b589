import streams from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { status } from '@grpc/grpc-js';
import type { handleClientStreamingCall, sendUnaryData } from '@grpc/grpc-js';
import { CorruptIdempotency, WrongExpectedRevision } from '../../src/index.js';
import type { Appended, EventStore, ExpectedRevision, NewEvent } from '../../src/index.js';
import type { StreamMeta } from '../../src/index.js';
import type { Faults } from './faults.js';
import type { SystemEvents } from './system-events.js';
import { expectedIn, failure, nameOf, ordinalOf, refusal, STEP } from './wire.js';

type Append = handleClientStreamingCall<streams.AppendReq, streams.AppendResp>;
type House = Readonly<{
  engine: EventStore;
  faults: Faults;
  system: SystemEvents;
  port: () => number;
}>;
type Answer = sendUnaryData<streams.AppendResp>;
type Sent = Readonly<{
  stream: string;
  expected: ExpectedRevision;
  messages: readonly streams.AppendReq.ProposedMessage[];
}>;

/** Imitates `call-per-append` (2.2, 4): who gives credentials with a call gets this. */
export function appendService(house: House): Append {
  return (call, answer) => {
    const received: streams.AppendReq[] = [];
    call.on('data', (part: streams.AppendReq) => received.push(part));
    call.on('end', () => void handle(house, received, answer));
  };
}

async function handle(
  { engine, faults, system, port }: House,
  received: readonly streams.AppendReq[],
  answer: Answer,
): Promise<void> {
  const fault = faults.take('mute', 'late-acknowledgement', 'not-leader', 'unavailable', 'slow');
  if (fault === 'mute') return;
  if (fault === 'unavailable') {
    answer(failure(status.UNAVAILABLE, 'unavailable'));
    return;
  }
  if (fault === 'not-leader') {
    answer(notLeader(port()));
    return;
  }
  if (fault === 'slow') await faults.delay();
  try {
    const response = await write({ engine, system }, sentIn(received));
    if (fault === 'late-acknowledgement') answer(failure(status.UNAVAILABLE, 'unavailable'));
    else answer(null, response);
  } catch (error) {
    if (error instanceof WrongExpectedRevision) answer(null, conflict(error));
    // Imitates `partly-equal` (2.1, idempotency): the server knows, and answers with a conflict.
    else if (error instanceof CorruptIdempotency) answer(null, conflictAt(null));
    else answer(refusal(error));
  }
}

/** The leader is said to be where the call went: the client turns to it, and comes back. */
export function notLeader(port: number) {
  const leader = {
    ...{ 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': String(port) },
  };
  return failure(status.NOT_FOUND, 'not-leader', leader);
}

function sentIn(received: readonly streams.AppendReq[]): Sent {
  const options = received.find((part) => part.hasOptions())?.getOptions();
  return {
    stream: nameOf(options?.getStreamIdentifier()),
    expected: expectedIn(options),
    messages: received.flatMap((part) => part.getProposedMessage() ?? []),
  };
}

async function write(
  { engine, system }: Pick<House, 'engine' | 'system'>,
  { stream, expected, messages }: Sent,
): Promise<streams.AppendResp> {
  if (!stream.startsWith('$$')) {
    const before = await engine.head();
    const appended = await engine.append(stream, messages.map(eventIn), { expected });
    await system.written(stream, appended.revision - messages.length + 1);
    const isRepeat = appended.position <= before;
    return succeeded(appended.revision, isRepeat ? null : positionOf(appended, messages.length));
  }
  // Imitates `metadata-stream` (2.1, metadata): the last event of a stream of its own counts.
  const [message] = messages;
  await engine.setStreamMeta(stream.slice(2), message ? metaIn(message) : {});
  await system.set(stream.slice(2), message ? (jsonIn(message.getData_asU8()) as object) : {});
  return succeeded(0, null);
}

function metaIn(message: streams.AppendReq.ProposedMessage): StreamMeta {
  const set = jsonIn(message.getData_asU8()) as Readonly<Record<string, number | undefined>>;
  const { $maxCount: maxCount, $maxAge: maxAgeSeconds, $tb: truncateBefore } = set;
  return {
    ...(maxCount !== undefined && { maxCount }),
    ...(maxAgeSeconds !== undefined && { maxAgeSeconds }),
    ...(truncateBefore !== undefined && { truncateBefore }),
  };
}

function eventIn(message: streams.AppendReq.ProposedMessage): NewEvent {
  const { schema, ...meta } = jsonIn(message.getCustomMetadata_asU8()) as NewEvent['meta'] & {
    readonly schema: number;
  };
  return {
    id: message.getId()?.getString() as NewEvent['id'],
    type: message.getMetadataMap().get('type') ?? '',
    schema,
    data: jsonIn(message.getData_asU8()) as NewEvent['data'],
    meta,
  };
}

const jsonIn = (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8'));

/**
 * Imitates `position-of-append` (2.1, idempotency): of several events it begins at the first, and
 * of a repeat the server knows the revisions alone.
 */
function succeeded(
  revision: number,
  position: streams.AppendResp.Position | null,
): streams.AppendResp {
  const success = new streams.AppendResp.Success();
  success.setCurrentRevision(String(revision));
  if (position) success.setPosition(position);
  else success.setNoPosition(new shared.Empty());
  const response = new streams.AppendResp();
  response.setSuccess(success);
  return response;
}

function positionOf({ position: last }: Appended, events: number): streams.AppendResp.Position {
  const position = new streams.AppendResp.Position();
  position.setCommitPosition(ordinalOf(last));
  position.setPreparePosition(String(Number(ordinalOf(last)) - (events - 1) * STEP));
  return position;
}

const conflict = ({ actual }: WrongExpectedRevision): streams.AppendResp =>
  conflictAt(actual === 'noStream' ? null : actual);

/** Imitates `conflict` (2.1, expected revision): an answer, no error; it says where the stream is. */
function conflictAt(current: number | null): streams.AppendResp {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current === null) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  wrong.setExpectedAny(new shared.Empty());
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
}
