import { createPrivateKey } from 'node:crypto';
import { importPKCS8 } from 'jose';
import * as oidc from 'openid-client';
import type { Assurance, ClaimMapping, Credential } from '../identity/claim-mapping.js';
import { credentialOf, isAtLeast } from '../identity/claim-mapping.js';
import { IdentityUnavailable } from '../identity/token-verifier.js';

/** What this server is to its issuer: a client that signs people in with their browser. */
export type ClientOfIssuer = Readonly<{
  issuer: string;
  clientId: string;
  /**
   * Null for a client that proves itself by PKCE alone, or by its key. Asked for at each login: it
   * may be changed while the server runs.
   */
  secret: (() => string) | null;
  /**
   * A private key in PEM (PKCS #8), of which the issuer has the public half: with it the server
   * signs a new proof for each login (RFC 7523), and no secret is ever sent. In place of `secret`.
   */
  key?: () => string;
  /** With which the issuer signs its ID tokens. */
  algorithm: string;
  claims: ClaimMapping;
}>;

/** What a login has to come back with; the browser keeps it under seal. */
export type Attempt = Readonly<{
  state: string;
  nonce: string;
  verifier: string;
  redirectUri: string;
  /** A level that was asked for, with a proof that is fresh. */
  stepUp?: Assurance;
}>;

/** How the person is to prove who they are. */
type Asked = Readonly<{
  stepUp: Assurance | null;
  /** The lowest level that is let in at all. */
  least?: Assurance;
  /** The oldest proof that is good. */
  maxAgeS: number;
  /** By a login that is chosen now, whatever the issuer remembers. */
  isAnew: boolean;
  /** Whom a demo is asked to sign in; to no other issuer is told what an address says. */
  hint?: string | null;
}>;

/** The issuer, or what came back from it, did not sign anybody in. */
export class LoginFailed extends Error {}

/** The login is good and of a lower level than was asked for. */
export class LoginTooLow extends Error {}

const TIMEOUT_S = 3;
const RSA_BITS_MIN = 2_048;
const PAUSE_AFTER_FAILURE_MS = 2_000;
/** A proof that is asked for anew is at most this old when it comes back. */
const FRESH_S = 60;

/**
 * Signs people in with their browser: OpenID Connect authorization code, PKCE S256, state and
 * nonce, the signature of the ID token checked. Its tokens are read here once and kept nowhere.
 */
export class RelyingParty {
  #client: ClientOfIssuer | null = null;
  #found: Promise<oidc.Configuration> | null = null;
  #notBeforeMs = 0;
  #proof: string | null = null;
  #demoUrl: URL | null = null;

  /** Null for a server that signs nobody in with a browser. */
  constructor(client: ClientOfIssuer | null) {
    this.#client = client;
  }

  /** A demo that listens knows its issuer, and by which address it is known itself. */
  become(client: ClientOfIssuer, url: URL): void {
    this.#client = client;
    this.#found = null;
    this.#demoUrl = url;
  }

  /** The address of a demo; null for any other server, whose settings say it. */
  get demoUrl(): URL | null {
    return this.#demoUrl;
  }

  /** With whom people sign in; null where nobody does with a browser. */
  get issuer(): string | null {
    return this.#client?.issuer ?? null;
  }

  /** True where there is an issuer to sign in with. */
  get isReady(): boolean {
    return this.#client !== null;
  }

