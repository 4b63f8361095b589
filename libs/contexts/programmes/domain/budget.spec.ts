import type { AgreementStanding } from '@tavolo/agreements';
import type { DecisionStanding } from '@tavolo/boards';
import type { BudgetLineId, PlanBudget, PlanId } from '@tavolo/plans';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { describe, it } from '@jest/globals';
import type { CommitmentGrounds } from './budget.commands.js';
import type { BudgetEvent } from './budget.events.js';
import { budget } from './budget.js';

import {
  uuid,
  cents,
  day,
  at,
  plan,
  call,
  amounts,
  lines,
  running,
  eligible,
  agreement,
  decision,
  all,
  opened,
  assigned,
  ready,
  reserve,
  reserved,
  commit,
  committed,
  one,
  school,
} from '../test/budget.js';

const given = specificationFor(budget);
const held = given(...ready, reserved(60));
const bound = given(...ready, reserved(50), committed(50));

describe('the budget of a plan', () => {
  const open = (found: PlanBudget | null) =>
    ({ type: 'OpenBudget', data: { plan, grounds: { plan: found } } }) as const;

  it('X-11, X-12: is opened once, with the lines of a plan that is there', () => {
    given().when(open(running)).then(opened);
    given().when(open(null)).thenRefused('PlanUnknown');
    given(opened).when(open(running)).thenRefused('BudgetOpenAlready');
    given(assigned(200)).when(reserve(1)).thenRefused('BudgetNotOpen');
  });
  it('B-1: reserves no more than the share of the partner', () => {
    given(...ready)
      .when(reserve(61))
      .thenRefused('ShareExceeded');
    given(...ready)
      .when(reserve(60))
      .then(reserved(60));
    held.when(reserve(1, { line: one })).thenRefused('ShareExceeded');
  });
  it('PL-8, X-12: reserves no more than the line', () => {
    given(...ready)
      .when(reserve(101))
      .thenRefused('LineExceeded');
    given(...ready)
      .when(reserve(1, { line: uuid(99) as BudgetLineId }))
      .thenRefused('LineUnknown');
  });
  it('B-1: reserves nothing while the shares exceed what is assigned', () => {
    given(opened).when(reserve(1)).thenRefused('NothingAssigned');
    given(opened, assigned(199)).when(reserve(1)).thenRefused('SharesAboveAssigned');
    given(opened, assigned(200)).when(reserve(60)).then(reserved(60));
  });
  it('X-11, X-12: gives back a reservation that is there', () => {
    const release = { type: 'ReleaseReservation', data: { reservation: uuid(20) } } as const;
    held.when(release).then({
      type: 'ReservationReleased',
      data: { reservation: uuid(20), releasedAt: at },
    });
    given(...ready)
      .when(release)
      .thenRefused('ReservationUnknown');
    given(...ready)
      .when(reserve(0))
      .thenRefused('AmountMissing');
  });
});

