import type { LocalDate } from '@tavolo/kernel';
import type { ProcessInput, TimedProcess, TimedReaction } from '@tavolo/process';
import type { DecisionEvent } from '../domain/decision.events.js';

type Answered = Extract<ProcessInput, { kind: 'answer' }>;
/** The decision, once it was heard of. */
type Heard = string | null;

/** A published decision becomes effective on its day (D-6); before it, the process waits. */
export const effectProcess: TimedProcess<Heard> = {
  name: 'decisionEffect',
  categories: ['decision'],
  initial: null,
  keyOf: ({ type, stream }) => (heard.has(type) ? stream.slice('decision-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'answer') return onAnswer(state, input);
    if (input.kind === 'timer')
      return { state, commands: effectOf(state, 'MakeEffectiveOnItsDay') };
    const { stream, type } = input.event;
    if (type === 'DecisionBecameEffective') return { state, done: true };
    return { state: stream, commands: effectOf(stream, 'MakeEffective') };
  },
};

const heard = new Set<string>([
  'DecisionPublished',
  'DecisionBecameEffective',
] satisfies readonly DecisionEvent['type'][]);

function effectOf(target: Heard, name: string) {
  if (target === null) return []; // A timer was scheduled after the publication was heard.
  return [{ name, aggregate: 'decision', target, type: 'MakeEffective', data: {} }];
}

/** Too early is waited for once; whatever refuses on the day itself must be seen by somebody. */
function onAnswer(state: Heard, answer: Answered): TimedReaction<Heard> {
  const isEarly =
    answer.outcome === 'refused' &&
    answer.refusal.code === 'NotYetEffective' &&
    answer.command.name === 'MakeEffective';
  const { effectiveFrom } = isEarly ? answer.refusal.details : {};
  if (typeof effectiveFrom !== 'string') return { state };
  const it = `Pubblicata; avrà effetto dal ${effectiveFrom}.`;
  const en = `Published; it will have effect from ${effectiveFrom}.`;
  const timers = [{ schedule: 'effect', from: effectiveFrom as LocalDate }];
  return { state, timers, waiting: { why: { it, en } } };
}
