import { accept, refuse } from '@tavolo/kernel';
import type { Command, Decider, Decision } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { NetworkId } from '../contract/index.js';
import { areComparable, sharedCodes } from './territory.js';
import type { Territory } from './territory.js';
import type { TreeEvent } from './tree.events.js';
import { treeRules as rules } from './tree.rules.js';

/** `network` is null where the plan has no such network. */
export type DefineTerritory = Command<
  'DefineTerritory',
  {
    network: NetworkId;
    codes: Territory;
    grounds: { network: { lead: PartnerId | null } | null };
  }
>;
/** Null where the plan has no such network; the active members of the parent are for N-5. */
export type LinkParentNetwork = Command<
  'LinkParentNetwork',
  {
    network: NetworkId;
    parent: NetworkId;
    grounds: {
      network: { lead: PartnerId | null } | null;
      parent: { activeMembers: readonly PartnerId[] } | null;
    };
  }
>;
/** Every command on the tree of a plan. */
export type TreeCommand = DefineTerritory | LinkParentNetwork;

/** Nesting and territories of the networks of one plan; a network without a parent is a root. */
export type TreeState = Readonly<{
  territories: Readonly<Partial<Record<NetworkId, Territory>>>;
  parents: Readonly<Partial<Record<NetworkId, NetworkId>>>;
}>;

const initial: TreeState = { territories: {}, parents: {} };

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
  }
}

function define({ data, at }: DefineTerritory, state: TreeState): Decision<TreeEvent> {
  const { network, grounds } = data;
  if (!grounds.network) return refuse(rules.NetworkUnknown, { network });
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
  const known = state.parents[network];
  if (known) return refuse(rules.ParentKnown, { network, parent: known });
  if (lineOf(parent, state).includes(network)) return refuse(rules.Cycle, { network, parent });
  const { lead } = grounds.network;
  if (lead === null || !grounds.parent.activeMembers.includes(lead)) {
    return refuse(rules.LeadNotInParent, { network, parent, lead });
  }
  const codes = state.territories[network] ?? [];
  const refusal = refusedBeside(state, { network, parent, codes });
  return refusal ?? accept({ type: 'NetworkNested', data: { network, parent, nestedAt: at } });
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

function evolve(state: TreeState, { type, data }: TreeEvent): TreeState {
  const { network } = data;
  switch (type) {
    case 'NetworkTerritoryDefined':
      return { ...state, territories: { ...state.territories, [network]: data.codes } };
    case 'NetworkNested':
      return { ...state, parents: { ...state.parents, [network]: data.parent } };
  }
}
