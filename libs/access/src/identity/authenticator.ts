import type { PersonRef } from '@tavolo/kernel';
import type { Accounts } from './accounts.js';
import type { Credential } from './claim-mapping.js';
import { isService } from './service.js';
import { BadToken } from './token-verifier.js';
import type { TokenVerifier } from './token-verifier.js';

/** Somebody who signed in and is known here; `auth` stands in every event that they bring about. */
export type Principal = Readonly<{
  person: PersonRef;
  auth: Readonly<{ issuer: string; assurance: string; authenticatedAt?: string }>;
  /** Of a browser; null for a program that sends a token. */
  session: Readonly<{ id: string; token: string }> | null;
}>;

/** The login is good, and belongs to nobody who is known here. */
export class NobodyHere extends Error {}

/** What a request says of itself: headers by lower-case name; a WebSocket has no method. */
export type Asking = Readonly<{
  headers: Readonly<Record<string, unknown>>;
  method: string;
}>;

/** Says who sends a request, from what stands in its headers. */
export abstract class Authenticator {
  /** Null for who is not signed in: the anonymous reader. @throws BadToken, IdentityUnavailable, NobodyHere */
  abstract principalOf(asking: Asking): Promise<Principal | null>;
}

/** By a bearer token (RFC 6750) of an issuer that is trusted. */
export class TokenAuthenticator extends Authenticator {
  constructor(
    private readonly tokens: TokenVerifier,
    private readonly accounts: Accounts,
  ) {
    super();
  }

  async principalOf({ headers: { authorization } }: Asking): Promise<Principal | null> {
    if (authorization === undefined) return null;
    const said = typeof authorization === 'string' ? authorization : '';
    const [, token] = /^bearer ([\w.~+/=-]+)$/iu.exec(said) ?? [];
    if (token === undefined) throw new BadToken('the header is not of the form Bearer <token>');
    const credential = await this.tokens.verify(token);
    const person = await this.accounts.holderOf(credential);
    if (!person) throw new NobodyHere('nobody here has this login');
    // A program never acts as a person, and a person never as a program, however it was bound.
    if (isService(person) !== credential.isService) {
      throw new NobodyHere('the login is of the other kind');
    }
    return { person, auth: authOf(credential), session: null };
  }
}

/** What stands in every event of a login. */
export function authOf({ issuer, assurance, authenticatedAt }: Credential): Principal['auth'] {
  return { issuer, assurance, ...(authenticatedAt !== null && { authenticatedAt }) };
}
