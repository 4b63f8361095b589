import type { Instant } from '@tavolo/kernel';
import { callStatuses } from '@tavolo/programmes';
import type { CallStanding } from '@tavolo/programmes';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { ActionId, IndicatorId, InterventionId } from '../contract/index.js';
import type { ApprovePlan } from './plan.commands.js';
import type { PlanEvent } from './plan.events.js';
import {
  action,
  adopted,
  approved,
  callStanding,
  cents,
  date,
  frozen,
  hash,
  indicator,
} from '../test/examples.js';
import {
  intervention,
  personRef,
  network,
  running,
  started,
  submitted,
  text,
  uuid,
} from '../test/examples.js';
import { validated } from '../test/examples.js';
import { plan } from './plan.js';

const given = specificationFor(plan);
const afterAdoption = [...frozen, validated, adopted];
const unknown = uuid(99);

describe('an adopted plan', () => {
  const submit = (sha256 = text, call: CallStanding | null = callStanding) =>
    ({ type: 'SubmitPlan', data: { sha256, grounds: { networks: [network], call } } }) as const;
  const bySomeone: PlanEvent = {
    type: 'PlanSubmitted',
    data: { sha256: text, submittedBy: personRef(1) },
  };
  const approve = (change: Partial<ApprovePlan['data']> = {}) =>
    ({
      type: 'ApprovePlan',
      data: {
        ...{ sha256: text, cents: cents(100_00), cup: 'E41H18000000001', document: hash(6) },
        ...change,
      },
    }) as const;
  const start = (on = '2029-12') => ({ type: 'StartExecution', data: { on: date(on) } }) as const;

  it('X-11, X-8: is submitted, on its text', () => {
    given(...afterAdoption)
      .when(submit())
      .then(bySomeone);
    given(...afterAdoption)
      .when(submit(hash(8)))
      .thenRefused('OtherText');
  });
  it('PL-4: is not submitted before the board’s decision has adopted it', () =>
    given(...frozen, validated)
      .when(submit())
      .thenRefused('DecisionMissing'));
  it('B-12, X-11: is submitted until the deadline of its region, extended or not, and not after', () => {
    const before = '2030-01-01T11:59:59.999Z' as Instant;
    const { at: now } = someone;
    const call = { ...callStanding, generalDeadline: now };
    given(...afterAdoption)
      .when(submit(text, call))
      .then(bySomeone);
    given(...afterAdoption)
      .when({ ...submit(text, call), at: '2030-01-01T12:00:00.001Z' as Instant })
      .thenRefused('DeadlinePassed');
    const late = { ...callStanding, generalDeadline: before };
    given(...afterAdoption)
      .when(submit(text, late))
      .thenRefused('DeadlinePassed');
    const extended = (region: string) =>
      submit(text, { ...late, regionalDeadlines: { [region]: now } });
    given(...afterAdoption)
      .when(extended('ITC4'))
      .then(bySomeone);
    given(...afterAdoption)
      .when(extended('ITF3'))
      .thenRefused('DeadlinePassed');
  });
  it('X-11: is submitted while the call is out', () => {
    for (const status of callStatuses) {
      const command = submit(text, { ...callStanding, status });
      if (status === 'published')
        given(...afterAdoption)
          .when(command)
          .then(bySomeone);
      else
        given(...afterAdoption)
          .when(command)
          .thenRefused('CallNotPublished');
    }
  });
  it('X-11: is not submitted twice', () =>
    given(...afterAdoption, submitted)
      .when(submit())
      .thenRefused('WrongState'));
  it('PL-7, X-11: is approved with the sum of its lines, to the cent', () => {
    const waiting = given(...afterAdoption, submitted);
    waiting.when(approve()).then(approved);
    waiting.when(approve({ cents: cents(100_01) })).thenRefused('AmountDiffers');
    waiting.when(approve({ cents: cents(99_99) })).thenRefused('AmountDiffers');
  });
  it('PL-14, X-8: is approved in the version that is its baseline from then on', () =>
    given(...afterAdoption, submitted)
      .when(approve({ sha256: hash(8) }))
      .thenRefused('OtherText'));
  it('X-5: is approved by another person than who submitted it', () =>
    given(...afterAdoption, bySomeone)
      .when(approve())
      .thenRefused('SamePerson'));
  it('X-11: is approved once, then started, not in a month to come', () => {
    given(...afterAdoption, submitted, approved)
      .when(approve())
      .thenRefused('WrongState');
    given(...afterAdoption, submitted, approved)
      .when(start('2030-02'))
      .thenRefused('DayToCome');
    given(...afterAdoption, submitted, approved)
      .when(start())
      .then(started);
    given(...afterAdoption, submitted)
      .when(start())
      .thenRefused('WrongState');
  });
});