  /** Where to send the browser. @throws IdentityUnavailable */
  async begin(
    redirectUri: string,
    { stepUp, least = 'low', maxAgeS, isAnew, hint }: Asked,
  ): Promise<{ readonly url: URL; readonly attempt: Attempt }> {
    const [configuration, { claims }] = await this.#ready();
    const attempt = {
      ...{ state: oidc.randomState(), nonce: oidc.randomNonce(), redirectUri },
      verifier: oidc.randomPKCECodeVerifier(),
      ...(stepUp && { stepUp }),
    };
    const challenge = await oidc.calculatePKCECodeChallenge(attempt.verifier);
    const levels = levelsAsked(claims, stepUp, least);
    const url = oidc.buildAuthorizationUrl(configuration, {
      ...{ scope: 'openid', redirect_uri: redirectUri, state: attempt.state, nonce: attempt.nonce },
      ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      // Asked for always: an issuer that is asked says when the person signed in.
      max_age: String(stepUp ? FRESH_S : maxAgeS),
      ...(levels !== '' && { acr_values: levels }),
      // Whoever comes again may be somebody else, and a second login is another than the first.
      ...((isAnew || this.#demoUrl) && { prompt: 'login' }),
      ...(hint != null && this.#demoUrl && { login_hint: hint }),
    });
    return { url, attempt };
  }

  /** Who came back. @throws LoginFailed | LoginTooLow | IdentityUnavailable */
  async finish(search: string, attempt: Attempt): Promise<Credential> {
    const [configuration, { claims }] = await this.#ready();
    const { state, nonce, verifier, redirectUri, stepUp } = attempt;
    let said: oidc.IDToken | undefined;
    try {
      const tokens = await oidc.authorizationCodeGrant(
        configuration,
        new URL(`${redirectUri}${search}`),
        {
          ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
          ...(stepUp && { maxAge: FRESH_S }),
        },
      );
      said = tokens.claims();
    } catch (error) {
      throw isOfTheWay(error)
        ? new IdentityUnavailable('the issuer does not answer', { cause: error })
        : new LoginFailed('the login is not good', { cause: error });
    }
    const credential = said && credentialOf(said, claims);
    if (!credential) throw new LoginFailed('the login does not say who signed in');
    if (stepUp && !isAtLeast(credential.assurance, stepUp)) {
      throw new LoginTooLow('the login is of a lower level than was asked for');
    }
    return credential;
  }

  /** Where the browser signs out at the issuer too; null where the issuer has no such place. */
  async endUrl(returnTo: string): Promise<string | null> {
    try {
      const [configuration] = await this.#ready();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: returnTo }).href;
    } catch (error) {
      if (error instanceof IdentityUnavailable) return null; // Signed out here all the same.
      throw error;
    }
  }

  async #ready(): Promise<[oidc.Configuration, ClientOfIssuer]> {
    const client = this.#client;
    if (!client) throw new IdentityUnavailable('there is no issuer to sign in with');
    if (performance.now() < this.#notBeforeMs) {
      throw new IdentityUnavailable('the issuer did not answer just now');
    }
    // What proves who this server is may be changed while it runs: then the issuer is asked anew.
    const proof = (client.key ?? client.secret)?.() ?? null;
    if (proof !== this.#proof) this.#found = null;
    this.#proof = proof;
    this.#found ??= discovered(client);
    try {
      return [await this.#found, client];
    } catch (error) {
      this.#found = null;
      this.#notBeforeMs = performance.now() + PAUSE_AFTER_FAILURE_MS;
      throw new IdentityUnavailable('the issuer cannot be reached', { cause: error });
    }
  }
}

/** In the clear is the issuer of a demo alone: settings let no other in. */
function isPlain({ issuer }: ClientOfIssuer): boolean {
  return issuer.startsWith('http:');
}

async function discovered(client: ClientOfIssuer): Promise<oidc.Configuration> {
  const { issuer, clientId, algorithm } = client;
  return await oidc.discovery(
    new URL(issuer),
    clientId,
    { id_token_signed_response_alg: algorithm },
    await proofOf(client),
    {
      timeout: TIMEOUT_S,
      execute: [oidc.enableNonRepudiationChecks, ...(isPlain(client) ? [insecure] : [])],
    },
  );
}

/** How the server shows its issuer who it is. */
async function proofOf({ secret, key }: ClientOfIssuer): Promise<oidc.ClientAuth> {
  if (key === undefined) return secret === null ? oidc.None() : oidc.ClientSecretBasic(secret());
  const pem = key();
  return oidc.PrivateKeyJwt(await importPKCS8(pem, signatureOf(pem)));
}

/** What a key signs with. @throws Error for one that cannot be used, or that is weak */
export function signatureOf(pem: string): 'EdDSA' | 'ES256' | 'PS256' {
  const { asymmetricKeyType: type, asymmetricKeyDetails: details } = createPrivateKey(pem);
  if (type === 'ed25519') return 'EdDSA';
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'ES256';
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= RSA_BITS_MIN) return 'PS256';
  throw new Error('the key is of no kind that is used here');
}

/** Its library warns of what plain HTTP means elsewhere. */
// eslint-disable-next-line @typescript-eslint/no-deprecated
const insecure = oidc.allowInsecureRequests;

/** The higher of the two; empty where nothing but any login is asked for. */
function levelsAsked(claims: ClaimMapping, stepUp: Assurance | null, least: Assurance): string {
  const asked = stepUp && isAtLeast(stepUp, least) ? stepUp : least;
  return stepUp || isAtLeast(asked, 'substantial') ? levelsFrom(claims, asked) : '';
}

/** What the issuer calls this level and those above it, the lowest first. */
function levelsFrom({ assurances }: ClaimMapping, asked: Assurance): string {
  return Object.entries(assurances)
    .filter(([, level]) => isAtLeast(level, asked))
    .sort(([, one], [, other]) => (isAtLeast(one, other) ? 1 : -1))
    .map(([name]) => name)
    .join(' ');
}

/** What the way to the issuer, or its machine, has done; all other errors are of the login. */
function isOfTheWay(error: unknown): boolean {
  const { code } = error as { code?: string };
  if (code === undefined) return error instanceof TypeError; // As `fetch` says that it came to nobody.
  return code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM';
}
