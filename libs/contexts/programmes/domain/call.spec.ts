import type { Cents, Instant, LocalDate, PersonRef } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CallId, ProgrammeId } from '../contract/index.js';
import { call } from './call.js';
import type { CallEvent } from './call.events.js';

const given = specificationFor(call);
const day = '2018-03-01' as LocalDate;
const at = '2018-03-01T09:00:00.000Z' as Instant;
const later = { at: '2018-09-01T09:00:00.000Z' as Instant, today: '2018-09-01' as LocalDate };
const then = { at, today: day };
const drafter = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;
const id = 'call-00000000-0000-4000-8000-000000000001' as CallId;
const plan = 'plan-00000000-0000-4000-8000-000000000001' as PlanId;
const deadline = '2018-05-31T10:00:00.000Z' as Instant;
const plansOf = (n: number) =>
  Array.from({ length: n }, (_, i) => plan.replace(/1$/, String(i)) as PlanId);
const terms = {
  programme: 'programme-00000000-0000-4000-8000-000000000001' as ProgrammeId,
  period: '2014-2020',
  number: '1/2018',
  title: 'IMPACT',
  budgetCents: 2_634_400_000 as Cents,
  deadline,
  leadKinds: ['region'],
  mandatoryCategories: [],
} as const;

const drafted: CallEvent = {
  type: 'CallDrafted',
  data: { ...terms, draftedBy: drafter, draftedAt: at },
};
const act = { act: 'DD 29', approvedOn: day };
const approved: CallEvent = { type: 'CallApproved', data: { ...act, approvedAt: at } };
const registration = { registrationNo: '469', registeredOn: day };
const registered: CallEvent = {
  type: 'CallRegistered',
  data: { ...registration, registeredAt: at },
};
const published: CallEvent = {
  type: 'CallPublished',
  data: { place: 'sito', publishedAt: at },
};
const ranked: readonly CallEvent[] = [
  { type: 'CallEvaluationStarted', data: { act: 'DD 80', at: later.at } },
  {
    type: 'RankingApproved',
    data: { act: 'DD 84', admitted: plansOf(6), reserve: [], at: later.at },
  },
];
const awarded: CallEvent = { type: 'FundingAwarded', data: { act: 'DD 85', at: later.at } };
const closed: CallEvent = { type: 'CallClosed', data: { closedAt: later.at } };
const upTo = (last: CallEvent) => {
  const all: readonly CallEvent[] = [
    drafted,
    approved,
    registered,
    published,
    closed,
    ...ranked,
    awarded,
  ];
  return given(...all.slice(0, all.indexOf(last) + 1));
};
const draft = (programme: { isAdopted: boolean } | null, changes: object = {}) =>
  ({ type: 'DraftCall', data: { ...terms, ...changes, grounds: { programme } }, ...then }) as const;
const assign = (cents: number, to: { call: CallId } | null = { call: id }) => {
  const data = { plan, cents: cents as Cents, act: 'DD 85', grounds: { call: id, plan: to } };
  return { type: 'AssignFunding', data, ...later } as const;
};

