import type { RecordedEvent } from '@tavolo/event-store';
import { defineTable } from '@tavolo/projection';
import type { Projection, Writer } from '@tavolo/projection';
import type { MemberRole, MemberStatus, NetworkLevel, NetworkStatus } from '../contract/index.js';
import type { NetworkEvent } from '../domain/network.events.js';
import type { TreeEvent } from '../domain/tree.events.js';

/** A network with its place in the tree of its plan. */
export type NetworkRow = Readonly<{
  id: string;
  /** Of the network's own stream; nesting and territory are facts of the plan's tree. */
  revision: number;
  status: NetworkStatus;
  plan: string;
  title: string;
  titleEn: string | null;
  level: NetworkLevel;
  lead: string | null;
  parent: string | null;
  territory: readonly string[];
  agreement: string | null;
  activeFrom: string | null;
  source: string | null;
}>;

/** `id` is that of the network and of the partner. */
export type MemberRow = Readonly<{
  id: string;
  network: string;
  partner: string;
  role: MemberRole;
  status: MemberStatus;
  invitedUntil: string | null;
  /** When it was proposed as lead or invited. */
  since: string;
}>;

/** One row for each network. */
export const networkTable = defineTable<NetworkRow>('network', {
  columns: ['plan', 'level', 'status', 'parent'],
  order: 'title',
});

/** One row for each partner that was ever invited to a network, the lead included. */
export const memberTable = defineTable<MemberRow>('network_member', {
  columns: ['network', 'partner'],
  order: 'since',
});

/** Networks and members from the facts of networks and of trees. */
export const networkProjection: Projection = {
  name: 'network',
  version: 1,
  categories: ['network', 'tree'],
  tables: [networkTable, memberTable],
  apply(recorded, write) {
    const event = recorded as unknown as NetworkEvent | TreeEvent;
    if (event.type === 'NetworkNested' || event.type === 'NetworkTerritoryDefined') {
      place(event, write);
    } else {
      projectMember(recorded.stream, event, write);
      projectNetwork(recorded, event, write);
    }
  },
};

function place({ type, data }: TreeEvent, write: Writer): void {
  const row = write.get(networkTable, data.network);
  if (!row) return;
  const change = type === 'NetworkNested' ? { parent: data.parent } : { territory: data.codes };
  write.put(networkTable, { ...row, ...change });
}

function projectNetwork(
  { stream, revision }: RecordedEvent,
  event: NetworkEvent,
  write: Writer,
): void {
  const row =
    event.type === 'NetworkProposed'
      ? proposed(stream, event.data)
      : write.get(networkTable, stream);
  if (row) write.put(networkTable, { ...row, ...changes(row, event), revision });
}

type Proposed = Extract<NetworkEvent, { type: 'NetworkProposed' }>['data'];

function proposed(id: string, data: Proposed): NetworkRow {
  const { plan, title, titleEn = null, level, lead, source = null } = data;
  return {
    ...{ id, revision: 0, status: 'Proposed', plan, title, titleEn, level, lead, source },
    ...{ parent: null, territory: [], agreement: null, activeFrom: null },
  };
}

function changes({ lead }: NetworkRow, { type, data }: NetworkEvent): Partial<NetworkRow> {
  switch (type) {
    case 'NetworkConstituted':
      return { status: 'Constituting' };
    case 'NetworkActivated':
      return { status: 'Active', agreement: data.agreement, activeFrom: data.from };
    case 'MemberRoleAssigned':
      if (data.role === 'lead') return { lead: data.partner };
      return lead === data.partner ? { lead: null } : {};
    default:
      return {};
  }
}

function projectMember(network: string, event: NetworkEvent, write: Writer): void {
  const row = member(network, event, write);
  if (row) write.put(memberTable, row);
}

function member(network: string, { type, data }: NetworkEvent, write: Writer): MemberRow | null {
  switch (type) {
    case 'NetworkProposed': {
      const membership = { role: 'lead', status: 'Active', invitedUntil: null } as const;
      return { ...keyOf(network, data.lead), ...membership, since: data.proposedAt };
    }
    case 'MemberInvited': {
      const { role, until: invitedUntil, invitedAt: since } = data;
      return { ...keyOf(network, data.partner), role, status: 'Invited', invitedUntil, since };
    }
    case 'InvitationAccepted':
    case 'InvitationDeclined':
    case 'MemberAdmitted': {
      const row = write.get(memberTable, keyOf(network, data.partner).id);
      return row && { ...row, status: steps[type] };
    }
    case 'MemberRoleAssigned': {
      const row = write.get(memberTable, keyOf(network, data.partner).id);
      return row && { ...row, role: data.role };
    }
    default:
      return null;
  }
}

const steps = {
  InvitationAccepted: 'Accepted',
  InvitationDeclined: 'Declined',
  MemberAdmitted: 'Active',
} as const;

function keyOf(network: string, partner: string) {
  return { id: `${network}#${partner}`, network, partner };
}
