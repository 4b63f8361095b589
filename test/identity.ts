import { DemoAccounts, plainClaims, TokenVerifier } from '@tavolo/access';
import { MemorySessions } from '@tavolo/private-store';
import type { PrivateStore } from '@tavolo/private-store';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { identityOf } from '../apps/api/src/identity.js';
import { sessionsFrom } from '../apps/api/src/session-settings.js';

/** As sure as the bodies of the house ask for. */
const claims = { ...plainClaims, assuranceWithout: 'substantial' } as const;
const ISSUER = 'https://issuer.example';
const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });

/** The header under which somebody acts, on a server that believes `testIdentity`. */
export async function bearer(person: string): Promise<Record<string, string>> {
  const token = await new SignJWT({ sub: person })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'test' })
    .setIssuer(ISSUER)
    .setAudience('tavolo')
    .setIssuedAt()
    .setExpirationTime('10 minutes')
    .sign(privateKey);
  return { authorization: `Bearer ${token}` };
}

/** Whom a server in this process believes: an issuer that names people by their references. */
export async function testIdentity(privateStore: PrivateStore) {
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' };
  const tokens = new TokenVerifier([
    {
      ...{ issuer: ISSUER, audience: 'tavolo', algorithms: ['ES256'], claims },
      keys: { keys: [jwk] },
    },
  ]);
  return signingIn(tokens, privateStore);
}

/** Tokens of whoever is believed, and sessions in memory. */
export function signingIn(tokens: TokenVerifier, privateStore: PrivateStore) {
  const kept = new MemorySessions();
  const settings = sessionsFrom({}, null);
  const accounts = new DemoAccounts(privateStore);
  const identity = identityOf({ accounts, kept, privateStore, settings, tokens });
  return { tokens, kept, ...identity };
}
