import { Injectable } from '@nestjs/common';
import { derivedId, Instance } from '@tavolo/command';
import type { Asked, Envelope, Loaded } from '@tavolo/command';
import type { Basis } from '@tavolo/event-store';
import type { NetworkId } from '../contract/index.js';
import { isIn } from '../domain/network.state.js';
import type { NetworkState } from '../domain/network.state.js';
import type { SplitNetwork } from '../domain/tree.commands.js';
import { NetworkGrounds } from './network.grounds.js';
import { NetworkTies } from './network.ties.js';

type Grounds = Omit<SplitNetwork['data']['grounds'], 'network' | 'newId'>;

/** What a split is decided on beside the network itself. */
@Injectable()
export class SplitParts {
  constructor(
    private readonly grounds: NetworkGrounds,
    private readonly ties: NetworkTies,
    private readonly instance: Instance,
  ) {}

  /** Nothing but the id of the new network, where there is no network to split. */
  async of(
    { envelope }: { readonly envelope: Envelope },
    { data }: Asked<SplitNetwork>,
    network: Loaded<NetworkState> | null,
  ): Promise<{ newId: NetworkId; grounds: Partial<Grounds>; basis: readonly Basis[] }> {
    const newId = this.#newId(envelope);
    const { plan = null, members = [] } = network?.state ?? {};
    if (plan === null) return { newId, grounds: {}, basis: [] };
    const terms = await this.grounds.planTerms(plan);
    const lead = await this.grounds.partner(data.lead);
    const above = await this.ties.parentMembers(plan, data.network);
    const below = await this.ties.nestedLeads(plan, data.network);
    const change = await this.ties.change(data.network, data.change);
    const presence = await this.grounds.presence(plan, members.filter(isIn));
    const grounds = {
      ...{ plan, lead: lead.found, leadKinds: terms.found?.leadKinds ?? [] },
      ...{ parentMembers: above.found, nestedLeads: below.found, change: change.found },
      presence: { ...presence.found, leadsBelow: [] },
    };
    const read = [terms, lead, above, below, change, presence];
    return { newId, grounds, basis: read.flatMap(({ basis }) => basis) };
  }

  /** The same command meets the same network. */
  #newId({ by, commandId }: Envelope): NetworkId {
    const { id } = this.instance.facts;
    return `network-${derivedId(id, by.person, commandId, 'network')}` as NetworkId;
  }
}
