import { once } from 'node:events';
import { Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { ClosedLogins } from '@tavolo/access';
import type { EventStore, Filter, Position, Signal } from '@tavolo/event-store';
import type { RequestContext } from '@tavolo/graphql';
import type { PersonRef } from '@tavolo/kernel';
import type { ReadModel } from '@tavolo/projection';
import type { PolicyReading } from '@tavolo/reading';
import { inRequest, newRequestId, REQUEST_ID } from '../door/request-ids.js';
import { localeOf } from '../graphql/request-contexts.js';
import type { Connection, RequestContexts } from '../graphql/request-contexts.js';
import { BadAsk, failureOf } from './failures.js';
import { auditFeed, messageOf } from './protocol.js';
import type { ReadLogRequest, ReadLogResponse } from './protocol.js';

type Call = ServerWritableStream<ReadLogRequest, ReadLogResponse>;

/** Each follows the log by itself. */
const CALLS_MAX = 32;
/** A token that has run out is noticed with the next event, but not asked for oftener. */
const ASKED_EVERY_MS = 1_000;
const REACH_WITHIN_MS = 10_000;
const POSITION = /^(?:\d{20}(?::\d{20})?)?$/u;

const TOO_MANY = new BadAsk(
  status.RESOURCE_EXHAUSTED,
  'In troppi leggono il registro: riprovare tra poco.',
  'Too many read the log: try again shortly.',
);
const NOBODY = new BadAsk(
  status.UNAUTHENTICATED,
  'Accedere prima: mandare authorization: Bearer <token>.',
  'Sign in first: send authorization: Bearer <token>.',
);
const LOGINS_CLOSED = new BadAsk(
  status.UNAUTHENTICATED,
  'Gli accessi di questa persona sono stati chiusi.',
  'The logins of this person were closed.',
);
const NO_POSITION = new BadAsk(
  status.INVALID_ARGUMENT,
  'after_position non è una posizione di questo registro: usare quella di un evento o di un checkpoint.',
  'after_position is no position of this log: send that of an event or of a checkpoint.',
);
const TWO_FILTERS = new BadAsk(
  status.INVALID_ARGUMENT,
  'categories e type_prefixes non vanno insieme: scegliere.',
  'categories and type_prefixes do not go together: choose.',
);

export type FeedParts = Readonly<{
  store: Pick<EventStore, 'subscribe'>;
  readModel: ReadModel;
  contexts: RequestContexts;
  reading: PolicyReading;
  closed: Pick<ClosedLogins, 'onClose'>;
  /** Of a demo: whoever looks reads what is not confidential without signing in. */
  isReadByAll: boolean;
}>;

/** The log over gRPC (ADR 33): to each as far as the policies let them read, event by event. */
export class Feed {
  readonly #server = new Server();
  readonly #closing = new AbortController();
  /** What ends the call of each who signed in, which waits for what comes. */
  readonly #held = new Map<AbortController, PersonRef>();
  #calls = 0;

  constructor(private readonly parts: FeedParts) {
    parts.closed.onClose((person) => {
      for (const [leaving, holder] of this.#held)
        if (holder === person) leaving.abort(LOGINS_CLOSED);
    });
    this.#server.addService(auditFeed().service, {
      readLog: (call: Call) => void this.#serve(call),
    });
  }

  /** On the loopback address, as all of the server. @throws Error for a port that is taken */
  async listen(port: number): Promise<number> {
    const address = `127.0.0.1:${String(port)}`;
    return await new Promise((resolve, reject) => {
      this.#server.bindAsync(address, ServerCredentials.createInsecure(), (error, bound) => {
        if (error) reject(error);
        else resolve(bound);
      });
    });
  }

  close(): void {
    this.#closing.abort();
    this.#server.forceShutdown();
  }

  async #serve(call: Call): Promise<void> {
    const headers = headersIn(call.metadata);
    const requestId = newRequestId();
    const metadata = new Metadata();
    metadata.set(REQUEST_ID, requestId);
    this.#calls += 1;
    const leaving = new AbortController();
    call.on('cancelled', () => leaving.abort());
    try {
      await inRequest(requestId, async () => {
        try {
          call.sendMetadata(metadata);
          await this.#read(call, { connectionParams: headers }, leaving);
          call.end();
        } catch (error) {
          call.emit('error', { ...failureOf(error, localeOf(headers)), metadata });
        }
      });
    } finally {
      this.#held.delete(leaving);
      this.#calls -= 1;
    }
  }

  async #read(call: Call, connection: Connection, leaving: AbortController): Promise<void> {
    if (this.#calls > CALLS_MAX) throw TOO_MANY;
    const { contexts, reading, isReadByAll, store } = this.parts;
    const context = await contexts.of(connection);
    if (!context.sender && !isReadByAll) throw NOBODY;
    if (context.sender) this.#held.set(leaving, context.sender.person);
    const { follow, ...asked } = call.request;
    const [after, filter] = [positionIn(asked), filterIn(asked)];
    const signal = AbortSignal.any([leaving.signal, this.#closing.signal]);
    // An auditor who reads what was leaves a trace before anything is shown.
    await reading.looksBack('log', context.moment, context);
    const teller = new Teller(this.parts, { call, connection, context });
    for await (const told of store.subscribe({ after, signal, ...(filter && { filter }) })) {
      await teller.tell(told);
      if (told.kind === 'caughtUp' && !follow) return;
    }
    if (leaving.signal.reason === LOGINS_CLOSED) throw LOGINS_CLOSED;
  }
}

type Listener = Readonly<{ call: Call; connection: Connection; context: RequestContext }>;

/** Tells one caller of the log, at their pace. */
class Teller {
  #askedAt = performance.now();
  /** Up to here nothing was for them, and they were not told so. */
  #passed: Position | null = null;

  constructor(
    private readonly parts: FeedParts,
    private readonly to: Listener,
  ) {}

  async tell(told: Signal): Promise<void> {
    if (told.kind === 'event') await this.#event(told.event);
    if (told.kind === 'checkpoint') this.#passed = told.position;
    if (told.kind === 'event' || told.kind === 'fellBehind') return;
    await this.#checkpoint();
    if (told.kind === 'caughtUp') await this.#write({ caughtUp: {} });
  }

  async #event(event: Extract<Signal, { kind: 'event' }>['event']): Promise<void> {
    const { readModel, reading } = this.parts;
    await this.#mustStillBeSignedIn();
    // Whether it may be told is a matter of what it brought about, too.
    await readModel.reach(event.position, REACH_WITHIN_MS);
    if (!(await reading.isOpenEvent(event, this.to.context))) {
      this.#passed = event.position;
      return;
    }
    this.#passed = null;
    await this.#write({ event: messageOf(event) });
  }

  async #checkpoint(): Promise<void> {
    if (this.#passed === null) return;
    const position = this.#passed;
    this.#passed = null;
    await this.#write({ checkpoint: { position } });
  }

  /** @throws GraphQLError UNAUTHENTICATED */
  async #mustStillBeSignedIn(): Promise<void> {
    if (performance.now() - this.#askedAt < ASKED_EVERY_MS) return;
    this.#askedAt = performance.now();
    await this.parts.contexts.holderOf(this.to.connection);
  }

  /** A caller who is slow is waited for: no more than the window of HTTP/2 lies in memory. */
  async #write(message: ReadLogResponse): Promise<void> {
    const { call } = this.to;
    if (call.cancelled || call.destroyed || call.write(message)) return;
    const gone = new AbortController();
    const { signal } = gone;
    await Promise.race([once(call, 'drain', { signal }), once(call, 'cancelled', { signal })]);
    gone.abort();
  }
}

/** What is not text or comes twice is as if it were not there. */
function headersIn(metadata: Metadata): Record<string, string> {
  const all = Object.entries(metadata.getMap());
  return Object.fromEntries(
    all.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function positionIn({ afterPosition }: Pick<ReadLogRequest, 'afterPosition'>): Position {
  if (!POSITION.test(afterPosition)) throw NO_POSITION;
  return afterPosition as Position;
}

function filterIn({ categories, typePrefixes }: Omit<ReadLogRequest, 'follow'>): Filter | null {
  if (categories.length > 0 && typePrefixes.length > 0) throw TWO_FILTERS;
  if (categories.length > 0) return { categories };
  return typePrefixes.length > 0 ? { typePrefixes } : null;
}
