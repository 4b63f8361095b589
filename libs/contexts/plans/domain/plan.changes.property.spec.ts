import { someone } from '@tavolo/testing/specification';
import type { Cents } from '@tavolo/kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { PlanCommand } from './plan.commands.js';
import { line } from '../test/examples.js';
import { uuid } from '../test/examples.js';
import { plan } from './plan.js';
import { sharesOf, totalOf } from './plan.state.js';

import {
  document,
  change,
  grounds,
  asColleague,
  second,
  amounts,
  twoLines,
  callWith,
  shift,
  ask,
} from '../test/changes.js';
describe('PL-7 and PL-9 under random orders of changes', () => {
  const bare = (type: string, data: object, by = someone.by as PlanCommand['by']) =>
    ({ ...someone, type, data, by }) as unknown as PlanCommand;
  const amount = fc.integer({ min: 0, max: 200_00 });
  const lines = fc
    .tuple(amount, amount, amount)
    .map(([a, b, c]) => [amounts(line, a, b), amounts(second, 0, c)]);
  const kept = fc.integer({ min: 0, max: 100_00 }).map(shift);
  const budgeted = { newId: change, budget: null };
  const moves = fc.oneof(
    fc
      .oneof(lines, kept, kept, kept)
      .map((some) => bare('DraftRemodulation', { lines: some, grounds: budgeted })),
    fc
      .constantFrom(null, 0, 10, 100)
      .map((percent) =>
        bare('RequestRemodulation', { change, grounds: { call: callWith(percent), budget: null } }),
      ),
    fc.constantFrom(
      ...[
        bare('AuthoriseRemodulation', { change, document }, asColleague),
        bare('ApplyRemodulation', { change }),
        bare('WithdrawRemodulation', { change }),
        bare('RequestExtension', ask('costed').data),
        bare('RevokeFunding', {
          extent: 'partial',
          lines: [amounts(line, 1, 1)],
          document,
          grounds,
        }),
        bare('ApplyRevocation', { change }),
        bare('RefuseExtension', { change, document }, asColleague),
      ],
    ),
  );

  it('PL-7: shares are lines at every instant; PL-9: a remodulation leaves the total', () => {
    let applied = 0;
    fc.assert(
      fc.property(fc.array(moves, { minLength: 30, maxLength: 60, size: 'max' }), (commands) => {
        let state = twoLines.reduce(plan.evolve, plan.initial);
        for (const [n, command] of commands.entries()) {
          // Each change has an id of its own; those that act on one name the present.
          const id = uuid(1000 + n);
          const data = command.data as { grounds?: object; change?: string };
          const named = {
            ...data,
            ...(data.change !== undefined && { change: state.change?.id ?? id }),
            ...(data.grounds && { grounds: { ...data.grounds, newId: id } }),
          };
          const decided = plan.decide({ ...command, data: named } as PlanCommand, state);
          if (decided.outcome === 'refused') continue;
          const before: Cents = totalOf(state);
          state = decided.events.reduce<typeof state>(plan.evolve, state);
          for (const one of Object.values(state.lines)) expect(sharesOf(one)).toBe(one.cents);
          if (decided.events.some(({ type }) => type === 'BudgetRemodulated')) {
            applied += 1;
            expect(totalOf(state)).toBe(before);
          }
        }
      }),
      { seed: 20291231, numRuns: 400 },
    );
    expect(applied).toBeGreaterThan(20);
  });
});
