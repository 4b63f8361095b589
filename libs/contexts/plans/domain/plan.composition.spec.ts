import { specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { PartialDate } from '@tavolo/kernel';
import type { ActionId, BudgetLineId, IndicatorId, InterventionId } from '../contract/index.js';
import type { PlanContentCommand } from './plan.commands.js';
import type { PlanEvent } from './plan.events.js';
import {
  action,
  added,
  approved,
  cents,
  date,
  begun,
  composed,
  frozen,
  running,
} from '../test/examples.js';
import { defined, indicator, intervention, line, linked, network } from '../test/examples.js';
import { networkId, partnerStanding, planId } from '../test/examples.js';
import { planned, section, submitted } from '../test/examples.js';
import { superseded, town, uuid, validated, adopted } from '../test/examples.js';
import { plan } from './plan.js';

const given = specificationFor(plan);
const unknown = uuid(99);

describe('sections of the text', () => {
  const revise = (change: object = {}) =>
    ({ type: 'ReviseSection', data: { ...section.data, ...change } }) as const;

  it('X-11: are written, and written again', () => {
    given(...begun)
      .when(revise())
      .then(section);
    const data = { ...section.data, text: 'Altro.' };
    given(...begun, section)
      .when(revise({ text: 'Altro.' }))
      .then({ type: 'SectionRevised', data });
  });
  it('X-11: are not written again with the same words, but with one language less', () => {
    const both: PlanEvent = {
      type: 'SectionRevised',
      data: { ...section.data, textEn: 'Consolidate the network.' },
    };
    given(...begun, both)
      .when(revise({ textEn: 'Consolidate the network.' }))
      .thenRefused('SectionStands');
    given(...begun, both)
      .when(revise())
      .then(section);
  });
  it('X-12, X-11: `constructor` is a key like any other', () => {
    const data = { ...section.data, section: 'constructor' };
    given(...begun)
      .when(revise(data))
      .then({ type: 'SectionRevised', data });
  });
});

describe('actions', () => {
  const add = (code = 'LAB-01', newId: string = action) =>
    ({
      type: 'AddAction',
      data: { code, title: added.data.title, grounds: { newId } },
    }) as const;

  it('X-11: are added', () =>
    given(...begun)
      .when(add())
      .then(added));
  it('X-11: have a code of their own', () => {
    given(...begun, added)
      .when(add('LAB-01', uuid(20)))
      .thenRefused('PartThere');
    const data = { ...added.data, code: 'LAB-02', action: uuid(20) as ActionId };
    given(...begun, added)
      .when(add('LAB-02', uuid(20)))
      .then({ type: 'ActionAdded', data });
  });
  it('X-11: get target groups, each once', () => {
    const link = { type: 'LinkTargetGroup', data: linked.data } as PlanContentCommand;
    given(...begun, added)
      .when(link)
      .then(linked);
    given(...begun, added, linked)
      .when(link)
      .thenRefused('PartThere');
  });
  it('X-11: get indicators', () => {
    const { indicator: newId, ...about } = defined.data as { indicator: string };
    const define = { type: 'DefineIndicator', data: { ...about, grounds: { newId } } };
    given(...begun, added)
      .when(define as PlanContentCommand)
      .then(defined);
  });
  it('X-11: get milestones, as the plan does', () => {
    const about = { title: 'Relazione intermedia', due: date('2020-06') };
    const schedule = { ...about, grounds: { newId: uuid(30) } };
    given(...begun)
      .when({ type: 'ScheduleMilestone', data: schedule })
      .then({ type: 'MilestoneScheduled', data: { ...about, milestone: uuid(30) } });
    given(...begun, added)
      .when({ type: 'ScheduleMilestone', data: { ...schedule, action } })
      .then({ type: 'MilestoneScheduled', data: { ...about, action, milestone: uuid(30) } });
  });
  it('X-12: are there, when something is added to them', () => {
    const to = { action: unknown as ActionId, title: 'x', grounds: { newId: uuid(31) } };
    const eligibility = { from: null, until: null };
    for (const command of [
      { type: 'LinkTargetGroup', data: { ...to, code: 'TG1' } },
      { type: 'DefineIndicator', data: { ...to, unit: 'n', target: 1 } },
      { type: 'AddIntervention', data: { ...to, grounds: { newId: uuid(31), eligibility } } },
      { type: 'AddBudgetLine', data: { ...to, category: 'x', cents: cents(1) } },
      { type: 'ScheduleMilestone', data: { ...to, due: date('2020') } },
    ] as const) {
      given(...begun, added)
        .when(command)
        .thenRefused('ActionUnknown');
    }
  });
});

describe('interventions', () => {
  const add = (start?: string, end?: string) =>
    ({
      type: 'AddIntervention',
      data: {
        ...{ action, title: 'Peer education' },
        ...(start !== undefined && { start: date(start) }),
        ...(end !== undefined && { end: date(end) }),
        grounds: {
          newId: intervention,
          eligibility: { from: date('2018-09'), until: date('2023-06-30') },
        },
      },
    }) as const;
  const accepted = (dates: { start?: PartialDate; end?: PartialDate } = {}): PlanEvent => ({
    type: 'InterventionAdded',
    data: { intervention, action, title: 'Peer education', ...dates },
  });
  const toAction = given(...begun, added);

  it('X-11: are added with or without dates, as exact as they are known', () => {
    toAction.when(add()).then(accepted());
    toAction.when(add('2018-10')).then(planned);
    const dates = { start: date('2019'), end: date('2019-06-30') };
    toAction.when(add('2019', '2019-06-30')).then(accepted(dates));
  });
  it('PL-11, X-11: begin and end inside the eligibility period, its last day included', () => {
    toAction.when(add('2018-08')).thenRefused('OutsideEligibility');
    toAction.when(add('2018-08-31')).thenRefused('OutsideEligibility');
    toAction.when(add('2018-10', '2023-07')).thenRefused('OutsideEligibility');
    toAction.when(add('2018-10', '2023-07-01')).thenRefused('OutsideEligibility');
    const dates = { start: date('2018-09-01'), end: date('2023-06-30') };
    toAction.when(add('2018-09-01', '2023-06-30')).then(accepted(dates));
  });
  it('PL-11, X-11: are kept out only where the dates are known to lie outside', () => {
    toAction.when(add('2018')).then(accepted({ start: date('2018') }));
    toAction.when(add(undefined, '2023-06')).then(accepted({ end: date('2023-06') }));
    toAction.when(add('2017')).thenRefused('OutsideEligibility');
  });
  it('X-11: do not end before they begin', () =>
    toAction.when(add('2019-06', '2019-05-31')).thenRefused('PeriodReversed'));
});

describe('the content', () => {
  const edits = (newId: string): readonly PlanContentCommand[] =>
    [
      { type: 'ReviseSection', data: { ...section.data, text: newId } },
      { type: 'AddAction', data: { title: 'x', grounds: { newId } } },
      { type: 'LinkTargetGroup', data: { action, code: newId, title: 'x' } },
      {
        type: 'AddBudgetLine',
        data: { action, category: 'x', cents: cents(1), grounds: { newId } },
      },
      {
        type: 'AllocateToPartner',
        data: {
          ...{ line, partner: town, cents: cents(1) },
          grounds: { partner: partnerStanding(town, 'municipality') },
        },
      },
    ] as unknown as readonly PlanContentCommand[];

  it('PL-14, X-11: is a baseline once the plan is approved, and closed from its adoption', () => {
    for (const edit of edits(uuid(40))) {
      given(...running)
        .when(edit)
        .thenRefused('BaselineFrozen');
      given(...frozen, validated, adopted, submitted, approved)
        .when(edit)
        .thenRefused('BaselineFrozen');
      given(...frozen, validated, adopted)
        .when(edit)
        .thenRefused('WrongState');
    }
  });
  it('X-8, X-11: an edit of a consolidated or validated plan says that its version is past', () => {
    const data = { ...section.data, text: 'Altro.' };
    const revised: PlanEvent = { type: 'SectionRevised', data };
    for (const step of [[], [validated]]) {
      given(...frozen, ...step)
        .when({ type: 'ReviseSection', data })
        .then(revised, superseded);
    }
    given(...composed)
      .when({ type: 'ReviseSection', data })
      .then(revised);
  });
  it('X-11: adds no part twice', () => {
    const grounds = { newId: indicator };
    const about = { action, title: 'x', unit: 'n', target: 1, grounds };
    given(...composed)
      .when({ type: 'DefineIndicator', data: about })
      .thenRefused('PartThere');
    const other = { ...about, grounds: { newId: uuid(41) } };
    given(...composed)
      .when({ type: 'DefineIndicator', data: other })
      .then({
        type: 'IndicatorDefined',
        data: { action, title: 'x', unit: 'n', target: 1, indicator: uuid(41) as IndicatorId },
      });
  });
  it('X-12: of unknown parts is refused', () => {
    const of = { partner: town, network: networkId, grounds: { plan: planId, network } };
    given(...composed)
      .when({ type: 'AssignOwner', data: { ...of, intervention: unknown as InterventionId } })
      .thenRefused('InterventionUnknown');
    given(...composed)
      .when({
        type: 'AllocateToPartner',
        data: {
          ...{ line: unknown as BudgetLineId, partner: town, cents: cents(1) },
          grounds: { partner: partnerStanding(town, 'municipality') },
        },
      })
      .thenRefused('LineUnknown');
  });
});
