import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { Agreements } from '@tavolo/agreements';
import type { AgreementId } from '@tavolo/agreements';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Aggregate, Answer, Grounded } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { NetworkCommand } from '../domain/network.commands.js';
import { networkEventTypes } from '../domain/network.events.js';
import type { NetworkEvent } from '../domain/network.events.js';
import type { NetworkState } from '../domain/network.state.js';
import { network } from '../domain/network.js';
import { NetworkGrounds } from './network.grounds.js';
import type { Ground, PlanTerms } from './network.grounds.js';

/** Networks as streams `network-<uuid>`. */
export const networks: Aggregate<NetworkState, NetworkCommand, NetworkEvent> = {
  category: 'network',
  decider: network,
  version: 1,
  eventTypes: networkEventTypes,
  creates: ['ProposeNetwork'],
  ofEffect: ['ConstituteNetwork'],
};

/** A command on a network on its way to the handler. */
export class NetworkRequest extends CommandRequest<NetworkCommand> {}

type Grounding = Promise<Grounded<NetworkCommand>>;

/** Decides on a network by its own stream, and by partners, plan, call and agreement as theirs say. */
@CommandHandler(NetworkRequest)
export class NetworkHandler implements ICommandHandler<NetworkRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: NetworkGrounds,
    private readonly agreements: Agreements,
  ) {}

  execute(request: NetworkRequest): Promise<Answer> {
    return this.transactions.run(networks, request, (state) => this.#ground(request, state));
  }

  #ground(request: NetworkRequest, state: NetworkState): Grounding {
    const { asked } = request;
    switch (asked.type) {
      case 'ProposeNetwork':
        return this.#onPlan(request, { plan: asked.data.plan, partner: asked.data.lead });
      case 'InviteMember':
      case 'AssignRole':
        return this.#onPlan(request, { plan: state.plan, partner: asked.data.partner });
      case 'AcceptInvitation':
      case 'DeclineInvitation':
        return this.#onPower(request);
      case 'AdmitMember':
        return this.#onPartner(request, asked.data.partner);
      case 'ConstituteNetwork':
        return this.#onMembers(request, state);
      case 'ActivateNetwork':
        return this.#onAgreement(request, asked.data.agreement as AgreementId);
    }
  }

  async #onPlan(
    request: NetworkRequest,
    { plan, partner: id }: { plan: PlanId | null; partner: PartnerId },
  ): Grounding {
    const terms = await this.#termsOf(plan);
    const planLead = await this.grounds.planLead(terms.found);
    const partner = await this.grounds.partner(id);
    const { status, leadKinds = [] } = terms.found ?? {};
    const command = commandOf(request, {
      plan: status ? { status, leadKinds } : null,
      planLead: planLead.found,
      partner: partner.found,
      leadKinds,
    });
    return { command, basis: distinct([...terms.basis, ...planLead.basis, ...partner.basis]) };
  }

  async #onPower(request: NetworkRequest): Grounding {
    const { found: power, basis } = await this.grounds.powerOf(request.envelope.by);
    return { command: commandOf(request, { power }), basis };
  }

  async #onPartner(request: NetworkRequest, id: PartnerId): Grounding {
    const { found: partner, basis } = await this.grounds.partner(id);
    return { command: commandOf(request, { partner }), basis };
  }

  async #onMembers(request: NetworkRequest, { plan, members }: NetworkState): Grounding {
    const terms = await this.#termsOf(plan);
    const active = members.filter(({ status }) => status === 'Active');
    const read = await Promise.all(
      active.map(async ({ partner }) => [partner, await this.grounds.partner(partner)] as const),
    );
    const partners = Object.fromEntries(read.map(([id, { found }]) => [id, found ?? undefined]));
    const categories = terms.found?.categories ?? [];
    const basis = [...terms.basis, ...read.flatMap(([, ground]) => ground.basis)];
    return { command: commandOf(request, { categories, partners }), basis: distinct(basis) };
  }

  async #onAgreement(request: NetworkRequest, id: AgreementId): Grounding {
    const found = await this.agreements.standing(id);
    const { kind, status, network: of, inForceFrom } = found ?? {};
    const agreement = found && { kind, status, network: of, inForceFrom };
    const command = commandOf(request, { network: request.target, agreement });
    return { command, basis: found ? [found.basis] : [] };
  }

  #termsOf(plan: PlanId | null): Promise<Ground<PlanTerms | null>> {
    return plan === null
      ? Promise.resolve({ found: null, basis: [] })
      : this.grounds.planTerms(plan);
  }
}

/** A stream that two grounds were read from is named once. */
function distinct(basis: readonly Basis[]): readonly Basis[] {
  return [...new Map(basis.map((one) => [one.stream, one])).values()];
}
