import type { KeptSession } from '@tavolo/private-store';
import type { ClosedLogins } from '../closing/closed-logins.js';
import type { Accounts } from '../identity/accounts.js';
import { authOf, NobodyHere } from '../identity/authenticator.js';
import type { PersonRef } from '@tavolo/kernel';
import { isAtLeast } from '../identity/claim-mapping.js';
import type { Assurance, Credential } from '../identity/claim-mapping.js';
import { LoginsClosedHere } from '../identity/open-logins.js';
import type { LoginAttempts } from './login-attempts.js';
import { LoginFailed, LoginTooLow } from './relying-party.js';
import type { RelyingParty } from './relying-party.js';
import type { Sessions } from './sessions.js';

/** What a browser asks for when it goes to sign in. */
export type Going = Readonly<{
  redirectUri: string;
  /** A path of this server, to go to afterwards. */
  returnTo: string;
  /** Asks for a fresh proof, of this level at least. */
  stepUp: Assurance | null;
  /** The secret of a link, through which the login comes. */
  invitation: string | null;
  /** Of a demo: the persona that was chosen before. */
  hint?: string | null;
}>;

/** Whose a login becomes through a link. @throws InvitationRefused */
export type Admit = (invitation: string, credential: Credential) => Promise<PersonRef>;

/** What a browser brings back from the issuer, and what it had before. */
export type ComingBack = Readonly<{
  /** The query of the address, with its question mark. */
  search: string;
  sealed: string | null;
  formerToken: string | null;
}>;

/** Signing in and out with a browser, whatever carries it. */
export class SignIn {
  constructor(
    readonly parts: Readonly<{
      accounts: Accounts;
      closed: Pick<ClosedLogins, 'has'>;
      attempts: LoginAttempts;
      party: RelyingParty;
      sessions: Sessions;
      /** The lowest level that is let in at all. */
      least: Assurance;
    }>,
  ) {}

  /** Where the browser goes, and what it keeps until it is back. @throws IdentityUnavailable */
  async begin({
    redirectUri,
    returnTo,
    stepUp,
    invitation,
    hint = null,
  }: Going): Promise<{ url: URL; sealed: string }> {
    const { attempts, party, sessions, least } = this.parts;
    const maxAgeS = sessions.limits.absoluteMs / 1_000;
    const { url, attempt } = await party.begin(redirectUri, {
      ...{ stepUp, least, maxAgeS, hint },
      isAnew: invitation !== null,
    });
    const through = invitation === null ? {} : { invitation };
    return { url, sealed: await attempts.seal({ attempt, returnTo, ...through }) };
  }

  /**
   * A session of its own for whoever came back; the one of before ends, so that nobody is signed
   * in under a token that was known to another. @throws LoginFailed | LoginTooLow | NobodyHere | LoginsClosedHere | IdentityUnavailable
   */
  async finish(
    { search, sealed, formerToken }: ComingBack,
    admit: Admit,
  ): Promise<{
    readonly token: string;
    readonly session: KeptSession;
    readonly returnTo: string;
  }> {
    const { attempts, party, sessions, least } = this.parts;
    const underWay = await attempts.open(sealed);
    if (!underWay) throw new LoginFailed('no login is under way in this browser');
    const credential = await party.finish(search, underWay.attempt);
    if (!isAtLeast(credential.assurance, least)) {
      throw new LoginTooLow('the login is of a lower level than this server asks for');
    }
    const person = await this.#personOf(credential, underWay.invitation, admit);
    if (formerToken !== null) await this.end(formerToken);
    const begun = await sessions.begin({ person, auth: authOf(credential), session: null });
    return { ...begun, returnTo: underWay.returnTo };
  }

  /** @throws NobodyHere | LoginsClosedHere */
  async #personOf(
    credential: Credential,
    invitation: string | undefined,
    admit: Admit,
  ): Promise<PersonRef> {
    const { accounts, closed } = this.parts;
    const person =
      invitation === undefined
        ? await accounts.holderOf(credential)
        : await admit(invitation, credential);
    if (!person) throw new NobodyHere('nobody here has this login');
    if (closed.has(person)) throw new LoginsClosedHere('the logins of this person are closed');
    return person;
  }

  /** Ends the session of this token; one that is not there is ended already. */
  async end(token: string): Promise<void> {
    const { sessions } = this.parts;
    const session = await sessions.look(token);
    if (session) await sessions.end(session.person, session.id);
  }
}
