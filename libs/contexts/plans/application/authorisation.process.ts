import type { BoardId, DecisionBecameEffective } from '@tavolo/boards';
import type { ProcessDefinition, ProcessEvent, ProcessInput, Reaction } from '@tavolo/process';

/** The board whose decision it is: it has to look when the extension cannot be authorised. */
type Funding = Readonly<{ board: BoardId | null }>;
type Effective = DecisionBecameEffective['data'];

/**
 * PL-10, D-9: a funding decision that becomes effective authorises the costed extension that it
 * is about; amendment and increase follow from that, in the same correlated process.
 */
export const authorisationProcess: ProcessDefinition<Funding> = {
  name: 'planExtension',
  categories: ['decision'],
  initial: { board: null },
  keyOf: (event) => (subjectOf(event) ? event.stream.slice('decision-'.length) : null),
  react: (state, input) =>
    input.kind === 'event' ? onEffect(state, input.event) : onAnswer(state, input),
};

function onEffect(state: Funding, event: ProcessEvent): Reaction<Funding> {
  const subject = subjectOf(event);
  if (!subject) return { state };
  const { plan: target, change, agreement } = subject;
  const data = { change, decision: event.stream, agreement };
  const type = 'AuthoriseExtension';
  const authorise = { name: type, aggregate: 'plan', target, type, data };
  return { state: { board: (event.data as Effective).board }, commands: [authorise] };
}

function onAnswer(
  state: Funding,
  answer: Extract<ProcessInput, { kind: 'answer' }>,
): Reaction<Funding> {
  if (answer.outcome === 'accepted') return { state, done: true };
  const { rule, code } = answer.refusal;
  const why = {
    it: `La decisione è efficace, ma la proroga non si può autorizzare (${rule}, ${code}).`,
    en: `The decision is effective, but the extension cannot be authorised (${rule}, ${code}).`,
  };
  return { state, stopped: { why, ...(state.board !== null && { owner: state.board }) } };
}

function subjectOf({ type, data }: ProcessEvent) {
  if (type !== 'DecisionBecameEffective') return null;
  const { subject } = data as Effective;
  return subject.kind === 'extendPlan' ? subject : null;
}
