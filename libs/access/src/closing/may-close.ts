import type { CommandGateway, Mandates, Sender } from '@tavolo/command';
import type { Policies } from '../activation/policies.js';
import { INSTANCE_STREAM } from '../instance.js';
import { askedOf } from '../policy/policy-gatekeeper.js';
import type { Realm } from '../policy/realm.js';

/** Asks the policies whether somebody may close logins, without doing it. */
export class MayClose {
  constructor(
    private readonly parts: Readonly<{
      gateway: CommandGateway;
      mandates: Mandates;
      policies: Policies;
      realm: Realm;
    }>,
  ) {}

  /** Under the mandate that was named. */
  async isFor(sender: Sender): Promise<boolean> {
    const { gateway, mandates, policies, realm } = this.parts;
    if (await gateway.refusalOfMandate(sender)) return false;
    const mandate = sender.mandate && (await mandates.find(sender.mandate));
    const around = await realm.around(INSTANCE_STREAM);
    if (!mandate || !around) return false;
    const about = { action: 'closeLogins', around, mandate, forOneself: false } as const;
    const { question } = await askedOf(realm, about);
    return policies.authorizer.decide(question).allowed;
  }
}
