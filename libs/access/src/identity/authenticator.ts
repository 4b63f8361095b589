import type { PersonRef } from '@tavolo/kernel';
import type { Accounts } from './accounts.js';
import type { Credential } from './claim-mapping.js';
import { BadToken } from './token-verifier.js';
import type { TokenVerifier } from './token-verifier.js';

/** Somebody who signed in and is known here; `auth` stands in every event that they bring about. */
export type Principal = Readonly<{
  person: PersonRef;
  auth: Readonly<{ issuer: string; assurance: string; authenticatedAt?: string }>;
}>;

/** The login is good, and belongs to nobody who is known here. */
export class NobodyHere extends Error {}

/** Headers by lower-case name. */
type Headers = Readonly<Record<string, unknown>>;

/** Says who sends a request, from what stands in its headers. */
export abstract class Authenticator {
  /** Null for who sends no token: the anonymous reader. @throws BadToken, IdentityUnavailable, NobodyHere */
  abstract principalOf(headers: Headers): Promise<Principal | null>;
}

/** By a bearer token (RFC 6750) of an issuer that is trusted. */
export class TokenAuthenticator extends Authenticator {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly accounts: Accounts,
  ) {
    super();
  }

  async principalOf({ authorization }: Headers): Promise<Principal | null> {
    if (authorization === undefined) return null;
    const said = typeof authorization === 'string' ? authorization : '';
    const [, token] = /^bearer ([\w.~+/=-]+)$/iu.exec(said) ?? [];
    if (token === undefined) throw new BadToken('the header is not of the form Bearer <token>');
    const credential = await this.tokens.verify(token);
    const person = await this.accounts.holderOf(credential);
    if (!person) throw new NobodyHere('nobody here has this login');
    return { person, auth: authOf(credential) };
  }
}

function authOf({ issuer, assurance, authenticatedAt }: Credential): Principal['auth'] {
  return { issuer, assurance, ...(authenticatedAt !== null && { authenticatedAt }) };
}
