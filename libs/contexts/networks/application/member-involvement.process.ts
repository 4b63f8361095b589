import { involvementOf } from '@tavolo/partners';
import type { PartnerId } from '@tavolo/partners';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { NetworkEvent } from '../domain/network.events.js';

/**
 * N-2: a network is listed with each partner from its invitation on, so that it is found when
 * something becomes of the partner. Networks from before this process are listed as well, for it
 * reads the log from its beginning.
 */
export const memberInvolvement: ProcessDefinition<null> = {
  name: 'memberInvolvement',
  categories: ['network'],
  initial: null,
  keyOf: (event) => (comersOf(event) ? event.stream.slice('network-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'answer') return { state };
    const comers = comersOf(input.event) ?? [];
    return { state, commands: comers.map((partner) => involve(partner, input.event.stream)) };
  },
};

function comersOf(event: ProcessEvent): readonly PartnerId[] | null {
  const { type, data } = event as unknown as NetworkEvent;
  switch (type) {
    case 'NetworkProposed':
      return [data.lead];
    case 'MemberInvited':
      return [data.partner];
    case 'MembersMovedIn':
      return data.members.map(({ partner }) => partner);
    default:
      return null;
  }
}

function involve(partner: PartnerId, network: string): ProcessCommand {
  const target = involvementOf(partner);
  const asked = { aggregate: 'involvement', type: 'InvolvePartner', data: { in: network } };
  return { name: partner, target, ...asked };
}
