import type { Writer } from '@tavolo/projection';
import type { MemberStatus } from '../contract/index.js';
import type { NetworkEvent } from '../domain/network.events.js';
import { memberTable } from './network.tables.js';
import type { MemberRow } from './network.tables.js';

type Data<Type extends NetworkEvent['type']> = Extract<NetworkEvent, { type: Type }>['data'];

/** The rows of the members that a fact of a network speaks of. */
export function projectMembers(network: string, { type, data }: NetworkEvent, write: Writer): void {
  switch (type) {
    case 'NetworkProposed': {
      const { lead, proposedAt: since } = data;
      put({ ...begun(network, lead), role: 'lead', status: 'Active', since }, write);
      break;
    }
    case 'MemberInvited': {
      const { partner, role, until: invitedUntil, invitedAt: since } = data;
      put({ ...begun(network, partner), role, status: 'Invited', invitedUntil, since }, write);
      break;
    }
    case 'MemberRoleAssigned':
      change(idOf(network, data.partner), { role: data.role }, write);
      break;
    case 'LeadPartnerReplaced':
      change(idOf(network, data.from), { role: data.formerRole }, write);
      change(idOf(network, data.to), { role: 'lead' }, write);
      break;
    case 'MembersMovedIn':
      movedIn(network, data, write);
      break;
    case 'MembersMovedOut':
      for (const partner of data.partners) {
        change(idOf(network, partner), { status: 'Left', endedAt: data.movedAt }, write);
      }
      break;
    default:
      step(network, { type, data } as NetworkEvent, write);
  }
}

/** The steps of one membership. */
function step(network: string, { type, data }: NetworkEvent, write: Writer): void {
  switch (type) {
    case 'InvitationAccepted':
    case 'InvitationDeclined':
    case 'InvitationRevoked':
    case 'InvitationExpired':
    case 'MemberAdmitted':
    case 'MemberSuspended':
    case 'MemberReinstated':
      change(idOf(network, data.partner), { status: steps[type] }, write);
      break;
    case 'MemberCeased':
      change(idOf(network, data.partner), { status: 'Suspended', ceasedAt: data.ceasedAt }, write);
      break;
    case 'MemberExitRequested':
      change(idOf(network, data.partner), { exitRequestedAt: data.requestedAt }, write);
      break;
    case 'MemberReleased':
      change(idOf(network, data.partner), { status: 'Left', endedAt: data.releasedAt }, write);
      break;
    case 'MemberExpelled':
      change(idOf(network, data.partner), { status: 'Expelled', endedAt: data.expelledAt }, write);
      break;
    default: // Of the network itself.
  }
}

const steps = {
  InvitationAccepted: 'Accepted',
  InvitationDeclined: 'Declined',
  InvitationRevoked: 'InvitationRevoked',
  InvitationExpired: 'InvitationExpired',
  MemberAdmitted: 'Active',
  MemberSuspended: 'Suspended',
  MemberReinstated: 'Active',
} as const;

function movedIn(network: string, data: Data<'MembersMovedIn'>, write: Writer): void {
  for (const { partner, role, suspended } of data.members) {
    const status: MemberStatus = suspended ? 'Suspended' : 'Active';
    put({ ...begun(network, partner), role, status, since: data.movedAt }, write);
  }
}

function put(row: MemberRow, write: Writer): void {
  write.put(memberTable, row);
}

function change(id: string, changed: Partial<MemberRow>, write: Writer): void {
  const row = write.get(memberTable, id);
  if (row) write.put(memberTable, { ...row, ...changed });
}

function idOf(network: string, partner: string): string {
  return `${network}#${partner}`;
}

function begun(network: string, partner: string) {
  return {
    ...{ id: idOf(network, partner), network, partner },
    ...{ invitedUntil: null, exitRequestedAt: null, ceasedAt: null, endedAt: null },
  };
}
