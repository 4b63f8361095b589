import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryEventStore, SqliteEventStore } from '@tavolo/event-store';
import type { EventStore } from '@tavolo/event-store';
import { Replicas } from '@tavolo/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CallEvent } from '../domain/call.events.js';
import type { CallState } from '../domain/call.state.js';
import { act, cents, first, id, ready, second, third } from '../test/calls.js';
import { calls } from './call.handler.js';

const numRuns = process.env.TAVOLO_SOAK === '1' ? 1000 : 25;

const asked = fc.record({
  kind: fc.constantFrom(
    ...(['assign', 'assign', 'assign', 'increase', 'increase', 'cover'] as const),
    ...(['reduce', 'confirm', 'deny', 'grow'] as const),
  ),
  plan: fc.constantFrom(first, second, third),
  amount: fc.integer({ min: 1, max: 700 }),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

/** The command, on what its sender sees of the call. */
function wishOf({ kind, plan, amount }: Asked) {
  return ({ terms, assigned }: CallState) => {
    const about = { plan, act, cents: cents(amount) };
    switch (kind) {
      case 'assign':
        return {
          type: 'AssignFunding',
          data: { ...about, grounds: { call: id, plan: { call: id } } },
        };
      case 'increase':
        return { type: 'IncreaseAssignment', data: { plan, act, addedCents: cents(amount) } };
      case 'cover':
        return { type: 'CoverAssignment', data: about };
      case 'reduce':
        return {
          type: 'ReduceAssignment',
          data: { ...about, cents: cents((assigned[plan] ?? 0) >> 1) },
        };
      case 'confirm':
        return { type: 'ConfirmReduction', data: { plan } };
      case 'deny':
        return {
          type: 'DenyReduction',
          data: { plan, rule: 'B-1', code: 'AssignmentBelowShares' },
        };
      default: {
        // Allocations only grow: what a sender saw once is still allocated when it decides.
        const allocatedCents = cents((terms?.budgetCents ?? 0) + 50);
        return {
          type: 'IncreaseCallBudget',
          data: { act, addedCents: cents(50), grounds: { allocatedCents } },
        };
      }
    }
  };
}

/** The budget of a call and what each plan has of it, from the facts alone. */
class Counted {
  budget = 0;
  readonly #of = new Map<string, number>();

  add({ type, data }: CallEvent): void {
    if (type === 'CallDrafted' || type === 'CallBudgetIncreased') this.budget = data.budgetCents;
    if (type === 'FundingAssigned' || type === 'FundingIncreased' || type === 'FundingReduced') {
      this.#of.set(data.plan, data.cents);
    }
  }

  get assigned(): number {
    return [...this.#of.values()].reduce((all, one) => all + one, 0);
  }
}

let moved = 0;
let refused = 0;
async function holds(store: EventStore, senders: readonly (readonly Asked[])[], turns: number[]) {
  const replicas = new Replicas(calls, store, turns);
  await replicas.begin(id, ready);
  const answers = await replicas.send(
    id,
    senders.map((wishes) => wishes.map((wish) => wishOf(wish))),
  );
  const facts = await replicas.facts(id);
  const counted = new Counted();
  for (const fact of facts) {
    counted.add(fact);
    expect(counted.assigned).toBeLessThanOrEqual(counted.budget);
  }
  moved += facts.filter(({ type }) => type.startsWith('Funding')).length;
  refused += answers.filter((one) => 'refusal' in one && one.refusal.code === 'OverBudget').length;
}

const anySenders = fc.array(fc.array(asked, { minLength: 4, maxLength: 10, size: 'max' }), {
  ...{ minLength: 3, maxLength: 4 },
});
const anyTurns = fc.array(fc.nat(12), { minLength: 5, maxLength: 30 });

describe('the money of a call under several senders on two servers', () => {
  it('B-1: Σ assigned ≤ the budget of the call, after every fact of the log', async () => {
    await fc.assert(
      fc.asyncProperty(anySenders, anyTurns, (senders, turns) =>
        holds(new MemoryEventStore(), senders, turns),
      ),
      { numRuns, seed: 20300101 },
    );
    // Enough of both: money that is assigned, and money that the rule kept back.
    expect(moved).toBeGreaterThan(2 * numRuns);
    expect(refused).toBeGreaterThan(numRuns);
  });

  it('B-1: also on the embedded store', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tavolo-'));
    const before = moved;
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
    expect(moved).toBeGreaterThan(before);
  });
});
