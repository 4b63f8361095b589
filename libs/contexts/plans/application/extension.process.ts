import type { ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction } from '@tavolo/process';
import type { ExtensionAuthorised } from '../domain/plan.change.events.js';

/** The extension that waits for its amendment and its money. */
type Pending = Readonly<{ plan: string; change: string | null }>;
type Answered = Extract<ProcessInput, { kind: 'answer' }>;

/** Facts by which an agreement or an assignment may have become what the extension waits for. */
const concerned: readonly string[] = [
  ...['AgreementAmended', 'AgreementTermExtended', 'AgreementEnteredIntoForce'],
  ...['FundingAssigned', 'FundingIncreased'],
];
const ends: readonly string[] = ['ExtensionRefused', 'FundingRevoked', 'CostedExtensionGranted'];

/**
 * PL-10: a costed extension is funding decision, amendment and budget increase in one correlated
 * process. Once the decision is there, every fact that may complete it is a new try; what is
 * missing is told, and waited for.
 */
export const extensionProcess: ProcessDefinition<Pending> = {
  name: 'costedExtension',
  categories: ['plan', 'agreement', 'call'],
  initial: { plan: '', change: null },
  keyOf: (event) => planOf(event)?.slice('plan-'.length) ?? null,
  react: (state, input) =>
    input.kind === 'event' ? onFact(state, input.event) : onAnswer(state, input),
};

function planOf({ type, stream, data }: ProcessEvent): string | null {
  if (type === 'ExtensionAuthorised' || ends.includes(type)) return stream;
  if (!concerned.includes(type)) return null;
  const { plan } = data as { plan?: unknown };
  return typeof plan === 'string' ? plan : null;
}

function onFact(state: Pending, event: ProcessEvent): Reaction<Pending> {
  if (ends.includes(event.type)) return { state: { ...state, change: null } };
  const pending =
    event.type === 'ExtensionAuthorised'
      ? { plan: event.stream, change: (event.data as ExtensionAuthorised['data']).change }
      : state;
  const { plan: target, change } = pending;
  if (change === null) return { state: pending };
  const type = 'GrantCostedExtension';
  const grant = { name: type, aggregate: 'plan', target, type, data: { change } };
  return { state: pending, commands: [grant] };
}

function onAnswer(state: Pending, answer: Answered): Reaction<Pending> {
  if (answer.outcome === 'accepted') return { state: { ...state, change: null } };
  const { code, details } = answer.refusal;
  const missing = code === 'ExtensionPending' ? JSON.stringify(details.missing) : code;
  return {
    state,
    waiting: {
      why: {
        it: `La proroga onerosa attende: ${missing}.`,
        en: `The costed extension waits for: ${missing}.`,
      },
      owner: state.plan,
    },
  };
}
