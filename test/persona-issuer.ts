import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TokenVerifier } from '@tavolo/access';
import { exportJWK, generateKeyPair } from 'jose';
import { demoClaims } from '../apps/api/src/demo/demo-issuer.js';
import { AUDIENCE, demoProvider } from '../apps/demo-issuer/src/provider.js';

/** The issuer of the demo in this process, for a server in this process that walks through time. */
export class PersonaIssuer {
  readonly tokens: TokenVerifier;

  private constructor(
    private readonly http: Server,
    issuer: string,
  ) {
    const keys = new URL(`${issuer}/jwks`);
    const trusted = {
      issuer,
      audience: AUDIENCE,
      algorithms: ['ES256'],
      claims: demoClaims,
      keys,
    };
    this.tokens = new TokenVerifier([trusted]);
  }

  static async start(): Promise<PersonaIssuer> {
    // Client and server share one event loop: while it is held up, no connection may grow old.
    const http = createServer({ keepAliveTimeout: 0 });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    const issuer = `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`;
    const { privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'ES256', use: 'sig' };
    const options = { issuer, cookieKey: 'test'.repeat(8), redirectUris: [`${issuer}/back`] };
    const provider = demoProvider({ ...options, jwks: { keys: [jwk] } });
    const answer = provider.callback();
    http.on('request', (request, response) => void answer(request, response));
    return new PersonaIssuer(http, issuer);
  }

  stop(): void {
    this.http.closeAllConnections();
    this.http.close();
  }
}
