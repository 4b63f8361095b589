import { accept, refuse } from '@tavolo/kernel';
import type { Decision, LocalDate } from '@tavolo/kernel';
import type { PartnerId } from '@tavolo/partners';
import type { MemberStatus } from '../contract/index.js';
import type {
  AcceptInvitation,
  AdmitMember,
  AssignRole,
  DeclineInvitation,
  InviteMember,
} from './network.commands.js';
import type { ExpireInvitation, RevokeInvitation } from './network.later.commands.js';
import type { NetworkEvent } from './network.events.js';
import { categoryRefusal, changeOf, changeRefusal, isAwarded } from './network.presence.js';
import { networkRules as rules } from './network.rules.js';
import { leadOf, memberOf } from './network.state.js';
import type { Member, NetworkState } from './network.state.js';
import { eligibilityRefusal, leadRefusal, regionRefusal } from './partner.grounds.js';

type Refused = Decision<never> | null;

/** PA-2, PA-10, N-8 for the approval, and N-9: a partner that is in the network, or asked to be, is not asked again. */
export function invite(
  { data, at, today }: InviteMember,
  state: NetworkState,
): Decision<NetworkEvent> {
  const { grounds, ...invitation } = data;
  const { partner, role, until } = invitation;
  if (isAwarded(state) && data.approval === undefined) return refuse(rules.MembersFixed);
  if (!grounds.partner) return refuse(rules.PartnerUnknown, { partner });
  const refusal =
    alreadyIn(memberOf(state, partner), today) ??
    eligibilityRefusal(grounds.partner, { partner, today }) ??
    regionRefusal(grounds.partner, { partner, role, planLead: grounds.planLead });
  if (refusal) return refusal;
  if (until < today) return refuse(rules.InvitationOver, { until });
  return accept({ type: 'MemberInvited', data: { ...invitation, invitedAt: at } });
}

/** True for who is no member and not asked to be one: it left, or nothing came of an invitation. */
function isOutside({ status }: Member): boolean {
  return !['Invited', 'Accepted', 'Active', 'Suspended'].includes(status);
}

/** A declined invitation, or one that nobody answered in time, leaves room for a new one. */
function alreadyIn(member: Member | undefined, today: LocalDate): Refused {
  if (!member || isOutside(member) || isOver(member, today)) return null;
  const { partner, status, role } = member;
  return refuse(rules.AlreadyMember, { partner, status, role });
}

/** A date decides: no timer has to have said that the invitation expired. */
function isOver({ status, until }: Member, today: LocalDate): boolean {
  return status === 'Invited' && until !== null && until < today;
}

/** Only the invited partner itself, by a person with the power to join a network for it (PA-5). */
export function acceptInvitation(
  command: AcceptInvitation,
  state: NetworkState,
): Decision<NetworkEvent> {
  const answer = answerer(command, state);
  if ('refusal' in answer) return answer.refusal;
  const { partner } = answer;
  return accept({ type: 'InvitationAccepted', data: { partner, acceptedAt: command.at } });
}

/** Only the invited partner itself, by a person with the power to join a network for it (PA-5). */
export function decline(command: DeclineInvitation, state: NetworkState): Decision<NetworkEvent> {
  const answer = answerer(command, state);
  if ('refusal' in answer) return answer.refusal;
  const { partner } = answer;
  return accept({ type: 'InvitationDeclined', data: { partner, declinedAt: command.at } });
}

type Answerer = { readonly partner: PartnerId } | { readonly refusal: Decision<never> };

/** The partner that an answer to an invitation is given for, if it can give one today. */
function answerer(
  { data, by, today }: AcceptInvitation | DeclineInvitation,
  state: NetworkState,
): Answerer {
  const { organisation } = by;
  const member = organisation === null ? undefined : memberOf(state, organisation);
  if (!member) return { refusal: refuse(rules.NotInvited) };
  const { partner, until } = member;
  const refusal = notIn('Invited', member);
  if (refusal) return { refusal };
  if (isOver(member, today)) return { refusal: refuse(rules.InvitationOver, { until }) };
  const acts = data.grounds.power?.acts ?? [];
  if (acts !== 'all' && !acts.includes('membership'))
    return { refusal: refuse(rules.PowerMissing) };
  return { partner };
}

