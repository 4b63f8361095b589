import { once } from 'node:events';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import type { handleServerStreamingCall, ServerWritableStream } from '@grpc/grpc-js';
import type { EventStore, RecordedEvent } from '../../src/index.js';
import { notLeader } from './append.js';
import type { Faults } from './faults.js';
import type { SystemEvent, SystemEvents } from './system-events.js';
import { eventOf, failure, identifierOf, nameOf } from './wire.js';
import { ordinalOf, positionAt, readEvent, refusal, STEP } from './wire.js';

type Read = handleServerStreamingCall<streams.ReadReq, streams.ReadResp>;
type Call = ServerWritableStream<streams.ReadReq, streams.ReadResp>;
type Options = streams.ReadReq.Options;
type House = Readonly<{
  engine: EventStore;
  faults: Faults;
  system: SystemEvents;
  port: () => number;
}>;

/** The connection is lost in the middle. */
class Broken extends Error {}

/** Said of a read that asks for the leader. */
class NotLeading extends Error {}

/** Reads of a stream and of `$all`, once or for ever. */
export function readService(house: House): Read {
  return (call) => {
    const options = call.request.getOptions();
    if (!options) throw new TypeError('a read without options');
    serve(house, call, options).then(
      () => call.end(),
      (error: unknown) => {
        call.emit('error', failureOf(error, house));
      },
    );
  };
}

function failureOf(error: unknown, { port }: House) {
  if (error instanceof Broken) return failure(status.UNAVAILABLE, 'unavailable');
  return error instanceof NotLeading ? notLeader(port()) : refusal(error);
}

async function serve(house: House, call: Call, options: Options): Promise<void> {
  if (options.hasSubscription()) {
    await follow(house, call, options);
    return;
  }
  const forLeader = call.metadata.get('requires-leader').includes('true');
  if (forLeader && house.faults.take('not-leader') !== null) throw new NotLeading();
  const fault = house.faults.take('mute', 'unavailable', 'no-json');
  if (fault === 'mute') {
    await new Promise(() => undefined);
    return;
  }
  if (fault === 'unavailable') throw new Broken();
  if (fault === 'no-json') {
    await readStream(house.engine, garbling(call), options);
    return;
  }
  if (options.hasStream()) await readStream(house.engine, call, options);
  else await readAll(house, call, options);
}

async function readStream(engine: EventStore, call: Call, options: Options): Promise<void> {
  const which = options.getStream();
  const stream = nameOf(which?.getStreamIdentifier());
  if (stream.startsWith('$$')) {
    await readMeta(engine, call, stream);
    return;
  }
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const from = which?.hasRevision() === true ? { fromRevision: Number(which.getRevision()) } : {};
  let isThere = false;
  for await (const event of engine.readStream(stream, {
    ...from,
    backwards,
    ...countOf(options),
  })) {
    isThere = true;
    await say(call, withEvent(event));
  }
  if (!isThere) await say(call, notFound(stream));
}

/** The metadata of a stream lies in a stream of its own, whose last event counts. */
async function readMeta(engine: EventStore, call: Call, stream: string): Promise<void> {
  const { maxCount, maxAgeSeconds, truncateBefore } = await engine.streamMeta(stream.slice(2));
  const set = { $maxCount: maxCount, $maxAge: maxAgeSeconds, $tb: truncateBefore };
  const data = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  if (Object.keys(data).length === 0) {
    await say(call, notFound(stream));
    return;
  }
  const response = new streams.ReadResp();
  response.setEvent(
    readEvent({
      ...{ id: '00000000-0000-4000-8000-000000000000', type: '$metadata', stream, revision: 0 },
      ...{ data, metadata: {}, at: '0' },
    }),
  );
  await say(call, response);
}

/** With what the server wrote of itself, in its place. */
async function readAll({ engine, system }: House, call: Call, options: Options): Promise<void> {
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const at = options.getAll()?.getPosition()?.getCommitPosition();
  let from = at === undefined ? null : Number(at);
  const events = engine.readAll({ ...beside(from, backwards), backwards, ...countOf(options) });
  // Imitates `inclusive-read` (2.2, positions): forwards the event at the position is read too;
  // backwards a position lies before its event.
  if (from !== null && !backwards) from -= 1;
  for await (const event of events) {
    const here = Number(ordinalOf(event.position));
    for (const own of system.between(from, here, backwards)) await say(call, withSystem(own));
    await say(call, withEvent(event));
    from = here;
  }
  for (const own of system.between(from, null, backwards)) await say(call, withSystem(own));
}

function beside(from: number | null, backwards: boolean) {
  if (from === null) return {};
  const ordinal = backwards ? Math.ceil(from / STEP) * STEP : from - 1;
  return { after: positionAt(String(ordinal)) };
}

