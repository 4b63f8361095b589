import { ActGuard } from '@tavolo/command';
import type { Act } from '@tavolo/command';
import type { Refusal } from '@tavolo/kernel';
import { assurances, isAtLeast } from '../identity/claim-mapping.js';
import type { Assurance } from '../identity/claim-mapping.js';
import { isAdministrator } from '../policy/administrator.js';
import { ofAdministrators, weightOf } from './acts-of-weight.js';
import { isFresh } from './freshness.js';
import type { LoginDemand, LoginDemands } from './login-demands.js';
import { weightRules } from './weight.rules.js';

/** How SPID calls a level. */
const SPID: Readonly<Record<Assurance, string>> = {
  none: '1',
  low: '1',
  substantial: '2',
  high: '3',
};

/**
 * Who may not decide is kept out in one place, and who may has signed in as the body asks.
 * The age of a login is one of real time, as the issuer's word is, on a demo too.
 */
export class WeightGuard extends ActGuard {
  constructor(
    private readonly demands: LoginDemands,
    private readonly now: () => Date = () => new Date(),
  ) {
    super();
  }

  async refusalOf({ message, target, sender, mandate }: Act): Promise<Refusal | null> {
    const { aggregate, type, data } = message;
    const weight = weightOf(aggregate, type);
    if (weight === null) return null;
    if (mandate && isAdministrator(mandate) && !ofAdministrators.includes(weight)) {
      return { ...weightRules.AdministratorDecidesNothing, details: {} };
    }
    if (mandate?.kind === 'service') return { ...weightRules.ServiceDecidesNothing, details: {} };
    const demand = await this.demands.of(aggregate, { target, data });
    return demand && this.#unmet(demand, sender.auth);
  }

  #unmet({ assurance, withinMinutes }: LoginDemand, auth: Act['sender']['auth']): Refusal | null {
    const level = assurances.find((one) => one === auth.assurance) ?? 'none';
    if (!isAtLeast(level, assurance)) {
      const details = { asked: assurance, level, spid: SPID[assurance] };
      return { ...weightRules.LoginTooLow, details };
    }
    if (withinMinutes === null) return null;
    if (isFresh(auth, { minutes: withinMinutes, now: this.now() })) return null;
    return { ...weightRules.LoginTooOld, details: { minutes: withinMinutes } };
  }
}
