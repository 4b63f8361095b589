import type { LocalDate } from '@tavolo/kernel';
import type { ProcessCommand, TimedProcess, TimedReaction } from '@tavolo/process';
import type { ItemId, SittingEvent, VoteOpened } from '../domain/sitting.events.js';

/** The sitting and the items whose vote was opened in it. */
type Voting = Readonly<{ sitting: string; items: readonly ItemId[] }>;

/**
 * A vote that is still open when the term of its body ends can be neither cast nor closed
 * (GB-6): it is voided the day after. A body that was prorogued meanwhile is asked again at its
 * new end; a vote that has closed is not opened for it, voiding it changes nothing.
 */
export const voteTermProcess: TimedProcess<Voting> = {
  name: 'voteTerm',
  categories: ['sitting'],
  initial: { sitting: '', items: [] },
  keyOf: ({ type, stream }) => (heard.has(type) ? stream.slice('sitting-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'timer') return { state, commands: state.items.map(voiding(state)) };
    if (input.kind === 'event') {
      const { type, stream, data } = input.event as unknown as SittingEvent & { stream: string };
      return type === 'VoteOpened' ? onOpening(state, stream, data) : { state, done: true };
    }
    if (input.outcome === 'accepted') return { state };
    const { code, details } = input.refusal;
    const { termUntil } = details;
    // Any other refusal stops the process with the sentence of its rule.
    if (code !== 'TermNotOver' || typeof termUntil !== 'string') return { state };
    const it = `Il mandato dell’organo dura fino al ${termUntil}; la votazione è ancora aperta.`;
    const en = `The term of the body lasts until ${termUntil}; the vote is still open.`;
    const timers = [{ schedule: 'term', after: termUntil as LocalDate }];
    return { state, timers, waiting: { why: { it, en } } };
  },
};

const heard = new Set<string>([
  'VoteOpened',
  'MeetingClosed',
  'MeetingDeserted',
] satisfies readonly SittingEvent['type'][]);

function onOpening(
  { items }: Voting,
  sitting: string,
  { item, termUntil }: VoteOpened['data'],
): TimedReaction<Voting> {
  const state = { sitting, items: [...items.filter((one) => one !== item), item] };
  if (termUntil === undefined) return { state };
  return { state, timers: [{ schedule: 'term', after: termUntil }] };
}

/** Several votes of one sitting: each command has a name of its own. */
function voiding({ sitting: target }: Voting): (item: ItemId) => ProcessCommand {
  return (item) => {
    const data = { item, cause: 'termOver' };
    return { name: `VoidVote ${item}`, aggregate: 'sitting', target, type: 'VoidVote', data };
  };
}
