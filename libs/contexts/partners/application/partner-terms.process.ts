import type { LocalDate } from '@tavolo/kernel';
import type { ProcessCommand, ProcessInput, TimedProcess, TimedReaction } from '@tavolo/process';
import type { TimerOrder } from '@tavolo/process';
import type { PartnerEvent } from '../domain/partner.events.js';

/** The partner, once it was heard of. */
type Heard = string;
type Fact = Extract<ProcessInput, { kind: 'event' }>['event'];

const ELIGIBILITY = 'eligibility';
const POWER = 'representation:';
const REPLY = 'reply';

/**
 * What ends with a day by itself: the eligibility of a partner (PA-2) and the powers to act for it
 * (PA-4, PA-5), and the time to reply to a proposed exclusion (PA-7). The day has decided; that it has passed is recorded here, once.
 */
export const partnerTerms: TimedProcess<Heard> = {
  name: 'partnerTerms',
  categories: ['partner'],
  initial: '',
  keyOf: ({ type, stream }) => (concerned.has(type) ? stream.slice('partner-'.length) : null),
  react: (partner, input) => {
    if (input.kind === 'event') return onFact(input.event);
    if (input.kind === 'timer') {
      return { state: partner, commands: [lapseOf(partner, input.timer.name)] };
    }
    // Renewed, ended or gone while the timer fired: its date is another, or there is none.
    if (input.outcome === 'refused') return { state: partner, foreseen: true };
    const { gaps = [] } = input.result as { gaps?: readonly string[] };
    return { state: partner, ...(gaps.length > 0 && { waiting: { why: gap, owner: partner } }) };
  },
};

const gap = {
  it: 'Nessuno rappresenta più il partner, che ha accordi in vigore: nominare un legale rappresentante.',
  en: 'Nobody represents the partner any more, and it has agreements in force: appoint a legal representative.',
};

const concerned = new Set<string>([
  ...(['PartnerEligibilityConfirmed', 'LegalRepresentativeAppointed'] as const),
  ...(['LegalRepresentativeMandateEnded', 'SignatoryAuthorised', 'SignatoryRevoked'] as const),
  ...(['PartnerExclusionProposed', 'PartnerExclusionAnswered', 'PartnerExclusionDropped'] as const),
  ...(['PartnerRegistrationRefused', 'PartnerWithdrawn', 'PartnerExcluded'] as const),
  ...(['PartnerSucceeded', 'PartnerDissolved', 'PartnerDuplicateMarked'] as const),
] satisfies readonly PartnerEvent['type'][]);

function onFact(event: Fact): TimedReaction<Heard> {
  const { stream: state } = event;
  const { type, data } = event as unknown as PartnerEvent;
  switch (type) {
    case 'PartnerEligibilityConfirmed':
      return { state, timers: [after(ELIGIBILITY, data.until)] };
    case 'LegalRepresentativeAppointed':
    case 'SignatoryAuthorised': {
      const { representation, until } = data;
      return { state, timers: until === null ? [] : [after(POWER + representation, until)] };
    }
    case 'PartnerExclusionProposed':
      return { state, timers: [after(REPLY, data.replyUntil)] };
    case 'PartnerExclusionAnswered':
    case 'PartnerExclusionDropped':
      return { state, timers: [{ cancel: REPLY }] };
    case 'LegalRepresentativeMandateEnded':
    case 'SignatoryRevoked':
      return { state, timers: [{ cancel: POWER + data.representation }] };
    default:
      return { state, done: true };
  }
}

function after(schedule: string, last: LocalDate): TimerOrder {
  return { schedule, after: last };
}

function lapseOf(partner: string, timer: string): ProcessCommand {
  const asked = { name: timer, aggregate: 'partner', target: partner };
  if (timer === ELIGIBILITY) return { ...asked, type: 'LapseEligibility', data: {} };
  if (timer === REPLY) return { ...asked, type: 'LapseReplyTime', data: {} };
  const representation = timer.slice(POWER.length);
  return { ...asked, type: 'LapseRepresentation', data: { representation } };
}
