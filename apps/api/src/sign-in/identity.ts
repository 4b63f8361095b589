import { LoginAttempts, OpenLogins, RelyingParty } from '@tavolo/access';
import {
  SessionAuthenticator,
  Sessions,
  SignIn,
  SureLogins,
  TokenAuthenticator,
} from '@tavolo/access';
import type { Accounts, Authenticator, ClosedLogins, TokenVerifier } from '@tavolo/access';
import type { KeptSessions, PrivateStore } from '@tavolo/private-store';
import type { SessionSettings } from '../config/session-settings.js';

type Parts = Readonly<{
  accounts: Accounts;
  closed: ClosedLogins;
  kept: KeptSessions;
  privateStore: PrivateStore;
  settings: SessionSettings;
  tokens: TokenVerifier;
}>;

type Identity = Readonly<{ authenticator: Authenticator; closed: ClosedLogins; signIn: SignIn }>;

/** Who signs in, by a token or with a browser: the parts put together. */
export function identityOf({
  accounts,
  closed,
  kept,
  privateStore,
  settings: { limits, client, publicUrl, least },
  tokens,
}: Parts): Identity {
  const sessions = new Sessions(kept, limits);
  const attempts = new LoginAttempts(privateStore);
  const bearers = new TokenAuthenticator(tokens, accounts);
  const known = new SessionAuthenticator(bearers, sessions, publicUrl);
  const party = new RelyingParty(client);
  return {
    authenticator: new OpenLogins(new SureLogins(known, least), closed),
    closed,
    signIn: new SignIn({ accounts, attempts, closed, party, sessions, least }),
  };
}
