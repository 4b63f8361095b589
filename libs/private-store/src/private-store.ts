import type { Instant, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';

/** What is kept of a document beside its bytes. */
export type DocumentInfo = Readonly<{
  sha256: Sha256;
  bytes: number;
  mediaType: string;
}>;

/** A link by which the calendar of a person is read; the secret in it is known by its hash only. */
export type CalendarLink = Readonly<{
  id: string;
  person: PersonRef;
  /** SHA-256 of the secret: who reads the store cannot read the calendar. */
  tokenSha256: Sha256;
  language: 'en' | 'it';
  createdAt: Instant;
}>;

/** That somebody read what is confidential, or as an auditor looked into the past. */
export type ReadingTrace = Readonly<{
  kind: 'confidential' | 'past';
  person: PersonRef;
  /** The mandate by which it was theirs to read. */
  mandate: MandateRef | null;
  /** The id of what was read; of a list its name in the schema. */
  object: string;
  /** The body whose matter it is; null where it is of none. */
  scope: string | null;
  /** Position of the moment that was looked at. */
  moment: string;
  at: Instant;
  /** In the reader's own words; null where none were given. */
  reason: string | null;
  requestId: string;
}>;

/** A trace as it was kept: `n` counts them. */
export type KeptTrace = ReadingTrace & Readonly<{ n: number }>;

/** Which traces: of one object, of one person, of a time, of these scopes; all unless told. */
export type TraceQuery = Readonly<{
  object?: string;
  person?: PersonRef;
  /** Traces of these bodies, and those that this person left; absent: every trace. */
  within?: Readonly<{ scopes: readonly string[]; own: PersonRef }>;
  /** Left at this instant or later. */
  since?: Instant;
  /** Left before this instant. */
  until?: Instant;
  /** Only those before this one. */
  before?: number;
  first: number;
}>;

/**
 * Whose a login is, and of which generation: so many times the logins of the person had been
 * discarded when it was bound.
 */
export type HeldAccount = Readonly<{ person: PersonRef; generation: number }>;

/** A login that becomes somebody's. */
export type AccountBinding = HeldAccount &
  Readonly<{
    /** The keyed hash of the login. */
    account: string;
    /** Only where no other login of this generation is bound to the person. */
    isFirst: boolean;
  }>;

/**
 * What must be erasable, secret or short-lived, and so must not be in the log.
 * Nothing in it is needed to replay a decision. What a call has answered survives a crash of the
 * process or of the machine, where the adapter keeps anything at all (`memory/` does not).
 */
export abstract class PrivateStore {
  /** Stores a name under a reference; the same reference again replaces it. */
  abstract putName(person: PersonRef, name: string): Promise<void>;
  /** One look-up for a whole page; a person that is not known or was erased is absent. */
  abstract names(people: readonly PersonRef[]): Promise<ReadonlyMap<PersonRef, string>>;

  /**
   * Keeps a free text that may speak of persons (a reason, a declaration of conflict).
   * Returns its reference `<uuid>:<salted sha256>`, which is all that goes into the log; the
   * hash is over the 16 bytes of the salt, kept beside the text, and the text in UTF-8.
   * `key` makes a repeat of the same command meet the same text. The same key with another text,
   * as of a command that was refused and comes again with another reason, is a text of its own.
   */
  abstract putText(key: string, text: string): Promise<string>;
  /** A text that is not known or was erased is absent. */
  abstract texts(refs: readonly string[]): Promise<ReadonlyMap<string, string>>;

  /**
   * Streams bytes in, hashing as they come; the same bytes are one document, whose first media
   * type stands. Never changed. What fails on the way, the content itself included, leaves nothing.
   * @throws DocumentTooLarge
   */
  abstract putDocument(
    content: AsyncIterable<Uint8Array>,
    about: { readonly mediaType: string; readonly maxBytes: number },
  ): Promise<DocumentInfo>;
  /** A document that is not known is absent. */
  abstract documents(hashes: readonly Sha256[]): Promise<ReadonlyMap<Sha256, DocumentInfo>>;
  /**
   * The bytes, or null when there is no such document. They are hashed again on their way out:
   * the last of them is not given where they are no longer those that were stored.
   * @throws DocumentDamaged
   */
  abstract readDocument(sha256: Sha256): Promise<AsyncIterable<Uint8Array> | null>;

  /** Keeps a new link. False, and nothing is kept, where there is one of its id or its secret. */
  abstract addCalendarLink(link: CalendarLink): Promise<boolean>;
  /** The links of a person, the oldest first. */
  abstract calendarLinks(person: PersonRef): Promise<readonly CalendarLink[]>;
  /** The link with this secret; null where there is none or it was revoked. */
  abstract calendarLinkBy(tokenSha256: Sha256): Promise<CalendarLink | null>;
  /** Forgets a link of this person at once and for ever. False where the person has none such. */
  abstract removeCalendarLink(person: PersonRef, id: string): Promise<boolean>;

  /**
   * Binds a login to a person, once; answers whom it is bound to. Null, and nothing is bound, where
   * it was to be the first of a person who has another: of several at one instant, on whatever
   * replicas, one is the first.
   */
  abstract bindAccount(binding: AccountBinding): Promise<HeldAccount | null>;
  /** Keeps a login under another keyed hash of it; nothing where it is not there, or was moved. */
  abstract moveAccount(from: string, to: string): Promise<void>;
  /** Null where the login is bound to nobody. */
  abstract accountHolder(account: string): Promise<HeldAccount | null>;
  /** Whether any login of this generation, or a later one, is bound to the person. */
  abstract hasAccount({ person, generation }: HeldAccount): Promise<boolean>;

  /** Adds to what was read by whom; it is on the disk before what was read is given. */
  abstract keepTraces(traces: readonly ReadingTrace[]): Promise<void>;
  /** The newest first, with how many there are in all. */
  abstract traces(
    query: TraceQuery,
  ): Promise<Readonly<{ traces: readonly KeptTrace[]; total: number }>>;

  /** Whose it is, by the id of the instance; null until it was bound. */
  abstract instanceId(): Promise<string | null>;
  /** Once and for ever; again for the same instance does nothing. @throws UnusablePrivateStore */
  abstract bindTo(instanceId: string): Promise<void>;

  /** A secret of this instance (32 bytes in hexadecimal), made at its first use: keys of HMACs. */
  abstract secret(name: string): Promise<string>;
  /** All there are by this name, the newest first: the first one is made where there is none. */
  abstract secrets(name: string): Promise<readonly [newest: string, ...before: string[]]>;
  /** Makes another by this name, which is the newest from then on; the others stay. */
  abstract renewSecret(name: string): Promise<void>;
  /** Lets go of the files; a second call does nothing. */
  abstract close(): Promise<void>;
}

/** The content went past the limit; nothing of it was kept. */
export class DocumentTooLarge extends Error {
  constructor(readonly maxBytes: number) {
    super(`the document is larger than ${String(maxBytes)} bytes`);
  }
}

/** The bytes of a known document are gone, or are no longer those that were stored. */
export class DocumentDamaged extends Error {
  constructor(
    readonly sha256: Sha256,
    options?: ErrorOptions,
  ) {
    super(`the document ${sha256} is not as it was stored: bring it back from a backup`, options);
  }
}

/** No private store of this program, or of a newer one, or another instance's; it was left untouched. */
export class UnusablePrivateStore extends Error {}

/**
 * The server of the private store does not answer. What it keeps is needed before an append and
 * after one, so whether a command was written is not known by this.
 */
export class PrivateStoreUnavailable extends Error {
  constructor(cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `the private store does not answer (${why}): see that PostgreSQL runs, and whether TAVOLO_POSTGRES and TAVOLO_POSTGRES_PASSING name it`,
      { cause },
    );
  }
}

/** There is no room on the disk of the private store; of what was to be written nothing is there. */
export class PrivateStoreFull extends PrivateStoreUnavailable {
  constructor(cause: unknown) {
    super(cause);
    this.message = 'the disk of the private store is full: make room on it';
  }
}
