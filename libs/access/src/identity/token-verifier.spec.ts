import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { base64url, exportSPKI, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { TestIssuer } from '../../test/issuer.js';
import { plainClaims } from './claim-mapping.js';
import { BadToken, IdentityUnavailable, TokenVerifier } from './token-verifier.js';

let issuer: TestIssuer;
let verifier: TokenVerifier;

const trusted = (from: TestIssuer) => ({
  issuer: from.url,
  audience: 'tavolo',
  keys: new URL(`${from.url}/jwks`),
  algorithms: ['ES256'],
  claims: plainClaims,
});
const secondsFromNow = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

beforeEach(async () => {
  issuer = await TestIssuer.start();
  verifier = new TokenVerifier([trusted(issuer)]);
});
afterEach(() => issuer.stop());

describe('an access token', () => {
  it('that is good says who signed in, how surely and when', async () => {
    const claims = { auth_time: 1_790_000_000 };
    await expect(verifier.verify(await issuer.token('ada', { claims }))).resolves.toStrictEqual({
      issuer: issuer.url,
      subject: 'ada',
      assurance: 'low',
      authenticatedAt: '2026-09-21T14:13:20.000Z',
      isService: false,
    });
  });

  it.each([
    ['has expired', { exp: -6 }],
    ['has no expiry', { exp: undefined }],
    ['does not say when it was made', { iat: undefined }],
    ['was made too long ago, whatever its expiry', { iat: -3_700 }],
    ['is not valid yet', { nbf: 60 }],
    ['names nobody', { sub: undefined }],
    ['names nobody by an empty text', { sub: '' }],
    ['is for another audience', { aud: 'another' }],
    ['has no audience', { aud: undefined }],
    ['is of another issuer', { iss: 'https://issuer.example' }],
  ])('that %s is refused', async (_what, changed) => {
    const claims = Object.fromEntries(
      Object.entries(changed).map(([name, value]) => {
        return [name, typeof value === 'number' ? secondsFromNow(value) : value];
      }),
    );
    await expect(verifier.verify(await issuer.token('ada', { claims }))).rejects.toThrow(BadToken);
  });

  it('is good for five seconds longer than it says, for clocks differ', async () => {
    const claims = { exp: secondsFromNow(-3) };
    const { subject } = await verifier.verify(await issuer.token('ada', { claims }));
    expect(subject).toBe('ada');
  });

  it.each([
    ['an identity token', { typ: 'JWT' }],
    ['a token without a type', { typ: undefined }],
  ])('is not %s', async (_what, header) => {
    await expect(verifier.verify(await issuer.token('ada', { header }))).rejects.toThrow(BadToken);
  });

  it('is not one that nobody signed', async () => {
    const claims = { iss: issuer.url, aud: 'tavolo', sub: 'ada', iat: secondsFromNow(0) };
    const unsigned = new UnsecuredJWT({ ...claims, exp: secondsFromNow(60) }).encode();
    await expect(verifier.verify(unsigned)).rejects.toThrow(BadToken);
    const header = base64url.encode(JSON.stringify({ alg: 'none', typ: 'at+jwt' }));
    const forged = `${header}.${unsigned.split('.')[1] ?? ''}.`;
    await expect(verifier.verify(forged)).rejects.toThrow(BadToken);
  });

  it('is not one that was signed with the public key as if it were a secret', async () => {
    const key = (await importJWK({ ...issuer.jwk(0) }, 'ES256', {
      extractable: true,
    })) as CryptoKey;
    const secret = new TextEncoder().encode(await exportSPKI(key));
    const token = await new SignJWT({ sub: 'ada' })
      .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: 'key-0' })
      .setIssuer(issuer.url)
      .setAudience('tavolo')
      .setIssuedAt()
      .setExpirationTime('5 minutes')
      .sign(secret);
    await expect(verifier.verify(token)).rejects.toThrow(BadToken);
  });

  it('is not one that was changed on its way', async () => {
    const [header = '', , signature = ''] = (await issuer.token('ada')).split('.');
    const [, body = ''] = (await issuer.token('eva')).split('.');
    await expect(verifier.verify(`${header}.${body}.${signature}`)).rejects.toThrow(BadToken);
  });

  it.each(['', 'a', 'a.b.c', '....', '💥.💥.💥', 'x'.repeat(10_000)])(
    'is not the text %#',
    async (text) => {
      await expect(verifier.verify(text)).rejects.toThrow(BadToken);
    },
  );

  it('brings no key of its own', async () => {
    const other = await TestIssuer.start();
    try {
      const header = { jwk: other.jwk(0), jku: `${other.url}/jwks`, kid: 'key-0' };
      const claims = { iss: issuer.url };
      const token = await other.token('ada', { header, claims });
      await expect(verifier.verify(token)).rejects.toThrow(BadToken);
      expect(other.fetches).toBe(0);
    } finally {
      await other.stop();
    }
  });
});

