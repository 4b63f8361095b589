import { LoginTooLow } from '../session/relying-party.js';
import { Authenticator } from './authenticator.js';
import type { Asking, Principal } from './authenticator.js';
import { assurances, isAtLeast } from './claim-mapping.js';
import type { Assurance } from './claim-mapping.js';
import { isService } from './service.js';

/**
 * Lets nobody in, not to read either, whose login is of a lower level than this server asks of
 * everybody: at `substantial` that of several factors (ASVS 6.3.3). A program has no factors.
 */
export class SureLogins extends Authenticator {
  constructor(
    private readonly logins: Authenticator,
    private readonly least: Assurance,
  ) {
    super();
  }

  /** @throws LoginTooLow beside what the login brings about */
  override async principalOf(asking: Asking): Promise<Principal | null> {
    const principal = await this.logins.principalOf(asking);
    if (principal && !isService(principal.person)) {
      const level = assurances.find((one) => one === principal.auth.assurance) ?? 'none';
      if (!isAtLeast(level, this.least)) {
        throw new LoginTooLow('the login is of a lower level than this server asks for');
      }
    }
    return principal;
  }
}