describe('a commitment', () => {
  it('B-2, X-12: needs a plan in execution', () => {
    held
      .when(commit(60, { plan: { ...running, status: 'Suspended' } }))
      .thenRefused('PlanNotInExecution');
    held.when(commit(60)).then(committed(60));
  });
  it('B-2: needs a CUP', () =>
    held.when(commit(60, { plan: { ...running, cup: null } })).thenRefused('CupMissing'));
  it('B-2, X-12: needs an agreement of this plan, in force on the day, the partner a party to it', () => {
    const without: readonly Partial<AgreementStanding>[] = [
      { status: 'Registered' },
      { plan: `plan-${uuid(2)}` as PlanId },
      { end: day('2029-12-31') },
      { inForceFrom: day('2030-01-02') },
      { inForceFrom: null },
    ];
    for (const about of without) {
      held
        .when(commit(60, { agreement: { ...agreement, ...about } }))
        .thenRefused('AgreementNotInForce');
    }
    held.when(commit(60, { agreement: null })).thenRefused('AgreementNotInForce');
    held
      .when(commit(60, { agreement: { ...agreement, parties: [school] } }))
      .thenRefused('NotParty');
    held.when(commit(60, { agreement: { ...agreement, end: null } })).then(committed(60));
  });
  it('B-2, X-12: needs a decision that has effect on the day, on no other plan', () => {
    const subject = { ...{ kind: 'adoptPlan' as const, version: 1 }, sha256: agreement.textSha256 };
    const other = { ...subject, plan: `plan-${uuid(2)}` } as DecisionStanding['subject'];
    const without: readonly Partial<DecisionStanding>[] = [
      { status: 'Published' },
      { effectiveOn: day('2030-01-02') },
      { subject: other },
    ];
    for (const about of without) {
      held
        .when(commit(60, { decision: { ...decision, ...about } }))
        .thenRefused('DecisionNotEffective');
    }
    held.when(commit(60, { decision: null })).thenRefused('DecisionNotEffective');
    const own = { ...subject, plan } as DecisionStanding['subject'];
    held.when(commit(60, { decision: { ...decision, subject: own } })).then(committed(60));
  });
  it('PA-8, X-12: is not taken on by a partner that is not, or no longer, eligible', () => {
    held
      .when(commit(60, { partner: { ...eligible, status: 'Registered' } }))
      .thenRefused('PartnerNotEligible');
    held.when(commit(60)).then(committed(60));
  });
  it('PA-8: nor by one whose eligibility ended yesterday, recorded or not', () => {
    const lapsed = { ...eligible, eligibleUntil: day('2029-12-31') };
    held.when(commit(60, { partner: lapsed })).thenRefused('PartnerNotEligible');
    given(...ready)
      .when(reserve(60, { grounds: { newId: uuid(20), plan: running, partner: lapsed } }))
      .thenRefused('PartnerNotEligible');
    given(...ready)
      .when(reserve(60))
      .then(reserved(60));
  });
  it('PA-6, X-12: nor by one whose exclusion is being decided, while what it owes is counted', () => {
    const accused = { ...eligible, isExclusionOpen: true };
    held.when(commit(60, { partner: accused })).thenRefused('ExclusionOpen');
    held.when(commit(60, { partner: { ...accused, isExclusionOpen: false } })).then(committed(60));
  });
  it('B-1, X-12: is no more than its reservation, and all of an agreement no more than its amount', () => {
    held.when(commit(61)).thenRefused('ReservationExceeded');
    held
      .when(commit(60, { agreement: { ...agreement, totalCents: cents(59) } }))
      .thenRefused('AgreementExceeded');
    held.when(commit(59)).then(committed(59));
  });
  it('X-5, X-12: is bound by another person than who reserved', () => {
    held.when({ ...commit(60), by: someone.by }).thenRefused('OwnReservation');
    given(...ready)
      .when(commit(60))
      .thenRefused('ReservationUnknown');
  });
  it('B-1, B-10, B-2, X-12: is raised within its share, on the same grounds', () => {
    const adjust = (n: number, about: Partial<CommitmentGrounds> = {}) => {
      const grounds = { ...all, ...about };
      const data = { commitment: uuid(21), cents: cents(n), decision: decision.id, grounds };
      return { type: 'AdjustCommitment', data } as const;
    };
    bound.when(adjust(61)).thenRefused('ShareExceeded');
    bound.when(adjust(60, { decision: null })).thenRefused('DecisionNotEffective');
    bound.when(adjust(60)).then({
      type: 'CommitmentAdjusted',
      data: {
        ...{ commitment: uuid(21), cents: cents(60) },
        ...{ adjustedBy: someone.by.person, adjustedAt: at },
      },
    });
    bound.when(adjust(49)).thenRefused('NotHigher');
    given(...ready)
      .when(adjust(60))
      .thenRefused('CommitmentUnknown');
  });
});

describe('what is decommitted', () => {
  const decommit = (n: number, pool: 'call' | 'plan' | 'programme' = 'call') =>
    ({ type: 'DecommitFunds', data: { commitment: uuid(21), cents: cents(n), pool } }) as const;
  const decommitted = (n: number, pool: 'call' | 'plan' | 'programme' = 'call'): BudgetEvent => ({
    type: 'FundsDecommitted',
    data: {
      ...{ commitment: uuid(21), cents: cents(n), pool },
      ...{ decommittedBy: someone.by.person, decommittedAt: at },
    },
  });

  it('B-10, X-11: goes to a named pool, and is not more than was committed', () => {
    bound.when(decommit(51)).thenRefused('MoreThanCommitted');
    bound.when(decommit(0)).thenRefused('AmountMissing');
    bound.when(decommit(50)).thenRepeatably(decommitted(50));
  });
  it('B-10, B-1: is free again in the plan, and gone from the line in another pool', () => {
    const after = (pool: 'call' | 'plan') =>
      given(...ready, reserved(50), committed(50), decommitted(50, pool));
    after('call').when(reserve(11)).thenRefused('ShareExceeded');
    after('call').when(reserve(10)).then(reserved(10));
    after('plan').when(reserve(60)).then(reserved(60));
  });
});

describe('a change of the lines', () => {
  const change = (after: typeof lines) =>
    ({ type: 'ChangeLines', data: { plan, change: 'c', lines: after, of: 'x' } }) as const;
  const changed = (after: typeof lines): BudgetEvent => ({
    type: 'BudgetLinesChanged',
    data: { change: 'c', lines: after, changedAt: at },
  });

  it('PL-8, PL-9, X-11: takes no line and no share below what is bound on it', () => {
    bound.when(change([amounts(one, 49, 0)])).thenRefused('BelowBound');
    bound.when(change([amounts(one, 49, 51)])).thenRefused('BelowBound');
    bound.when(change([amounts(one, 50, 0)])).thenRepeatably(changed([amounts(one, 50, 0)]));
    given().when(change(lines)).thenRefused('BudgetNotOpen');
  });
  it('B-1, X-11: the assignment does not go below the shares', () => {
    const lower = (n: number) =>
      ({ type: 'LowerAssignment', data: { call, cents: cents(n) } }) as const;
    given(opened, assigned(300)).when(lower(199)).thenRefused('AssignmentBelowShares');
    given(opened, assigned(300)).when(lower(200)).thenRepeatably(assigned(200));
    given(opened, assigned(300))
      .when({ type: 'RecordAssignment', data: { call, cents: cents(300) } })
      .thenRefused('AssignmentStands');
  });
});
