import { MemoryEventStore } from '@tavolo/event-store';
import { Replicas } from '@tavolo/testing';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { BudgetLineId, LineAmounts } from '../contract/index.js';
import type { PlanEvent } from '../domain/plan.events.js';
import type { PlanState } from '../domain/plan.state.js';
import { amounts, asColleague, ask, callWith, document } from '../test/changes.js';
import { second, twoLines } from '../test/changes.js';
import { action, cents, line, planId, town } from '../test/examples.js';
import { plans } from './plan.aggregate.js';

const numRuns = process.env.TAVOLO_SOAK === '1' ? 1000 : 20;
const third = '00000000-0000-4000-8000-000000000072' as BudgetLineId;
/** Three lines of 100 euros each. */
const threeLines: readonly PlanEvent[] = [
  ...twoLines.slice(0, 11),
  { type: 'BudgetLineAdded', data: { line: third, action, category: 'x', cents: cents(100_00) } },
  { type: 'PartnerShareAllocated', data: { line: third, partner: town, cents: cents(100_00) } },
  ...twoLines.slice(11),
];
const euros = fc.constantFrom(0, 40_00, 100_00, 160_00, 200_00);
/** What a sender asks who has seen all lines at 100: two of them, the third as it may be by now. */
const anyPair = fc
  .tuple(
    fc.constantFrom([line, second] as const, [second, third] as const, [third, line] as const),
    euros,
  )
  .map(([[one, other], moved]) => [amounts(one, 0, moved), amounts(other, 0, 200_00 - moved)]);
const anyLines = fc.oneof(
  { weight: 3, arbitrary: anyPair },
  {
    weight: 1,
    arbitrary: fc.tuple(euros, euros).map(([a, b]) => [amounts(line, a, b), amounts(second, 0, a)]),
  },
);
const asked = fc.record({
  kind: fc.constantFrom(
    ...(['draft', 'draft', 'request', 'request', 'apply', 'apply', 'authorise'] as const),
    ...(['withdraw', 'extend', 'refuse'] as const),
  ),
  lines: anyLines,
  id: fc.uuid(),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

/** The command, on the change that its sender sees. */
function wishOf({ kind, lines, id }: Asked) {
  return (state: PlanState) => {
    const change = state.change?.id ?? id;
    const by = asColleague;
    const grounds = { newId: id, budget: null, call: callWith(100) };
    switch (kind) {
      case 'draft':
        return { type: 'DraftRemodulation', data: { lines, grounds } };
      case 'request':
        return { type: 'RequestRemodulation', data: { change, grounds } };
      case 'authorise':
        return { type: 'AuthoriseRemodulation', data: { change, document }, by };
      case 'apply':
        return { type: 'ApplyRemodulation', data: { change } };
      case 'withdraw':
        return { type: 'WithdrawRemodulation', data: { change } };
      case 'extend': {
        const { data } = ask('costed');
        return {
          type: 'RequestExtension',
          data: { ...data, grounds: { ...data.grounds, newId: id } },
        };
      }
      default:
        return { type: 'RefuseExtension', data: { change, document }, by };
    }
  };
}

/** Lines and shares after each fact of the log, counted from the facts alone. */
function* linesAfter(facts: readonly PlanEvent[]) {
  const lines = new Map<string, number>();
  const shares = new Map<string, Map<string, number>>();
  const put = (each: LineAmounts) => {
    lines.set(each.line, each.cents);
    shares.set(each.line, new Map(each.shares.map(({ partner, cents }) => [partner, cents])));
  };
  for (const { type, data } of facts) {
    if (type === 'BudgetLineAdded') lines.set(data.line, data.cents);
    if (type === 'PartnerShareAllocated') {
      const of = shares.get(data.line) ?? new Map<string, number>();
      shares.set(data.line, of.set(data.partner, data.cents));
    }
    if (type === 'BudgetRemodulated') data.lines.forEach(put);
    yield { lines, shares, type };
  }
}
const sumOf = (cents: Iterable<number>) => [...cents].reduce((sum, one) => sum + one, 0);

describe('an approved plan under several senders on two servers', () => {
  it('PL-7: Σ lines = Σ shares = what was approved, after every fact of the log', async () => {
    const anySenders = fc.array(fc.array(asked, { minLength: 6, maxLength: 12, size: 'max' }), {
      ...{ minLength: 3, maxLength: 4 },
    });
    const anyTurns = fc.array(fc.nat(12), { minLength: 5 });
    let applied = 0;
    await fc.assert(
      fc.asyncProperty(anySenders, anyTurns, async (senders, turns) => {
        const replicas = new Replicas(plans, new MemoryEventStore(), turns);
        await replicas.begin(planId, threeLines);
        await replicas.send(
          planId,
          senders.map((wishes) => wishes.map((wish) => wishOf(wish))),
        );
        const facts = await replicas.facts(planId);
        let seen = 0;
        for (const { lines, shares, type } of linesAfter(facts)) {
          seen += 1;
          if (seen < threeLines.length) continue;
          for (const [each, amount] of lines) {
            expect(sumOf(shares.get(each)?.values() ?? [])).toBe(amount);
          }
          expect(sumOf(lines.values())).toBe(300_00);
          applied += type === 'BudgetRemodulated' ? 1 : 0;
        }
      }),
      { numRuns, seed: 20291231 },
    );
    expect(applied).toBeGreaterThan(3);
  });
});
