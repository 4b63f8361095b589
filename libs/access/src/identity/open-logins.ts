import type { ClosedLogins } from '../closing/closed-logins.js';
import { Authenticator } from './authenticator.js';
import type { Asking, Principal } from './authenticator.js';

/** The login is good, and those of its person were closed here. */
export class LoginsClosedHere extends Error {}

/** Lets nobody in, not to read either, whose logins were closed: by a token or by a session. */
export class OpenLogins extends Authenticator {
  constructor(
    private readonly logins: Authenticator,
    private readonly closed: Pick<ClosedLogins, 'has'>,
  ) {
    super();
  }

  /** @throws LoginsClosedHere beside what the login brings about */
  override async principalOf(asking: Asking): Promise<Principal | null> {
    const principal = await this.logins.principalOf(asking);
    if (principal && this.closed.has(principal.person)) {
      throw new LoginsClosedHere('the logins of this person are closed');
    }
    return principal;
  }
}
