import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { BudgetLineId } from '../contract/index.js';
import type { PlanEvent } from './plan.events.js';
import { cents, date } from '../test/examples.js';
import { frozen, line } from '../test/examples.js';
import { personRef, region, school, uuid } from '../test/examples.js';
import { plan } from './plan.js';

import {
  document,
  change,
  asColleague,
  second,
  amounts,
  twoLines,
  budget,
  callWith,
  shift,
  draft,
  drafted,
  request,
  requested,
  notified,
  authorised,
  remodulated,
} from '../test/changes.js';
const given = specificationFor(plan);
const at = given(...twoLines);

describe('a remodulation', () => {
  it('PL-9, X-11: keeps the total, to the cent', () => {
    at.when(draft(shift(30_00))).then(drafted(30_00));
    at.when(draft([amounts(line, 40_00, 90_00), amounts(second, 0, 70_01)])).thenRefused(
      'TotalMoved',
    );
    at.when(draft([amounts(line, 40_00, 60_01)])).thenRefused('TotalMoved');
  });
  it('PL-9, X-11: takes no line below what is committed', () => {
    at.when(draft(shift(30_00), budget(70_01))).thenRefused('BelowCommitted');
    at.when(draft(shift(30_00), budget(70_00))).then(drafted(30_00));
    given(...twoLines, drafted(30_00))
      .when(request(callWith(20), budget(70_01)))
      .thenRefused('BelowCommitted');
  });
  it('PL-7, X-11: has shares that add up to each line', () => {
    const uneven = { ...amounts(line, 40_00, 90_00), cents: cents(130_01) };
    at.when(draft([uneven, amounts(second, 0, 69_99)])).thenRefused('SharesNotLine');
    at.when(draft(shift(30_00))).then(drafted(30_00));
  });
  it('X-12, X-11: is of lines and partners of the plan, each named once, and shifts something', () => {
    at.when(draft([amounts(uuid(99) as BudgetLineId, 0, 0)])).thenRefused('LineUnknown');
    at.when(draft([...shift(1), amounts(line, 40_00, 60_01)])).thenRefused('LineTwice');
    const foreign = [
      { line, cents: cents(100_00), shares: [{ partner: school, cents: cents(100_00) }] },
    ];
    at.when(draft(foreign)).thenRefused('ShareOfStranger');
    at.when(draft(foreign, null, [region])).thenRefused('ShareOfStranger');
    at.when(draft(shift(0))).thenRefused('NothingShifted');
  });
  it('PA-9, X-12, X-11: may go to who stands in the place of a partner of the plan', () => {
    const shares = [{ partner: school, cents: cents(100_00) }];
    const lines = [{ line, cents: cents(100_00), shares }];
    at.when(draft(lines, null, [school])).then({
      type: 'RemodulationDrafted',
      data: { change, lines, movedCents: cents(100_00), draftedBy: personRef(1) },
    });
  });
  it('PL-9, X-11: at the threshold is a notice, a cent above it needs an authorisation', () => {
    given(...twoLines, drafted(20_00))
      .when(request(callWith(10)))
      .then(requested(false), notified(20_00));
    given(...twoLines, drafted(20_01))
      .when(request(callWith(10)))
      .then(requested(true));
    given(...twoLines, drafted(1))
      .when(request(callWith(null)))
      .then(requested(true));
  });
  it('PL-9, X-11: many small ones by notice do not pass by the threshold', () => {
    const before = { change: uuid(72) };
    const first: readonly PlanEvent[] = [drafted(15_00), requested(false), notified(15_00)].map(
      (event) => ({ ...event, data: { ...event.data, ...before } }) as PlanEvent,
    );
    const back = [amounts(line, 40_00, 60_00), amounts(second, 0, 100_00)];
    const applied = { ...remodulated(15_00), data: { ...remodulated(15_00).data, ...before } };
    const again = { ...drafted(15_00), data: { ...drafted(15_00).data, lines: back } } as PlanEvent;
    given(...twoLines, ...first, applied as PlanEvent, again)
      .when(request(callWith(10)))
      .then(requested(true));
    const authorisedFirst = [drafted(15_00), requested(true), authorised(15_00)].map(
      (event) => ({ ...event, data: { ...event.data, ...before } }) as PlanEvent,
    );
    given(...twoLines, ...authorisedFirst, applied as PlanEvent, again)
      .when(request(callWith(10)))
      .then(requested(false), { type: 'RemodulationNotified', data: { change, lines: back } });
  });
  it('PL-9: above the threshold is applied only when it is authorised', () => {
    const apply = { type: 'ApplyRemodulation', data: { change } } as const;
    const above = [...twoLines, drafted(30_00), requested(true)];
    given(...above)
      .when(apply)
      .thenRefused('NotAuthorised');
    given(...above, authorised(30_00))
      .when(apply)
      .then(remodulated(30_00));
    given(...twoLines, drafted(20_00), requested(false), notified(20_00))
      .when(apply)
      .then(remodulated(20_00));
  });
  it('X-5, X-11: is examined and allowed by another person than who asked', () => {
    const above = [...twoLines, drafted(30_00), requested(true)];
    const assess = { type: 'AssessRemodulation', data: { change } } as const;
    const authorise = { type: 'AuthoriseRemodulation', data: { change, document } } as const;
    const refuseIt = { type: 'RefuseRemodulation', data: { change, document } } as const;
    for (const command of [assess, authorise, refuseIt]) {
      given(...above)
        .when(command)
        .thenRefused('SamePerson');
    }
    const examined: PlanEvent = { type: 'RemodulationUnderAssessment', data: { change } };
    given(...above)
      .when({ ...assess, by: asColleague })
      .then(examined);
    given(...above, examined)
      .when({ ...authorise, by: asColleague })
      .then(authorised(30_00));
    given(...above, examined)
      .when({ ...refuseIt, by: asColleague })
      .then({ type: 'RemodulationRefused', data: { change, document } });
  });
  it('X-11: is held back where the budget says no, and is no longer on its way', () => {
    const held = { change, rule: 'PL-9', code: 'BelowBound' };
    const history = [...twoLines, drafted(30_00), requested(true), authorised(30_00)];
    given(...history)
      .when({ type: 'HoldBackRemodulation', data: held })
      .then({ type: 'RemodulationHeldBack', data: held });
    given(...history, { type: 'RemodulationHeldBack', data: held })
      .when({ type: 'ApplyRemodulation', data: { change } })
      .thenRefused('ChangeInState');
  });
  it('X-11, X-12, PL-13: is one at a time, of an approved plan that goes on; it may be given up', () => {
    given(...twoLines, drafted(1))
      .when(draft(shift(2)))
      .thenRefused('AnotherChangeOpen');
    given(...twoLines, drafted(1))
      .when({ type: 'WithdrawRemodulation', data: { change } })
      .then({ type: 'RemodulationWithdrawn', data: { change } });
    given(...frozen)
      .when(draft([amounts(line, 41_00, 59_00)]))
      .thenRefused('WrongState');
    given(...twoLines, drafted(1))
      .when({ type: 'AssessRemodulation', data: { change: uuid(99) } })
      .thenRefused('ChangeUnknown');
    given(...twoLines, drafted(1))
      .when({ type: 'CompletePlan', data: { on: date('2029-12') } })
      .thenRefused('InterventionRunning');
  });
});
