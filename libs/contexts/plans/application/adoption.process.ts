import type { BoardId, DecisionBecameEffective } from '@tavolo/boards';
import type { ProcessDefinition, ProcessEvent, ProcessInput, Reaction } from '@tavolo/process';

/** The board whose decision it is: it has to look when the plan cannot be adopted. */
type Adoption = Readonly<{ board: BoardId | null }>;
type Effective = DecisionBecameEffective['data'];

/** D-9, PL-4: a decision to adopt a plan that becomes effective adopts it, and nothing else does. */
export const adoptionProcess: ProcessDefinition<Adoption> = {
  name: 'planAdoption',
  categories: ['decision'],
  initial: { board: null },
  keyOf: (event) => (subjectOf(event) ? event.stream.slice('decision-'.length) : null),
  react: (state, input) =>
    input.kind === 'event' ? onEffect(state, input.event) : onAnswer(state, input),
};

function onEffect(state: Adoption, event: ProcessEvent): Reaction<Adoption> {
  const subject = subjectOf(event);
  if (!subject) return { state };
  const { plan: target, version, sha256 } = subject;
  const data = { decision: event.stream, version, sha256 };
  const adopt = { name: 'AdoptPlan', aggregate: 'plan', target, type: 'AdoptPlan', data };
  return { state: { board: (event.data as Effective).board }, commands: [adopt] };
}

function onAnswer(
  state: Adoption,
  answer: Extract<ProcessInput, { kind: 'answer' }>,
): Reaction<Adoption> {
  if (answer.outcome === 'accepted') return { state, done: true };
  const { rule, code } = answer.refusal;
  const why = {
    it: `La decisione è efficace, ma il piano non si può adottare (${rule}, ${code}).`,
    en: `The decision is effective, but the plan cannot be adopted (${rule}, ${code}).`,
  };
  return { state, stopped: { why, ...(state.board !== null && { owner: state.board }) } };
}

function subjectOf({ type, data }: ProcessEvent) {
  if (type !== 'DecisionBecameEffective') return null;
  const { subject } = data as Effective;
  return subject.kind === 'adoptPlan' ? subject : null;
}
