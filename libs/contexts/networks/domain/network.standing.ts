import { accept } from '@tavolo/kernel';
import type { Decision } from '@tavolo/kernel';
import { hasEnded } from '@tavolo/partners';
import type { PartnerEnd } from '@tavolo/partners';
import type { NotePartner } from './network.later.commands.js';
import type { NetworkEvent } from './network.events.js';
import { isIn, memberOf } from './network.state.js';
import type { Member, NetworkState } from './network.state.js';
import { isEligible } from './partner.grounds.js';

/**
 * N-2: what becomes of a partner outside the network is no request, so nothing is refused here; it
 * is taken note of once. What has to follow, the people concerned decide by N-1, N-7 and N-8.
 */
export function notePartner(command: NotePartner, state: NetworkState): Decision<NetworkEvent> {
  const { partner, grounds } = command.data;
  const member = memberOf(state, partner);
  if (!member || !grounds.partner || state.status === 'Dissolved') return accept();
  const { status } = grounds.partner;
  return hasEnded(status) ? ceased(command, { member, how: status }, state) : lead(command, state);
}

/**
 * An invitation is void, and from a network that is only proposed the partner is gone. Of one that
 * is constituted it stays a member without a say, until its place is given up by N-1, N-7 and N-8.
 */
function ceased(
  { at }: NotePartner,
  { member, how }: Readonly<{ member: Member; how: PartnerEnd }>,
  state: NetworkState,
): Decision<NetworkEvent> {
  const { partner, status } = member;
  if (status === 'Invited' || status === 'Accepted') {
    return accept({ type: 'InvitationRevoked', data: { partner, revokedAt: at } });
  }
  if (!isIn(member) || member.ceased) return accept();
  if (state.status !== 'Proposed') {
    return accept({ type: 'MemberCeased', data: { partner, how, ceasedAt: at } });
  }
  return how === 'Excluded'
    ? accept({ type: 'MemberExpelled', data: { partner, expelledAt: at } })
    : accept({ type: 'MemberReleased', data: { partner, releasedAt: at } });
}

/** Only of its lead a network asks that it stays eligible; the others had to be when they joined. */
function lead({ data, at, today }: NotePartner, state: NetworkState): Decision<NetworkEvent> {
  const { partner, grounds } = data;
  const member = memberOf(state, partner);
  if (!grounds.partner || member?.role !== 'lead' || !isIn(member)) return accept();
  const wasFit = state.unfitLead !== partner;
  if (isEligible(grounds.partner, today) === wasFit) return accept();
  const { status } = grounds.partner;
  return wasFit
    ? accept({ type: 'LeadEligibilityLost', data: { partner, status, lostAt: at } })
    : accept({ type: 'LeadEligibilityRegained', data: { partner, regainedAt: at } });
}
