import { specificationFor } from '@tavolo/testing/specification';
import type { PartialDate } from '@tavolo/kernel';
import { describe, it } from '@jest/globals';
import type { ActionId, IndicatorId } from '../contract/index.js';
import type { PlanEvent } from './plan.events.js';
import { action, colleague, composed, date } from '../test/examples.js';
import { day, frozen, hash, indicator, personRef } from '../test/examples.js';
import { running } from '../test/examples.js';
import { superseded, table, uuid } from '../test/examples.js';
import { plan } from './plan.js';

const given = specificationFor(plan);
const document = hash(20);

describe('a plan in execution', () => {
  const on = day('2029-12-31');
  const suspended: PlanEvent = { type: 'PlanSuspended', data: { on, document } };
  const resumed: PlanEvent = { type: 'PlanResumed', data: { on, document } };
  const report = (until: string) =>
    ({
      type: 'ReportProgress',
      data: { until: day(until), document, grounds: { newId: uuid(65) } },
    }) as const;
  const reported: PlanEvent = {
    type: 'ProgressReported',
    data: { report: uuid(65), until: on, document, reportedBy: personRef(1) },
  };

  it('X-11: is suspended and resumed, each from the other', () => {
    given(...running)
      .when({ type: 'SuspendPlan', data: { on, document } })
      .then(suspended);
    given(...running, suspended)
      .when({ type: 'ResumePlan', data: { on, document } })
      .then(resumed);
    given(...running)
      .when({ type: 'ResumePlan', data: { on, document } })
      .thenRefused('WrongState');
    given(...running, suspended)
      .when({ type: 'CompletePlan', data: { on: date('2029-12-31') } })
      .thenRefused('WrongState');
    given(...running)
      .when({ type: 'SuspendPlan', data: { on: day('2030-01-02'), document } })
      .thenRefused('DayToCome');
  });
  it('PA-8, X-11: reports while it is suspended', () =>
    given(...running, suspended)
      .when(report('2029-12-31'))
      .then(reported));
  it('X-11: reports each time further than before, not of a day to come', () => {
    given(...running, reported)
      .when(report('2029-12-31'))
      .thenRefused('ReportedUntilThen');
    given(...running)
      .when(report('2030-01-02'))
      .thenRefused('DayToCome');
  });
});

describe('a correction', () => {
  const value = (n: number, on: string): PlanEvent => ({
    type: 'IndicatorValueRecorded',
    data: { indicator, value: n, on: date(on), final: false },
  });
  const correct = (n: number, on = '2029-06', id: string = indicator) =>
    ({
      type: 'CorrectIndicatorValue',
      data: { indicator: id as IndicatorId, on: on as PartialDate, value: n },
    }) as const;
  const at = given(...running, value(10, '2029-03'), value(20, '2029-06'), value(30, '2029-09'));
  const corrected = (n: number, before = 20): PlanEvent => ({
    type: 'IndicatorValueCorrected',
    data: { indicator, on: date('2029-06'), before, value: n },
  });

  it('PL-12, X-11: is a fact of its own, between the values before and after it', () => {
    at.when(correct(9)).thenRefused('CorrectionOutOfLine');
    at.when(correct(31)).thenRefused('CorrectionOutOfLine');
    at.when(correct(10)).then(corrected(10));
    at.when(correct(30)).then(corrected(30));
  });
  it('PL-12, X-11: of the last value is what the next one has to follow', () => {
    const record = (n: number) =>
      ({
        type: 'RecordIndicatorValue',
        data: { indicator, value: n, on: date('2029-10') },
      }) as const;
    const history = [...running, value(20, '2029-06'), corrected(15)];
    given(...history)
      .when(record(14))
      .thenRefused('ValueBelowLast');
    given(...history)
      .when(record(16))
      .then(value(16, '2029-10'));
  });
  it('X-11, X-12: is of a value that is there, and another than it', () => {
    at.when(correct(20)).thenRefused('ValueNotOther');
    at.when(correct(20, '2029-07')).thenRefused('ValueNotThere');
    at.when(correct(20, '2029-06', uuid(99))).thenRefused('IndicatorUnknown');
  });
});

