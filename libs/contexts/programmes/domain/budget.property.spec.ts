import { someone } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BudgetCommand } from './budget.commands.js';
import type { BudgetEvent } from './budget.events.js';
import { budget } from './budget.js';
import { boundOn, committedOf, shareIn, sharesOf } from './budget.state.js';
import type { BudgetState } from './budget.state.js';

import {
  uuid,
  cents,
  plan,
  call,
  asColleague,
  amounts,
  agreement,
  decision,
  all,
  ready,
  one,
  two,
  town,
  school,
} from '../test/budget.js';

describe('B-1, B-10 and PL-8 under any order of commands', () => {
  const amount = fc.integer({ min: 0, max: 120 });
  const line = fc.constantFrom(one, two);
  const partner = fc.constantFrom(town, school);
  const nth = fc.integer({ min: 0, max: 2 });
  const asked = fc.oneof(
    fc.record({ kind: fc.constant('reserve'), line, partner, amount, nth }),
    fc.record({ kind: fc.constant('commit'), line, partner, amount, nth }),
    fc.record({
      kind: fc.constant('commit'),
      line,
      partner,
      amount: fc.integer({ min: 1, max: 20 }),
      nth,
    }),
    fc.record({ kind: fc.constant('adjust'), line, partner, amount, nth }),
    fc.record({ kind: fc.constant('decommit'), line, partner, amount, nth }),
    fc.record({ kind: fc.constant('release'), line, partner, amount, nth }),
    fc.record({ kind: fc.constant('change'), line, partner, amount, nth }),
    fc.record({ kind: fc.constant('assign'), line, partner, amount, nth }),
  );
  type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;
  const pools = ['plan', 'call', 'programme'] as const;

  /** The command, on the nth of what there is. */
  function commandOf(wish: Asked, state: BudgetState, n: number): BudgetCommand {
    const reservation = Object.keys(state.reservations)[wish.nth] ?? uuid(99);
    const commitment = Object.keys(state.commitments)[wish.nth] ?? uuid(99);
    const wide = { ...agreement, totalCents: cents(1000) };
    const grounds = { ...all, agreement: wide, newId: uuid(1000 + n) };
    const about = { line: wish.line, partner: wish.partner, cents: cents(wish.amount) };
    const change = amounts(wish.line, wish.amount, wish.nth * 20);
    const acts = { agreement: agreement.id, decision: decision.id };
    const data: Readonly<Record<string, object>> = {
      reserve: { ...about, grounds },
      commit: { reservation, ...about, ...acts, grounds },
      adjust: { commitment, ...about, ...acts, grounds },
      decommit: { commitment, cents: about.cents, pool: pools[wish.nth % 3] },
      release: { reservation },
      change: { plan, change: 'c', of: 'x', lines: [change] },
      assign: { call, cents: cents(wish.amount * 3) },
    };
    const types: Readonly<Record<string, BudgetCommand['type']>> = {
      ...{ reserve: 'ReserveFunds', commit: 'CommitFunds', adjust: 'AdjustCommitment' },
      ...{ decommit: 'DecommitFunds', release: 'ReleaseReservation', change: 'ChangeLines' },
      ...{ assign: 'LowerAssignment' },
    };
    const by = wish.kind === 'commit' ? asColleague : someone.by;
    return { ...someone, by, type: types[wish.kind], data: data[wish.kind] } as BudgetCommand;
  }

  const binding = ['reserve', 'commit', 'adjust'];

  /** By a count of the facts alone: what they bind, and what they set free. */
  function moved({ type, data }: BudgetEvent, before: BudgetState) {
    if (type === 'FundsCommitted') return { bound: data.cents, free: 0 };
    if (type === 'FundsDecommitted') return { bound: 0, free: data.cents };
    if (type !== 'CommitmentAdjusted') return { bound: 0, free: 0 };
    return { bound: data.cents - (before.commitments[data.commitment]?.cents ?? 0), free: 0 };
  }

  function withinLines(state: BudgetState): void {
    for (const each of Object.values(state.lines)) {
      expect(boundOn(state, each.line)).toBeLessThanOrEqual(each.cents);
      for (const who of [town, school]) {
        expect(boundOn(state, each.line, who)).toBeLessThanOrEqual(shareIn(each, who));
      }
    }
  }

  it('B-1, PL-8: Σ bound ≤ share ≤ line ≤ assigned; B-10: what came back is in a pool', () => {
    let commitments = 0;
    fc.assert(
      fc.property(fc.array(asked, { minLength: 20, maxLength: 60, size: 'max' }), (wishes) => {
        let state: BudgetState = ready.reduce<BudgetState>(budget.evolve, budget.initial);
        let [put, gone] = [0, 0];
        for (const [n, wish] of wishes.entries()) {
          const decided = budget.decide(commandOf(wish, state, n), state);
          if (decided.outcome === 'refused') continue;
          for (const event of decided.events) {
            const { bound, free } = moved(event, state);
            [put, gone] = [put + bound, gone + free];
            commitments += event.type === 'FundsCommitted' ? 1 : 0;
            state = budget.evolve(state, event);
          }
          withinLines(state);
          expect(committedOf(state)).toBe(put - gone);
          if (binding.includes(wish.kind)) {
            expect(sharesOf(state)).toBeLessThanOrEqual(state.assignedCents ?? 0);
          }
        }
      }),
      { seed: 20300101, numRuns: 300 },
    );
    expect(commitments).toBeGreaterThan(100);
  });
});
