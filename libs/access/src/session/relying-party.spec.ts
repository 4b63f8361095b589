import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { jwtVerify } from 'jose';
import { TestIssuer } from '../../test/issuer.js';
import type { Said } from '../../test/issuer.js';
import { plainClaims } from '../identity/claim-mapping.js';
import { IdentityUnavailable } from '../identity/token-verifier.js';
import { LoginFailed, RelyingParty } from './relying-party.js';
import type { Attempt } from './relying-party.js';

const CLIENT = 'tavolo-server';
const HOME = 'https://tavolo.example/session/callback';
const ASKED = { stepUp: null, maxAgeS: 3_600, isAnew: false } as const;

let issuer: TestIssuer;
let party: RelyingParty;

beforeEach(async () => {
  issuer = await TestIssuer.start();
  const client = { issuer: issuer.url, clientId: CLIENT, secret: null, algorithm: 'ES256' };
  party = new RelyingParty({ ...client, claims: plainClaims });
});
afterEach(() => issuer.stop());

/** Comes back with the code of a login that is good, but for what is said. */
async function cameBack(said: Said, search = ''): Promise<{ readonly subject: string }> {
  const { attempt } = await party.begin(HOME, ASKED);
  issuer.idToken = await issuer.token('ada', { ...said, ...idOf(attempt, said) });
  return await party.finish(search || `?code=c&state=${attempt.state}`, attempt);
}

function idOf({ nonce }: Attempt, { header, claims }: Said): Said {
  const now = Math.floor(Date.now() / 1_000);
  return {
    header: { typ: 'JWT', ...header },
    claims: { aud: CLIENT, nonce, auth_time: now, ...claims },
  };
}

describe('a login that comes back from the issuer', () => {
  it('says who signed in, where everything in it is of this server and this attempt', async () => {
    expect(await cameBack({})).toMatchObject({ issuer: issuer.url, subject: 'ada' });
  });

  it.each([
    ['with the nonce of another attempt', { nonce: 'another' }],
    ['without a nonce', { nonce: undefined }],
    ['for another audience', { aud: 'another-client' }],
    ['for two audiences, one of them unknown here', { aud: [CLIENT, 'another-client'] }],
    ['of another issuer', { iss: 'https://another.example' }],
    ['that is over', { exp: 1_000 }],
    ['without an end', { exp: undefined }],
    ['of nobody', { sub: undefined }],
  ])('is not good %s', async (_what, claims) => {
    await expect(cameBack({ claims })).rejects.toThrow(LoginFailed);
  });

  it('is not good when it was signed with a key that the issuer does not publish', async () => {
    await expect(cameBack({ key: 1 })).rejects.toThrow(LoginFailed);
  });

  it('is not good with the state of another attempt, or with an error in place of a code', async () => {
    await expect(cameBack({}, '?code=c&state=another')).rejects.toThrow(LoginFailed);
    await expect(cameBack({}, '?error=access_denied&state=another')).rejects.toThrow(LoginFailed);
  });
});

describe('an issuer', () => {
  it('that says it is another is not signed in with', async () => {
    issuer.said = { issuer: 'https://another.example' };
    await expect(party.begin(HOME, ASKED)).rejects.toThrow(IdentityUnavailable);
  });

  it('whose keys are said to be elsewhere is not followed there', async () => {
    issuer.said = { jwks_uri: `${issuer.url}/keys-moved` };
    await expect(cameBack({})).rejects.toThrow();
    issuer.said = {};
    party = new RelyingParty({
      ...{ issuer: issuer.url, clientId: CLIENT, secret: null, algorithm: 'ES256' },
      claims: plainClaims,
    });
    expect(await cameBack({})).toMatchObject({ subject: 'ada' });
  });
});

describe('how the server shows its issuer who it is', () => {
  it.each([
    ['ES256', () => generateKeyPairSync('ec', { namedCurve: 'P-256' })],
    ['Ed25519', () => generateKeyPairSync('ed25519')],
    ['PS256', () => generateKeyPairSync('rsa', { modulusLength: 2_048 })],
  ])('is a proof of a minute, signed for that login alone: %s', async (algorithm, made) => {
    const key = String(made().privateKey.export({ type: 'pkcs8', format: 'pem' }));
    const client = { issuer: issuer.url, clientId: CLIENT, secret: null, algorithm: 'ES256' };
    party = new RelyingParty({ ...client, key: () => key, claims: plainClaims });
    await cameBack({});
    await cameBack({});
    expect(issuer.proofs).toStrictEqual([undefined, undefined]);
    const proofs = issuer.forms.map((form) => form.get('client_assertion') ?? '');
    const read = await Promise.all(
      proofs.map((proof) =>
        jwtVerify(proof, createPublicKey(key), {
          ...{ algorithms: [algorithm], issuer: CLIENT, subject: CLIENT, audience: issuer.url },
          maxTokenAge: 60,
        }),
      ),
    );
    const [one, other] = read.map(({ payload }) => payload);
    expect(one?.jti).not.toBe(other?.jti);
    expect((one?.exp ?? Infinity) - (one?.iat ?? 0)).toBeLessThanOrEqual(60);
  });

  it('is a secret where it has one, and no key: the one that it has at that moment', async () => {
    let secret = 'geheim';
    const client = { issuer: issuer.url, clientId: CLIENT, algorithm: 'ES256' };
    party = new RelyingParty({ ...client, secret: () => secret, claims: plainClaims });
    await cameBack({});
    expect(issuer.proofs[0]).toMatch(/^Basic /u);
    secret = 'neu';
    await cameBack({});
    expect(atob((issuer.proofs[1] ?? '').slice('Basic '.length))).toMatch(/:neu$/u);
    expect(issuer.forms[0]?.has('client_assertion')).toBe(false);
  });
});

describe('whom an address wants to sign in', () => {
  it('is told to the issuer of a demo, and to no other', async () => {
    const client = { issuer: issuer.url, clientId: CLIENT, secret: null, algorithm: 'ES256' };
    const hinted = async () => {
      const { url } = await party.begin(HOME, { ...ASKED, hint: 'person-1' });
      return url.searchParams.get('login_hint');
    };
    party = new RelyingParty({ ...client, claims: plainClaims });
    expect(await hinted()).toBeNull();
    party.become({ ...client, claims: plainClaims }, new URL(HOME));
    expect(await hinted()).toBe('person-1');
  });
});

describe('the level that a server asks of everybody', () => {
  it('is asked of the issuer with every login, and a higher one where an act needs it', async () => {
    const claims = { ...plainClaims, assurances: { two: 'substantial', three: 'high' } } as const;
    const client = { issuer: issuer.url, clientId: CLIENT, secret: null, algorithm: 'ES256' };
    party = new RelyingParty({ ...client, claims });
    const asked = async (more: object) => {
      const { url } = await party.begin(HOME, { ...ASKED, ...more });
      return url.searchParams.get('acr_values');
    };
    expect(await asked({ least: 'substantial' })).toBe('two three');
    expect(await asked({ least: 'substantial', stepUp: 'high' })).toBe('three');
    expect(await asked({ least: 'high', stepUp: 'low' })).toBe('three');
    expect(await asked({})).toBeNull();
  });
});
