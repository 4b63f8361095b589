import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { credentialOf } from '@tavolo/access';
import { BadConfig, configFrom } from './config.js';

const issuer = 'https://login.example.org';
const file = (content: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'tavolo-')), 'file.json');
  writeFileSync(path, content);
  return path;
};
const issuerOf = (env: NodeJS.ProcessEnv) => configFrom({ TAVOLO_ISSUER: issuer, ...env }).issuer;

describe('whom a server believes', () => {
  it('is the issuer that is named, whose keys it finds by itself', () => {
    expect(issuerOf({})).toMatchObject({
      ...{ issuer, audience: 'tavolo', algorithms: ['RS256'], keys: 'discovered' },
    });
  });

  it.each([
    'http://login.example.org',
    'https://localhost:4001',
    'https://127.0.0.1',
    'https://127.1.2.3',
    'https://[::1]:8443',
    'https://idp.localhost',
    'login.example.org',
  ])('is not %s: of this machine, in the clear, or no address', (address) => {
    expect(() => issuerOf({ TAVOLO_ISSUER: address })).toThrow(BadConfig);
  });

  it('is asked for, unless it is a demo, which believes nobody but itself', () => {
    expect(() => configFrom({})).toThrow('TAVOLO_ISSUER is not set');
    expect(configFrom({}, ['--demo']).issuer).toBeNull();
    expect(() => configFrom({ TAVOLO_ISSUER: issuer }, ['--demo'])).toThrow('believes no other');
  });

  it.each(['--demo', '--demo=empty'])('is never a demo in production: %s', (word) => {
    expect(() => configFrom({ NODE_ENV: 'production' }, [word])).toThrow('NODE_ENV is production');
  });

  it('may hand its keys over in a file', () => {
    expect(issuerOf({ TAVOLO_JWKS: file('{"keys":[{"kty":"EC"}]}') })?.keys).toStrictEqual({
      keys: [{ kty: 'EC' }],
    });
    expect(issuerOf({ TAVOLO_JWKS: `${issuer}/keys` })?.keys).toStrictEqual(
      new URL(`${issuer}/keys`),
    );
  });

  it.each([
    [{ TAVOLO_ALGORITHM: 'HS256' }, 'TAVOLO_ALGORITHM is HS256'],
    [{ TAVOLO_ALGORITHM: 'none' }, 'TAVOLO_ALGORITHM is none'],
    [{ TAVOLO_JWKS: file('{}') }, 'holds no JSON Web Key Set'],
    [{ TAVOLO_JWKS: '/no/such/file' }, 'cannot be read'],
    [{ TAVOLO_CLAIMS: file('[]x') }, 'cannot be read'],
    [{ TAVOLO_CLAIMS: file('3') }, 'is no JSON object'],
    [{ TAVOLO_CLAIMS: file('{"level":"acr"}') }, 'level is not known'],
    [{ TAVOLO_CLAIMS: file('{"assurances":{"SpidL2":"good"}}') }, 'good is no level'],
  ])('is not said by %p', (env, sentence) => {
    expect(() => issuerOf(env)).toThrow(sentence);
  });

  it('may name levels as SPID does', () => {
    const assurances = { 'https://www.spid.gov.it/SpidL2': 'substantial' };
    const claims = issuerOf({ TAVOLO_CLAIMS: file(JSON.stringify({ assurances })) })?.claims;
    expect(claims).toMatchObject({ subject: 'sub', assurance: 'acr', assurances });
  });

  it.each([
    ['https://www.spid.gov.it/SpidL1', 'low'],
    ['https://www.spid.gov.it/SpidL2', 'substantial'],
    ['https://www.spid.gov.it/SpidL3', 'high'],
    ['CIE_L1', 'low'],
    ['CIE_L2', 'substantial'],
    ['CIE_L3', 'high'],
    ['https://www.spid.gov.it/SpidL4', 'none'],
    [undefined, 'none'],
  ])('reads SPID and CIE behind a proxy by the example: %s is %s', (acr, assurance) => {
    const claims = issuerOf({ TAVOLO_CLAIMS: 'examples/identity/spid-cie.claims.json' })?.claims;
    const payload = { iss: issuer, sub: 'a-pairwise-subject', acr, auth_time: 1_790_000_000 };
    expect(claims && credentialOf(payload, claims)).toStrictEqual({
      ...{ issuer, subject: 'a-pairwise-subject', assurance, isService: false },
      authenticatedAt: '2026-09-21T14:13:20.000Z',
    });
  });
});
