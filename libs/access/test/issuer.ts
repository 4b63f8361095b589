import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';

/** Says what is to be in a token beside what a good one has; `undefined` leaves a claim out. */
export type Said = Readonly<{
  header?: Readonly<Record<string, unknown>>;
  claims?: Readonly<Record<string, unknown>>;
  /** Signs with the first key unless another is named. */
  key?: number;
}>;

/** An issuer on the loopback address with keys of its own, which it can change and withhold. */
export class TestIssuer {
  readonly #keys: { readonly jwk: JWK; readonly privateKey: CryptoKey }[] = [];
  #published: readonly number[] = [0];
  #isDown = false;
  fetches = 0;
  /** What it says of itself beside what is true. */
  said: Readonly<Record<string, unknown>> = {};
  /** What was sent for codes, one after another. */
  readonly forms: URLSearchParams[] = [];
  /** The `Authorization` that went with it. */
  readonly proofs: (string | undefined)[] = [];
  /** The ID token that it gives for the next code. */
  idToken = '';

  private constructor(private readonly server: Server) {}

  static async start(keys = 2): Promise<TestIssuer> {
    const server = createServer();
    const issuer = new TestIssuer(server);
    for (const index of Array.from({ length: keys }).keys()) {
      const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
      const jwk = { ...(await exportJWK(publicKey)), kid: `key-${String(index)}`, alg: 'ES256' };
      issuer.#keys.push({ jwk, privateKey });
    }
    server.on('request', (request, response) => {
      const { url = '' } = request;
      if (url === '/token') {
        issuer.proofs.push(request.headers.authorization);
        request.on('data', (bytes: Buffer) =>
          issuer.forms.push(new URLSearchParams(String(bytes))),
        );
      }
      if (url.startsWith('/keys-moved')) {
        response.writeHead(302, { location: `${issuer.url}/keys` }).end();
        return;
      }
      issuer.fetches += 1;
      response.statusCode = issuer.#isDown ? 500 : 200;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(issuer.#answerTo(url)));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return issuer;
  }

  /** Of itself, for a code, or its keys. */
  #answerTo(path: string): object {
    if (path === '/token')
      return { access_token: 'a', token_type: 'Bearer', id_token: this.idToken };
    if (!path.includes('openid-configuration')) {
      return { keys: this.#published.map((at) => this.jwk(at)) };
    }
    const places = { token_endpoint: `${this.url}/token`, jwks_uri: `${this.url}/keys` };
    const known = { issuer: this.url, authorization_endpoint: `${this.url}/login`, ...places };
    return { ...known, ...this.said };
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  jwk(at: number): JWK {
    const found = this.#keys[at];
    if (!found) throw new Error(`the issuer has no key ${String(at)}`);
    return found.jwk;
  }

  publish(...keys: readonly number[]): void {
    this.#published = keys;
  }

  fail(isDown = true): void {
    this.#isDown = isDown;
  }

  /** A good access token for the audience `tavolo`, but for what is said. */
  async token(subject: string, { header = {}, claims = {}, key = 0 }: Said = {}): Promise<string> {
    const now = Math.floor(Date.now() / 1_000);
    const good = { iss: this.url, aud: 'tavolo', sub: subject, iat: now, exp: now + 300 };
    const { privateKey } = this.#keys[key] ?? {};
    if (!privateKey) throw new Error(`the issuer has no key ${String(key)}`);
    const said: Readonly<Record<string, unknown>> = { ...good, ...claims };
    const payload = Object.fromEntries(
      Object.entries(said).filter(([, value]) => value !== undefined),
    ) as JWTPayload;
    const { kid = '' } = this.jwk(key);
    return await new SignJWT(payload)
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid, ...header })
      .sign(privateKey);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