describe('the closing', () => {
  const final: PlanEvent = {
    type: 'IndicatorValueRecorded',
    data: { indicator, value: 61, on: date('2029-12'), final: true },
  };
  const done: PlanEvent = { type: 'PlanCompleted', data: { on: date('2029-12-31') } };
  const about = { action, kind: 'weakness', title: 'Pochi mediatori' } as const;
  const found: PlanEvent = {
    type: 'EvaluationFindingRecorded',
    data: { ...about, finding: uuid(66) },
  };
  const followed: PlanEvent = {
    type: 'EvaluationFindingClosed',
    data: { finding: uuid(66), document },
  };
  const report: PlanEvent = {
    type: 'FinalReportSubmitted',
    data: { document, submittedBy: personRef(1) },
  };
  const close = { type: 'ClosePlan', data: { on: day('2030-01-01'), document } } as const;
  const completed = [...running, final, done];

  it('X-11: follows the final report of a completed plan', () => {
    given(...completed)
      .when({ type: 'SubmitFinalReport', data: { document } })
      .then(report);
    given(...running)
      .when({ type: 'SubmitFinalReport', data: { document } })
      .thenRefused('WrongState');
    given(...completed)
      .when(close)
      .thenRefused('WrongState');
    given(...completed, report)
      .when(close)
      .then({ type: 'PlanClosed', data: close.data });
  });
  it('PL-13, X-11, X-12: leaves no finding open', () => {
    const record = {
      type: 'RecordEvaluationFinding',
      data: { ...about, grounds: { newId: uuid(66) } },
    } as const;
    given(...completed)
      .when(record)
      .then(found);
    given(...completed)
      .when({ ...record, data: { ...record.data, action: uuid(99) as ActionId } })
      .thenRefused('ActionUnknown');
    given(...completed, found, report)
      .when(close)
      .thenRefused('FindingOpen');
    given(...completed, found, report, followed)
      .when(close)
      .then({ type: 'PlanClosed', data: close.data });
  });
  it('X-12: closes findings that are open, once', () => {
    const follow = {
      type: 'CloseEvaluationFinding',
      data: { finding: uuid(66), document },
    } as const;
    given(...completed, found)
      .when(follow)
      .then(followed);
    given(...completed, found, followed)
      .when(follow)
      .thenRefused('FindingUnknown');
  });
  it('PL-13, PL-4: leaves no table open that was opened again for changes', () => {
    const reopened: PlanEvent = { type: 'CoDesignTableReopened', data: { table } };
    given(...completed, reopened, report)
      .when(close)
      .thenRefused('TableOpen');
  });
  it('X-11: needs no procedure officer any more', () =>
    given(...completed, report)
      .when({
        type: 'AppointProcedureOfficer',
        data: { officer: colleague, grounds: { isKnown: true } },
      })
      .thenRefused('WrongState'));
});

describe('a target', () => {
  const set = (target: number, id: string = indicator) =>
    ({ type: 'SetTarget', data: { indicator: id as IndicatorId, target } }) as const;
  const changed: PlanEvent = { type: 'IndicatorTargetSet', data: { indicator, target: 70 } };

  it('X-11: is set while the content is open, and makes the version one of the past', () => {
    given(...composed)
      .when(set(70))
      .then(changed);
    given(...frozen)
      .when(set(70))
      .then(changed, superseded);
  });
  it('X-11, X-12: is of an indicator that is there, and another than it has', () => {
    given(...composed)
      .when(set(60))
      .thenRefused('TargetStands');
    given(...composed)
      .when(set(70, uuid(99)))
      .thenRefused('IndicatorUnknown');
  });
  it('PL-14: is part of the baseline', () => {
    given(...running)
      .when(set(70))
      .thenRefused('BaselineFrozen');
    given(...running, {
      type: 'FundingRevoked',
      data: {
        ...{ change: uuid(67), extent: 'total', cents: 100_00 as never, lines: [], document },
      },
    })
      .when(set(70))
      .thenRefused('BaselineFrozen');
  });
});
