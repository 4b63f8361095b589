import { specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import type { Pool, ProgrammeId } from '../contract/index.js';
import { act, assigned, at, awarded, cents, first, give, id, second } from '../test/calls.js';
import { ready } from '../test/calls.js';
import type { CallEvent } from './call.events.js';
import { call } from './call.js';
import { heldBy, residualOf } from './call.state.js';

const given = specificationFor(call);
const back = (n: number, pool: Pool = 'call', plan = first) =>
  ({ type: 'ReturnFunds', data: { plan, cents: cents(n), pool } }) as const;
const returned = (n: number, pool: Pool = 'call', plan = first): CallEvent => ({
  type: 'FundsReturned',
  data: { plan, cents: cents(n), pool, programme: 'programme-1' as ProgrammeId, at },
});
const ended: CallEvent = { type: 'FundingEnded', data: { plan: first, at } };
const end = { type: 'EndFunding', data: { plan: first } } as const;
const assign = (n: number, plan = second) =>
  give('AssignFunding', { plan, cents: cents(n), grounds: { call: id, plan: { call: id } } });
const assignedTo = (n: number): CallEvent => ({
  type: 'FundingAssigned',
  data: { act, plan: second, cents: cents(n), assignedAt: at },
});
const more = (n: number) => give('IncreaseAssignment', { plan: first, addedCents: cents(n) });
const after = (...facts: readonly CallEvent[]) => {
  const state = [...awarded, ...facts].reduce(call.evolve, call.initial);
  return { residual: residualOf(state), held: heldBy(state, first) };
};

// 1000 in all, 600 of them assigned to the first plan.
describe('money that a plan does not keep', () => {
  it('B-10, B-1: is the call’s again, and may be assigned to another plan, to the cent', () => {
    given(...awarded)
      .when(back(100))
      .thenRepeatably(returned(100));
    given(...awarded)
      .when(assign(401))
      .thenRefused('OverBudget');
    given(...awarded, returned(100))
      .when(assign(501))
      .thenRefused('OverBudget');
    given(...awarded, returned(100))
      .when(assign(500))
      .then(assignedTo(500));
    given(...awarded, returned(100))
      .when(more(501))
      .thenRefused('OverBudget');
  });
  it('B-10, B-1: of the programme’s pool is nobody’s in the call', () => {
    given(...awarded)
      .when(back(100, 'programme'))
      .thenRepeatably(returned(100, 'programme'));
    given(...awarded, returned(100, 'programme'))
      .when(assign(401))
      .thenRefused('OverBudget');
    given(...awarded, returned(100, 'programme'))
      .when(assign(400))
      .then(assignedTo(400));
  });
  it('B-10: is never more than the plan still has', () => {
    given(...awarded)
      .when(back(601))
      .thenRefused('MoreThanHeld');
    given(...awarded, returned(400), returned(100, 'programme'))
      .when(back(101))
      .thenRefused('MoreThanHeld');
    given(...awarded, returned(400), returned(100, 'programme'))
      .when(back(100))
      .then(returned(100));
    given(...ready)
      .when(back(1))
      .thenRefused('MoreThanHeld');
    given().when(back(0)).thenRefused('MoreThanHeld');
  });
  it('B-10: comes back in whatever state the call is', () =>
    given(...awarded, { type: 'CallConcluded', data: { act, at } })
      .when(back(1))
      .thenRepeatably(returned(1)));
  it('B-1, B-10: what is left of the call and what the plan has are one sum', () => {
    expect(after()).toStrictEqual({ residual: 400, held: 600 });
    expect(after(returned(100))).toStrictEqual({ residual: 500, held: 500 });
    expect(after(returned(100), returned(50))).toStrictEqual({ residual: 550, held: 450 });
    expect(after(returned(100), returned(30, 'programme'))).toStrictEqual({
      ...{ residual: 500, held: 470 },
    });
    const nobody = [assigned].reduce(call.evolve, call.initial);
    expect([heldBy(nobody, second), residualOf(call.initial)]).toStrictEqual([0, 0]);
  });
});

describe('a plan whose whole funding is revoked', () => {
  it('X-11, B-10: is assigned nothing more, and nothing else', () => {
    given(...awarded)
      .when(end)
      .then(ended);
    given(...awarded, ended)
      .when(end)
      .thenRefused('FundingHasEnded');
    given(...awarded, ended)
      .when(more(1))
      .thenRefused('FundingIsRevoked');
    given(...awarded, ended)
      .when(give('ReduceAssignment', { plan: first, cents: cents(1) }))
      .thenRefused('FundingIsRevoked');
    given(...ready, ended)
      .when(assign(1, first))
      .thenRefused('FundingIsRevoked');
    given(...awarded, ended)
      .when(assign(1))
      .then(assignedTo(1));
    given(...awarded, ended)
      .when(back(600))
      .then(returned(600));
  });
});
