import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Mandates, Transactions } from '@tavolo/command';
import type { Answer, Grounded } from '@tavolo/command';
import { isAdministrator } from '../policy/administrator.js';
import { activations } from './activation.js';
import type { ActivatePolicies } from './activation.js';
import { Policies } from './policies.js';

/** A command on its way to the handler of activations. */
export class ActivationRequest extends CommandRequest<ActivatePolicies> {}

/** Activates what the folder of this server holds; from the next command on it is gone by. */
@CommandHandler(ActivationRequest)
export class ActivationHandler implements ICommandHandler<ActivationRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly mandates: Mandates,
    private readonly policies: Policies,
  ) {}

  async execute(request: ActivationRequest): Promise<Answer> {
    const answer = await this.transactions.run(activations, request, () => this.#ground(request));
    if (answer.outcome === 'accepted') await this.policies.reload();
    return answer;
  }

  async #ground(request: ActivationRequest): Promise<Grounded<ActivatePolicies>> {
    const { text, hash } = this.policies.offered.book;
    const { mandate: ref } = request.envelope.by;
    const mandate = ref && (await this.mandates.find(ref));
    const isTheirs = mandate !== null && isAdministrator(mandate);
    return { command: commandOf(request, { hash, text, isAdministrator: isTheirs }) };
  }
}
