import type { ProcessDefinition, ProcessEvent, Reaction } from '@tavolo/process';
import { involvementOf } from '../contract/index.js';
import type { PartnerId } from '../contract/index.js';
import type { PartnerEvent } from '../domain/partner.events.js';

/**
 * PA-9: obligations go over to who stands in the place of a partner. Its predecessor is listed with
 * the successor, so that what binds that one is asked wherever the successor is asked what binds it
 * (PA-4, PA-6); what was signed and committed stays in the name that it was signed in.
 */
export const succession: ProcessDefinition<null> = {
  name: 'succession',
  categories: ['partner'],
  initial: null,
  keyOf: (event) => (heirOf(event) === null ? null : event.stream.slice('partner-'.length)),
  react: (state, input) =>
    input.kind === 'event' ? list(input.event) : { state, done: input.outcome === 'accepted' },
};

/** Who stands in the place of a partner, or is the same organisation (PA-1). */
function heirOf(event: ProcessEvent): PartnerId | null {
  const { type, data } = event as unknown as PartnerEvent;
  if (type === 'PartnerSucceeded') return data.successor;
  return type === 'PartnerDuplicateMarked' ? data.of : null;
}

function list(event: ProcessEvent): Reaction<null> {
  const heir = heirOf(event);
  if (heir === null) return { state: null };
  const asked = {
    aggregate: 'involvement',
    type: 'InvolvePartner',
    data: { in: event.stream },
  };
  return {
    state: null,
    commands: [{ name: 'list', target: involvementOf(heir), ...asked }],
  };
}
