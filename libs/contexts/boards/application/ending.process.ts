import type { ProcessDefinition } from '@tavolo/process';
import type { DecisionSubject } from '../contract/index.js';
import { endCommandOf } from '../domain/decision.ending.js';
import type { DecisionCommand } from '../domain/decision.commands.js';
import type { DecisionEvent } from '../domain/decision.events.js';

/**
 * A decision on an earlier one has effect: the earlier one is suspended, revoked, annulled,
 * reconsidered, a condition of it is let go, an objection to it answered (D-8, D-9).
 */
export const endingProcess: ProcessDefinition<null> = {
  name: 'decisionEnding',
  categories: ['decision'],
  initial: null,
  keyOf: ({ type, stream }) =>
    type === 'DecisionBecameEffective' ? stream.slice('decision-'.length) : null,
  react: (state, input) => {
    if (input.kind === 'answer') return { state, done: input.outcome === 'accepted' };
    const { type, data } = input.event as unknown as DecisionEvent;
    const { subject } = type === 'DecisionBecameEffective' ? data : noSubject;
    const command = commandOf(subject);
    if (command === null || !('decision' in subject)) return { state, done: true };
    const { decision: target } = subject;
    const asked = { aggregate: 'decision', target, data: { by: input.event.stream } };
    return { state, commands: [{ name: command, type: command, ...asked }] };
  },
};

const noSubject: Readonly<{ subject: DecisionSubject }> = { subject: { kind: 'other' } };

/** A ratification is told when it is voted, not when it has effect. */
function commandOf(subject: DecisionSubject): DecisionCommand['type'] | null {
  switch (subject.kind) {
    case 'endDecision':
      return endCommandOf(subject.how);
    case 'waiveCondition':
      return 'WaiveCondition';
    case 'noteFailure':
      return 'NoteFailure';
    case 'reconsider':
      return 'ReconsiderDecision';
    case 'answerObjection':
      return 'AnswerObjection';
    default:
      return null;
  }
}
