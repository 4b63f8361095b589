import type { ProcessDefinition } from '@tavolo/process';
import type { DecisionEvent } from '../domain/decision.events.js';

/** A decision of the body on its rulebook has effect: its rulebook is the next version (D-9). */
export const rulebookProcess: ProcessDefinition<null> = {
  name: 'rulebookAmendment',
  categories: ['decision'],
  initial: null,
  keyOf: ({ type, stream }) =>
    type === 'DecisionBecameEffective' ? stream.slice('decision-'.length) : null,
  react: (state, input) => {
    if (input.kind === 'answer') return { state, done: input.outcome === 'accepted' };
    const { type, data } = input.event as unknown as DecisionEvent;
    if (type !== 'DecisionBecameEffective' || data.subject.kind !== 'amendRules') {
      return { state, done: true };
    }
    const decision = input.event.stream;
    return { state, commands: [{ ...amending, target: data.board, data: { decision } }] };
  },
};

const amending = { name: 'AmendRules', aggregate: 'board', type: 'AmendRules' } as const;
