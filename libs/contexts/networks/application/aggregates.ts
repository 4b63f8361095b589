import type { Aggregate } from '@tavolo/command';
import type { PlanId } from '@tavolo/plans';
import type { TreeId } from '../contract/index.js';
import type { NetworkCommand } from '../domain/network.commands.js';
import { networkEventTypes } from '../domain/network.events.js';
import type { NetworkEvent } from '../domain/network.events.js';
import type { NetworkState } from '../domain/network.state.js';
import { network } from '../domain/network.js';
import { treeEventTypes } from '../domain/tree.events.js';
import type { TreeEvent } from '../domain/tree.events.js';
import { tree } from '../domain/tree.js';
import type { TreeCommand, TreeState } from '../domain/tree.js';

/** Networks as streams `network-<uuid>`. */
export const networks: Aggregate<NetworkState, NetworkCommand, NetworkEvent> = {
  category: 'network',
  decider: network,
  version: 3,
  eventTypes: networkEventTypes,
  creates: ['ProposeNetwork', 'FoundBySplit'],
  ofEffect: [
    'ConstituteNetwork',
    'ReplaceLead',
    'SuspendMember',
    'ReinstateMember',
    'ReleaseMember',
    'ExpelMember',
    'SuspendNetwork',
    'ResumeNetwork',
    'StartDissolution',
    'DissolveNetwork',
  ],
};

/** Trees of networks as streams `tree-<uuid of the plan>`. */
export const trees: Aggregate<TreeState, TreeCommand, TreeEvent> = {
  category: 'tree',
  decider: tree,
  version: 2,
  eventTypes: treeEventTypes,
  creates: [],
  derived: true,
  ofEffect: ['MergeNetworks', 'SplitNetwork'],
};

/** The stream that keeps nesting and territories of a plan's networks. */
export function treeOf(plan: PlanId): TreeId {
  return plan.replace(/^plan-/, 'tree-') as TreeId;
}
