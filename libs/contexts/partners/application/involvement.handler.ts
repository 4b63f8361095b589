import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Injectable } from '@nestjs/common';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Aggregate, Answer } from '@tavolo/command';
import { involvementOf, Involvements } from '../contract/index.js';
import type { InvolvedIn, PartnerId } from '../contract/index.js';
import { involvement, involvementEventTypes } from '../domain/involvement.js';
import type { InvolvementEvent, InvolvementState, InvolvePartner } from '../domain/involvement.js';

/** `involvement-<uuid of the partner>`. */
export const involvements: Aggregate<InvolvementState, InvolvePartner, InvolvementEvent> = {
  category: 'involvement',
  decider: involvement,
  version: 1,
  eventTypes: involvementEventTypes,
  creates: [],
  derived: true,
};

/** A command on its way to the handler of involvements. */
export class InvolvementRequest extends CommandRequest<InvolvePartner> {}

/** Commands that processes of other contexts give. */
@CommandHandler(InvolvementRequest)
export class InvolvementHandler implements ICommandHandler<InvolvementRequest> {
  constructor(private readonly transactions: Transactions) {}

  execute(request: InvolvementRequest): Promise<Answer> {
    return this.transactions.run(involvements, request, () => ({ command: commandOf(request) }));
  }
}

/** `Involvements`, folded from the partner's own list at the moment of the question. */
@Injectable()
export class StreamedInvolvements extends Involvements {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async of(partner: PartnerId, category: string): Promise<InvolvedIn> {
    const found = await this.transactions.load(involvements, involvementOf(partner));
    if (!found) return { streams: [], basis: [] };
    const streams = found.state.streams.filter((stream) => stream.startsWith(`${category}-`));
    return { streams, basis: [found.basis] };
  }
}
