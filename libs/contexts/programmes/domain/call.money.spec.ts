import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CallEvent } from './call.events.js';
import { call } from './call.js';
import type { CallCommand } from './call.js';
import type { CallState } from './call.state.js';

import {
  at,
  act,
  cents,
  id,
  published,
  ready,
  awarded,
  give,
  first,
  second,
  third,
} from '../test/calls.js';

const given = specificationFor(call);

describe('the money of a call', () => {
  const increase = (n: number, allocatedCents: number | null = null) =>
    give('IncreaseCallBudget', { addedCents: cents(n), grounds: { allocatedCents } });
  const more = (n: number) => give('IncreaseAssignment', { plan: first, addedCents: cents(n) });
  const less = (n: number) => give('ReduceAssignment', { plan: first, cents: cents(n) });
  const asked: CallEvent = {
    type: 'FundingReductionRequested',
    data: { act, plan: first, cents: cents(500), at },
  };

  it('B-1, X-11: has no more than its programme allocates to it', () => {
    given(...published)
      .when(increase(100, 1099))
      .thenRefused('AboveAllocated');
    given(...published)
      .when(increase(100, 1100))
      .thenRepeatably({
        type: 'CallBudgetIncreased',
        data: { act, addedCents: cents(100), budgetCents: cents(1100), at },
      });
    given(...published)
      .when(increase(0))
      .thenRefused('AmountMissing');
  });
  it('B-1: increases an assignment within its budget', () => {
    given(...awarded)
      .when(more(401))
      .thenRefused('OverBudget');
    given(...awarded)
      .when(more(400))
      .then({
        type: 'FundingIncreased',
        data: { act, plan: first, addedCents: cents(400), cents: cents(1000), at },
      });
  });
  it('PL-10, B-1, X-11: covers what an extension comes to, within its budget, and nothing where it does already', () => {
    const cover = (n: number, plan = first) => give('CoverAssignment', { plan, cents: cents(n) });
    const increased: CallEvent = {
      type: 'FundingIncreased',
      data: { act, plan: first, addedCents: cents(300), cents: cents(900), at },
    };
    given(...awarded)
      .when(cover(900))
      .then(increased);
    given(...awarded, increased)
      .when(cover(900))
      .then();
    given(...awarded)
      .when(cover(1001))
      .thenRefused('OverBudget');
    given(...awarded)
      .when(cover(100, second))
      .thenRefused('NothingAssigned');
  });
  it('B-10, B-1, X-11: has again what it takes back, once the budget of the plan agrees', () => {
    given(...awarded)
      .when(less(500))
      .then(asked);
    given(...awarded)
      .when(less(600))
      .thenRefused('NotLess');
    given(...awarded, asked)
      .when(more(1))
      .thenRefused('ReductionPending');
    const reduced: CallEvent = {
      type: 'FundingReduced',
      data: { plan: first, cents: cents(500), returnedCents: cents(100), at },
    };
    const confirm = { type: 'ConfirmReduction', data: { plan: first } } as const;
    given(...awarded, asked)
      .when(confirm)
      .then(reduced);
    given(...awarded)
      .when(confirm)
      .thenRefused('NoReductionPending');
    given(...awarded, asked, reduced)
      .when(more(500))
      .then({
        type: 'FundingIncreased',
        data: { act, plan: first, addedCents: cents(500), cents: cents(1000), at },
      });
  });
  it('B-1, X-11: keeps the assignment where the budget of the plan does not agree', () => {
    const denied = { plan: first, rule: 'B-1', code: 'AssignmentBelowShares' };
    given(...awarded, asked)
      .when({ type: 'DenyReduction', data: denied })
      .then({ type: 'FundingReductionDenied', data: { ...denied, at } });
  });

  it('B-1, X-11: Σ assigned ≤ budget after any sequence of commands', () => {
    const amount = fc.integer({ min: 1, max: 700 });
    const plan = fc.constantFrom(first, second, third);
    const commands = fc.oneof(
      fc
        .tuple(plan, amount)
        .map(([p, n]) =>
          give('AssignFunding', { plan: p, cents: n, grounds: { call: id, plan: { call: id } } }),
        ),
      fc
        .tuple(plan, amount)
        .map(([p, n]) => give('IncreaseAssignment', { plan: p, addedCents: n })),
      fc.tuple(plan, amount).map(([p, n]) => give('ReduceAssignment', { plan: p, cents: n })),
      plan.map((p) => give('ConfirmReduction', { plan: p })),
      amount.map((n) => increase(n, 1500)),
    );
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 50, size: 'max' }), (sent) => {
        let state: CallState = ready.reduce<CallState>(call.evolve, call.initial);
        for (const command of sent) {
          const decided = call.decide({ ...someone, ...(command as object) } as CallCommand, state);
          if (decided.outcome === 'refused') continue;
          state = decided.events.reduce<CallState>(call.evolve, state);
          const all = Object.values<number>(state.assigned).reduce((a, b) => a + b, 0);
          expect(all).toBeLessThanOrEqual(state.terms?.budgetCents ?? 0);
          expect(state.terms?.budgetCents).toBeLessThanOrEqual(1500);
        }
      }),
      { seed: 20300102 },
    );
  });
});
