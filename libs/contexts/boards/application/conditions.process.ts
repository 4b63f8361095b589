import type { ProcessEvent, TimedProcess, TimedReaction } from '@tavolo/process';
import type { DecisionEvent } from '../domain/decision.events.js';

/**
 * A condition that is not met by its day fails the day after, and with it what hangs on it
 * (D-6, D-8). One timer waits for each; what is met or let go before needs none.
 */
export const conditionsProcess: TimedProcess<string> = {
  name: 'decisionConditions',
  categories: ['decision'],
  initial: '',
  keyOf: ({ type, stream }) => (heard.has(type) ? stream.slice('decision-'.length) : null),
  react: (decision, input) => {
    if (input.kind === 'event') return onFact(decision, input.event);
    if (input.kind === 'answer') return { state: decision };
    const { name: condition } = input.timer;
    const data = { condition };
    const asked = { aggregate: 'decision', target: decision, type: 'FailCondition', data };
    return { state: decision, commands: [{ name: `FailCondition ${condition}`, ...asked }] };
  },
};

const heard = new Set<string>([
  ...(['ConditionsImposed', 'ConditionMet', 'ConditionWaived', 'DecisionLapsed'] as const),
  ...(['DecisionRevoked', 'DecisionAnnulled', 'DecisionSuperseded'] as const),
] satisfies readonly DecisionEvent['type'][]);

function onFact(state: string, event: ProcessEvent): TimedReaction<string> {
  const { type, data } = event as unknown as DecisionEvent;
  switch (type) {
    case 'ConditionsImposed': {
      const timers = data.conditions.map(({ id, dueOn }) => ({ schedule: id, after: dueOn }));
      return { state: event.stream, timers };
    }
    case 'ConditionMet':
    case 'ConditionWaived':
      return { state, timers: [{ cancel: data.condition }] };
    default:
      return { state, done: true };
  }
}
