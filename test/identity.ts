import { generateKeyPairSync } from 'node:crypto';
import { ClosedLogins, DemoAccounts, plainClaims, TokenVerifier } from '@tavolo/access';
import type { ClaimMapping, TrustedIssuer } from '@tavolo/access';
import type { EventStore } from '@tavolo/event-store';
import { MemoryLeases, MemorySessions } from '@tavolo/private-store';
import type { PrivateStore } from '@tavolo/private-store';
import { exportJWK, SignJWT } from 'jose';
import { identityOf } from '../apps/api/src/sign-in/identity.js';
import { sessionsFrom } from '../apps/api/src/config/session-settings.js';

/** As sure as the bodies of the house ask for. */
const claims: ClaimMapping = {
  ...plainClaims,
  ...{ assurances: { low: 'low' }, assuranceWithout: 'substantial' },
};
const ISSUER = 'https://issuer.example';
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** How somebody signed in: at a level, and when, in seconds since 1970. */
export type Login = Readonly<{ acr?: 'low'; auth_time?: number }>;

/** The header under which somebody acts, on a server that believes `testIdentity`. */
export async function bearer(person: string, login: Login = {}): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await tokenOf({ sub: person, ...login })}` };
}

/** The token of a program: nobody signed in, so its subject is its client. */
export async function tokenOfProgram(client: string): Promise<string> {
  return await tokenOf({ sub: client, client_id: client });
}

async function tokenOf(claimed: Readonly<Record<string, number | string>>): Promise<string> {
  return await new SignJWT(claimed)
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'test' })
    .setIssuer(ISSUER)
    .setAudience('tavolo')
    .setIssuedAt()
    .setExpirationTime('10 minutes')
    .sign(privateKey);
}

/** Whom a server in this process believes: an issuer that names people by their references. */
export async function testIdentity(privateStore: PrivateStore, store: EventStore) {
  return signingIn(new TokenVerifier([await testIssuer()]), { privateStore, store });
}

/** The issuer of these tokens, for whoever is to believe it. */
export async function testIssuer(): Promise<TrustedIssuer> {
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' };
  const keys = { keys: [jwk] };
  return { issuer: ISSUER, audience: 'tavolo', algorithms: ['ES256'], claims, keys };
}

/** Tokens of whoever is believed, sessions in memory, and a replica that has no other beside it. */
export function signingIn(
  tokens: TokenVerifier,
  { privateStore, store }: Readonly<{ privateStore: PrivateStore; store: EventStore }>,
) {
  const kept = new MemorySessions();
  const settings = sessionsFrom({}, null);
  const closed = new ClosedLogins(store);
  const accounts = new DemoAccounts(privateStore, closed);
  const identity = identityOf({ accounts, closed, kept, privateStore, settings, tokens });
  const replica = { name: 'test', patienceMs: 10_000 };
  return { tokens, kept, leases: new MemoryLeases(), replica, ...identity };
}
