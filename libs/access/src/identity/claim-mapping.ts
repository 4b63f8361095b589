import type { Instant } from '@tavolo/kernel';
import type { JWTPayload } from 'jose';

/** How sure the issuer is of who signed in (eIDAS, Reg. (EU) 910/2014 art. 8), lowest first. */
export const assurances = ['none', 'low', 'substantial', 'high'] as const;

/** How sure the issuer is of who signed in. */
export type Assurance = (typeof assurances)[number];

/** True where a level is at least another. */
export function isAtLeast(level: Assurance, asked: Assurance): boolean {
  return assurances.indexOf(level) >= assurances.indexOf(asked);
}

/**
 * Which claims of an issuer say what. Behind a proxy that speaks SPID or CIE, the level stands in
 * `acr` under names of its own; a file of this shape translates them, so that no name of an
 * identity scheme stands in code.
 */
export type ClaimMapping = Readonly<{
  /** The claim that names the person for ever; `sub` unless the issuer says otherwise. */
  subject: string;
  /** The claim that tells the level; absent from a token: `assuranceWithout`. */
  assurance: string;
  /** Value of that claim → level. A value that is not listed counts as `assuranceWithout`. */
  assurances: Readonly<Record<string, Assurance>>;
  assuranceWithout: Assurance;
  /** The claim with the moment of the login, in seconds since 1970 (`auth_time`). */
  authenticatedAt: string;
  /** The claim that names the client; a token whose subject is its client is a program's (RFC 9068 2.2). */
  client: string;
  /** A claim that only tokens of programs have; null where the issuer has none such. */
  service: string | null;
}>;

/** Of an issuer that keeps to OpenID Connect and tells no level. */
export const plainClaims: ClaimMapping = {
  subject: 'sub',
  assurance: 'acr',
  assurances: {},
  assuranceWithout: 'low',
  authenticatedAt: 'auth_time',
  client: 'client_id',
  service: null,
};

/** What a token says of who signed in, in words of our own. */
export type Credential = Readonly<{
  issuer: string;
  /** As the issuer names the person; never shown, never in the log. */
  subject: string;
  assurance: Assurance;
  /** When the person last proved who they are; null where the issuer does not say. */
  authenticatedAt: Instant | null;
  /** It is a program's own (client credentials): nobody signed in. */
  isService: boolean;
}>;

/** The claims of a verified token in our words; null where it does not name the person. */
export function credentialOf(payload: JWTPayload, mapping: ClaimMapping): Credential | null {
  const { iss: issuer = '' } = payload;
  const subject = payload[mapping.subject];
  const level = payload[mapping.assurance];
  const since = payload[mapping.authenticatedAt];
  if (typeof subject !== 'string' || subject === '') return null;
  const isKnown = typeof level === 'string' && Object.hasOwn(mapping.assurances, level);
  const named = isKnown ? mapping.assurances[level] : undefined;
  return {
    issuer,
    subject,
    assurance: named ?? mapping.assuranceWithout,
    authenticatedAt: typeof since === 'number' ? instantOf(since) : null,
    isService: isOfProgram(payload, subject, mapping),
  };
}

function isOfProgram(payload: JWTPayload, subject: string, mapping: ClaimMapping): boolean {
  const { client, service } = mapping;
  const isOwn = payload[client] === subject || payload[client] === payload.sub;
  return isOwn || (service !== null && payload[service] !== undefined);
}

function instantOf(seconds: number): Instant | null {
  const at = new Date(seconds * 1_000);
  return Number.isNaN(at.getTime()) ? null : (at.toISOString() as Instant);
}