/** Imitates `caught-up` (2.2, signals): what is there, the word that this is all, then what comes. */
async function follow({ engine, faults, system }: House, call: Call, options: Options) {
  const leaving = new AbortController();
  call.on('cancelled', () => leaving.abort());
  let at = Number(options.getAll()?.getPosition()?.getCommitPosition() ?? 0);
  const search = new Search(call, options);
  const tell = async (upTo: number | null) => {
    for (const own of system.between(at, upTo, false)) {
      at = own.at;
      if (isWanted(own, options)) await say(call, withSystem(own));
      await search.looked(at);
    }
  };
  await say(call, confirmation());
  const after = positionAt(String(at));
  for await (const signal of engine.subscribe({ after, signal: leaving.signal })) {
    if (signal.kind === 'caughtUp') {
      await tell(null);
      await search.isLive(at);
      await say(call, caughtUp());
    }
    if (signal.kind === 'fellBehind') await say(call, fellBehind());
    if (signal.kind !== 'event') continue;
    const here = Number(ordinalOf(signal.event.position));
    await tell(here);
    at = here;
    if (isWanted(signal.event, options) && (await isOver(call, signal.event, faults))) return;
    await search.looked(at);
  }
}

/**
 * Imitates `checkpoint` (2.1, filters; 2.2, 7): how far a filtered subscription has come, said after
 * so many records of the log, whoever they are for, and once more when it goes live.
 */
class Search {
  readonly #every: number;
  #records = 0;

  constructor(
    private readonly call: Call,
    options: Options,
  ) {
    const filter = options.getFilter();
    const window = (filter?.getMax() ?? 0) * (filter?.getCheckpointintervalmultiplier() ?? 0);
    this.#every = window > 0 ? window : Infinity;
  }

  async looked(at: number): Promise<void> {
    this.#records += 1;
    if (this.#records % this.#every === 0) await say(this.call, checkpoint(at));
  }

  async isLive(at: number): Promise<void> {
    if (this.#every !== Infinity && at > 0) await say(this.call, checkpoint(at));
  }
}

/** Says an event, with what goes wrong at it; true where the subscription is over then. */
async function isOver(call: Call, event: RecordedEvent, faults: Faults): Promise<boolean> {
  await say(call, withEvent(event));
  const fault = faults.take('duplicate', 'end-with-ok', 'error-in-mid-batch');
  if (fault === 'error-in-mid-batch') throw new Broken();
  if (fault === 'duplicate') await say(call, withEvent(event));
  return fault === 'end-with-ok';
}

type Named = Readonly<{ stream: string; type: string }>;

/**
 * Imitates `filter` (2.1, filters): what it lets through goes out alone, by prefixes of the stream or
 * the type, or a pattern of the type.
 */
function isWanted({ stream, type }: Named, options: Options): boolean {
  const filter = options.getFilter();
  const [ofStream, ofType] = [filter?.getStreamIdentifier(), filter?.getEventType()];
  const pattern = ofType?.getRegex() ?? '';
  return (
    beginsWith(stream, ofStream?.getPrefixList()) &&
    beginsWith(type, ofType?.getPrefixList()) &&
    (pattern === '' || new RegExp(pattern, 'u').test(type))
  );
}

function beginsWith(name: string, prefixes: readonly string[] = []): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix));
}

/** As if somebody else had written there. */
function garbling(call: Call): Call {
  const write = call.write.bind(call);
  call.write = (response: streams.ReadResp) => {
    response.getEvent()?.getEvent()?.setData(Buffer.from('{').toString('base64'));
    return write(response);
  };
  return call;
}

/** Imitates `back-pressure` (2.2, 9): a reader that is slow is waited for. */
async function say(call: Call, response: streams.ReadResp): Promise<void> {
  if (call.cancelled || call.destroyed) return;
  if (call.write(response)) return;
  const gone = new AbortController();
  const { signal } = gone;
  await Promise.race([once(call, 'drain', { signal }), once(call, 'cancelled', { signal })]);
  gone.abort();
}

function countOf(options: Options): Readonly<{ max?: number }> {
  const count = Number(options.getCount());
  return count > 0 && Number.isSafeInteger(count) ? { max: count } : {};
}

function withEvent(event: RecordedEvent): streams.ReadResp {
  const response = new streams.ReadResp();
  response.setEvent(eventOf(event));
  return response;
}

function withSystem({ type, stream, data, at }: SystemEvent): streams.ReadResp {
  const response = new streams.ReadResp();
  const id = '00000000-0000-4000-8000-000000000000';
  const written = { id, type, stream, revision: 0, data, metadata: {} };
  response.setEvent(readEvent({ ...written, at: String(at) }));
  return response;
}

function notFound(stream: string): streams.ReadResp {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifierOf(stream));
  const response = new streams.ReadResp();
  response.setStreamNotFound(missing);
  return response;
}

function confirmation(): streams.ReadResp {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId('1');
  const response = new streams.ReadResp();
  response.setConfirmation(confirmed);
  return response;
}

function checkpoint(at: number): streams.ReadResp {
  const reached = new streams.ReadResp.Checkpoint();
  reached.setCommitPosition(String(at));
  reached.setPreparePosition(String(at));
  const response = new streams.ReadResp();
  response.setCheckpoint(reached);
  return response;
}

function caughtUp(): streams.ReadResp {
  const response = new streams.ReadResp();
  response.setCaughtUp(new streams.ReadResp.CaughtUp());
  return response;
}

function fellBehind(): streams.ReadResp {
  const response = new streams.ReadResp();
  response.setFellBehind(new streams.ReadResp.FellBehind());
  return response;
}
