import { Authenticator } from '../identity/authenticator.js';
import type { Asking, Principal } from '../identity/authenticator.js';
import { cookieOf, SESSION_COOKIE } from './cookies.js';
import type { Sessions } from './sessions.js';

/** A page of another site asked in somebody's name, or nobody knows which page did. */
export class CrossSite extends Error {}

/** Requests that change nothing: a browser makes them for links, without saying from where. */
const READING = new Set(['GET', 'HEAD']);

/**
 * By a bearer token, or else by the session of a browser. A browser sends its cookie whoever asks
 * it to, so what can change something must come from a page of this server: `Origin` is exactly
 * its own, or absent while the browser says `Sec-Fetch-Site: same-origin`.
 */
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly bearers: Authenticator,
    private readonly sessions: Sessions,
    /** The public address; null for a server that answers its own machine only, over plain HTTP. */
    private readonly publicUrl: URL | null,
  ) {
    super();
  }

  /** @throws CrossSite beside what a token brings about */
  async principalOf(asking: Asking): Promise<Principal | null> {
    const { headers, method } = asking;
    if (headers.authorization !== undefined) return await this.bearers.principalOf(asking);
    const token = cookieOf(headers.cookie, SESSION_COOKIE);
    if (token === null) return null;
    if (!READING.has(method) && !isOfOwnPage(headers, this.publicUrl)) {
      throw new CrossSite('the request is of no page of this server');
    }
    const session = await this.sessions.use(token);
    if (!session) return null;
    const { id, person, issuer, assurance, authenticatedAt } = session;
    const auth = { issuer, assurance, ...(authenticatedAt !== null && { authenticatedAt }) };
    return { person, auth, session: { id, token } };
  }
}

/** Whether a page of this server made the request, by the word of the browser. */
export function isOfOwnPage(headers: Asking['headers'], publicUrl: URL | null): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return headers['sec-fetch-site'] === 'same-origin';
  const own = publicUrl ? publicUrl.origin : `http://${String(host)}`;
  return origin === own;
}
