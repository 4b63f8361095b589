import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { InterventionId } from '../contract/index.js';
import type { PlanEvent } from './plan.events.js';
import { action, approved, date, day, hash, indicator } from '../test/examples.js';
import { intervention, running, uuid } from '../test/examples.js';
import { plan } from './plan.js';

const given = specificationFor(plan);
const document = hash(20);
const later = uuid(80) as InterventionId;

/** In execution, with a second intervention that is planned from a date, or without one. */
function planning(start?: string): readonly PlanEvent[] {
  const added: PlanEvent = {
    type: 'InterventionAdded',
    data: {
      ...{ intervention: later, action, title: 'Sportello' },
      ...(start !== undefined && { start: date(start) }),
    },
  };
  return [...running.slice(0, 9), added, ...running.slice(9)];
}
const cancel = (on = '2030-01-01', id: InterventionId = later) =>
  ({
    type: 'CancelIntervention',
    data: { intervention: id, on: day(on), document },
  }) as const;
const cancelled = (on = '2030-01-01'): PlanEvent => ({
  type: 'InterventionCancelled',
  data: { intervention: later, on: day(on), document },
});
const end = (id: InterventionId, on = '2029-12') =>
  ({
    type: 'EndIntervention',
    data: { intervention: id, on: date(on) },
  }) as const;
const ended = (id: InterventionId): PlanEvent => ({
  type: 'InterventionEnded',
  data: { intervention: id, on: date('2029-12') },
});
const final: PlanEvent = {
  type: 'IndicatorValueRecorded',
  data: { indicator, value: 61, on: date('2029-12'), final: true },
};

describe('an intervention that will not take place', () => {
  it('PL-13, X-11: is dropped until the day it begins, as far as its date says, and not after', () => {
    for (const start of [undefined, '2031', '2030-02', '2030-01-02', '2030-01-01', '2030-01']) {
      given(...planning(start))
        .when(cancel())
        .then(cancelled());
    }
    for (const start of ['2029', '2029-12', '2029-12-31']) {
      given(...planning(start))
        .when(cancel())
        .thenRefused('InterventionHasBegun');
    }
    // It was dropped in time, and is recorded late.
    given(...planning('2029-12'))
      .when(cancel('2029-11-30'))
      .then(cancelled('2029-11-30'));
  });
  it('PL-13, X-11: leaves a plan to be completed with what took place', () => {
    const complete = {
      type: 'CompletePlan',
      data: { on: date('2029-12-31') },
    } as const;
    const done = [...planning('2030-02'), ended(intervention), final];
    given(...done)
      .when(complete)
      .thenRefused('InterventionRunning');
    given(...done, cancelled())
      .when(complete)
      .then({ type: 'PlanCompleted', data: { on: date('2029-12-31') } });
    given(...planning('2030-02'), cancelled(), final)
      .when(complete)
      .thenRefused('InterventionRunning');
  });
  it('X-11: is dropped once, and neither after its end nor ended after', () => {
    given(...planning('2030-02'), cancelled())
      .when(cancel())
      .thenRefused('InterventionIsCancelled');
    given(...planning(), cancelled())
      .when(end(later))
      .thenRefused('InterventionIsCancelled');
    given(...planning(), ended(later))
      .when(cancel())
      .thenRefused('InterventionHasEnded');
    given(...planning(), cancelled())
      .when(end(intervention))
      .then(ended(intervention));
  });
  it('X-11, X-12: is one of a plan in execution, and not by an act of a day to come', () => {
    given(...planning())
      .when(cancel('2030-01-02'))
      .thenRefused('DayToCome');
    given(...planning())
      .when(cancel('2030-01-01', uuid(99) as InterventionId))
      .thenRefused('InterventionUnknown');
    given(...planning().filter(({ type }) => type !== 'PlanExecutionStarted'))
      .when(cancel())
      .thenRefused('WrongState');
    given(...planning(), {
      type: 'PlanSuspended',
      data: { on: day('2029-12-31'), document },
    })
      .when(cancel())
      .thenRefused('WrongState');
    given(...planning().slice(0, planning().indexOf(approved)))
      .when(cancel())
      .thenRefused('WrongState');
  });
});
