import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWKS } from 'oidc-provider';

/** What the issuer signs with, kept so that a login outlives a restart of the demo. */
export type Keys = Readonly<{ jwks: JWKS; cookieKey: string }>;

const FILE = 'demo-issuer.json';
const OWNER_ONLY = 0o600;

/** Those of the folder; made at the first start. */
export async function keysIn(folder: string): Promise<Keys> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Keys;
  } catch {
    const keys = await newKeys(); // None yet, or cut off: a login of the demo is soon made again.
    writeFileSync(file, JSON.stringify(keys), { mode: OWNER_ONLY });
    return keys;
  }
}

async function newKeys(): Promise<Keys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const key = await exportJWK(privateKey);
  const kid = randomBytes(8).toString('hex');
  return {
    jwks: { keys: [{ ...key, kid, alg: 'ES256', use: 'sig' }] },
    cookieKey: randomBytes(32).toString('hex'),
  };
}
