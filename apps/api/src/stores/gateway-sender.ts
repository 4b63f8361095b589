import { Policies, policyOfProcess } from '@tavolo/access';
import { CommandGateway } from '@tavolo/command';
import type { Answer } from '@tavolo/command';
import type { Meta } from '@tavolo/event-store';
import type { PersonRef } from '@tavolo/kernel';
import { CommandSender } from '@tavolo/process';
import type { SystemCommand } from '@tavolo/process';
import { Injectable } from '@nestjs/common';

const SYSTEM = { issuer: 'tavolo', assurance: 'system' } as const;

/** Commands of processes go through the same door as those of people. */
@Injectable()
export class GatewaySender extends CommandSender {
  constructor(
    private readonly gateway: CommandGateway,
    private readonly policies: Policies,
  ) {
    super();
  }

  send({
    actor,
    commandId,
    causationId,
    correlationId,
    effectiveOn,
    ...message
  }: SystemCommand): Promise<Answer> {
    const sender = { person: actor.person, mandate: null, auth: SYSTEM, system: true };
    const late = effectiveOn === undefined ? {} : { effectiveOn };
    return this.gateway.send(message, sender, { commandId, causationId, correlationId, ...late });
  }

  override policyOf(process: PersonRef): Meta['policy'] {
    return policyOfProcess(this.policies.authorizer, process);
  }
}
