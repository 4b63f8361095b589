import { readFileSync } from 'node:fs';
import { assurances, isTrustworthyAddress, plainClaims } from '@tavolo/access';
import type { ClaimMapping, TrustedIssuer } from '@tavolo/access';
import { BadConfig } from './bad-config.js';

/** One for each family: what signs with one is never taken for another (RFC 8725 3.1). */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/**
 * The issuer whose tokens this server believes; null for a demo, which has one of its own.
 * @throws BadConfig
 */
export function issuerFrom(env: NodeJS.ProcessEnv, demo: boolean): TrustedIssuer | null {
  const { TAVOLO_ISSUER: issuer } = env;
  if (demo) {
    if (issuer === undefined) return null;
    throw new BadConfig(
      `TAVOLO_ISSUER is ${issuer}: a demo signs people in by itself and believes no other issuer. Leave it out, or start without --demo.`,
    );
  }
  if (issuer === undefined) {
    throw new BadConfig(
      'TAVOLO_ISSUER is not set: write the address of the OpenID Connect issuer whose people sign in here, such as https://login.example.org. To try Tavolo without one, use `npm start`.',
    );
  }
  if (!isTrustworthyAddress(issuer)) {
    throw new BadConfig(
      `TAVOLO_ISSUER is ${issuer}: write an https address of another machine. An issuer of this machine is the demo's and is believed with --demo only.`,
    );
  }
  const { TAVOLO_AUDIENCE: audience = 'tavolo', TAVOLO_ALGORITHM: algorithm = 'RS256' } = env;
  if (!ALGORITHMS.includes(algorithm)) {
    throw new BadConfig(
      `TAVOLO_ALGORITHM is ${algorithm}: write the one that the issuer signs with, one of ${ALGORITHMS.join(', ')}.`,
    );
  }
  return {
    ...{ issuer, audience, algorithms: [algorithm], keys: keysFrom(env.TAVOLO_JWKS) },
    claims: claimsFrom(env.TAVOLO_CLAIMS),
  };
}

function keysFrom(place: string | undefined): TrustedIssuer['keys'] {
  if (place === undefined) return 'discovered';
  if (URL.canParse(place) && new URL(place).protocol === 'https:') return new URL(place);
  const keys = jsonIn(place, 'TAVOLO_JWKS', 'an https address, or a file with a JSON Web Key Set');
  if (Array.isArray(keys.keys)) return { keys: keys.keys as never[] };
  throw new BadConfig(`TAVOLO_JWKS is ${place}: the file holds no JSON Web Key Set ("keys").`);
}

/** The file says what differs from OpenID Connect; behind SPID and CIE the names of the levels. */
function claimsFrom(file: string | undefined): ClaimMapping {
  if (file === undefined) return plainClaims;
  const said = jsonIn(file, 'TAVOLO_CLAIMS', 'a file with the mapping of claims');
  const mapping = { ...plainClaims, ...said };
  const levels = [mapping.assuranceWithout, ...Object.values(mapping.assurances)];
  const unknown = Object.keys(said).find((name) => !Object.hasOwn(plainClaims, name));
  const wrong = levels.find((level) => !assurances.includes(level));
  if (unknown === undefined && wrong === undefined) return mapping;
  throw new BadConfig(
    unknown === undefined
      ? `TAVOLO_CLAIMS is ${file}: ${String(wrong)} is no level, write one of ${assurances.join(', ')}.`
      : `TAVOLO_CLAIMS is ${file}: ${unknown} is not known, write ${Object.keys(plainClaims).join(', ')}.`,
  );
}

function jsonIn(file: string, name: string, wanted: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch (error) {
    throw new BadConfig(`${name} is ${file}, which cannot be read: write ${wanted}.`, {
      cause: error,
    });
  }
  throw new BadConfig(`${name} is ${file}, which is no JSON object: write ${wanted}.`);
}
