import type { RecordedEvent } from '@tavolo/event-store';
import type { Projection, Writer } from '@tavolo/projection';
import type { NetworkEvent, NetworkProposed } from '../domain/network.events.js';
import type { TreeEvent } from '../domain/tree.events.js';
import { projectMembers } from './network-member.rows.js';
import { isOfTree, place, proposed } from './network-place.rows.js';
import { memberTable, networkTable } from './network.tables.js';
import type { NetworkRow } from './network.tables.js';

export { memberTable, networkTable } from './network.tables.js';
export type { MemberRow, NetworkRow } from './network.tables.js';

/** Networks and members from the facts of networks and of trees. */
export const networkProjection: Projection = {
  name: 'network',
  version: 3,
  categories: ['network', 'tree'],
  tables: [networkTable, memberTable],
  apply(recorded, write) {
    const event = recorded as unknown as NetworkEvent | TreeEvent;
    if (isOfTree(event)) {
      place(event, write);
    } else {
      projectMembers(recorded.stream, event, write);
      projectNetwork(recorded, event, write);
    }
  },
};

function projectNetwork(
  { stream, revision }: RecordedEvent,
  event: NetworkEvent,
  write: Writer,
): void {
  const row =
    event.type === 'NetworkProposed'
      ? founded(stream, event.data, write)
      : write.get(networkTable, stream);
  if (row) write.put(networkTable, { ...row, ...changes(row, event), revision });
}

/** A network that came out of a split has its place from the tree already. */
function founded(id: string, data: NetworkProposed['data'], write: Writer): NetworkRow {
  const known = write.get(networkTable, id);
  const row = proposed(id, data);
  return known ? { ...row, parent: known.parent, territory: known.territory } : row;
}

function changes({ lead }: NetworkRow, { type, data }: NetworkEvent): Partial<NetworkRow> {
  switch (type) {
    case 'NetworkConstituted':
      return { status: 'Constituting' };
    case 'NetworkActivated':
      return { status: 'Active', agreement: data.agreement, activeFrom: data.from };
    case 'NetworkSuspended':
      return { status: 'Suspended', suspendedAt: data.suspendedAt };
    case 'NetworkResumed':
      return { status: 'Active', suspendedAt: null, agreement: data.agreement };
    case 'NetworkDissolutionStarted':
      return { status: 'Dissolving', dissolvingSince: data.startedAt };
    case 'NetworkDissolved': {
      const { into: mergedInto = null, dissolvedAt } = data;
      return { status: 'Dissolved', dissolvedAt, mergedInto };
    }
    default:
      return ofLead(lead, { type, data } as NetworkEvent);
  }
}

/** Who leads, and whether it may (N-1, N-2). */
function ofLead(lead: string | null, { type, data }: NetworkEvent): Partial<NetworkRow> {
  switch (type) {
    case 'LeadPartnerReplaced':
      return { lead: data.to, leadUnfitSince: null };
    case 'MemberRoleAssigned':
      if (data.role === 'lead') return { lead: data.partner, leadUnfitSince: null };
      return without(data.partner, lead);
    case 'MemberCeased':
    case 'MemberReleased':
    case 'MemberExpelled':
      return without(data.partner, lead);
    case 'LeadEligibilityLost':
      return { leadUnfitSince: data.lostAt };
    case 'LeadEligibilityRegained':
      return { leadUnfitSince: null };
    default:
      return {};
  }
}

function without(partner: string, lead: string | null): Partial<NetworkRow> {
  return lead === partner ? { lead: null, leadUnfitSince: null } : {};
}
