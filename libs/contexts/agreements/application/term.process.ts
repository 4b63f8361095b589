import type { LocalDate } from '@tavolo/kernel';
import type { ProcessInput, TimedProcess, TimedReaction } from '@tavolo/process';
import type { AgreementEvent } from '../domain/facts.events.js';

/** The agreement, and the last day that its frozen text gives it. */
type Term = Readonly<{ agreement: string; end: LocalDate | null }>;
type Fact = Extract<ProcessInput, { kind: 'event' }>['event'];

const EXPIRY = 'expiry';
const NOTICE = 'notice';

/**
 * The end of an agreement by its date: when the period of notice is over, or else when its
 * last day has passed. An amendment or an extension moves the latter. The dates have
 * decided; that they have come is recorded here, once.
 */
export const termProcess: TimedProcess<Term> = {
  name: 'agreementTerm',
  categories: ['agreement'],
  initial: { agreement: '', end: null },
  keyOf: ({ type, stream }) => (concerned.has(type) ? stream.slice('agreement-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'event') return onFact(state, input.event);
    // Ended otherwise, or its end moved, while the timer fired.
    if (input.kind === 'answer') return { state, foreseen: input.outcome === 'refused' };
    const { name } = input.timer;
    const asked = { name, aggregate: 'agreement', target: state.agreement };
    const command =
      name === NOTICE
        ? { ...asked, type: 'TerminateAgreement', data: { cause: 'notice' } }
        : { ...asked, type: 'ExpireAgreement', data: {} };
    return { state, commands: [command] };
  },
};

const concerned = new Set<string>([
  ...(['AgreementTextFrozen', 'AgreementEnteredIntoForce', 'AgreementAmended'] as const),
  'ExistingAgreementRecorded',
  ...(['AgreementTermExtended', 'TerminationNoticeGiven', 'AgreementWithdrawn'] as const),
  ...(['AgreementExpired', 'AgreementTerminated', 'AgreementAnnulled'] as const),
] satisfies readonly AgreementEvent['type'][]);

function onFact({ end }: Term, event: Fact): TimedReaction<Term> {
  const { stream: agreement } = event;
  const { type, data } = event as unknown as AgreementEvent;
  switch (type) {
    case 'ExistingAgreementRecorded':
      return { state: { agreement, end: data.end } };
    case 'AgreementTextFrozen':
      // The text of an amendment gives an end only once it is in force.
      return { state: { agreement, end: data.amendment === undefined ? data.end : end } };
    case 'AgreementEnteredIntoForce':
      return until(agreement, end);
    case 'AgreementAmended':
    case 'AgreementTermExtended':
      return until(agreement, data.end);
    case 'TerminationNoticeGiven': {
      const state = { agreement, end };
      return { state, timers: [{ schedule: NOTICE, from: data.effectiveOn }] };
    }
    default:
      return { state: { agreement, end }, done: true };
  }
}

function until(agreement: string, end: LocalDate | null): TimedReaction<Term> {
  const state = { agreement, end };
  return { state, timers: end === null ? [] : [{ schedule: EXPIRY, after: end }] };
}
