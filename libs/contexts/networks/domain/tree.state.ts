import type { NetworkId } from '../contract/index.js';
import type { Territory } from './territory.js';
import type { TreeEvent } from './tree.events.js';

/** Nesting and territories of the networks of one plan; a network without a parent is a root. */
export type TreeState = Readonly<{
  territories: Readonly<Partial<Record<NetworkId, Territory>>>;
  parents: Readonly<Partial<Record<NetworkId, NetworkId>>>;
  /** Merged into others, or dissolved. */
  over: readonly NetworkId[];
  /** Came out of a split. */
  splitOff: readonly NetworkId[];
}>;

/** Before any network has a place. */
export const initial: TreeState = { territories: {}, parents: {}, over: [], splitOff: [] };

/** The networks nested in one. */
export function nestedIn({ parents }: TreeState, network: NetworkId): readonly NetworkId[] {
  const ids = Object.keys(parents) as NetworkId[];
  return ids.filter((id) => parents[id] === network);
}

/** True for a network that has, or had, a place in the tree. */
export function isPlaced(network: NetworkId, state: TreeState): boolean {
  const { parents, territories, over, splitOff } = state;
  const placed = [...Object.keys(parents), ...Object.values(parents), ...Object.keys(territories)];
  return [...placed, ...over, ...splitOff].includes(network);
}

/** What a fact changes. */
export function evolve(state: TreeState, { type, data }: TreeEvent): TreeState {
  const { territories, parents, over, splitOff } = state;
  switch (type) {
    case 'NetworkTerritoryDefined':
      return { ...state, territories: { ...territories, [data.network]: data.codes } };
    case 'NetworkNested':
      return { ...state, parents: { ...parents, [data.network]: data.parent } };
    case 'NetworksMerged': {
      const { into, absorbed, codes } = data;
      const moved = moveTo(into, nestedIn(state, absorbed));
      const rest = without(absorbed, {
        territories: { ...territories, [into]: codes },
        parents: { ...parents, ...moved },
      });
      return { ...rest, over: [...over, absorbed], splitOff };
    }
    case 'NetworkSplit': {
      const { network, into, codes, remaining, nested } = data;
      const parent = parents[network];
      const beside = parent === undefined ? {} : { [into]: parent };
      return {
        over,
        splitOff: [...splitOff, into],
        territories: { ...territories, [network]: remaining, [into]: codes },
        parents: { ...parents, ...beside, ...moveTo(into, nested) },
      };
    }
    case 'NetworkRemoved':
      return { ...without(data.network, state), over: [...over, data.network], splitOff };
  }
}

function moveTo(parent: NetworkId, networks: readonly NetworkId[]) {
  return Object.fromEntries(networks.map((network) => [network, parent]));
}

type Places = Pick<TreeState, 'parents' | 'territories'>;

function without(network: NetworkId, { parents, territories }: Places): Places {
  const { [network]: _parent, ...others } = parents;
  const { [network]: _codes, ...rest } = territories;
  return { parents: others, territories: rest };
}
