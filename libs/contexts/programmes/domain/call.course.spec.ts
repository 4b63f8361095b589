import type { PartialDate } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import { specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import type { CallEvent } from './call.events.js';
import { call } from './call.js';
import type { CallState } from './call.state.js';

import {
  at,
  act,
  cents,
  instant,
  id,
  deadline,
  drafted,
  published,
  closed,
  awarded,
  simple,
  give,
  first,
  second,
  third,
} from '../test/calls.js';

const given = specificationFor(call);

describe('a rectification', () => {
  const rectify = (terms: object, to?: string) =>
    give('RectifyCall', { terms, ...(to !== undefined && { deadline: instant(to) }) });
  const later = '2030-04-01T10:00:00.000Z';

  it('B-11: of an open call re-extends its deadline', () => {
    given(...published)
      .when(rectify({ title: 'IMPACT 2' }))
      .thenRefused('DeadlineNotReopened');
    given(...published)
      .when(rectify({ title: 'IMPACT 2' }, deadline))
      .thenRefused('DeadlineNotReopened');
    given(...published)
      .when(rectify({ title: 'IMPACT 2' }, later))
      .thenRepeatably({
        type: 'CallRectified',
        data: { act, terms: { title: 'IMPACT 2' }, deadline: instant(later), at },
      });
  });
  it('B-11: after the closing only eligibility is extended', () => {
    given(...awarded)
      .when(rectify({ title: 'x' }))
      .thenRefused('TermsFrozen');
    given(...awarded)
      .when(rectify({ eligibleUntil: '2033-06-30' }))
      .thenRefused('EligibilityShortened');
    given(...awarded)
      .when(rectify({ eligibleUntil: '2033-12-31' }))
      .then({
        type: 'CallRectified',
        data: { act, terms: { eligibleUntil: '2033-12-31' as PartialDate }, at },
      });
  });
  it('X-11: changes something, of a call that is out', () => {
    given(...published)
      .when(rectify({}, later))
      .thenRefused('NothingRectified');
    given(drafted)
      .when(rectify({ title: 'x' }, later))
      .thenRefused('NotInState');
  });
});

describe('B-12: extensions of the deadline', () => {
  it('B-12: each region has its own where one names it, until a later one is for all', () => {
    const extended = (to: string, regions?: readonly string[]): CallEvent => ({
      type: 'CallDeadlineExtended',
      data: { act, deadline: instant(to), ...(regions && { regions }), extendedAt: at },
    });
    const after = (...events: readonly CallEvent[]) => {
      const state = [...published, ...events].reduce<CallState>(call.evolve, call.initial);
      return { last: state.deadline, ...state.deadlines };
    };
    expect(after()).toStrictEqual({ last: deadline, general: deadline, regional: {} });
    const forSome = [
      extended('2030-04-01T10:00:00.000Z', ['ITC4', 'ITF3']),
      extended('2030-04-15T10:00:00.000Z', ['ITC4']),
    ];
    expect(after(...forSome)).toStrictEqual({
      ...{ last: '2030-04-15T10:00:00.000Z', general: deadline },
      regional: { ITC4: '2030-04-15T10:00:00.000Z', ITF3: '2030-04-01T10:00:00.000Z' },
    });
    const last = '2030-05-01T10:00:00.000Z';
    for (const forAll of [extended(last), extended(last, [])]) {
      expect(after(...forSome, forAll)).toStrictEqual({ last, general: last, regional: {} });
    }
    const rectified = (to?: string): CallEvent => ({
      type: 'CallRectified',
      data: { act, terms: { title: 'x' }, ...(to && { deadline: instant(to) }), at },
    });
    expect(after(...forSome, rectified(last))).toStrictEqual({ last, general: last, regional: {} });
    expect(after(...forSome, rectified())).toStrictEqual(after(...forSome));
  });
  it('B-12: for all regions and for some are facts of their own, each later than the last', () => {
    const extend = (to: string, regions?: readonly string[]) =>
      give('ExtendDeadline', { deadline: instant(to), ...(regions && { regions }) });
    const forAll: CallEvent = {
      type: 'CallDeadlineExtended',
      data: { act, deadline: instant('2030-04-01T10:00:00.000Z'), extendedAt: at },
    };
    const forSome: CallEvent = {
      type: 'CallDeadlineExtended',
      data: {
        ...{ act, deadline: instant('2030-04-15T10:00:00.000Z') },
        ...{ regions: ['ITC4'], extendedAt: at },
      },
    };
    given(...published)
      .when(extend('2030-04-01T10:00:00.000Z'))
      .then(forAll);
    given(...published, forAll)
      .when(extend('2030-04-15T10:00:00.000Z', ['ITC4']))
      .then(forSome);
    given(...published, forAll, forSome)
      .when(extend('2030-04-15T10:00:00.000Z', ['ITC4']))
      .thenRefused('DeadlineNotLater');
  });
});

describe('the ends of a call, and what holds it up', () => {
  it('X-11: is withdrawn before anything is assigned', () => {
    for (const before of [[drafted], published]) {
      given(...before)
        .when(give('WithdrawCall'))
        .then(simple('CallWithdrawn'));
    }
    given(drafted, simple('CallWithdrawn')).when(give('WithdrawCall')).thenRefused('NotInState');
    given(...awarded)
      .when(give('WithdrawCall'))
      .thenRefused('FundsAssigned');
    given(...awarded)
      .when(give('AnnulCall'))
      .then(simple('CallAnnulled'));
  });
  it('X-11: goes on where it rested', () => {
    given(...closed)
      .when(give('SuspendCall'))
      .then(simple('CallSuspended'));
    given(...closed, simple('CallSuspended'))
      .when(give('StartEvaluation'))
      .thenRefused('NotInState');
    given(...closed, simple('CallSuspended'))
      .when(give('ResumeCall'))
      .then(simple('CallResumed'));
    given(...closed, simple('CallSuspended'), simple('CallResumed'))
      .when(give('StartEvaluation'))
      .then(simple('CallEvaluationStarted'));
  });
  it('X-11: is concluded when the plans that it financed are over', () => {
    const started = [...awarded, simple('CallImplementationStarted')];
    given(...awarded)
      .when(give('StartImplementation'))
      .then(simple('CallImplementationStarted'));
    given(...started)
      .when(give('ConcludeCall', { grounds: { running: [first] } }))
      .thenRefused('PlansRunning');
    given(...started)
      .when(give('ConcludeCall', { grounds: { running: [] } }))
      .then(simple('CallConcluded'));
  });
});

describe('the ranking', () => {
  const grounds = { call: id, calls: { [first]: id, [second]: id, [third]: id } };
  const approve = (admitted: readonly PlanId[], reserve: readonly PlanId[], about = grounds) =>
    give('ApproveRanking', { admitted, reserve, grounds: about });
  const ranked: CallEvent = {
    type: 'RankingApproved',
    data: { act, admitted: [first], reserve: [second, third], at },
  };
  const scroll = (plan: PlanId) => give('ScrollReserveList', { plan });
  const assign = (plan: PlanId) =>
    give('AssignFunding', { plan, cents: cents(1), grounds: { call: id, plan: { call: id } } });

  const examined = [...closed, simple('CallEvaluationStarted')];

  it('X-11: follows the evaluation', () => {
    given(...closed)
      .when(approve([first], []))
      .thenRefused('NotInState');
    given(...examined, ranked)
      .when(approve([first], []))
      .thenRefused('NotInState');
  });
  it('X-12, X-11: is of plans under the call, each named once', () => {
    given(...examined)
      .when(approve([first], [second, third]))
      .then(ranked);
    given(...examined)
      .when(approve([first], [first]))
      .thenRefused('PlanTwice');
    given(...examined)
      .when(approve([first], [], { ...grounds, calls: {} }))
      .thenRefused('PlanNotOfCall');
  });
  it('X-11: only whoever it admits is assigned funds', () => {
    const award = [...examined, ranked, simple('FundingAwarded')];
    given(...examined, ranked)
      .when(give('AwardFunding'))
      .then(simple('FundingAwarded'));
    given(...award)
      .when(assign(second))
      .thenRefused('NotAdmitted');
    given(...award)
      .when(assign(first))
      .then({
        type: 'FundingAssigned',
        data: { act, plan: first, cents: cents(1), assignedAt: at },
      });
  });
  it('X-11: its reserve list is scrolled in order', () => {
    const award = [...examined, ranked, simple('FundingAwarded')];
    const scrolled: CallEvent = { type: 'ReserveListScrolled', data: { act, plan: second, at } };
    given(...award)
      .when(scroll(third))
      .thenRefused('NotNext');
    given(...award)
      .when(scroll(second))
      .then(scrolled);
    given(...award, scrolled)
      .when(scroll(third))
      .then({ type: 'ReserveListScrolled', data: { act, plan: third, at } });
  });
});