describe('a call', () => {
  it('X-11: is drafted under an adopted programme', () =>
    given()
      .when({ ...draft({ isAdopted: true }), by: { ...someone.by, person: drafter } })
      .then(drafted));
  it('X-12: is not drafted under a programme that is not there', () =>
    given().when(draft(null)).thenRefused('ProgrammeUnknown'));
  it('X-11: is not drafted under a programme that is not adopted', () =>
    given()
      .when(draft({ isAdopted: false }))
      .thenRefused('ProgrammeNotAdopted'));
  it('PL-11: has an eligibility period that ends after it begins', () =>
    given()
      .when(draft({ isAdopted: true }, { eligibleFrom: '2018-09', eligibleUntil: '2018-08-31' }))
      .thenRefused('EligibilityReversed'));

  it('X-11: is approved, registered, published', () => {
    upTo(drafted)
      .when({ type: 'ApproveCall', data: act, ...then })
      .then(approved);
    upTo(approved)
      .when({ type: 'RecordCourtRegistration', data: registration, ...then })
      .then(registered);
    upTo(registered)
      .when({ type: 'PublishCall', data: { place: 'sito' }, ...then })
      .then(published);
  });
  it('X-5: is not approved by whoever drafted it', () =>
    upTo(drafted)
      .when({ type: 'ApproveCall', data: act, ...then, by: { ...someone.by, person: drafter } })
      .thenRefused('OwnDraft'));
  it('X-2, X-11: is approved and registered on a day that has come, not on one to come', () => {
    const tomorrow = '2018-03-02' as LocalDate;
    upTo(drafted)
      .when({ type: 'ApproveCall', data: { ...act, approvedOn: tomorrow }, ...then })
      .thenRefused('DayInFuture');
    upTo(drafted)
      .when({ type: 'ApproveCall', data: act, ...then })
      .then(approved);
    const onDay = (registeredOn: LocalDate) =>
      ({
        type: 'RecordCourtRegistration',
        data: { ...registration, registeredOn },
        ...then,
      }) as const;
    upTo(approved).when(onDay(tomorrow)).thenRefused('DayInFuture');
    upTo(approved).when(onDay(day)).then(registered);
  });
  it('X-11: skips no step', () => {
    upTo(drafted)
      .when({ type: 'PublishCall', data: { place: 'sito' } })
      .thenRefused('OutOfTurn');
    upTo(published).when({ type: 'ApproveCall', data: act }).thenRefused('OutOfTurn');
    // Funds follow their award, whether or not a ranking was approved.
    for (const before of [closed, ...ranked]) upTo(before).when(assign(1)).thenRefused('OutOfTurn');
  });

  it('B-12: has its deadline moved forward only', () => {
    const extend = (to: string) =>
      ({
        type: 'ExtendDeadline',
        data: { act: 'DD 59', deadline: to as Instant },
        ...then,
      }) as const;
    upTo(published).when(extend(deadline)).thenRefused('DeadlineNotLater');
    upTo(published)
      .when(extend('2018-06-30T10:00:00.000Z'))
      .then({
        type: 'CallDeadlineExtended',
        data: {
          act: 'DD 59',
          deadline: '2018-06-30T10:00:00.000Z' as Instant,
          extendedAt: at,
        },
      });
  });
  it('B-11, X-11: is closed after its deadline only', () => {
    const close = { type: 'CloseCall', data: {} } as const;
    upTo(published)
      .when({ ...close, at: deadline })
      .thenRefused('DeadlineAhead');
    upTo(published)
      .when({ ...close, ...later })
      .then(closed);
  });

  it('B-1: assigns no more than its budget', () => {
    upTo(awarded).when(assign(2_634_400_001)).thenRefused('OverBudget');
    upTo(awarded)
      .when(assign(2_634_400_000))
      .then({
        type: 'FundingAssigned',
        data: { plan, cents: 2_634_400_000 as Cents, act: 'DD 85', assignedAt: later.at },
      });
  });
  it('X-12: assigns nothing to a plan that is not there', () =>
    upTo(awarded).when(assign(1, null)).thenRefused('PlanUnknown'));
  it('B-1: assigns nothing to a plan of another call', () =>
    upTo(awarded)
      .when(assign(1, { call: id.replace(/1$/, '2') as CallId }))
      .thenRefused('PlanOfOtherCall'));

  it('B-1: Σ assigned ≤ budget after any sequence of assignments', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_500_000_000), { maxLength: 6 }), (amounts) => {
        const before = [drafted, approved, registered, published, closed, ...ranked, awarded];
        let state = before.reduce(call.evolve, call.initial);
        for (const [n, cents] of amounts.entries()) {
          const command = assign(cents);
          const other = plan.replace(/1$/, String(n)) as PlanId;
          const data = { ...command.data, plan: other };
          const decision = call.decide({ ...someone, ...command, data }, state);
          if (decision.outcome === 'accepted') state = decision.events.reduce(call.evolve, state);
        }
        const assigned = Object.values<number>(state.assigned).reduce((a, b) => a + b, 0);
        expect(assigned).toBeLessThanOrEqual(terms.budgetCents);
      }),
    );
  });
});
