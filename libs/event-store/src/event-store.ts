import type { Brand, Instant, Json, MandateRef, OrganisationId } from '@tavolo/kernel';
import type { PersonRef, Sha256 } from '@tavolo/kernel';

/** Adapter-opaque; comparing two as text gives their order in the log. Belongs to one store. */
export type Position = Brand<string, 'Position'>;
export type Uuid = Brand<string, 'Uuid'>;
export type JsonObject = Readonly<Record<string, Json | undefined>>;

/** Before the first event of every log: `readAll({ after: START })` reads all. */
export const START = '' as Position;

/** A stream at a revision: what a decision was grounded on. */
export type Basis = Readonly<{ stream: string; revision: number }>;

/** A document named by an act, with the protocol entry it bears, if it has one. */
export type DocumentRef = Readonly<{
  sha256: Sha256;
  protocolNo?: string;
  protocolDate?: string;
}>;

/**
 * What is known of an event beside its fact. `recordedAt` comes from Tavolo's own clock at
 * the append and is the only time of recording that a rule or a query reads.
 * `salt`: 16 random bytes in hexadecimal, so that the hash of a short event tells nothing.
 */
export type Meta = Readonly<{
  recordedAt: Instant;
  salt: string;
  commandId: Uuid;
  commandHash: Sha256;
  /** Small: ids, numbers. What the first answer of the command held. */
  result?: JsonObject;
  correlationId: Uuid;
  /** The event that caused the command, for a command of a process. */
  causationId?: Uuid;
  actor: Readonly<{
    personRef: PersonRef;
    mandateRef?: MandateRef;
    organisationId?: OrganisationId;
  }>;
  auth: Readonly<{ issuer: string; assurance: string; authenticatedAt?: string }>;
  /**
   * The active policies, and those of them that let it happen. Of the founding alone none did;
   * what processes noted was without it at first, and stays readable.
   */
  policy?: Readonly<{ hash: Sha256; ids: readonly string[] }>;
  basis?: readonly Basis[];
  /** A text in the private store, by reference and salted hash: `<uuid>:<sha256>`. */
  reasonRef?: string;
  legalBasis?: readonly string[];
  authorisation?: string;
  documents?: readonly DocumentRef[];
  /** The day from which it has effect, where that is not the day of recording. */
  effectiveOn?: string;
  confidentiality?: 'public' | 'restricted' | 'secret';
}>;

export type NewEvent = Readonly<{
  id: Uuid;
  /** Past tense, never renamed: it is the storage format. */
  type: string;
  /** Shape number of the type, from 1; an upcaster lifts an older one. */
  schema: number;
  data: JsonObject;
  meta: Meta;
}>;

export type RecordedEvent = NewEvent &
  Readonly<{ stream: string; revision: number; position: Position }>;

/** The revision a writer saw. `any` and `streamExists` are not for the command path. */
export type ExpectedRevision = number | 'noStream' | 'streamExists' | 'any';

/** Category (`agreement`) or event-type prefixes: both stores can index these. */
export type Filter =
  | { readonly categories: readonly string[] }
  | { readonly typePrefixes: readonly string[] };

export type Appended = Readonly<{ revision: number; position: Position }>;

/** Empty for a stream that is not there, was deleted, or is closed for ever; never an exception. */
export type StreamRead = AsyncIterable<RecordedEvent>;

export type Signal =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  /** All up to here was looked at and nothing after the last event matched. */
  | { readonly kind: 'checkpoint'; readonly position: Position }
  | { readonly kind: 'caughtUp' }
  | { readonly kind: 'fellBehind' };

/**
 * What `readStream` shows of a stream; `readAll` and `subscribe` show everything all the same.
 * Age is measured by the store's own clock, never by `meta.recordedAt`.
 */
export type StreamMeta = Readonly<{
  maxCount?: number;
  maxAgeSeconds?: number;
  truncateBefore?: number;
}>;

/** By what a stream shows, or may one day hold, less than what was written to it. */
export type Shortening =
  | 'maxCount'
  | 'maxAge'
  | 'truncateBefore'
  | 'deleted'
  | 'tombstoned'
  /** Its first events are gone, by something that is no longer set. */
  | 'lost';

export type ShortenedStream = Readonly<{ stream: string; by: Shortening }>;

/**
 * The log: the one place where facts live.
 *
 * Promises: an append is atomic and, once it is acknowledged, durable; revisions of a stream
 * are 0, 1, 2 …; positions rise along the log; a reader never sees a position before all lower
 * ones; the same event ids at the same exact expected revision are one append, however often sent.
 * Does not promise: that positions have no gaps, or that positions of two stores compare.
 *
 * Streams are `<category>-<id>`, split at the first `-`; `$` and control characters are refused in names.
 * Data and meta are canonical JSON (RFC 8785), at most MAX_APPEND_BYTES for all events of one append.
 */
