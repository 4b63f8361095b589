import type { JsonObject } from '@tavolo/event-store';
import type { ProcessCommand, ProcessDefinition, ProcessEvent } from '@tavolo/process';
import type { BudgetEvent } from '../domain/budget.events.js';
import type { CallEvent } from '../domain/call.events.js';

/** The call that the plan answers, once its budget is open. */
type OfCall = string | null;

/**
 * B-10: what a plan does not keep is told to its call, which has it again or passes it on to the
 * programme. What was decommitted before this process was there is told too, for it reads the log
 * from its beginning.
 */
export const fundsReturn: ProcessDefinition<OfCall> = {
  name: 'fundsReturn',
  categories: ['budget'],
  initial: null,
  keyOf: ({ type, stream }) => (heard.includes(type) ? stream.slice('budget-'.length) : null),
  react: (call, input) => {
    if (input.kind === 'answer') return { state: call };
    const { stream, ...fact } = input.event;
    const event = fact as unknown as BudgetEvent;
    if (event.type === 'BudgetOpened') return { state: event.data.call };
    const told = toldToCall(event, stream.replace(/^budget-/u, 'plan-'));
    return { state: call, commands: call && told ? [{ ...told, target: call }] : [] };
  },
};

const heard: readonly string[] = [
  ...(['BudgetOpened', 'FundsDecommitted', 'BudgetRevoked', 'FundsFreed'] as const),
];

function toldToCall(
  { type, data }: BudgetEvent,
  plan: string,
): Omit<ProcessCommand, 'target'> | null {
  switch (type) {
    case 'FundsDecommitted': {
      const { cents, pool } = data;
      return pool === 'plan' ? null : onCall('ReturnFunds', { plan, cents, pool });
    }
    case 'FundsFreed':
      return onCall('ReturnFunds', { plan, cents: data.cents, pool: 'call' });
    case 'BudgetRevoked':
      return onCall('EndFunding', { plan });
    default:
      return null;
  }
}

function onCall(type: string, data: JsonObject): Omit<ProcessCommand, 'target'> {
  return { name: type, aggregate: 'call', type, data };
}

/** B-10: what a call passes on to its programme may be allocated again there. */
export const programmeReturn: ProcessDefinition<null> = {
  name: 'programmeReturn',
  categories: ['call'],
  initial: null,
  keyOf: (event) => (passedOn(event) ? event.stream.slice('call-'.length) : null),
  react: (state, input) => {
    if (input.kind === 'answer') return { state };
    const passed = passedOn(input.event);
    if (!passed) return { state };
    const { programme: target, plan, cents } = passed;
    const data = { call: input.event.stream, plan, cents };
    const type = 'TakeBackFunds';
    return { state, commands: [{ name: type, aggregate: 'programme', target, type, data }] };
  },
};

type Returned = Extract<CallEvent, { type: 'FundsReturned' }>['data'];

function passedOn(event: ProcessEvent): Returned | null {
  const { type, data } = event as unknown as CallEvent;
  return type === 'FundsReturned' && data.pool === 'programme' ? data : null;
}
