import type { LocalDate } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { PlanId } from '@tavolo/plans';
import type {
  MemberRole,
  MemberStatus,
  NetworkId,
  NetworkLevel,
  NetworkStatus,
} from '../contract/index.js';
import type { NetworkEvent } from './network.events.js';

/** A partner in a network; `until` is the last day for an answer to its invitation. */
export type Member = Readonly<{
  partner: PartnerId;
  role: MemberRole;
  status: MemberStatus;
  until: LocalDate | null;
  /** It asked to leave, and is in until it is released. */
  wantsOut?: boolean;
  /** Its organisation has ended: its place is to be given up, or to another lead (N-2). */
  ceased?: boolean;
}>;

/** Holds only what a decision here or in another context reads. */
export type NetworkState = Readonly<{
  status: NetworkStatus | 'none';
  plan: PlanId | null;
  level: NetworkLevel;
  members: readonly Member[];
  /** The agreement that it is, or was last, active by (N-3). */
  agreement: string | null;
  /** The lead that was found not to be eligible any more, until it is again (N-2). */
  unfitLead: PartnerId | null;
  /** The networks whose members came into this one. */
  mergedWith: readonly NetworkId[];
}>;

/** Before it is proposed. */
export const initial: NetworkState = {
  ...{ status: 'none', plan: null, level: 'local', members: [] },
  ...{ agreement: null, unfitLead: null, mergedWith: [] },
};

/** True for a member that is in its network: active, or suspended for the time being. */
export function isIn({ status }: Member): boolean {
  return status === 'Active' || status === 'Suspended';
}

/** The members that hold the role of lead: at most one, from the constitution on exactly one. */
export function leadOf({ members }: Pick<NetworkState, 'members'>): Member | undefined {
  return members.find((member) => member.role === 'lead' && isIn(member));
}

/** Who leads at present: none while the organisation in that role has ended (N-2). */
export function leaderOf(state: Pick<NetworkState, 'members'>): PartnerId | null {
  const lead = leadOf(state);
  return lead && !lead.ceased ? lead.partner : null;
}

/** The membership of a partner, whatever its state. */
export function memberOf({ members }: NetworkState, partner: PartnerId): Member | undefined {
  return members.find((member) => member.partner === partner);
}

type Changes = {
  readonly [Type in NetworkEvent['type']]: (
    state: NetworkState,
    data: Extract<NetworkEvent, { type: Type }>['data'],
  ) => Partial<NetworkState>;
};

type Named = Readonly<{ partner: PartnerId }>;

/** A fact that brings one member into a state. */
function brings(status: MemberStatus) {
  return (state: NetworkState, { partner }: Named) => changed(state, partner, { status });
}

/** What each fact changes. */
const changes: Changes = {
  NetworkProposed: (_, { plan, level, lead: partner }) => {
    const lead = { partner, role: 'lead', status: 'Active', until: null } as const;
    return { status: 'Proposed', plan, level, members: [lead] };
  },
  MemberInvited: (state, { partner, role, until }) => {
    const others = state.members.filter((member) => member.partner !== partner);
    return { members: [...others, { partner, role, status: 'Invited', until }] };
  },
  InvitationAccepted: brings('Accepted'),
  InvitationDeclined: brings('Declined'),
  InvitationRevoked: brings('InvitationRevoked'),
  InvitationExpired: brings('InvitationExpired'),
  MemberAdmitted: brings('Active'),
  MemberRoleAssigned: (state, { partner, role }) => ({
    ...changed(state, partner, { role }),
    unfitLead: partner === state.unfitLead ? null : state.unfitLead,
  }),
  LeadPartnerReplaced: (state, { from, to, formerRole }) => {
    const { members } = changed(state, from, { role: formerRole });
    return { ...changed({ ...state, members }, to, { role: 'lead' }), unfitLead: null };
  },
  MemberCeased: (state, { partner }) => {
    return changed(state, partner, { status: 'Suspended', ceased: true });
  },
  LeadEligibilityLost: (_, { partner: unfitLead }) => ({ unfitLead }),
  LeadEligibilityRegained: () => ({ unfitLead: null }),
  MemberSuspended: brings('Suspended'),
  MemberReinstated: brings('Active'),
  MemberExitRequested: (state, { partner }) => changed(state, partner, { wantsOut: true }),
  MemberReleased: brings('Left'),
  MemberExpelled: brings('Expelled'),
  NetworkConstituted: () => ({ status: 'Constituting' }),
  NetworkActivated: (_, { agreement }) => ({ status: 'Active', agreement }),
  NetworkSuspended: () => ({ status: 'Suspended' }),
  NetworkResumed: (_, { agreement }) => ({ status: 'Active', agreement }),
  NetworkDissolutionStarted: () => ({ status: 'Dissolving' }),
  NetworkDissolved: () => ({ status: 'Dissolved' }),
  MembersMovedIn: ({ members, mergedWith }, { from, members: coming }) => {
    const others = members.filter(({ partner }) => !coming.some((one) => one.partner === partner));
    const moved = coming.map(({ partner, role, suspended }): Member => {
      return { partner, role, status: suspended ? 'Suspended' : 'Active', until: null };
    });
    return { members: [...others, ...moved], mergedWith: [...mergedWith, from] };
  },
  MembersMovedOut: ({ members }, { partners }) => ({
    members: members.map((member) =>
      partners.includes(member.partner) ? { ...member, status: 'Left' } : member,
    ),
  }),
};

/** What a fact changes. */
export function evolve(state: NetworkState, { type, data }: NetworkEvent): NetworkState {
  // The table pairs a type with the function for it, which the compiler cannot see from here.
  const change = changes[type] as (state: NetworkState, data: object) => Partial<NetworkState>;
  return { ...state, ...change(state, data) };
}

function changed({ members }: NetworkState, partner: PartnerId, change: Partial<Member>) {
  return {
    members: members.map((one) => (one.partner === partner ? { ...one, ...change } : one)),
  };
}
