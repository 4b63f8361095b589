import type { LocalDate } from '@tavolo/kernel';
import type { ProcessInput, TimedProcess, TimedReaction } from '@tavolo/process';
import type { DecisionEvent } from '../domain/decision.events.js';

type Answered = Extract<ProcessInput, { kind: 'answer' }>;
/** The decision, once it was heard of. */
type Heard = string | null;

/**
 * A published decision becomes effective on its day, once what must be met before is met; one
 * that is immediately enforceable once it is numbered (D-6). Until then the process waits.
 */
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
    if (type === 'DecisionBecameEffective' || type === 'DecisionLapsed')
      return { state, done: true };
    // A condition that is met before, or a number, changes nothing yet.
    const begins = type === 'DecisionPublished' || type === 'ImmediateEnforceabilityDeclared';
    const published = begins ? stream : state;
    return { state: published, commands: effectOf(published, 'MakeEffective') };
  },
};

const heard = new Set<string>([
  ...(['DecisionPublished', 'DecisionBecameEffective', 'DecisionLapsed'] as const),
  ...(['ConditionMet', 'ConditionWaived', 'EffectsResumed'] as const),
  ...(['ImmediateEnforceabilityDeclared', 'DecisionNumbered'] as const),
] satisfies readonly DecisionEvent['type'][]);

function effectOf(target: Heard, name: string) {
  if (target === null) return []; // Nothing has effect before its publication was heard of.
  return [{ name, aggregate: 'decision', target, type: 'MakeEffective', data: {} }];
}

const pending = {
  it: 'Pubblicata; avrà effetto quando saranno adempiute le condizioni.',
  en: 'Published; it will have effect once its conditions are met.',
};

const unnumbered = {
  it: 'Immediatamente eseguibile; avrà effetto quando sarà firmata e numerata.',
  en: 'Immediately enforceable; it will have effect once it is signed and numbered.',
};

/** Too early is waited for once; whatever refuses on the day itself must be seen by somebody. */
function onAnswer(state: Heard, answer: Answered): TimedReaction<Heard> {
  if (answer.outcome === 'refused' && answer.refusal.code === 'ConditionPending') {
    return { state, waiting: { why: pending } };
  }
  if (isUnnumbered(answer)) return { state, waiting: { why: unnumbered } };
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

/** D-6: it was declared immediately enforceable before it was signed. */
function isUnnumbered(answer: Answered): boolean {
  if (answer.outcome !== 'refused' || answer.refusal.code !== 'WrongState') return false;
  const { status } = answer.refusal.details;
  return status === 'Approved' || status === 'Adopted';
}
