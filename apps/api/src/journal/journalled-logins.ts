import { createHash } from 'node:crypto';
import { Authenticator, BadToken, cookieOf, CrossSite, SESSION_COOKIE } from '@tavolo/access';
import { IdentityUnavailable, LoginsClosedHere, NobodyHere } from '@tavolo/access';
import type { Asking, Principal } from '@tavolo/access';
import { currentRequest } from '../door/request-ids.js';
import type { Journal } from './journal.js';

/** Of tokens that were written down, so many are remembered; then they are written down anew. */
const REMEMBERED = 10_000;

/**
 * Writes down each token when it is first believed, and each login that is not good. Not each
 * request: who watches the journal must not learn from it when somebody laid in a paper.
 */
export class JournalledLogins extends Authenticator {
  readonly #seen = new Set<string>();

  constructor(
    private readonly logins: Authenticator,
    private readonly journal: Journal,
  ) {
    super();
  }

  override async principalOf(asking: Asking): Promise<Principal | null> {
    const { authorization, cookie } = asking.headers;
    const by = authorization === undefined ? 'session' : 'token';
    try {
      const principal = await this.logins.principalOf(asking);
      if (principal) this.#accepted(principal, authorization);
      else if (cookieOf(cookie, SESSION_COOKIE) !== null) this.#refused(by, 'SessionEnded');
      return principal;
    } catch (error) {
      this.#refused(by, reasonOf(error));
      throw error;
    }
  }

  /** A session was written down when it began. */
  #accepted({ person, auth: { issuer, assurance } }: Principal, authorization: unknown): void {
    if (typeof authorization !== 'string') return;
    const token = createHash('sha256').update(authorization).digest('base64url');
    if (this.#seen.has(token)) return;
    if (this.#seen.size >= REMEMBERED) this.#seen.clear();
    this.#seen.add(token);
    this.journal.note('login.accepted', {
      ...{ ...currentRequest(), by: 'token', person, issuer, assurance },
    });
  }

  #refused(by: 'session' | 'token', reason: string): void {
    this.journal.note('login.refused', { ...currentRequest(), by, reason });
  }
}

const REASONS = [
  [NobodyHere, 'NobodyHere'],
  [LoginsClosedHere, 'LoginsClosed'],
  [CrossSite, 'CrossSite'],
  [IdentityUnavailable, 'IdentityUnavailable'],
  [BadToken, 'BadToken'],
] as const;

/** A closed word, of the library where it says more than ours: what was sent is never quoted. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } };
  const code = String(cause?.code);
  if (error instanceof BadToken && /^ERR_[A-Z_]{1,60}$/u.test(code)) return code;
  return REASONS.find(([kind]) => error instanceof kind)?.[1] ?? 'Defect';
}
