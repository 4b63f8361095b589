const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0)$|\.localhost$/iu;

/**
 * Whether a server may believe an issuer at this address: over TLS, for plain HTTP can be listened
 * to, and on another machine, for an issuer of this one is a demo's, which believes everybody.
 */
export function isTrustworthyAddress(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol, hostname } = new URL(issuer);
  return protocol === 'https:' && !LOOPBACK.test(hostname);
}
