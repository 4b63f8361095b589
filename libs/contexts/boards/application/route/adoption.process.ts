import type { ProcessDefinition } from '@tavolo/process';
import type { DecisionEvent } from '../../domain/decision.events.js';

/** A decision that adopts a version of a definition has effect: the definition has it (D-9). */
export const routeAdoptionProcess: ProcessDefinition<null> = {
  name: 'routeAdoption',
  categories: ['decision'],
  initial: null,
  keyOf: ({ type, stream }) =>
    type === 'DecisionBecameEffective' ? stream.slice('decision-'.length) : null,
  react: (state, input) => {
    if (input.kind === 'answer') return { state, done: input.outcome === 'accepted' };
    const { type, data } = input.event as unknown as DecisionEvent;
    if (type !== 'DecisionBecameEffective' || data.subject.kind !== 'adoptRoute') {
      return { state, done: true };
    }
    const { definition: target } = data.subject;
    const asked = { aggregate: 'routedefinition', target, data: { decision: input.event.stream } };
    return {
      state,
      commands: [{ name: 'AdoptRouteVersion', type: 'AdoptRouteVersion', ...asked }],
    };
  },
};
