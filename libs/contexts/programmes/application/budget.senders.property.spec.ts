import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryEventStore, SqliteEventStore } from '@tavolo/event-store';
import type { EventStore } from '@tavolo/event-store';
import { Replicas } from '@tavolo/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LineAmounts } from '@tavolo/plans';
import { budgetOf } from '../contract/index.js';
import type { BudgetEvent } from '../domain/budget.events.js';
import type { BudgetState } from '../domain/budget.state.js';
import { agreement, all, amounts, asColleague, call, cents, decision } from '../test/budget.js';
import { one, plan, ready, school, town, two, uuid } from '../test/budget.js';
import { budgets } from './budget.aggregate.js';

const budget = budgetOf(plan);
const numRuns = process.env.TAVOLO_SOAK === '1' ? 1000 : 25;

const asked = fc.record({
  kind: fc.constantFrom(
    'reserve',
    'reserve',
    'commit',
    'commit',
    'adjust',
    'decommit',
    'release',
    'change',
    'assign',
  ),
  line: fc.constantFrom(one, two),
  partner: fc.constantFrom(town, school),
  amount: fc.integer({ min: 1, max: 60 }),
  nth: fc.integer({ min: 0, max: 2 }),
  id: fc.uuid(),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

/** The command, on the nth of what its sender sees. */
function wishOf({ kind, line, partner, amount, nth, id }: Asked) {
  return (state: BudgetState) => {
    const reservation = Object.keys(state.reservations)[nth] ?? uuid(99);
    // No more than was held for it, or hardly any commitment would be made.
    const most = Math.min(amount, state.reservations[reservation]?.cents ?? amount);
    const commitment = Object.keys(state.commitments)[nth] ?? uuid(99);
    const wide = { ...agreement, totalCents: cents(150) };
    const grounds = { ...all, agreement: wide, newId: id };
    const about = { line, partner, cents: cents(amount), grounds };
    const acts = { agreement: agreement.id, decision: decision.id };
    switch (kind) {
      case 'reserve':
        return { type: 'ReserveFunds', data: about };
      case 'commit':
        return {
          ...{ type: 'CommitFunds', by: asColleague },
          data: { reservation, ...about, ...acts, cents: cents(most) },
        };
      case 'adjust':
        return { type: 'AdjustCommitment', data: { commitment, ...about, ...acts } };
      case 'decommit':
        return { type: 'DecommitFunds', data: { commitment, cents: about.cents, pool: 'plan' } };
      case 'release':
        return { type: 'ReleaseReservation', data: { reservation } };
      case 'change': {
        const lines = [amounts(line, nth === 2 ? 2 * amount : amount, nth * 20)];
        return { type: 'ChangeLines', data: { plan, change: 'c', of: 'x', lines } };
      }
      default:
        return { type: 'LowerAssignment', data: { call, cents: cents(amount * 3) } };
    }
  };
}

/** The sums, counted from the facts alone: no fold of the decider is used. */
class Counted {
  readonly shares = new Map<string, number>();
  readonly bound = new Map<string, number>();
  assigned = 0;
  readonly #held = new Map<string, { at: string; cents: number }>();

  add({ type, data }: BudgetEvent): void {
    switch (type) {
      case 'BudgetOpened':
      case 'BudgetLinesChanged':
        for (const each of data.lines) this.#line(each);
        break;
      case 'AssignmentRecorded':
        this.assigned = data.cents;
        break;
      case 'FundsReserved':
        this.#hold(data.reservation, data.cents, key(data));
        break;
      case 'ReservationReleased':
        this.#hold(data.reservation, 0);
        break;
      case 'FundsCommitted':
        this.#hold(data.reservation, 0);
        this.#hold(data.commitment, data.cents, key(data));
        break;
      case 'CommitmentAdjusted':
        this.#hold(data.commitment, data.cents);
        break;
      case 'FundsDecommitted':
        this.#hold(data.commitment, this.#of(data.commitment).cents - data.cents);
        break;
      case 'BudgetRevoked':
      case 'FundsFreed':
        throw new Error(`${type}: none of these senders revokes a plan`);
    }
  }

  #line({ line, shares }: LineAmounts): void {
    for (const partner of [town, school]) this.shares.set(key({ line, partner }), 0);
    for (const { partner, cents } of shares) this.shares.set(key({ line, partner }), cents);
  }

  #hold(id: string, cents: number, at = this.#of(id).at): void {
    const before = this.bound.get(at) ?? 0;
    this.bound.set(at, before - this.#of(id).cents + cents);
    this.#held.set(id, { at, cents });
  }

  #of(id: string) {
    return this.#held.get(id) ?? { at: '', cents: 0 };
  }
}
const key = ({ line, partner }: Readonly<{ line: string; partner: string }>) =>
  `${line} ${partner}`;

let committed = 0;
async function holds(store: EventStore, senders: readonly (readonly Asked[])[], turns: number[]) {
  const replicas = new Replicas(budgets, store, turns);
  await replicas.begin(budget, ready);
  await replicas.send(
    budget,
    senders.map((wishes) => wishes.map((wish) => wishOf(wish))),
  );
  const facts = await replicas.facts(budget);
  const counted = new Counted();
  for (const fact of facts) {
    counted.add(fact);
    const { shares, bound, assigned } = counted;
    for (const [at, cents] of bound) expect(cents).toBeLessThanOrEqual(shares.get(at) ?? 0);
    if (fact.type !== 'FundsReserved' && fact.type !== 'FundsCommitted') continue;
    const whole = [...shares.values()].reduce((sum, cents) => sum + cents, 0);
    expect(whole).toBeLessThanOrEqual(assigned);
  }
  committed += facts.filter(({ type }) => type === 'FundsCommitted').length;
}

const anySenders = fc.array(fc.array(asked, { minLength: 4, maxLength: 12, size: 'max' }), {
  ...{ minLength: 3, maxLength: 4 },
});
const anyTurns = fc.array(fc.nat(12), { minLength: 5, maxLength: 30 });

describe('the money of a plan under several senders on two servers', () => {
  it('B-1, PL-8: Σ bound ≤ share, and Σ shares ≤ assigned, after every fact of the log', async () => {
    await fc.assert(
      fc.asyncProperty(anySenders, anyTurns, (senders, turns) =>
        holds(new MemoryEventStore(), senders, turns),
      ),
      { numRuns, seed: 20300101 },
    );
    expect(committed).toBeGreaterThan(numRuns);
  });

  it('B-1, PL-8: also on the embedded store', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
    const before = committed;
    try {
      const sampled = fc.sample(anySenders, { numRuns: 8, seed: 20300101 });
      for (const [nth, senders] of sampled.entries()) {
        const store = await SqliteEventStore.open(join(folder, `${String(nth)}.db`));
        try {
          await holds(store, senders, [0, 5, 1, 9, 3]);
        } finally {
          await store.close();
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(committed).toBeGreaterThan(before);
  });
});
