import type { ProcessDefinition } from '@tavolo/process';
import { endCommandOf } from '../domain/decision.ending.js';
import type { DecisionEvent } from '../domain/decision.events.js';

/** A decision that ends another has effect: the other is suspended, revoked, annulled (D-8). */
export const endingProcess: ProcessDefinition<null> = {
  name: 'decisionEnding',
  categories: ['decision'],
  initial: null,
  keyOf: ({ type, stream }) =>
    type === 'DecisionBecameEffective' ? stream.slice('decision-'.length) : null,
  react: (state, input) => {
    if (input.kind === 'answer') return { state, done: input.outcome === 'accepted' };
    const { type, data } = input.event as unknown as DecisionEvent;
    if (type !== 'DecisionBecameEffective' || data.subject.kind !== 'endDecision') {
      return { state, done: true };
    }
    const { decision: target, how } = data.subject;
    const command = endCommandOf(how);
    const asked = { aggregate: 'decision', target, data: { by: input.event.stream } };
    return { state, commands: [{ name: command, type: command, ...asked }] };
  },
};
