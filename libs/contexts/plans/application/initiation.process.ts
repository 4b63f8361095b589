import type { JsonObject } from '@tavolo/event-store';
import type { ProcessCommand, ProcessDefinition, ProcessInput, Reaction } from '@tavolo/process';
import type { PlanInitiated } from '../domain/plan.events.js';
import { planClaim } from './plan-claim.js';

/** Nothing is remembered: the answer names the plan. */
type Initiation = null;
type Answered = Extract<ProcessInput, { kind: 'answer' }>;

/**
 * PL-1: a new plan claims its region under its call; only when that is granted it begins, and
 * when another plan has it, it ends.
 */
export const initiationProcess: ProcessDefinition<Initiation> = {
  name: 'planInitiation',
  categories: ['plan'],
  initial: null,
  keyOf: ({ type, stream }) => (type === 'PlanInitiated' ? stream.slice('plan-'.length) : null),
  react: (_, input) => {
    if (input.kind === 'answer') return answered(input);
    const { stream, data } = input.event;
    return { state: null, commands: [claimFor(stream, data as PlanInitiated['data'])] };
  },
};

function answered(answer: Answered): Reaction<Initiation> {
  if (answer.command.name !== 'Claim') {
    return answer.outcome === 'accepted' ? { state: null, done: true } : { state: null };
  }
  const { holder: plan } = answer.command.data as { holder: string };
  if (answer.outcome === 'accepted') {
    return { state: null, commands: [toPlan(plan, 'ConfirmInitiation', {})] };
  }
  const heldBy = answer.refusal.details.holder ?? '-';
  return { state: null, commands: [toPlan(plan, 'RefuseInitiation', { heldBy })] };
}

function claimFor(holder: string, data: PlanInitiated['data']): ProcessCommand {
  const claimed = { holder, kind: 'plan' };
  const target = planClaim(data);
  return { name: 'Claim', aggregate: 'claim', target, type: 'Claim', data: claimed };
}

function toPlan(target: string, type: string, data: JsonObject): ProcessCommand {
  return { name: type, aggregate: 'plan', target, type, data };
}
