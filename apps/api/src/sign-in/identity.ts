import { LoginAttempts, RelyingParty, SessionAuthenticator, Sessions } from '@tavolo/access';
import { SignIn, SureLogins, TokenAuthenticator } from '@tavolo/access';
import type { Accounts, Authenticator, TokenVerifier } from '@tavolo/access';
import type { KeptSessions, PrivateStore } from '@tavolo/private-store';
import type { SessionSettings } from '../config/session-settings.js';

type Parts = Readonly<{
  accounts: Accounts;
  kept: KeptSessions;
  privateStore: PrivateStore;
  settings: SessionSettings;
  tokens: TokenVerifier;
}>;

type Identity = Readonly<{ authenticator: Authenticator; signIn: SignIn }>;

/** Who signs in, by a token or with a browser: the parts put together. */
export function identityOf({
  accounts,
  kept,
  privateStore,
  settings: { limits, client, publicUrl, least },
  tokens,
}: Parts): Identity {
  const sessions = new Sessions(kept, limits);
  const attempts = new LoginAttempts(privateStore);
  const bearers = new TokenAuthenticator(tokens, accounts);
  return {
    authenticator: new SureLogins(new SessionAuthenticator(bearers, sessions, publicUrl), least),
    signIn: new SignIn({ accounts, attempts, party: new RelyingParty(client), sessions, least }),
  };
}
