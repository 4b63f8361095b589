import { MemoryEventStore } from '@tavolo/event-store';
import { Replicas } from '@tavolo/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerEvent } from '../domain/ledger.events.js';
import { agreementId, cents, day, parent } from '../test/examples.js';
import { ledgers } from './aggregates.js';
import { ledgerOf } from './ledgers.js';

const ledger = ledgerOf(parent);
const TOTAL = 100;
const numRuns = process.env.TAVOLO_SOAK === '1' ? 1000 : 25;
const end = day('2030-12-31');
const grounds = { parent: { status: 'InForce', totalCents: cents(TOTAL), end } };
const anyChild = fc.integer({ min: 1, max: 5 }).map((n) => agreementId(20 + n));
const anyWish = fc.oneof(
  fc
    .record({ child: anyChild, version: fc.integer({ min: 1, max: 3 }), cents: fc.nat(70) })
    .map((about) => ({ type: 'ReserveForChild', data: { ...about, end, grounds } })),
  fc
    .record({ child: anyChild, version: fc.integer({ min: 1, max: 3 }) })
    .map((data) => ({ type: 'ReleaseChild', data })),
  fc.record({ child: anyChild, cents: fc.nat(70) }).map((data) => ({ type: 'SettleChild', data })),
);

/** What each child holds after every fact, counted from the facts alone. */
function* heldAfter(facts: readonly LedgerEvent[]): Generator<number> {
  const held = new Map<string, number>();
  for (const { type, data } of facts) {
    if (type === 'ChildReleased') held.delete(data.child);
    else held.set(data.child, data.cents);
    yield [...held.values()].reduce((sum, amount) => sum + amount, 0);
  }
}

describe('what the children of an agreement take, under several senders on two servers', () => {
  it('A-8: is never more than the agreement has, after every fact of the log', async () => {
    const anySenders = fc.array(fc.array(anyWish, { minLength: 4, maxLength: 10 }), {
      ...{ minLength: 3, maxLength: 5 },
    });
    const fullest: number[] = [];
    await fc.assert(
      fc.asyncProperty(
        anySenders,
        fc.array(fc.nat(12), { minLength: 5 }),
        async (senders, turns) => {
          const replicas = new Replicas(ledgers, new MemoryEventStore(), turns);
          await replicas.send(ledger, senders);
          const sums = [...heldAfter(await replicas.facts(ledger))];
          for (const sum of sums) expect(sum).toBeLessThanOrEqual(TOTAL);
          fullest.push(Math.max(0, ...sums));
        },
      ),
      { numRuns, seed: 20300101 },
    );
    expect(Math.max(...fullest)).toBeGreaterThan(TOTAL / 2);
  });
});
