import { decodeJwt, errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { credentialOf } from './claim-mapping.js';
import type { ClaimMapping, Credential } from './claim-mapping.js';
import { keySetOf } from './issuer-keys.js';
import type { KeysOfIssuer } from './issuer-keys.js';

/** One issuer of tokens that this server believes, and what it believes of them. */
export type TrustedIssuer = Readonly<{
  /** Exactly as in `iss`. */
  issuer: string;
  /** What `aud` must name: this server. */
  audience: string;
  keys: KeysOfIssuer;
  /** One family (RS256 or ES256 or EdDSA …): a key is never used for another (RFC 8725 3.1). */
  algorithms: readonly string[];
  claims: ClaimMapping;
}>;

/** A token that proves nothing; whoever sent it signs in again. */
export class BadToken extends Error {}

/** Whether a token is good cannot be said now: the issuer's keys cannot be had. To be tried again. */
export class IdentityUnavailable extends Error {}

/** How far two clocks may be apart. */
export const CLOCK_TOLERANCE_S = 5;
/** Older tokens are refused whatever their `exp` says. */
const TOKEN_AGE_S_MAX = 3_600;
/** A longer text is no token, and is not even decoded. */
const TOKEN_CHARACTERS_MAX = 8_192;

/**
 * Checks access tokens (RFC 9068): signature by a key of the issuer, `typ`, issuer, audience,
 * times. Keys come from the issuer's own address alone, never from what the token names.
 */
export class TokenVerifier {
  readonly #trusted = new Map<string, TrustedIssuer & { readonly keySet: JWTVerifyGetKey }>();

  constructor(
    issuers: readonly TrustedIssuer[],
    private readonly now: () => Date = () => new Date(),
  ) {
    for (const issuer of issuers) this.trust(issuer);
  }

  /** Whose tokens are believed. */
  issuers(): readonly string[] {
    return [...this.#trusted.keys()];
  }

  /** Believes tokens of this issuer from now on. */
  trust(issuer: TrustedIssuer): void {
    this.#trusted.set(issuer.issuer, { ...issuer, keySet: keySetOf(issuer.issuer, issuer.keys) });
  }

  /** @throws BadToken, IdentityUnavailable */
  async verify(token: string): Promise<Credential> {
    const trusted = this.#issuerOf(token);
    const { issuer, audience, algorithms, claims, keySet } = trusted;
    try {
      const { payload } = await jwtVerify(token, keySet, {
        ...{ issuer, audience, algorithms: [...algorithms], typ: 'at+jwt' },
        ...{ clockTolerance: CLOCK_TOLERANCE_S, maxTokenAge: TOKEN_AGE_S_MAX },
        requiredClaims: ['exp', 'iat', 'sub'],
        currentDate: this.now(),
      });
      const credential = credentialOf(payload, claims);
      if (!credential) throw new BadToken('the token does not say who signed in');
      return credential;
    } catch (error) {
      throw worded(error);
    }
  }

  /** By the token's own word, which is then verified with that issuer's keys alone. */
  #issuerOf(token: string) {
    if (token.length > TOKEN_CHARACTERS_MAX) throw new BadToken('the token is too long');
    let issuer: string | undefined;
    try {
      ({ iss: issuer } = decodeJwt(token));
    } catch (error) {
      throw worded(error);
    }
    const trusted = this.#trusted.get(issuer ?? '');
    if (!trusted) throw new BadToken('the token is of no issuer that is trusted here');
    return trusted;
  }
}

/** Errors of the token are the sender's; all others are of the way to the issuer. */
function worded(error: unknown): Error {
  if (error instanceof BadToken) return error;
  const isOfToken =
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC';
  return isOfToken
    ? new BadToken('the token is not good', { cause: error })
    : new IdentityUnavailable('the keys of the issuer cannot be had', { cause: error });
}
