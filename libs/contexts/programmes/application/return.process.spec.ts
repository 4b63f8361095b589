import { describe, expect, it } from '@jest/globals';
import type { ProcessEvent } from '@tavolo/process';
import { budgetOf } from '../contract/index.js';
import { call, plan } from '../test/budget.js';
import { fundsReturn, programmeReturn } from './return.process.js';

const budget = budgetOf(plan);
const fact = (stream: string, type: string, data: object) =>
  ({ stream, type, data }) as unknown as ProcessEvent;
const sentFor = (type: string, data: object, of: string | null = call) =>
  fundsReturn.react(of, { kind: 'event', event: fact(budget, type, data) }).commands ?? [];

describe('what a plan does not keep', () => {
  it('B-10: is told to the call of the plan, which its budget was opened under', () => {
    const opened = fact(budget, 'BudgetOpened', { call, plan, lines: [] });
    expect(fundsReturn.keyOf(opened)).toBe(plan.slice('plan-'.length));
    expect(fundsReturn.react(null, { kind: 'event', event: opened })).toStrictEqual({
      state: call,
    });
    const returned = { name: 'ReturnFunds', aggregate: 'call', target: call, type: 'ReturnFunds' };
    for (const pool of ['call', 'programme']) {
      expect(sentFor('FundsDecommitted', { cents: 5, pool })).toStrictEqual([
        { ...returned, data: { plan, cents: 5, pool } },
      ]);
    }
    expect(sentFor('FundsFreed', { cents: 7 })).toStrictEqual([
      { ...returned, data: { plan, cents: 7, pool: 'call' } },
    ]);
    expect(sentFor('BudgetRevoked', { change: 'c' })).toMatchObject([
      { target: call, type: 'EndFunding', data: { plan } },
    ]);
  });
  it('B-10: nothing is told of what stays in the plan, nor of anything else', () => {
    expect(sentFor('FundsDecommitted', { cents: 5, pool: 'plan' })).toStrictEqual([]);
    expect(sentFor('FundsFreed', { cents: 5 }, null)).toStrictEqual([]);
    expect(fundsReturn.keyOf(fact(budget, 'FundsCommitted', {}))).toBeNull();
  });
  it('B-10: is told to the programme where the call passes it on', () => {
    const returned = (pool: string) =>
      fact(call, 'FundsReturned', { plan, cents: 5, pool, programme: 'programme-1' });
    expect(programmeReturn.keyOf(returned('call'))).toBeNull();
    expect(programmeReturn.keyOf(returned('programme'))).toBe(call.slice('call-'.length));
    const { commands } = programmeReturn.react(null, {
      ...{ kind: 'event', event: returned('programme') },
    });
    expect(commands).toMatchObject([
      {
        ...{ aggregate: 'programme', target: 'programme-1', type: 'TakeBackFunds' },
        data: { call, plan, cents: 5 },
      },
    ]);
  });
});
