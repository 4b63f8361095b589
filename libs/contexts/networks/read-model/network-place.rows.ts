import type { Writer } from '@tavolo/projection';
import type { NetworkEvent, NetworkProposed } from '../domain/network.events.js';
import { treeEventTypes } from '../domain/tree.events.js';
import type { NetworkSplit, TreeEvent } from '../domain/tree.events.js';
import { networkTable } from './network.tables.js';
import type { NetworkRow } from './network.tables.js';

/** True for a fact of the tree of a plan. */
export function isOfTree(event: NetworkEvent | TreeEvent): event is TreeEvent {
  return (treeEventTypes as readonly string[]).includes(event.type);
}

type Place = Partial<Pick<NetworkRow, 'parent' | 'territory'>>;

/** Nesting and territory of the networks that a fact of the tree speaks of. */
export function place({ type, data }: TreeEvent, write: Writer): void {
  switch (type) {
    case 'NetworkNested':
      set(data.network, { parent: data.parent }, write);
      break;
    case 'NetworkTerritoryDefined':
      set(data.network, { territory: data.codes }, write);
      break;
    case 'NetworkRemoved':
      set(data.network, { parent: null, territory: [] }, write);
      break;
    case 'NetworksMerged':
      for (const { id } of write.where(networkTable, 'parent', data.absorbed)) {
        set(id, { parent: data.into }, write);
      }
      set(data.into, { territory: data.codes }, write);
      set(data.absorbed, { parent: null, territory: [] }, write);
      break;
    case 'NetworkSplit':
      split(data, write);
  }
}

/** The row of the new network is there before its own stream begins, with its place. */
function split(data: NetworkSplit['data'], write: Writer): void {
  const { network, into, codes, remaining, nested, splitAt: proposedAt } = data;
  const old = write.get(networkTable, network);
  const row = proposed(into, { ...data, splitFrom: network, proposedAt });
  write.put(networkTable, { ...row, parent: old?.parent ?? null, territory: codes });
  set(network, { territory: remaining }, write);
  for (const id of nested) set(id, { parent: into }, write);
}

/** The row of a network at its beginning. */
export function proposed(id: string, data: NetworkProposed['data']): NetworkRow {
  const { plan, title, titleEn = null, level, lead, source = null, splitFrom = null } = data;
  return {
    ...{ id, revision: 0, status: 'Proposed', plan, title, titleEn, level, lead, source },
    ...{ parent: null, territory: [], agreement: null, activeFrom: null, splitFrom },
    ...{
      leadUnfitSince: null,
      suspendedAt: null,
      dissolvingSince: null,
      dissolvedAt: null,
      mergedInto: null,
    },
  };
}

function set(id: string, change: Place, write: Writer): void {
  const row = write.get(networkTable, id);
  if (row) write.put(networkTable, { ...row, ...change });
}
