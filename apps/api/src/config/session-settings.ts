import { assurances, signatureOf } from '@tavolo/access';
import type { Assurance, ClientOfIssuer, SessionLimits, TrustedIssuer } from '@tavolo/access';
import { BadConfig } from './bad-config.js';
import { secretOf } from './secret-settings.js';
import type { Secret } from './secret-settings.js';

const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** How browsers sign in here, and how long they stay signed in. */
export type SessionSettings = Readonly<{
  limits: SessionLimits;
  /** The address at which browsers know this server; null for this machine alone. */
  publicUrl: URL | null;
  /** What this server is to its issuer; null where browsers cannot sign in, and in a demo. */
  client: ClientOfIssuer | null;
  /** The lowest level of a login that is let in at all. */
  least: Assurance;
}>;

/** @throws BadConfig */
export function sessionsFrom(
  env: NodeJS.ProcessEnv,
  issuer: TrustedIssuer | null,
): SessionSettings {
  const publicUrl = urlFrom(env.TAVOLO_URL);
  return {
    limits: {
      idleMs:
        wholeFrom(env, { name: 'TAVOLO_SESSION_IDLE_MINUTES', usual: 30, max: 720 }) * MINUTE_MS,
      absoluteMs: wholeFrom(env, { name: 'TAVOLO_SESSION_HOURS', usual: 12, max: 168 }) * HOUR_MS,
    },
    publicUrl,
    client: issuer && clientFrom(env, issuer, publicUrl),
    least: leastFrom(env.TAVOLO_LOGIN_LEVEL ?? 'none'),
  };
}

function clientFrom(
  { TAVOLO_CLIENT_ID: clientId, ...env }: NodeJS.ProcessEnv,
  { issuer, algorithms: [algorithm = 'RS256'], claims }: TrustedIssuer,
  publicUrl: URL | null,
): ClientOfIssuer | null {
  if (clientId === undefined) return null;
  if (!publicUrl) {
    throw new BadConfig(
      'TAVOLO_CLIENT_ID is set and TAVOLO_URL is not: write the address at which browsers know this server, such as https://tavolo.example.org; the issuer sends them back to <address>/session/callback.',
    );
  }
  const { TAVOLO_CLIENT_SECRET_FILE, TAVOLO_CLIENT_KEY_FILE } = env; // In files alone, as ever.
  const secret = secretOf({ TAVOLO_CLIENT_SECRET_FILE }, 'TAVOLO_CLIENT_SECRET');
  const key = secretOf({ TAVOLO_CLIENT_KEY_FILE }, 'TAVOLO_CLIENT_KEY');
  if (secret !== undefined && key !== undefined) {
    throw new BadConfig(
      'TAVOLO_CLIENT_SECRET_FILE and TAVOLO_CLIENT_KEY_FILE are both set: leave the secret out, a key is the better proof.',
    );
  }
  const known = { issuer, clientId, algorithm, claims };
  if (key !== undefined) return { ...known, secret: null, key: usable(key) };
  return { ...known, secret: secret ?? null };
}

/** Looked at before anybody signs in: a key that is of no use is said at the start. */
function usable(key: Secret): Secret {
  try {
    signatureOf(key());
    return key;
  } catch (error) {
    throw new BadConfig(
      'TAVOLO_CLIENT_KEY_FILE holds no key that is used here: write a private key in PEM (PKCS #8) into it, of Ed25519, P-256 or RSA of 2048 bits and more.',
      { cause: error },
    );
  }
}

function leastFrom(level: string): Assurance {
  const known = assurances.find((one) => one === level);
  if (known !== undefined) return known;
  throw new BadConfig(`TAVOLO_LOGIN_LEVEL is ${level}: write one of ${assurances.join(', ')}.`);
}

function urlFrom(text: string | undefined): URL | null {
  if (text === undefined) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === 'https:' || (url !== null && LOOPBACK.has(url.hostname));
  if (url && isSafe && /^https?:$/u.test(url.protocol) && url.href === `${url.origin}/`) return url;
  throw new BadConfig(
    `TAVOLO_URL is ${text}: write the https address at which browsers know this server, without a path.`,
  );
}

type Whole = Readonly<{ name: string; usual: number; max: number }>;

function wholeFrom(env: NodeJS.ProcessEnv, { name, usual, max }: Whole): number {
  const text = env[name] ?? String(usual);
  const value = Number(text);
  if (/^\d+$/u.test(text) && value >= 1 && value <= max) return value;
  throw new BadConfig(`${name} is ${text}: write a whole number from 1 to ${String(max)}.`);
}
