import { CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';
import { commandOf, CommandRequest, Transactions } from '@tavolo/command';
import type { Answer, Grounded } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { NetworkId } from '../contract/index.js';
import type { NetworkCommand } from '../domain/network.commands.js';
import type { Changing } from '../domain/network.later.commands.js';
import { isIn } from '../domain/network.state.js';
import type { NetworkState } from '../domain/network.state.js';
import { networks } from './aggregates.js';
import { NetworkGrounds } from './network.grounds.js';
import type { Ground, PlanTerms } from './network.grounds.js';
import { NetworkTies } from './network.ties.js';

/** A command on a network on its way to the handler. */
export class NetworkRequest extends CommandRequest<NetworkCommand> {}

type Grounding = Promise<Grounded<NetworkCommand>>;

/** Decides on a network by its own stream, and by partners, plan, call and agreement as theirs say. */
@CommandHandler(NetworkRequest)
export class NetworkHandler implements ICommandHandler<NetworkRequest> {
  constructor(
    private readonly transactions: Transactions,
    private readonly grounds: NetworkGrounds,
    private readonly ties: NetworkTies,
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
        return this.#onPlan(request, { plan: state.plan, partner: asked.data.partner });
      case 'AcceptInvitation':
      case 'DeclineInvitation':
        return this.#onPower(request);
      case 'ReinstateMember':
      case 'NotePartner':
        return this.#onPartner(request, asked.data.partner);
      case 'ConstituteNetwork':
        return this.#onMembers(request, state);
      case 'ActivateNetwork':
      case 'ResumeNetwork':
        return this.#onAgreement(request, asked.data.agreement);
      case 'DissolveNetwork':
        return this.#onEnd(request, state);
      default:
        return this.#onChange(request, state);
    }
  }

  /** Of a change of members: whom it concerns, who would be left, and what it rests on (N-8). */
  async #onChange(request: NetworkRequest, state: NetworkState): Grounding {
    const { asked } = request;
    switch (asked.type) {
      case 'AdmitMember': {
        const partner = await this.grounds.partner(asked.data.partner);
        const change = await this.#changeOf(request, asked.data);
        const grounds = { partner: partner.found, change: change.found };
        const basis = distinct([...partner.basis, ...change.basis]);
        return { command: commandOf(request, grounds), basis };
      }
      case 'AssignRole':
        return this.#onRole(request, state, asked.data);
      case 'ReplaceLead':
        return this.#onRole(request, state, { ...asked.data, partner: asked.data.lead });
      case 'ReleaseMember':
      case 'ExpelMember': {
        const [found, basis] = await this.#ofChange(request, state, asked.data);
        return { command: commandOf(request, found), basis: distinct(basis) };
      }
      default:
        return { command: commandOf(request) };
    }
  }

  async #onRole(
    request: NetworkRequest,
    state: NetworkState,
    data: Changing & { readonly partner: PartnerId },
  ): Grounding {
    const terms = await this.#termsOf(state.plan);
    const planLead = await this.grounds.planLead(terms.found);
    const partner = await this.grounds.partner(data.partner);
    const [found, more] = await this.#ofChange(request, state, data);
    const above =
      state.plan === null
        ? { found: null, basis: [] }
        : await this.ties.parentMembers(state.plan, request.target as NetworkId);
    const command = commandOf(request, {
      ...{ partner: partner.found, planLead: planLead.found },
      ...{ leadKinds: terms.found?.leadKinds ?? [], parentMembers: above.found },
      ...found,
    });
    const basis = [...terms.basis, ...planLead.basis, ...partner.basis, ...more, ...above.basis];
    return { command, basis: distinct(basis) };
  }

  /** The amendment that is named, who would be left, and who leads below. */
  async #ofChange(request: NetworkRequest, { plan, members }: NetworkState, data: Changing) {
    const { target } = request;
    const change = await this.#changeOf(request, data);
    const presence = await this.grounds.presence(plan, members.filter(isIn));
    const below =
      plan === null
        ? { found: {}, basis: [] }
        : await this.ties.nestedLeads(plan, target as NetworkId);
    const leadsBelow = Object.values(below.found).filter((lead) => lead !== null);
    const found = { change: change.found, presence: { ...presence.found, leadsBelow } };
    return [found, [...change.basis, ...presence.basis, ...below.basis]] as const;
  }

  #changeOf({ target }: NetworkRequest, { change }: Changing) {
    return this.ties.change(target as NetworkId, change);
  }

  async #onEnd(request: NetworkRequest, state: NetworkState): Grounding {
    const { found, basis } = await this.ties.end(request.target as NetworkId, state);
    return { command: commandOf(request, found), basis: distinct(basis) };
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
    const active = members.filter(({ status }) => status === 'Active');
    const { found, basis } = await this.grounds.presence(plan, active);
    return { command: commandOf(request, found), basis: distinct(basis) };
  }

  async #onAgreement(request: NetworkRequest, id: string): Grounding {
    const { found: agreement, basis } = await this.ties.agreement(id);
    return { command: commandOf(request, { network: request.target, agreement }), basis };
  }

  #termsOf(plan: PlanId | null): Promise<Ground<PlanTerms | null>> {
    return plan === null
      ? Promise.resolve({ found: null, basis: [] })
      : this.grounds.planTerms(plan);
  }
}

/** A stream that two grounds were read from is named once. */
export function distinct(basis: readonly Basis[]): readonly Basis[] {
  return [...new Map(basis.map((one) => [one.stream, one])).values()];
}
