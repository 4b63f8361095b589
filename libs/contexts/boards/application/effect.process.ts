import type { ProcessDefinition, ProcessInput, Reaction } from '@tavolo/process';
import type { DecisionEvent } from '../domain/decision.events.js';

type Answered = Extract<ProcessInput, { kind: 'answer' }>;

/** A published decision becomes effective on its day (D-6); before it, the process waits. */
export const effectProcess: ProcessDefinition<null> = {
  name: 'decisionEffect',
  categories: ['decision'],
  initial: null,
  keyOf: ({ type, stream }) => (heard.has(type) ? stream.slice('decision-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'answer') return onAnswer(input);
    if (input.event.type === 'DecisionBecameEffective') return { state, done: true };
    const { stream: target } = input.event;
    return { state, commands: [{ ...effectCommand, target }] };
  },
};

const heard = new Set<string>([
  'DecisionPublished',
  'DecisionBecameEffective',
] satisfies readonly DecisionEvent['type'][]);

const effectCommand = {
  name: 'MakeEffective',
  aggregate: 'decision',
  type: 'MakeEffective',
  data: {},
} as const;

function onAnswer(answer: Answered): Reaction<null> {
  if (answer.outcome === 'accepted' || answer.refusal.code !== 'NotYetEffective') {
    return { state: null };
  }
  const { effectiveFrom } = answer.refusal.details;
  const from = typeof effectiveFrom === 'string' ? effectiveFrom : '';
  const it = `Pubblicata; avrà effetto dal ${from}.`;
  const en = `Published; it will have effect from ${from}.`;
  return { state: null, waiting: { why: { it, en } } };
}
