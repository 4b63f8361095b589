import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Aggregate, Answer, Asked, Grounded } from '@tavolo/command';
import type { PartnerCommand, RegisterPartner } from '../domain/partner.commands.js';
import { partnerEventTypes } from '../domain/partner.events.js';
import type { PartnerEvent } from '../domain/partner.events.js';
import { partner } from '../domain/partner.js';
import type { PartnerState } from '../domain/partner.state.js';
import { PartnerGrounds } from './partner.grounds.js';

/** Partners as streams `partner-<uuid>`. */
export const partners: Aggregate<PartnerState, PartnerCommand, PartnerEvent> = {
  category: 'partner',
  decider: partner,
  version: 1,
  eventTypes: partnerEventTypes,
  creates: ['RegisterPartner'],
  ofEffect: [
    'VerifyEligibility',
    'AppointLegalRepresentative',
    'EndLegalRepresentation',
    'AuthoriseSignatory',
    'RevokeSignatory',
  ],
};

/** A command on a partner on its way to the handler. */
export class PartnerRequest extends CommandRequest<PartnerCommand> {}

/** Decides on a partner by its own stream, and on a new one by who holds its tax code. */
@CommandHandler(PartnerRequest)
export class PartnerHandler implements ICommandHandler<PartnerRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: PartnerGrounds,
  ) {}

  execute(request: PartnerRequest): Promise<Answer> {
    return this.transactions.run(partners, request, () => this.#ground(request));
  }

  #ground(request: PartnerRequest): Grounded<PartnerCommand> | Promise<Grounded<PartnerCommand>> {
    const { asked, envelope } = request;
    switch (asked.type) {
      case 'RegisterPartner':
        return this.#onTaxCode(request, asked);
      case 'SubmitEligibilityEvidence': {
        const documents = envelope.documents?.map(({ sha256 }) => sha256) ?? [];
        return { command: commandOf(request, { documents }) };
      }
      case 'AppointLegalRepresentative':
      case 'AuthoriseSignatory': {
        const newId = this.grounds.newRepresentation(envelope);
        return { command: commandOf(request, { newId }), result: { newId } };
      }
      default:
        return { command: commandOf(request) };
    }
  }

  /** PA-1 at once, where the code is known to be held; in a race the claim process keeps it. */
  async #onTaxCode(
    request: PartnerRequest,
    { data }: Asked<RegisterPartner>,
  ): Promise<Grounded<PartnerCommand>> {
    return { command: commandOf(request, await this.grounds.ofTaxCode(data.taxCode)) };
  }
}
