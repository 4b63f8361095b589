import type { ProcessCommand, ProcessDefinition, ProcessEvent, Reaction } from '@tavolo/process';
import type { AgreementEvent } from '../domain/facts.events.js';

/** An agreement as the parent of others: which they are, and whether it has ended. */
type Cascade = Readonly<{ parent: string; children: readonly string[]; hasEnded: boolean }>;

/** The facts after which nothing may stand below an agreement any longer. */
const ends: readonly string[] = [
  ...(['AgreementTerminated', 'AgreementAnnulled', 'AgreementExpired'] as const),
  'AgreementWithdrawn',
] satisfies readonly AgreementEvent['type'][];

/**
 * A-8, the cascade: what ends a parent ends what stands below it, level by level. A child that
 * comes into force only afterwards, for both were decided at once, ends as well.
 */
export const cascadeEnd: ProcessDefinition<Cascade> = {
  name: 'cascadeEnd',
  categories: ['agreement'],
  initial: { parent: '', children: [], hasEnded: false },
  keyOf: (event) => {
    const parent = ends.includes(event.type) ? event.stream : parentIn(event);
    return parent?.slice('agreement-'.length) ?? null;
  },
  react: (state, input) => {
    // Nothing is refused to it; else the runner stops the process for somebody to look at.
    if (input.kind === 'answer') return { state };
    const { event } = input;
    return ends.includes(event.type) ? ended(state, event) : placed(state, event);
  },
};

/** Texts, and what is in force, name what they stand below. */
function parentIn(event: ProcessEvent): string | null {
  const { type, data } = event as unknown as AgreementEvent;
  switch (type) {
    case 'AgreementTextFrozen':
    case 'ExistingAgreementRecorded':
      return data.parent;
    case 'AgreementEnteredIntoForce':
      return data.parent ?? null;
    default:
      return null;
  }
}

function ended({ children }: Cascade, { stream: parent }: ProcessEvent): Reaction<Cascade> {
  const commands = children.map((child) => endWith(parent, child));
  return { state: { parent, children, hasEnded: true }, commands };
}

function placed(state: Cascade, { stream: child, data }: ProcessEvent): Reaction<Cascade> {
  const parent = data.parent as string;
  const children = [...new Set([...state.children, child])];
  const commands = state.hasEnded ? [endWith(parent, child)] : [];
  return { state: { ...state, parent, children }, commands };
}

function endWith(parent: string, target: string): ProcessCommand {
  const asked = { aggregate: 'agreement', type: 'EndWithParent', data: { parent } };
  return { name: target, target, ...asked };
}
