import type { ProcessInput, TimedProcess, TimedReaction } from '@tavolo/process';
import type { NetworkEvent } from '../domain/network.events.js';

/** The network, once it was heard of. */
type Heard = string;
type Fact = Extract<ProcessInput, { kind: 'event' }>['event'];

/**
 * An invitation that nobody answered by its last day is void by that day; that it expired is
 * recorded here, once, one timer for each invited partner.
 */
export const invitationExpiry: TimedProcess<Heard> = {
  name: 'invitationExpiry',
  categories: ['network'],
  initial: '',
  keyOf: ({ type, stream }) => (concerned.has(type) ? stream.slice('network-'.length) : null),
  react: (network, input) => {
    if (input.kind === 'event') return onFact(input.event);
    if (input.kind === 'answer') return { state: network, foreseen: input.outcome === 'refused' };
    const { name: partner } = input.timer;
    const asked = { name: partner, aggregate: 'network', target: network };
    const command = { ...asked, type: 'ExpireInvitation', data: { partner } };
    return { state: network, commands: [command] };
  },
};

const concerned = new Set<string>([
  ...(['MemberInvited', 'InvitationAccepted', 'InvitationDeclined', 'InvitationRevoked'] as const),
  'MembersMovedIn',
  'NetworkDissolved',
] satisfies readonly NetworkEvent['type'][]);

function onFact(event: Fact): TimedReaction<Heard> {
  const { stream: state } = event;
  const { type, data } = event as unknown as NetworkEvent;
  switch (type) {
    case 'MemberInvited':
      return { state, timers: [{ schedule: data.partner, after: data.until }] };
    case 'InvitationAccepted':
    case 'InvitationDeclined':
    case 'InvitationRevoked':
      return { state, timers: [{ cancel: data.partner }] };
    case 'MembersMovedIn':
      return { state, timers: data.members.map(({ partner }) => ({ cancel: partner })) };
    default:
      return { state, done: true };
  }
}
