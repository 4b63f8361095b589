import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import {
  all,
  assigned,
  at,
  call,
  cents,
  commit,
  committed,
  decision,
  opened,
  plan,
} from '../test/budget.js';
import { ready, reserve, reserved, uuid } from '../test/budget.js';
import type { BudgetEvent } from './budget.events.js';
import { budget } from './budget.js';
import { heldOf } from './budget.state.js';

const given = specificationFor(budget);
const bound = [...ready, reserved(50), committed(50)];
const change = uuid(70);
const revoke = { type: 'RevokeBudget', data: { plan, change } } as const;
const revoked: BudgetEvent = { type: 'BudgetRevoked', data: { change, revokedAt: at } };
const freed = (n: number): BudgetEvent => ({
  type: 'FundsFreed',
  data: { cents: cents(n), freedAt: at },
});
const decommit = (n: number, pool: 'call' | 'plan' | 'programme') =>
  ({ type: 'DecommitFunds', data: { commitment: uuid(21), cents: cents(n), pool } }) as const;
const decommitted = (n: number, pool: 'call' | 'plan' | 'programme'): BudgetEvent => ({
  type: 'FundsDecommitted',
  data: {
    ...{ commitment: uuid(21), cents: cents(n), pool },
    ...{ decommittedBy: someone.by.person, decommittedAt: at },
  },
});
const heldAfter = (...facts: readonly BudgetEvent[]) =>
  heldOf(facts.reduce(budget.evolve, budget.initial));

describe('the budget of a plan whose whole funding is revoked', () => {
  it('B-10, X-11: gives back all that is assigned and neither committed nor given back already', () => {
    given(...bound)
      .when(revoke)
      .then(revoked, freed(150));
    given(...bound, decommitted(20, 'call'), decommitted(10, 'programme'), decommitted(5, 'plan'))
      .when(revoke)
      .then(revoked, freed(155));
    given(opened).when(revoke).then(revoked);
    given(opened, assigned(50), reserved(50), committed(50)).when(revoke).then(revoked);
  });
  it('X-11: is revoked once, and only when it was opened', () => {
    given().when(revoke).thenRefused('NothingToRevoke');
    given(...bound, revoked, freed(150))
      .when(revoke)
      .thenRefused('NothingToRevoke');
  });
  it('B-10, X-12: has no reservation any more', () => {
    const release = { type: 'ReleaseReservation', data: { reservation: uuid(20) } } as const;
    given(...ready, reserved(50), revoked)
      .when(release)
      .thenRefused('ReservationUnknown');
    given(...ready, reserved(50), revoked)
      .when(commit(50))
      .thenRefused('ReservationUnknown');
  });
  it('B-10: binds nothing more, even where the plan is still taken to run', () => {
    given(...ready, revoked)
      .when(reserve(1))
      .thenRefused('BudgetRevoked');
    const raise = { commitment: uuid(21), cents: cents(51), decision: decision.id, grounds: all };
    given(...bound, revoked)
      .when({ type: 'AdjustCommitment', data: raise })
      .thenRefused('BudgetRevoked');
  });
  it('B-10: takes nothing back into the plan, and everything into the pools beside it', () => {
    const after = given(...bound, revoked, freed(150));
    after.when(decommit(50, 'plan')).thenRefused('BudgetRevoked');
    after.when(decommit(50, 'call')).then(decommitted(50, 'call'));
    after.when(decommit(50, 'programme')).then(decommitted(50, 'programme'));
  });
  it('B-10, X-11: passes on what was still on its way to it, and is lowered no more', () => {
    const record = (n: number) =>
      ({ type: 'RecordAssignment', data: { call, cents: cents(n) } }) as const;
    const after = given(...bound, revoked, freed(150));
    after.when(record(230)).then(assigned(230), freed(30));
    after.when(record(190)).then(assigned(190));
    after
      .when({ type: 'LowerAssignment', data: { call, cents: cents(200) } })
      .thenRefused('BudgetRevoked');
    given(opened, revoked).when(record(40)).then(assigned(40), freed(40));
    given(...ready)
      .when(record(230))
      .then(assigned(230));
  });
});

describe('what a plan still has of its assignment', () => {
  it('B-10: is all but what went to a pool beside it, or was freed', () => {
    expect(heldAfter(opened)).toBe(0);
    expect(heldAfter(...bound)).toBe(200);
    expect(heldAfter(...bound, decommitted(20, 'plan'))).toBe(200);
    expect(heldAfter(...bound, decommitted(20, 'call'), decommitted(5, 'programme'))).toBe(175);
    expect(heldAfter(...bound, revoked, freed(150))).toBe(50);
    expect(heldAfter(...bound, revoked, freed(100), freed(50))).toBe(50);
  });
  it('B-1: what went to a pool stays bound on its share, so that nobody binds it again', () => {
    for (const pool of ['call', 'programme'] as const) {
      given(...bound, decommitted(50, pool))
        .when(reserve(11))
        .thenRefused('ShareExceeded');
      given(...bound, decommitted(50, pool))
        .when(reserve(10))
        .then(reserved(10));
    }
  });
});
