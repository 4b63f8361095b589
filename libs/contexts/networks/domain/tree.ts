import { accept, refuse } from '@tavolo/kernel';
import type { Decider, Decision } from '@tavolo/kernel';
import type { NetworkId, NetworkLevel } from '../contract/index.js';
import { networkLevels } from '../contract/index.js';
import { areComparable, sharedCodes } from './territory.js';
import type { Territory } from './territory.js';
import type {
  DefineTerritory,
  LinkParentNetwork,
  RemoveNetwork,
  TreeCommand,
} from './tree.commands.js';
import type { TreeEvent } from './tree.events.js';
import { merge, split } from './tree.merging.js';
import { treeRules as rules } from './tree.rules.js';
import { evolve, initial } from './tree.state.js';
import type { TreeState } from './tree.state.js';

export type { TreeCommand } from './tree.commands.js';
export type { TreeState } from './tree.state.js';

/** One stream for all networks of a plan, so that two of them can't race past N-4 or N-6. */
export const tree = { initial, decide, evolve } satisfies Decider<
  TreeState,
  TreeCommand,
  TreeEvent
>;

function decide(command: TreeCommand, state: TreeState): Decision<TreeEvent> {
  switch (command.type) {
    case 'DefineTerritory':
      return define(command, state);
    case 'LinkParentNetwork':
      return link(command, state);
    case 'MergeNetworks':
      return merge(command, state);
    case 'SplitNetwork':
      return split(command, state);
    case 'RemoveNetwork':
      return remove(command, state);
  }
}

function define({ data, at }: DefineTerritory, state: TreeState): Decision<TreeEvent> {
  const { network, grounds } = data;
  if (!grounds.network) return refuse(rules.NetworkUnknown, { network });
  if (state.over.includes(network)) return refuse(rules.NetworkOver, { network });
  const codes = [...new Set(data.codes)].sort();
  if (isSame(codes, state.territories[network] ?? [])) return refuse(rules.TerritoryKnown);
  const parent = state.parents[network];
  const refusal = parent && refusedBeside(state, { network, parent, codes });
  if (refusal) return refusal;
  return accept({ type: 'NetworkTerritoryDefined', data: { network, codes, definedAt: at } });
}

function link({ data, at }: LinkParentNetwork, state: TreeState): Decision<TreeEvent> {
  const { network, parent, grounds } = data;
  if (!grounds.network) return refuse(rules.NetworkUnknown, { network });
  if (!grounds.parent) return refuse(rules.NetworkUnknown, { network: parent });
  const over = [network, parent].find((one) => state.over.includes(one));
  if (over) return refuse(rules.NetworkOver, { network: over });
  const codes = state.territories[network] ?? [];
  const refusal =
    misplaced(data, state) ??
    notBelow(grounds.network.level, grounds.parent.level) ??
    leadless(data) ??
    refusedBeside(state, { network, parent, codes });
  return refusal ?? accept({ type: 'NetworkNested', data: { network, parent, nestedAt: at } });
}

/** N-4: one parent, and no network within itself. */
function misplaced(
  { network, parent }: LinkParentNetwork['data'],
  state: TreeState,
): Decision<never> | null {
  const known = state.parents[network];
  if (known) return refuse(rules.ParentKnown, { network, parent: known });
  const isCycle = lineOf(parent, state).includes(network);
  return isCycle ? refuse(rules.Cycle, { network, parent }) : null;
}

/** N-4: a network lies within one of a higher tier. */
function notBelow(level?: NetworkLevel, above?: NetworkLevel): Decision<never> | null {
  if (!level || !above) return null;
  const isBelow = networkLevels.indexOf(level) > networkLevels.indexOf(above);
  return isBelow ? null : refuse(rules.LevelNotBelow, { level, above });
}

/** N-5: its lead is an active member of the network above. */
function leadless({ network, parent, grounds }: LinkParentNetwork['data']): Decision<never> | null {
  const lead = grounds.network?.lead ?? null;
  const isMember = lead !== null && grounds.parent?.activeMembers.includes(lead);
  return isMember ? null : refuse(rules.LeadNotInParent, { network, parent, lead });
}

/** A network and everything above it, from itself up. */
function lineOf(network: NetworkId, { parents }: TreeState): readonly NetworkId[] {
  const line = [network];
  for (let above = parents[network]; above !== undefined; above = parents[above]) line.push(above);
  return line;
}

type Place = Readonly<{ network: NetworkId; parent: NetworkId; codes: Territory }>;

/** N-6: networks with the same parent have territories of their own. Null where it is kept. */
function refusedBeside(state: TreeState, place: Place): Decision<never> | null {
  for (const [sibling, codes] of siblingsOf(state, place)) {
    const shared = sharedCodes(place.codes, codes);
    if (shared.length > 0) return refuse(rules.TerritoriesOverlap, { sibling, codes: shared });
    const isEmpty = place.codes.length === 0 || codes.length === 0;
    if (!isEmpty && !areComparable(place.codes, codes)) {
      return refuse(rules.TerritoriesNotComparable, { sibling });
    }
  }
  return null;
}

function siblingsOf(state: TreeState, { network, parent }: Place) {
  const territories = Object.entries(state.territories) as [NetworkId, Territory][];
  return territories.filter(([other]) => other !== network && state.parents[other] === parent);
}

function isSame(one: Territory, other: Territory): boolean {
  return one.length === other.length && one.every((code, index) => code === other[index]);
}

/** What lay in a network that is dissolved was asked about there (N-10). */
function remove({ data: { network }, at }: RemoveNetwork, state: TreeState): Decision<TreeEvent> {
  if (state.over.includes(network)) return refuse(rules.NetworkOver, { network });
  return accept({ type: 'NetworkRemoved', data: { network, removedAt: at } });
}
