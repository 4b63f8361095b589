import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Instant, PersonRef, Refusal, Sha256 } from '@tavolo/kernel';
import type { KeptSession, KeptSessions } from '@tavolo/private-store';
import type { Principal } from '../identity/authenticator.js';
import { FRESH_MINUTES, isFresh } from '../weight/freshness.js';
import { sessionRules } from './session.rules.js';

/** How long somebody stays signed in: without doing anything, and at the most. */
export type SessionLimits = Readonly<{ idleMs: number; absoluteMs: number }>;

/** Which of whose sessions this process has ended. */
export type Ended = Readonly<{ person: PersonRef; ids: readonly string[] }>;

/** 256 bits: it cannot be guessed, and is kept by its hash only. */
const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/u;
/** A session that is used all the time is written down once in this time. */
const NOTED_MS = 60_000;

/**
 * Who is signed in with a browser (ASVS 7.2 to 7.4). The browser holds a random text and nothing
 * else; a session ends by its person, by the administrator, or by one of its two limits. Time is
 * real time, on a demo too: it is no time of the body.
 */
export class Sessions {
  readonly #listeners = new Set<(ended: Ended) => void>();

  constructor(
    private readonly kept: KeptSessions,
    readonly limits: SessionLimits,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** A session under a token of its own, which is told this once. */
  async begin({ person, auth }: Principal): Promise<{ token: string; session: KeptSession }> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const at = this.#instant(0);
    const { issuer, assurance, authenticatedAt = null } = auth;
    const session = {
      ...{ id: randomUUID(), tokenSha256: hashOf(token), person, issuer, assurance },
      ...{ authenticatedAt: authenticatedAt as Instant | null, createdAt: at, seenAt: at },
    };
    await this.kept.removeOlder(this.#oldest());
    await this.kept.add(session);
    return { token, session };
  }

  /** The session of this token, which is used by being asked for; null where it is none, or ended. */
  async use(token: string): Promise<KeptSession | null> {
    const session = await this.look(token);
    if (!session || session.seenAt > this.#instant(-NOTED_MS)) return session;
    const seenAt = this.#instant(0);
    await this.kept.touch(session.id, seenAt);
    return { ...session, seenAt };
  }

  /** The same, without using it. */
  async look(token: string): Promise<KeptSession | null> {
    const session = TOKEN.test(token) ? await this.kept.find(hashOf(token)) : null;
    return session && this.#isOpen(session) ? session : null;
  }

  /** When it ends, if nobody does anything. */
  endOf({ createdAt, seenAt }: KeptSession): Instant {
    const { idleMs, absoluteMs } = this.limits;
    return earlier(later(createdAt, absoluteMs), later(seenAt, idleMs));
  }

  /** How long it lasts from now, in milliseconds: if nobody does anything, and at the most. */
  leftOf(session: KeptSession): { readonly ms: number; readonly atMostMs: number } {
    const now = this.now().getTime();
    const last = Date.parse(later(session.createdAt, this.limits.absoluteMs));
    return { ms: Date.parse(this.endOf(session)) - now, atMostMs: last - now };
  }

  /** The open ones of a person, the oldest first. */
  async of(person: PersonRef): Promise<readonly KeptSession[]> {
    return (await this.kept.of(person)).filter((session) => this.#isOpen(session));
  }

  /** Ends one of this person at once. Null where it is done; a refusal where there is none such. */
  async end(person: PersonRef, id: string): Promise<Refusal | null> {
    const isEnded = await this.kept.remove(person, id);
    if (!isEnded) return { ...sessionRules.SessionUnknown, details: { id } };
    this.#tell({ person, ids: [id] });
    return null;
  }

  /** Ends all of this person at once; says which. */
  async endAll(person: PersonRef): Promise<readonly string[]> {
    const ended: string[] = [];
    for (const { id } of await this.kept.of(person)) {
      if (await this.kept.remove(person, id)) ended.push(id);
    }
    this.#tell({ person, ids: ended });
    return ended;
  }

  /**
   * whoever found a browser that is signed in ends no other session of its person with it
   * (ASVS 7.5.2). Null where the login is fresh; one of unknown age is not.
   */
  staleness(auth: Principal['auth']): Refusal | null {
    if (this.isFresh(auth)) return null;
    return { ...sessionRules.SignInAnewToEnd, details: { minutes: FRESH_MINUTES } };
  }

  /** Whether whoever acts has signed in a short time ago: `FRESH_MINUTES`. */
  isFresh(auth: Principal['auth']): boolean {
    return isFresh(auth, { minutes: FRESH_MINUTES, now: this.now() });
  }

  /** Hears whenever this process has ended one. */
  onEnd(listener: (ended: Ended) => void): void {
    this.#listeners.add(listener);
  }

  #isOpen({ createdAt, seenAt }: KeptSession): boolean {
    const oldest = this.#oldest();
    return createdAt >= oldest.createdAt && seenAt >= oldest.seenAt;
  }

  #oldest(): { readonly createdAt: Instant; readonly seenAt: Instant } {
    const { idleMs, absoluteMs } = this.limits;
    return { createdAt: this.#instant(-absoluteMs), seenAt: this.#instant(-idleMs) };
  }

  #instant(addedMs: number): Instant {
    return new Date(this.now().getTime() + addedMs).toISOString() as Instant;
  }

  #tell(ended: Ended): void {
    for (const listener of this.#listeners) listener(ended);
  }
}

function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString() as Instant;
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

function hashOf(token: string): Sha256 {
  return createHash('sha256').update(token).digest('hex') as Sha256;
}
