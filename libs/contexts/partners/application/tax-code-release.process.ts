import { claimStream } from '@tavolo/process';
import type { ProcessDefinition, ProcessEvent, Reaction } from '@tavolo/process';

/** The facts with which a partner ends and gives its tax code back; who was excluded keeps it. */
const ends: readonly string[] = [
  'PartnerWithdrawn',
  'PartnerSucceeded',
  'PartnerDissolved',
  'PartnerDuplicateMarked',
];

/** PA-1: the code of a partner that has ended may be claimed by another one. */
export const taxCodeRelease: ProcessDefinition<null> = {
  name: 'taxCodeRelease',
  categories: ['partner'],
  initial: null,
  keyOf: ({ type, stream, data }) =>
    ends.includes(type) && typeof data.taxCodeHmac === 'string' ? stream : null,
  react: (state, input) =>
    input.kind === 'event' ? release(input.event) : { state, done: input.outcome === 'accepted' },
};

function release({ stream: holder, data }: ProcessEvent): Reaction<null> {
  const target = claimStream('taxCode', data.taxCodeHmac as string);
  const command = { name: 'release', aggregate: 'claim', type: 'Release', target };
  return { state: null, commands: [{ ...command, data: { holder } }] };
}
