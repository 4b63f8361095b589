import type { JsonObject } from '@tavolo/event-store';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction } from '@tavolo/process';
import { budgetOf } from '@tavolo/programmes';
import type {
  CostedExtensionGranted,
  FundingRevoked,
  RemodulationAuthorised,
  RevocationOrdered,
} from '../domain/plan.change.events.js';
import type { PlanEvent } from '../domain/plan.events.js';

/** Nothing is remembered: every command says what it is about. */
type Keeping = null;
type Answered = Extract<ProcessInput, { kind: 'answer' }>;
type Changed = (CostedExtensionGranted | RemodulationAuthorised | RevocationOrdered)['data'];

const concerned: readonly PlanEvent['type'][] = [
  'PlanApproved',
  'RemodulationNotified',
  'RemodulationAuthorised',
  'RevocationOrdered',
  'CostedExtensionGranted',
  'FundingRevoked',
];

/**
 * PL-8 and PL-9: what is committed of a plan is kept by the stream of its budget, so every change
 * of the lines is put to that stream first. Only what it grants is applied to the plan; what it
 * keeps out is held back there, with its rule. More money is simply told, and so is a whole
 * revocation, after which the budget gives back what nobody committed (B-10).
 */
export const budgetProcess: ProcessDefinition<Keeping> = {
  name: 'planBudget',
  categories: ['plan'],
  initial: null,
  keyOf: ({ type, stream }) =>
    concerned.some((known) => known === type) ? stream.slice('plan-'.length) : null,
  react: (_, input) =>
    input.kind === 'event' ? onFact(input.event) : { state: null, ...onAnswer(input) },
};

function onFact({ type, stream: plan, data }: ProcessEvent): Reaction<Keeping> {
  if (type === 'PlanApproved') {
    return { state: null, commands: [toBudget(plan, 'OpenBudget', { plan })] };
  }
  if (type === 'FundingRevoked') return { state: null, commands: revoked(plan, data as never) };
  const { change, lines } = data as unknown as Changed;
  const changed = { plan, change, lines, of: type } as unknown as JsonObject;
  return { state: null, commands: [toBudget(plan, 'ChangeLines', changed)] };
}

/** B-10: in part, the budget has the lines already; whole, it gives back what is not committed. */
function revoked(
  plan: string,
  { extent, change }: FundingRevoked['data'],
): readonly ProcessCommand[] {
  return extent === 'total' ? [toBudget(plan, 'RevokeBudget', { plan, change })] : [];
}

function onAnswer(answer: Answered): Pick<Reaction<Keeping>, 'commands' | 'waiting'> {
  const { name, data } = answer.command;
  const { plan, change, of } = data as Readonly<Record<'change' | 'of' | 'plan', string>>;
  if (name !== 'ChangeLines' || of === 'CostedExtensionGranted') return toldOnly(answer);
  const what = of === 'RevocationOrdered' ? 'Revocation' : 'Remodulation';
  if (answer.outcome === 'accepted') {
    return { commands: [toPlan(plan, `Apply${what}`, { change })] };
  }
  const { rule, code } = answer.refusal;
  return { commands: [toPlan(plan, `HoldBack${what}`, { change, rule, code })] };
}

/** A change that ended in the meantime: the plan lost its funding, and nothing has to follow. */
function toldOnly(answer: Answered): Pick<Reaction<Keeping>, 'waiting'> {
  return answer.outcome === 'accepted' ? {} : { waiting: { why: ended } };
}

const ended = {
  it: 'La modifica non è più in corso: non c’è nulla da applicare.',
  en: 'The change is on its way no more: there is nothing to apply.',
};

function toBudget(plan: string, type: string, data: JsonObject): ProcessCommand {
  return { name: type, aggregate: 'budget', target: budgetOf(plan), type, data };
}

function toPlan(target: string, type: string, data: JsonObject): ProcessCommand {
  return { name: type, aggregate: 'plan', target, type, data };
}
