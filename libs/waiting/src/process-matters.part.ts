import { processMatters } from '@tavolo/process/projections';
import type { ProcessMatter } from '@tavolo/process/projections';
import { authority, body, lead, organisation } from './who.js';
import type { Who } from './who.js';
import { awaits, waitingPart } from './part.js';

/** A process that waits for a person, or that a refusal stopped: its owner has the move. */
export const processMattersPart = waitingPart<ProcessMatter, ProcessMatter['state']>({
  name: 'process matter',
  categories: (stream) => stream.startsWith('pm_'),
  table: processMatters,
  statusOf: ({ state }) => state,
  states: {
    waiting: awaits(['settleMatter'], ({ owner }) => [
      { move: 'settleMatter', who: ownerOf(owner) },
    ]),
    stopped: awaits(['settleMatter'], ({ owner }) => [
      { move: 'settleMatter', who: ownerOf(owner) },
    ]),
  },
  objectOf: ({ subject }) => subject,
  place: ({ it, en }) => ({ title: it, titleEn: en }),
});

/** The owner is a stream; where nobody is named, the body whose installation this is. */
function ownerOf(owner: string | null): Who {
  const category = owner?.slice(0, Math.max(0, owner.indexOf('-')));
  if (owner === null) return authority;
  if (category === 'partner') return organisation(owner, 'agreement');
  if (category === 'board') return body(owner);
  return category === 'network' ? lead(owner, 'membership') : authority;
}
