import type { JsonObject } from '@tavolo/event-store';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { SittingId } from '../contract/index.js';
import type { DeferralCause } from '../domain/decision.events.js';
import type { DeferredItem, SittingEvent, VoteClosed } from '../domain/sitting.events.js';

/**
 * What a sitting means for its decisions: convened, they are on its agenda; a vote closed, they
 * are approved or rejected with its result and trace; ended without one, they are deferred.
 */
export const deliberationProcess: ProcessDefinition<null> = {
  name: 'deliberation',
  categories: ['sitting'],
  initial: null,
  keyOf: ({ type, stream }) => (heard.has(type) ? stream.slice('sitting-'.length) : null),
  // A refused command stops it with the sentence of its rule: nothing here may be repeated.
  react: (state, input) =>
    input.kind === 'event' ? { state, commands: commandsOf(input.event) } : { state },
};

const heard = new Set<string>([
  'MeetingConvened',
  'AgendaAmended',
  'VoteClosed',
  'TieBroken',
  'VoteVoided',
  'AgendaItemDeferred',
  'MeetingDeserted',
  'MeetingClosed',
] satisfies readonly SittingEvent['type'][]);

function commandsOf(event: ProcessEvent): readonly ProcessCommand[] {
  const { type, data } = event as unknown as SittingEvent;
  const sitting = event.stream as SittingId;
  const deferred = (items: readonly DeferredItem[], cause: DeferralCause) =>
    items.map(({ item, decision }) =>
      toDecision(decision, 'DeferDecision', { sitting, item, cause }),
    );
  switch (type) {
    case 'MeetingConvened':
    case 'AgendaAmended':
      return data.items.map(({ item, decision }) =>
        toDecision(decision, 'ScheduleDecision', { sitting, item }),
      );
    case 'VoteClosed':
      // Votes are equal: what becomes of the decision is said once the tie is broken.
      if (data.outcome === 'tied') return [];
      if (data.outcome === 'inquorate' && !data.question) return deferred([data], 'inquorate');
      return endOf(sitting, data);
    case 'TieBroken':
      return endOf(sitting, { ...data, closedAt: data.brokenAt });
    case 'VoteVoided':
      // A question that counts for nothing leaves the decision as it was.
      if (data.question) return [];
      return deferred([data], data.cause);
    case 'AgendaItemDeferred':
      return deferred([data], 'recusals');
    case 'MeetingDeserted':
      return deferred(data.deferred, 'deserted');
    case 'MeetingClosed':
      return deferred(data.deferred, 'notReached');
    default:
      return [];
  }
}

type Ended = Pick<
  VoteClosed['data'],
  'closedAt' | 'decision' | 'item' | 'outcome' | 'question' | 'tally' | 'textSha256' | 'trace'
>;

/** A vote that came to something, by itself or by what broke its tie. */
function endOf(sitting: SittingId, vote: Ended): readonly ProcessCommand[] {
  const { item, decision, outcome, question } = vote;
  if (question) return answerOf(sitting, vote);
  if (outcome !== 'postponed') return [resultOf(sitting, vote)];
  return [toDecision(decision, 'DeferDecision', { sitting, item, cause: 'tie' })];
}

/** What the body said yes to beside the decision; a no changes nothing. */
function answerOf(sitting: SittingId, vote: Ended): readonly ProcessCommand[] {
  const { item, decision, question, outcome, tally, trace, closedAt } = vote;
  if (outcome !== 'approved' || !question) return [];
  if (question.kind === 'enforceability') {
    const data = { sitting, item, tally, trace, closedAt };
    return [toDecision(decision, 'DeclareImmediatelyEnforceable', data)];
  }
  const { until, reason } = question;
  const day = until === undefined ? {} : { until };
  return [
    toDecision(decision, 'DeferDecision', { sitting, item, cause: 'byVote', ...day, reason }),
  ];
}

function resultOf(sitting: SittingId, vote: Ended): ProcessCommand {
  const { item, decision, textSha256, outcome, tally, trace, closedAt } = vote;
  const type = outcome === 'approved' ? 'ApproveDecision' : 'RejectDecision';
  return toDecision(decision, type, { sitting, item, textSha256, tally, trace, closedAt });
}

/** Several decisions of one agenda: each command has a name of its own. */
function toDecision(target: string, type: string, data: JsonObject): ProcessCommand {
  return { name: `${type} ${target}`, aggregate: 'decision', target, type, data };
}
