import { exportSPKI, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import type { CryptoKey } from 'jose';
import { plainClaims } from '@tavolo/access';
import type { TrustedIssuer } from '@tavolo/access';
import type { TestIssuer } from '../../libs/access/test/issuer.js';

/** As a server believes it: its keys are asked for at its own address. */
export function trusted(issuer: TestIssuer): TrustedIssuer {
  const keys = new URL(`${issuer.url}/keys`);
  return {
    ...{ issuer: issuer.url, audience: 'tavolo', algorithms: ['ES256'], keys },
    claims: plainClaims,
  };
}

/** Tokens of an issuer that is believed, for somebody who is known, each bad in one way. */
export async function badTokens(
  issuer: TestIssuer,
  subject: string,
): Promise<Readonly<Record<string, string>>> {
  const now = Math.floor(Date.now() / 1_000);
  const withClaims = (claims: Readonly<Record<string, unknown>>) =>
    issuer.token(subject, { claims });
  return {
    expired: await withClaims({ exp: now - 60 }),
    'for another audience': await withClaims({ aud: 'another' }),
    'without an expiry': await withClaims({ exp: undefined }),
    'of another type': await issuer.token(subject, { header: { typ: 'JWT' } }),
    'under alg none': unsigned({
      iss: issuer.url,
      aud: 'tavolo',
      sub: subject,
      iat: now,
      exp: now + 60,
    }),
    'signed with the public key': await confused(issuer, subject),
    'of a key that it does not publish': await issuer.token(subject, { key: 1 }),
  };
}

/** With the type of an access token, which the library does not write into one without a signature. */
function unsigned(claims: Readonly<Record<string, number | string>>): string {
  const [, body = ''] = new UnsecuredJWT({ ...claims }).encode().split('.');
  const header = JSON.stringify({ alg: 'none', typ: 'at+jwt' });
  return `${Buffer.from(header).toString('base64url')}.${body}.`;
}

/** The public key taken for a secret that two share. */
async function confused(issuer: TestIssuer, subject: string): Promise<string> {
  const jwk = issuer.jwk(0);
  const key = (await importJWK({ ...jwk }, 'ES256', { extractable: true })) as CryptoKey;
  return await new SignJWT({ sub: subject })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt', kid: jwk.kid ?? '' })
    .setIssuer(issuer.url)
    .setAudience('tavolo')
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .sign(new TextEncoder().encode(await exportSPKI(key)));
}