/** Taken back before the partner is a member, even when it has said yes. */
export function revokeInvitation(
  { data: { partner }, at }: RevokeInvitation,
  state: NetworkState,
): Decision<NetworkEvent> {
  const member = memberOf(state, partner);
  if (!member) return refuse(rules.MemberUnknown, { partner });
  const refusal = member.status === 'Accepted' ? null : notIn('Invited', member);
  if (refusal) return refusal;
  return accept({ type: 'InvitationRevoked', data: { partner, revokedAt: at } });
}

/** Only after the last day, whatever the timer thinks. */
export function expireInvitation(
  { data: { partner }, at, today }: ExpireInvitation,
  state: NetworkState,
): Decision<NetworkEvent> {
  const member = memberOf(state, partner);
  if (!member) return refuse(rules.MemberUnknown, { partner });
  const refusal = notIn('Invited', member);
  if (refusal) return refusal;
  if (!isOver(member, today)) return refuse(rules.InvitationHolds, { until: member.until });
  return accept({ type: 'InvitationExpired', data: { partner, expiredAt: at } });
}

/** PA-2 once more: who was eligible when invited may no longer be. N-8 after the award. */
export function admit(command: AdmitMember, state: NetworkState): Decision<NetworkEvent> {
  const { partner, change, grounds } = command.data;
  const { at, today } = command;
  const member = memberOf(state, partner);
  if (!member) return refuse(rules.MemberUnknown, { partner });
  const refusal =
    notIn('Accepted', member) ??
    changeRefusal(state, change, grounds.change) ??
    eligibilityRefusal(grounds.partner, { partner, today });
  if (refusal) return refusal;
  const data = { partner, ...changeOf(change), admittedAt: at };
  return accept({ type: 'MemberAdmitted', data });
}

/** N-9: the new role takes the place of the old one. */
export function assign(command: AssignRole, state: NetworkState): Decision<NetworkEvent> {
  const { partner, role, change, grounds } = command.data;
  const member = memberOf(state, partner);
  if (!member) return refuse(rules.MemberUnknown, { partner });
  if (!grounds.partner) return refuse(rules.PartnerUnknown, { partner });
  if (member.role === role) return refuse(rules.RoleKnown, { partner, role });
  const refusal =
    (role === 'lead' ? notLead(command, member, state) : notIn('Active', member)) ??
    leaderless(member, state) ??
    changeRefusal(state, change, grounds.change) ??
    regionRefusal(grounds.partner, { partner, role, planLead: grounds.planLead }) ??
    categoryRefusal(state, withRole(state, member, role), grounds.presence);
  if (refusal) return refusal;
  return accept({
    type: 'MemberRoleAssigned',
    data: { partner, role, ...changeOf(change), assignedAt: command.at },
  });
}

function withRole({ members }: NetworkState, member: Member, role: Member['role']): Member[] {
  return members.map((one) => (one === member ? { ...one, role } : one));
}

function notLead(
  { data: { partner, grounds }, today }: AssignRole,
  { status }: Member,
  state: NetworkState,
): Refused {
  const lead = leadOf(state);
  if (lead) return refuse(rules.LeadTaken, { lead: lead.partner }); // N-1
  if (status !== 'Active') return refuse(rules.LeadNotActive, { partner, status }); // N-2
  const { level } = state;
  return leadRefusal(grounds.partner, { partner, level, leadKinds: grounds.leadKinds, today });
}

/** N-1: a proposed network may be between two leads, a constituted one never. */
function leaderless({ role }: Member, { status }: NetworkState): Refused {
  return role === 'lead' && status !== 'Proposed' ? refuse(rules.LeadMissing) : null;
}

function notIn(needed: MemberStatus, { partner, status }: Member): Refused {
  return status === needed ? null : refuse(rules.MemberOutOfTurn, { partner, status, needed });
}
