import { Injectable } from '@nestjs/common';
import { Agreements } from '@tavolo/agreements';
import type { AgreementId } from '@tavolo/agreements';
import { Transactions } from '@tavolo/command';
import type { Loaded } from '@tavolo/command';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import { NetworkObligations } from '../contract/index.js';
import type { AwardChange, NetworkId, OpenObligations } from '../contract/index.js';
import type { AgreementGround, ChangeGround, EndGround } from '../domain/network.later.commands.js';
import { leadOf } from '../domain/network.state.js';
import type { NetworkState } from '../domain/network.state.js';
import { nestedIn } from '../domain/tree.state.js';
import type { TreeState } from '../domain/tree.state.js';
import { networks, treeOf, trees } from './aggregates.js';
import type { Ground } from './network.grounds.js';

/** What ties a network to others: the networks around it, its agreements, what it still owes. */
@Injectable()
export class NetworkTies {
  constructor(
    private readonly transactions: Transactions,
    private readonly agreements: Agreements,
    private readonly obligations: NetworkObligations,
  ) {}

  /** A network as its own stream says; null where there is none. */
  async network(id: NetworkId): Promise<Loaded<NetworkState> | null> {
    const found = await this.transactions.load(networks, id);
    return found && found.state.status !== 'none' ? found : null;
  }

  /** The networks nested in one, and who leads each of them (N-5). */
  async nestedLeads(plan: PlanId, network: NetworkId): Promise<Ground<NestedLeads>> {
    const tree = await this.#treeOf(plan);
    const nested = tree ? nestedIn(tree.state, network) : [];
    const read = await Promise.all(nested.map(async (id) => [id, await this.network(id)] as const));
    const leads = read.map(([id, found]) => [id, leadIn(found)] as const);
    const basis = read.flatMap(([, found]) => found?.basis ?? []);
    return {
      found: Object.fromEntries(leads),
      basis: tree ? [tree.basis, ...basis] : basis,
    };
  }

  /** The active members of the network above; null where there is none (N-5). */
  async parentMembers(
    plan: PlanId,
    network: NetworkId,
  ): Promise<Ground<readonly PartnerId[] | null>> {
    const tree = await this.#treeOf(plan);
    const parent = tree?.state.parents[network];
    if (!tree || parent === undefined) return { found: null, basis: tree ? [tree.basis] : [] };
    const found = await this.network(parent);
    if (!found) return { found: [], basis: [tree.basis] };
    const active = found.state.members.filter(({ status }) => status === 'Active');
    return { found: active.map(({ partner }) => partner), basis: [tree.basis, found.basis] };
  }

  /** The agreement that a change of members names, for the network decided on (N-8). */
  async change(network: NetworkId, change: AwardChange | undefined): Promise<Ground<ChangeGround>> {
    const { found: agreement, basis } = await this.agreement(change?.agreement ?? null);
    return { found: { network, agreement }, basis };
  }

  /** An agreement as its own stream says. */
  async agreement(id: string | null): Promise<Ground<AgreementGround | null>> {
    const found = id === null ? null : await this.agreements.standing(id as AgreementId);
    if (!found) return { found: null, basis: [] };
    const { kind, status, network, inForceFrom, version = null, basis } = found;
    return { found: { kind, status, network, inForceFrom, version }, basis: [basis] };
  }

  /** What is open of a network that is to end (N-10). */
  async end(network: NetworkId, { plan, agreement: id }: NetworkState): Promise<Ground<EndGround>> {
    const agreement = await this.agreement(id);
    const open = await this.obligations.openOf(network);
    const tree = plan === null ? null : await this.#treeOf(plan);
    const found = {
      agreement: agreement.found,
      obligations: open && obligationsOf(open),
      nested: tree ? nestedIn(tree.state, network) : [],
    };
    const basis = [agreement.basis, open?.basis ?? [], tree?.basis ?? []].flat(2);
    return { found, basis };
  }

  #treeOf(plan: PlanId): Promise<Loaded<TreeState> | null> {
    return this.transactions.load(trees, treeOf(plan));
  }
}

/** Who leads each of some networks; null between two leads. */
export type NestedLeads = Readonly<Partial<Record<NetworkId, PartnerId | null>>>;

function leadIn(found: Loaded<NetworkState> | null): PartnerId | null {
  return (found && leadOf(found.state)?.partner) ?? null;
}

function obligationsOf({ openCents, openReports, agreements = [] }: OpenObligations) {
  return { openCents, openReports, agreements };
}
