import { describe, expect, it } from '@jest/globals';
import { daysBetween, lastDayOf, marksOf, spanOf, stagesOf, yearsIn } from './stages.ts';

const step = (type: string, day: string) => ({ id: `${type} ${day}`, type, day });
const steps = [
  step('PlanInitiated', '2018-01-10'),
  step('SectionRevised', '2018-01-20'),
  step('CoDesignTableOpened', '2018-02-01'),
  step('CoDesignTableReopened', '2018-02-20'),
  step('PlanAdopted', '2018-05-30'),
  step('PlanApproved', '2018-08-01'),
  step('PlanExecutionStarted', '2018-09-03'),
];

describe('the stages of a plan', () => {
  it('last from the step that leads to them to the next; what changes no state begins none', () => {
    expect(stagesOf(steps).map(({ status, from, to }) => [status, from, to])).toStrictEqual([
      ['INITIATED', '2018-01-10', '2018-02-01'],
      ['CO_DESIGNING', '2018-02-01', '2018-05-30'],
      ['ADOPTED', '2018-05-30', '2018-08-01'],
      ['APPROVED', '2018-08-01', '2018-09-03'],
      ['IN_EXECUTION', '2018-09-03', null],
    ]);
  });

  it('come again after a suspension', () => {
    const again = [
      ...steps,
      step('PlanSuspended', '2019-01-01'),
      step('PlanResumed', '2019-02-01'),
    ];
    expect(
      stagesOf(again)
        .slice(-3)
        .map(({ status }) => status),
    ).toStrictEqual(['IN_EXECUTION', 'SUSPENDED', 'IN_EXECUTION']);
  });
});

describe('the marks of a plan', () => {
  it('are approvals, agreements from when they are in force, and the planned end, by their days', () => {
    const agreements = [
      { id: 'agreement-1', inForceFrom: '2018-09-01' },
      { id: 'agreement-2', inForceFrom: null },
    ];
    const marks = marksOf(steps, { agreements, end: '2023-06' });
    expect(marks.map(({ kind, day }) => [kind, day])).toStrictEqual([
      ['approval', '2018-05-30'],
      ['approval', '2018-08-01'],
      ['signature', '2018-09-01'],
      ['deadline', '2023-06-30'],
    ]);
  });
});

describe('the days of a timeline', () => {
  it('end with the last of what is known of a date', () => {
    expect(['2023', '2024-02', '2023-06-30'].map(lastDayOf)).toStrictEqual([
      ...['2023-12-31', '2024-02-29', '2023-06-30'],
    ]);
  });

  it('hold every stage, every mark and today', () => {
    const marks = marksOf(steps, { agreements: [], end: '2023-06' });
    expect(spanOf(stagesOf(steps), marks, '2026-01-01')).toStrictEqual({
      ...{ first: '2018-01-10', last: '2026-01-01' },
    });
    expect(spanOf(stagesOf(steps), marks, '2019-01-01').last).toBe('2023-06-30');
  });

  it('have the years between them, no more than there is room for', () => {
    const span = { first: '2018-03-01', last: '2023-06-30' };
    expect(yearsIn(span, 10)).toHaveLength(5);
    expect(yearsIn(span, 3)).toStrictEqual(['2019-01-01', '2021-01-01', '2023-01-01']);
    expect(yearsIn({ first: '2018-03-01', last: '2018-06-30' }, 3)).toStrictEqual([]);
    expect(daysBetween('2018-03-01', '2018-03-31')).toBe(30);
  });
});