describe('its indicators', () => {
  const record = (value: number, on: string, final?: boolean) =>
    ({
      type: 'RecordIndicatorValue',
      data: { indicator, value, on: date(on), ...(final !== undefined && { final }) },
    }) as const;
  const recorded = (value: number, on: string, final = false): PlanEvent => ({
    type: 'IndicatorValueRecorded',
    data: { indicator, value, on: date(on), final },
  });
  const after = given(...running, recorded(10, '2029-06'));

  it('PL-12, X-11: have cumulative values: none below the last, none dated before it', () => {
    given(...running)
      .when(record(10, '2029-06'))
      .then(recorded(10, '2029-06'));
    after.when(record(9, '2029-07')).thenRefused('ValueBelowLast');
    after.when(record(11, '2029-05-31')).thenRefused('ValueBelowLast');
    after.when(record(10, '2029-07')).then(recorded(10, '2029-07'));
    after.when(record(11, '2029-06-30')).then(recorded(11, '2029-06-30'));
  });
  it('X-11: have each value once, none of a time to come', () => {
    after.when(record(10, '2029-06')).thenRefused('ValueStands');
    after.when(record(10, '2031')).thenRefused('DayToCome');
  });
  it('PL-13, PL-12: have a final value, after which there is no other', () => {
    after.when(record(10, '2029-06', true)).then(recorded(10, '2029-06', true));
    given(...running, recorded(10, '2029-06', true))
      .when(record(12, '2029-07'))
      .thenRefused('IndicatorClosed');
  });
  it('X-12: are there', () =>
    given(...running)
      .when({
        type: 'RecordIndicatorValue',
        data: { indicator: unknown as IndicatorId, value: 1, on: date('2029-06') },
      })
      .thenRefused('IndicatorUnknown'));
  it('X-11: are measured in execution', () =>
    given(...afterAdoption)
      .when(record(1, '2029-06'))
      .thenRefused('WrongState'));
});

describe('its end', () => {
  const end = (on = '2029-12', id: string = intervention) =>
    ({
      type: 'EndIntervention',
      data: { intervention: id as InterventionId, on: date(on) },
    }) as const;
  const ended: PlanEvent = {
    type: 'InterventionEnded',
    data: { intervention, on: date('2029-12') },
  };
  const final: PlanEvent = {
    type: 'IndicatorValueRecorded',
    data: { indicator, value: 61, on: date('2029-12'), final: true },
  };
  const complete = { type: 'CompletePlan', data: { on: date('2029-12-31') } } as const;
  const completed: PlanEvent = { type: 'PlanCompleted', data: { on: date('2029-12-31') } };

  it('X-11, X-12: ends every intervention, once, not before it began', () => {
    given(...running)
      .when(end())
      .then(ended);
    given(...running)
      .when(end('2018-09'))
      .thenRefused('PeriodReversed');
    given(...running)
      .when(end('2030-02'))
      .thenRefused('DayToCome');
    given(...running, ended)
      .when(end())
      .thenRefused('InterventionHasEnded');
    given(...running)
      .when(end('2029-12', unknown))
      .thenRefused('InterventionUnknown');
  });
  it('PL-13, X-11: is complete with all interventions ended and all final values', () => {
    given(...running, final)
      .when(complete)
      .thenRefused('InterventionRunning');
    given(...running, ended)
      .when(complete)
      .thenRefused('FinalValueMissing');
    const preliminary = { ...final, data: { ...final.data, final: false } } as PlanEvent;
    given(...running, ended, preliminary)
      .when(complete)
      .thenRefused('FinalValueMissing');
    given(...running, ended, final)
      .when(complete)
      .then(completed);
  });
  it('X-11, X-12: leaves strengths of its actions, during execution and after', () => {
    const about = {
      action,
      title: 'Metodologie e strumenti acquisiti',
      source: 'programme',
    } as const;
    const record = {
      type: 'RecordStrength',
      data: { ...about, grounds: { newId: uuid(70) } },
    } as const;
    const found: PlanEvent = {
      type: 'EvaluationFindingRecorded',
      data: { ...about, finding: uuid(70), kind: 'strength' },
    };
    given(...running)
      .when(record)
      .then(found);
    given(...running, ended, final, completed)
      .when(record)
      .then(found);
    given(...afterAdoption)
      .when(record)
      .thenRefused('WrongState');
    given(...running)
      .when({ ...record, data: { ...record.data, action: unknown as ActionId } })
      .thenRefused('ActionUnknown');
  });
});

describe('what the programmes tell of their plans', () => {
  it('X-11: fits: an action with strengths at its end, and without known interventions or dates', () => {
    const unplanned = running.filter(
      ({ type }) => type !== 'InterventionAdded' && type !== 'InterventionOwnerAssigned',
    );
    const final: PlanEvent = {
      type: 'IndicatorValueRecorded',
      data: { indicator, value: 61, on: date('2029'), final: true },
    };
    const completed: PlanEvent = { type: 'PlanCompleted', data: { on: date('2029-12') } };
    given(...unplanned, final)
      .when({ type: 'CompletePlan', data: { on: date('2029-12') } })
      .then(completed);
    const about = { action, title: 'Sinergie interistituzionali più forti' };
    given(...unplanned, final, completed)
      .when({ type: 'RecordStrength', data: { ...about, grounds: { newId: uuid(71) } } })
      .then({
        type: 'EvaluationFindingRecorded',
        data: { ...about, finding: uuid(71), kind: 'strength' },
      });
  });
});
