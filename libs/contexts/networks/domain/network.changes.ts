import { accept, refuse } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import type {
  ExpelMember,
  ReinstateMember,
  ReleaseMember,
  ReplaceLead,
  RequestExit,
  SuspendMember,
} from './network.later.commands.js';
import type { NetworkEvent } from './network.events.js';
import { categoryRefusal, changeOf, changeRefusal, leadsBelowRefusal } from './network.presence.js';
import { networkRules as rules } from './network.rules.js';
import { isIn, leadOf, memberOf } from './network.state.js';
import type { Member, NetworkState } from './network.state.js';
import { eligibilityRefusal, leadRefusal, regionRefusal } from './partner.grounds.js';

type Refused = Decision<never> | null;

/** N-1: one lead goes and the next one comes in one fact. */
export function replaceLead(command: ReplaceLead, state: NetworkState): Decision<NetworkEvent> {
  const { data, at } = command;
  const { lead: to, formerRole, change, grounds } = data;
  const former = leadOf(state);
  const next = memberOf(state, to);
  if (!former) return refuse(rules.LeadMissing);
  if (!next) return refuse(rules.MemberUnknown, { partner: to });
  if (former === next) return refuse(rules.RoleKnown, { partner: to, role: 'lead' });
  const refusal =
    changeRefusal(state, change, grounds.change) ??
    notFit(command, next, state) ??
    categoryRefusal(state, replaced(state, { former, next, formerRole }), grounds.presence);
  if (refusal) return refusal;
  return accept({
    type: 'LeadPartnerReplaced',
    data: { from: former.partner, to, formerRole, ...changeOf(change), replacedAt: at },
  });
}

/** N-2, PA-10, and N-5: the lead of a nested network is a member of the one above. */
function notFit(
  { data: { grounds }, today }: ReplaceLead,
  { partner, status }: Member,
  { level }: NetworkState,
): Refused {
  if (status !== 'Active') return refuse(rules.LeadNotActive, { partner, status });
  const { planLead, leadKinds, parentMembers } = grounds;
  const refusal =
    leadRefusal(grounds.partner, { partner, level, leadKinds, today }) ??
    regionRefusal(grounds.partner, { partner, role: 'lead', planLead });
  if (refusal) return refusal;
  const isAbove = parentMembers === null || parentMembers.includes(partner);
  return isAbove ? null : refuse(rules.LeadNotAbove, { partner });
}

type Leads = Readonly<{ former: Member; next: Member; formerRole: Member['role'] }>;

function replaced({ members }: NetworkState, { former, next, formerRole }: Leads): Member[] {
  return members.map((member) => {
    if (member === former) return { ...member, role: formerRole };
    return member === next ? { ...member, role: 'lead' } : member;
  });
}

/** N-2: the lead is an active member, so another one leads before this one is suspended. */
export function suspendMember(
  { data: { partner }, at }: SuspendMember,
  state: NetworkState,
): Decision<NetworkEvent> {
  const member = memberOf(state, partner);
  if (!member) return refuse(rules.MemberUnknown, { partner });
  if (member.status !== 'Active') return notIn(member, 'Active');
  if (member.role === 'lead') return refuse(rules.LeadStays, { partner });
  return accept({ type: 'MemberSuspended', data: { partner, suspendedAt: at } });
}

/** PA-2 once more: who comes back is eligible. */
export function reinstateMember(
  { data: { partner, grounds }, at, today }: ReinstateMember,
  state: NetworkState,
): Decision<NetworkEvent> {
  const member = memberOf(state, partner);
  if (!member) return refuse(rules.MemberUnknown, { partner });
  if (member.status !== 'Suspended') return notIn(member, 'Suspended');
  if (member.ceased) return refuse(rules.MemberHasCeased, { partner });
  const refusal = eligibilityRefusal(grounds.partner, { partner, today });
  if (refusal) return refusal;
  return accept({ type: 'MemberReinstated', data: { partner, reinstatedAt: at } });
}

/** By the member itself; a suspended one may want to leave as well. */
export function requestExit({ by, at }: RequestExit, state: NetworkState): Decision<NetworkEvent> {
  const member = by.organisation === null ? undefined : memberOf(state, by.organisation);
  if (!member) return refuse(rules.NotMember);
  const { partner } = member;
  if (!isIn(member)) return notIn(member, 'Active');
  if (member.wantsOut) return refuse(rules.ExitRequested, { partner });
  return accept({ type: 'MemberExitRequested', data: { partner, requestedAt: at } });
}

/** Of a member that asked for it, or whose organisation has ended; N-1, N-5, N-7, N-8. */
export function release(command: ReleaseMember, state: NetworkState): Decision<NetworkEvent> {
  const { partner, change } = command.data;
  const member = memberOf(state, partner);
  if (member && isIn(member) && !member.wantsOut && !member.ceased) {
    return refuse(rules.ExitNotRequested, { partner });
  }
  const refusal = stays(command, state);
  if (refusal) return refusal;
  const data = { partner, ...changeOf(change), releasedAt: command.at };
  return accept({ type: 'MemberReleased', data });
}

/** Without its will; N-1, N-5, N-7, N-8. */
export function expel(command: ExpelMember, state: NetworkState): Decision<NetworkEvent> {
  const { partner, change } = command.data;
  const refusal = stays(command, state);
  if (refusal) return refusal;
  const data = { partner, ...changeOf(change), expelledAt: command.at };
  return accept({ type: 'MemberExpelled', data });
}

/** What keeps a member in its network. */
function stays({ data }: ExpelMember | ReleaseMember, state: NetworkState): Refused {
  const { partner, change, grounds } = data;
  const member = memberOf(state, partner);
  if (!member) return refuse(rules.MemberUnknown, { partner });
  if (!isIn(member)) return notIn(member, 'Active');
  if (member.role === 'lead') return refuse(rules.LeadStays, { partner });
  const after = state.members.filter((one) => one !== member);
  return (
    changeRefusal(state, change, grounds.change) ??
    leadsBelowRefusal(partner, grounds.presence) ??
    categoryRefusal(state, after, grounds.presence)
  );
}

function notIn({ partner, status }: Member, needed: Member['status']): Decision<never> {
  return refuse(rules.MemberOutOfTurn, { partner, status, needed });
}