export abstract class EventStore {
  /**
   * One event or several, all or none. A `signal` that aborts ends the waiting, not the append.
   * @throws WrongExpectedRevision | StreamTombstoned | InvalidAppend | AppendTooLarge
   *    | NotCanonical | CorruptIdempotency | AppendOutcomeUnknown | StoreUnavailable
   */
  abstract append(
    stream: string,
    events: readonly NewEvent[],
    options: { readonly expected: ExpectedRevision; readonly signal?: AbortSignal },
  ): Promise<Appended>;

  /** `fromRevision` is inclusive, and where to begin: the oldest, or backwards the newest, to show. */
  abstract readStream(
    stream: string,
    options?: {
      readonly fromRevision?: number;
      readonly max?: number;
      readonly backwards?: boolean;
    },
  ): StreamRead;

  /** The log up to the head of the moment in which reading begins. */
  abstract readAll(options?: {
    /** Exclusive, in the direction of reading: backwards, what lies before it. */
    readonly after?: Position;
    readonly filter?: Filter;
    readonly max?: number;
    readonly backwards?: boolean;
  }): AsyncIterable<RecordedEvent>;

  /**
   * Everything after a position, then whatever comes, until the signal aborts or the store closes.
   * The reader sets the pace: no more than a page waits in memory however slow it is.
   */
  abstract subscribe(options: {
    readonly after?: Position;
    readonly filter?: Filter;
    readonly signal: AbortSignal;
  }): AsyncIterable<Signal>;

  /** Position of the last event, START for an empty log. */
  abstract head(): Promise<Position>;
  abstract streamMeta(stream: string): Promise<StreamMeta>;
  /** Replaces the whole; of a deleted stream it brings back what it shows. */
  abstract setStreamMeta(stream: string, meta: StreamMeta): Promise<void>;
  /** Soft: numbering goes on where it stopped. */
  abstract deleteStream(stream: string, expected: ExpectedRevision): Promise<void>;
  /**
   * Every stream that was given less to show after this position, each by each of its ways; a store
   * that keeps what streams show beside its log may name earlier ones too. @throws StoreUnavailable
   */
  abstract shortened(after?: Position): Promise<readonly ShortenedStream[]>;
  /** For ever. */
  abstract tombstone(stream: string, expected: ExpectedRevision): Promise<void>;
  abstract close(): Promise<void>;
}

/** What a projection needs: the log without the right to write. */
export type EventReader = Pick<EventStore, 'head' | 'readAll' | 'readStream' | 'subscribe'>;

/** UTF-8 bytes of data and meta of all events of one append. */
export const MAX_APPEND_BYTES = 1_000_000;

/** `actual` is an expected revision that would have passed. */
export class WrongExpectedRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: number | 'noStream',
  ) {
    super(`${stream} is at revision ${String(actual)}, not ${String(expected)}`);
  }
}

/** The stream was closed for ever: no append will pass again. */
export class StreamTombstoned extends Error {
  constructor(readonly stream: string) {
    super(`${stream} was closed for ever`);
  }
}

/** Nothing was written: a defect of the caller, never a matter of timing. */
export class InvalidAppend extends Error {}

/** Nothing was written: data and meta are over MAX_APPEND_BYTES. */
export class AppendTooLarge extends Error {
  constructor(
    readonly bytes: number,
    readonly limit = MAX_APPEND_BYTES,
  ) {
    super(`an append of ${String(bytes)} bytes is over the limit of ${String(limit)}`);
  }
}

/** Some of the events are already at that revision and others are not: two appends share ids. */
export class CorruptIdempotency extends Error {}

/** It may have been written. Repeat it with the same ids at the same revision until it is known. */
export class AppendOutcomeUnknown extends Error {}

/** Nothing was written. */
export class StoreUnavailable extends Error {}

/** The data file is damaged, or belongs to something else; it was left untouched. */
export class UnusableStore extends Error {}

/** Another process, or another part of this one, has the log open for writing. */
export class StoreInUse extends Error {
  constructor(readonly file: string) {
    super(
      `${file} is in use by another running Tavolo: stop that one first, or name another file.`,
    );
  }
}

/** `agreement` of `agreement-6f1c…`. */
export function categoryOf(stream: string): string {
  const dash = stream.indexOf('-');
  return dash < 0 ? stream : stream.slice(0, dash);
}