describe('the keys of an issuer', () => {
  it('are fetched once for many tokens', async () => {
    const token = await issuer.token('ada');
    await Promise.all(Array.from({ length: 50 }, () => verifier.verify(token)));
    expect(issuer.fetches).toBe(1);
  });

  it('that are unknown, by the thousand, bring about no storm of fetches', async () => {
    await verifier.verify(await issuer.token('ada'));
    const forged = await Promise.all(
      Array.from({ length: 1_000 }, (_, n) =>
        issuer.token('ada', { header: { kid: `forged-${String(n)}` } }),
      ),
    );
    const answers = await Promise.allSettled(forged.map((token) => verifier.verify(token)));
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true);
    expect(issuer.fetches).toBe(1);
  });

  it('that cannot be had let nobody in, and the issuer is not pressed', async () => {
    issuer.fail();
    const token = await issuer.token('ada');
    for (const _ of Array.from({ length: 20 })) {
      await expect(verifier.verify(token)).rejects.toThrow(IdentityUnavailable);
    }
    expect(issuer.fetches).toBe(1);
  });

  it('that are said to be elsewhere are not fetched there', async () => {
    const keys = new URL(`${issuer.url}/keys-moved`);
    const sent = new TokenVerifier([{ ...trusted(issuer), keys }]);
    await expect(sent.verify(await issuer.token('ada'))).rejects.toThrow(IdentityUnavailable);
    expect(issuer.fetches).toBe(0);
  });

  it('that are known are good while the issuer is down', async () => {
    await verifier.verify(await issuer.token('ada'));
    issuer.fail();
    expect((await verifier.verify(await issuer.token('eva'))).subject).toBe('eva');
  });

  it('can be two at once, while one takes the place of the other', async () => {
    issuer.publish(0, 1);
    const subjects = [0, 1].map(async (key) => await issuer.token('ada', { key }));
    for (const token of subjects) {
      expect((await verifier.verify(await token)).subject).toBe('ada');
    }
  });

  it('are not those that it does not publish', async () => {
    await expect(verifier.verify(await issuer.token('ada', { key: 1 }))).rejects.toThrow(BadToken);
  });
});

describe('as time goes by', () => {
  const later = (seconds: number) => jest.setSystemTime(secondsFromNow(seconds) * 1_000);

  beforeEach(() => {
    // Only the date: what waits for an answer of the issuer goes on as ever.
    const others = ['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const;
    const timers = ['setImmediate', 'setInterval', 'setTimeout'] as const;
    const clearing = ['clearImmediate', 'clearInterval', 'clearTimeout'] as const;
    jest.useFakeTimers({ doNotFake: [...others, ...timers, ...clearing] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('a key that is new is found after the cool-down', async () => {
    await verifier.verify(await issuer.token('ada'));
    issuer.publish(1);
    await expect(verifier.verify(await issuer.token('ada', { key: 1 }))).rejects.toThrow(BadToken);
    later(31);
    expect((await verifier.verify(await issuer.token('ada', { key: 1 }))).subject).toBe('ada');
    await expect(verifier.verify(await issuer.token('ada'))).rejects.toThrow(BadToken);
    expect(issuer.fetches).toBe(2);
  });

  it('known keys are no longer good when the issuer was down for too long', async () => {
    await verifier.verify(await issuer.token('ada'));
    issuer.fail();
    later(590);
    expect((await verifier.verify(await issuer.token('ada'))).subject).toBe('ada');
    later(20);
    const token = await issuer.token('ada');
    await expect(verifier.verify(token)).rejects.toThrow(IdentityUnavailable);
  });
});

describe('a token of a program', () => {
  it('is told by its client, which is its subject, or by a claim that the issuer has for it', async () => {
    const isService = async (verifying: TokenVerifier, claims: object) =>
      (await verifying.verify(await issuer.token('app', { claims: { ...claims } }))).isService;
    expect(await isService(verifier, { client_id: 'app' })).toBe(true);
    expect(await isService(verifier, { client_id: 'console' })).toBe(false);
    expect(await isService(verifier, {})).toBe(false);
    const claims = { ...plainClaims, service: 'service_account' };
    const mapped = new TokenVerifier([{ ...trusted(issuer), claims }]);
    expect(await isService(mapped, { service_account: true })).toBe(true);
    expect(await isService(mapped, { client_id: 'console' })).toBe(false);
  });
});

describe('the level of a login behind a proxy for SPID and CIE', () => {
  const claims = {
    ...plainClaims,
    subject: 'tavolo_subject',
    assurances: {
      'https://www.spid.gov.it/SpidL1': 'low',
      'https://www.spid.gov.it/SpidL2': 'substantial',
      'https://www.spid.gov.it/SpidL3': 'high',
    },
    assuranceWithout: 'none',
  } as const;

  it.each([
    ['https://www.spid.gov.it/SpidL2', 'substantial'],
    ['https://www.spid.gov.it/SpidL3', 'high'],
    ['https://www.spid.gov.it/SpidL4', 'none'],
    [undefined, 'none'],
    [3, 'none'],
    ['__proto__', 'none'],
  ])('is translated: %s is %s', async (acr, assurance) => {
    const mapped = new TokenVerifier([{ ...trusted(issuer), claims }]);
    const token = await issuer.token('x', { claims: { acr, tavolo_subject: 'ada' } });
    expect(await mapped.verify(token)).toMatchObject({ subject: 'ada', assurance });
  });
});
