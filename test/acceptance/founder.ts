import { writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/**
 * What a request of the founder `ada` carries, at a server that is started by `real(keys)`: a token
 * of the issuer whose public key is written into that file.
 */
export async function founderBy(keys: string): Promise<Readonly<Record<string, string>>> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k', alg: 'ES256' };
  writeFileSync(keys, JSON.stringify({ keys: [jwk] }));
  const token = await new SignJWT({ sub: 'ada' })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k' })
    .setIssuer('https://issuer.example')
    .setAudience('tavolo')
    .setIssuedAt()
    .setExpirationTime('1 hour')
    .sign(privateKey);
  return {
    ...{ authorization: `Bearer ${token}`, 'accept-language': 'en' },
    'tavolo-mandate': 'instance-tavolo#founder',
  };
}
