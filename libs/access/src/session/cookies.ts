/**
 * `__Host-`: a browser takes it only over a safe connection, for this host and all of it, so that no
 * neighbouring host can plant one. Chromium and Firefox hold the loopback address to be safe.
 */
export const SESSION_COOKIE = '__Host-tavolo';
/** What a browser keeps of a login that is under way. */
export const LOGIN_COOKIE = '__Host-tavolo-login';

/** Lax, not Strict: the browser comes back from the issuer by a link of another site. */
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Gives a browser a cookie, until it is closed or for so long. */
export function cookie(name: string, value: string, seconds?: number): string {
  const age = seconds === undefined ? '' : `; Max-Age=${String(seconds)}`;
  return `${name}=${value}; ${ATTRIBUTES}${age}`;
}

/** Takes it away again. */
export function noCookie(name: string): string {
  return cookie(name, '', 0);
}

/** The value of a cookie; null where the browser sent none, or two of one name. */
export function cookieOf(header: unknown, name: string): string | null {
  if (typeof header !== 'string') return null;
  const named = header
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  const [only] = named;
  return only === undefined || named.length > 1 ? null : only.slice(name.length + 1);
}
