import type { LocalDate } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type { MemberRole, MemberStatus, NetworkLevel, NetworkStatus } from '../contract/index.js';
import type { NetworkEvent } from './network.events.js';

/** A partner in a network; `until` is the last day for an answer to its invitation. */
export type Member = Readonly<{
  partner: PartnerId;
  role: MemberRole;
  status: MemberStatus;
  until: LocalDate | null;
}>;

/** Holds only what a decision here or in another context reads. */
export type NetworkState = Readonly<{
  status: NetworkStatus | 'none';
  plan: PlanId | null;
  level: NetworkLevel;
  members: readonly Member[];
}>;

/** Before it is proposed. */
export const initial: NetworkState = { status: 'none', plan: null, level: 'local', members: [] };

/** The members that hold the role of lead: at most one, from the constitution on exactly one. */
export function leadOf({ members }: NetworkState): Member | undefined {
  return members.find(({ role }) => role === 'lead');
}

/** The membership of a partner, whatever its state. */
export function memberOf({ members }: NetworkState, partner: PartnerId): Member | undefined {
  return members.find((member) => member.partner === partner);
}

/** What a fact changes. */
export function evolve(state: NetworkState, { type, data }: NetworkEvent): NetworkState {
  switch (type) {
    case 'NetworkProposed': {
      const { plan, level, lead: partner } = data;
      const lead = { partner, role: 'lead', status: 'Active', until: null } as const;
      return { status: 'Proposed', plan, level, members: [lead] };
    }
    case 'MemberInvited': {
      const { partner, role, until } = data;
      const others = state.members.filter((member) => member.partner !== partner);
      return { ...state, members: [...others, { partner, role, status: 'Invited', until }] };
    }
    case 'InvitationAccepted':
      return changed(state, data.partner, { status: 'Accepted' });
    case 'InvitationDeclined':
      return changed(state, data.partner, { status: 'Declined' });
    case 'MemberAdmitted':
      return changed(state, data.partner, { status: 'Active' });
    case 'MemberRoleAssigned':
      return changed(state, data.partner, { role: data.role });
    case 'NetworkConstituted':
    case 'NetworkActivated':
      return { ...state, status: type === 'NetworkActivated' ? 'Active' : 'Constituting' };
  }
}

function changed(state: NetworkState, partner: PartnerId, change: Partial<Member>): NetworkState {
  const members = state.members.map((member) =>
    member.partner === partner ? { ...member, ...change } : member,
  );
  return { ...state, members };
}
