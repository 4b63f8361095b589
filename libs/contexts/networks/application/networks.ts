import { Injectable } from '@nestjs/common';
import { Transactions } from '@tavolo/command';
import { Networks } from '../contract/index.js';
import type { NetworkId, NetworkStanding } from '../contract/index.js';
import { leaderOf } from '../domain/network.state.js';
import { networks, treeOf, trees } from './aggregates.js';

/** `Networks`, folded from a network's own stream and the tree of its plan when it is asked. */
@Injectable()
export class StreamedNetworks extends Networks {
  constructor(private readonly transactions: Transactions) {
    super();
  }

  async standing(id: NetworkId): Promise<NetworkStanding | null> {
    const found = await this.transactions.load(networks, id);
    if (!found || found.state.status === 'none' || found.state.plan === null) return null;
    const { status, plan, level, members } = found.state;
    const tree = await this.transactions.load(trees, treeOf(plan));
    return {
      ...{ id, status, plan, level, lead: leaderOf(found.state) },
      members: members.map(({ partner, role, status: standing }) => {
        return { partner, role, status: standing };
      }),
      parent: tree?.state.parents[id] ?? null,
      basis: found.basis,
    };
  }
}
