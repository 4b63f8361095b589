import type { JsonObject } from '@tavolo/event-store';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { ProcessInput, Reaction } from '@tavolo/process';
import { budgetOf } from '../contract/index.js';

/** Nothing is remembered: every command says what it is about. */
type Assigning = null;
type Answered = Extract<ProcessInput, { kind: 'answer' }>;
type Assigned = Readonly<{ plan: string; cents: number }>;

/**
 * B-1: what a call assigns is told to the budget of the plan; what it wants to take back the
 * budget has to grant first, since money may be bound.
 */
export const assignmentProcess: ProcessDefinition<Assigning> = {
  name: 'fundingAssignment',
  categories: ['call'],
  initial: null,
  keyOf: (event) => (commandFor(event.type) ? planOf(event).slice('plan-'.length) : null),
  react: (_, input) => (input.kind === 'event' ? onFact(input.event) : onAnswer(input)),
};

function commandFor(type: string): 'LowerAssignment' | 'RecordAssignment' | null {
  if (type === 'FundingReductionRequested') return 'LowerAssignment';
  return type === 'FundingAssigned' || type === 'FundingIncreased' ? 'RecordAssignment' : null;
}

function planOf({ data }: ProcessEvent): string {
  return (data as unknown as Assigned).plan;
}

function onFact(event: ProcessEvent): Reaction<Assigning> {
  const type = commandFor(event.type);
  if (!type) return { state: null };
  const { plan, cents } = event.data as unknown as Assigned;
  const data = { call: event.stream, cents };
  const tell = { name: type, aggregate: 'budget', target: budgetOf(plan), type, data };
  return { state: null, commands: [tell] };
}

function onAnswer({ command, ...answer }: Answered): Reaction<Assigning> {
  if (command.name !== 'LowerAssignment') return { state: null };
  const { call } = command.data as { call: string };
  const plan = command.target.replace(/^budget-/u, 'plan-');
  if (answer.outcome === 'accepted') {
    return { state: null, commands: [toCall(call, 'ConfirmReduction', { plan })] };
  }
  const { rule, code } = answer.refusal;
  return { state: null, commands: [toCall(call, 'DenyReduction', { plan, rule, code })] };
}

function toCall(target: string, type: string, data: JsonObject): ProcessCommand {
  return { name: type, aggregate: 'call', target, type, data };
}
