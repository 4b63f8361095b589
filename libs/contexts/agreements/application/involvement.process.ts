import { involvementOf } from '@tavolo/partners';
import type { PartnerId } from '@tavolo/partners';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { AgreementEvent } from '../domain/facts.events.js';

/**
 * PA-4, PA-6, N-10: an agreement is listed with each party before it can bind it: when the party
 * signs, and once more as it enters into force. What was signed before this process was there is
 * listed as well, for it reads the log from its beginning.
 */
export const partyInvolvement: ProcessDefinition<null> = {
  name: 'partyInvolvement',
  categories: ['agreement'],
  initial: null,
  keyOf: (event) => (partiesOf(event) ? event.stream.slice('agreement-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'answer') return { state };
    const parties = partiesOf(input.event) ?? [];
    return { state, commands: parties.map((party) => involve(party, input.event.stream)) };
  },
};

function partiesOf(event: ProcessEvent): readonly PartnerId[] | null {
  const { type, data } = event as unknown as AgreementEvent;
  switch (type) {
    case 'AgreementSigned':
      return [data.party];
    case 'AgreementEnteredIntoForce':
    case 'AgreementAmended':
      return data.parties;
    default:
      return null;
  }
}

function involve(party: PartnerId, agreement: string): ProcessCommand {
  const target = involvementOf(party);
  const asked = { aggregate: 'involvement', type: 'InvolvePartner', data: { in: agreement } };
  return { name: party, target, ...asked };
}
