import { createLocalJWKSet, createRemoteJWKSet, customFetch } from 'jose';
import type { FetchImplementation, JSONWebKeySet, JWTVerifyGetKey } from 'jose';

/**
 * Where the keys of an issuer are: at an address (RFC 7517), at the address that the issuer's own
 * description names (OpenID Connect Discovery), or here, for a server without a way out.
 */
export type KeysOfIssuer = JSONWebKeySet | URL | 'discovered';

/** At most one fetch for unknown keys in this time: forged key ids cause no storm. */
const COOLDOWN_MS = 30_000;
const FETCH_TIMEOUT_MS = 3_000;
/** An issuer that does not answer is left alone for so long, whoever asks for its keys. */
const PAUSE_AFTER_FAILURE_MS = 2_000;
/** So long the known keys are good while the issuer cannot be reached; then nobody is let in. */
const KEYS_AGE_MS_MAX = 600_000;

/** The key that a token names, among those of its issuer and no others. */
export function keySetOf(issuer: string, keys: KeysOfIssuer): JWTVerifyGetKey {
  if (keys === 'discovered') return discovered(issuer);
  return keys instanceof URL ? fetched(keys, patient()) : createLocalJWKSet(keys);
}

function fetched(address: URL, fetching: FetchImplementation): JWTVerifyGetKey {
  return createRemoteJWKSet(address, {
    timeoutDuration: FETCH_TIMEOUT_MS,
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: KEYS_AGE_MS_MAX,
    [customFetch]: fetching,
  });
}

/** Asks the issuer once where its keys are; a failure is asked again, after a pause. */
function discovered(issuer: string): JWTVerifyGetKey {
  const fetching = patient();
  let found: Promise<JWTVerifyGetKey> | null = null;
  const find = async () => {
    const response = await fetching(
      `${issuer.replace(/\/$/u, '')}/.well-known/openid-configuration`,
      {
        ...{ headers: new Headers(), method: 'GET', redirect: 'manual' },
        signal: AbortSignal.timeout(FETCH_TIMEOUT_MS),
      },
    );
    const { issuer: own, jwks_uri: address } = (await response.json()) as Record<string, unknown>;
    if (own !== issuer || typeof address !== 'string') {
      throw new Error('the description is not that of the issuer');
    }
    return fetched(new URL(address), fetching);
  };
  return async (header, token) => {
    found ??= find();
    try {
      return await (
        await found
      )(header, token);
    } catch (error) {
      if ((await Promise.allSettled([found]))[0].status === 'rejected') found = null;
      throw error;
    }
  };
}

/** The cool-down of the library begins with a success; this one begins with a failure. */
function patient(): FetchImplementation {
  let notBeforeMs = 0;
  return async (url, options) => {
    if (performance.now() < notBeforeMs) throw new Error('the issuer did not answer just now');
    try {
      const response = await fetch(url, options);
      if (response.ok) return response;
      throw new Error(`the issuer answered ${String(response.status)}`);
    } catch (error) {
      notBeforeMs = performance.now() + PAUSE_AFTER_FAILURE_MS;
      throw error;
    }
  };
}
