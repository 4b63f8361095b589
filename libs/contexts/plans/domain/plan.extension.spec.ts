import { specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import type { PlanEvent } from './plan.events.js';
import { cents, date, day } from '../test/examples.js';
import { decision, decisionId } from '../test/examples.js';
import { callId, planId, region, running, uuid } from '../test/examples.js';
import { plan } from './plan.js';

import {
  document,
  change,
  asColleague,
  agreementId,
  agreement,
  funds,
  wide,
  grown,
  ask,
  asked,
} from '../test/changes.js';
const given = specificationFor(plan);
describe('an extension without cost', () => {
  const grant = (standing: typeof decision | null = decision) =>
    ({
      type: 'GrantNoCostExtension',
      data: { change, decision: decisionId, grounds: { decision: standing, plan: planId } },
    }) as const;

  it('PL-10, X-11: changes the end, and nothing else', () => {
    given(...running)
      .when({ ...ask('noCost'), by: asColleague })
      .then(asked('noCost'));
    given(...running)
      .when(ask('noCost', { addedCents: cents(1) }))
      .thenRefused('NoCostChangesDateOnly');
    given(...running)
      .when(ask('noCost', { lines: grown }))
      .thenRefused('NoCostChangesDateOnly');
    const granted: PlanEvent = {
      type: 'NoCostExtensionGranted',
      data: { change, decision: decisionId, end: date('2023-12-31') },
    };
    given(...running, asked('noCost'))
      .when(grant())
      .then(granted);
    const before = running.reduce(plan.evolve, plan.initial);
    const after = [asked('noCost'), granted].reduce(plan.evolve, before);
    expect(after.head).toStrictEqual({ ...before.head, executionEnd: '2023-12-31' });
    expect(after.lines).toStrictEqual(before.lines);
  });
  it('PL-10: moves the end forward', () => {
    given(...running)
      .when(ask('noCost', { end: date('2023-06-30') }))
      .thenRefused('EndNotLater');
  });
  it('PL-11, X-11: stays inside the eligibility period', () => {
    given(...running)
      .when(ask('noCost', { end: date('2024-01-01') }))
      .thenRefused('EndOutsideEligibility');
    given(...running)
      .when({ ...ask('noCost', { end: date('2023-12-31') }), by: asColleague })
      .then(asked('noCost'));
  });
  it('D-9, X-12, X-5: is granted by a decision that is effective, and on no other plan', () => {
    const asking = given(...running, asked('noCost'));
    asking
      .when(grant({ ...decision, status: 'Published' }))
      .thenRefused('ExtensionDecisionNotEffective');
    asking
      .when(grant({ ...decision, effectiveOn: day('2030-01-02') }))
      .thenRefused('ExtensionDecisionNotEffective');
    const other = { ...decision.subject, plan: `plan-${uuid(9)}` } as typeof decision.subject;
    asking.when(grant({ ...decision, subject: other })).thenRefused('DecisionOnAnotherPlan');
    asking.when(grant(null)).thenRefused('ExtensionDecisionUnknown');
    asking.when({ ...grant(), by: asColleague }).thenRefused('SamePerson');
  });
  it('may be refused', () =>
    given(...running, asked('noCost'))
      .when({ type: 'RefuseExtension', data: { change, document } })
      .then({ type: 'ExtensionRefused', data: { change, document } }));
});

describe('a costed extension', () => {
  const authorise = {
    type: 'AuthoriseExtension',
    data: {
      ...{ change, decision: decisionId, agreement: agreementId },
      grounds: { decision: funds, agreement: agreement(100_00), plan: planId },
    },
  } as const;
  const allowed: PlanEvent = {
    type: 'ExtensionAuthorised',
    data: {
      ...{ change, decision: decisionId, agreement: agreementId },
      ...{ addedCents: cents(10_00), end: date('2023-12-31') },
      ...{ call: callId, totalCents: cents(110_00) },
      shares: [{ partner: region, addedCents: cents(10_00) }],
    },
  };
  const all = {
    decision: funds,
    agreement: agreement(110_00),
    call: { ...wide, assignments: { [planId]: cents(110_00) } },
    plan: planId as string,
  };
  const grant = (about: Partial<typeof all> = {}) =>
    ({ type: 'GrantCostedExtension', data: { change, grounds: { ...all, ...about } } }) as const;
  const granted: PlanEvent = {
    type: 'CostedExtensionGranted',
    data: {
      ...{ change, decision: decisionId, agreement: agreementId, end: date('2023-12-31') },
      ...{ addedCents: cents(10_00), lines: grown },
    },
  };
  const pending = given(...running, asked('costed'), allowed);

  it('PL-10, X-11: lays what it adds on lines, to the cent', () => {
    given(...running)
      .when({ ...ask('costed'), by: asColleague })
      .then(asked('costed'));
    given(...running)
      .when(ask('costed', { addedCents: cents(10_01) }))
      .thenRefused('AddedNotOnLines');
    given(...running)
      .when(ask('costed', { addedCents: cents(0), lines: [] }))
      .thenRefused('AddedNotOnLines');
  });
  it('A-13, PL-10, X-11, X-12: has its funding decision first', () => {
    given(...running, asked('costed'))
      .when(grant())
      .thenRefused('ExtensionPending');
    given(...running, asked('costed'))
      .when(authorise)
      .then(allowed);
    given(...running, asked('costed'))
      .when({
        ...authorise,
        data: { ...authorise.data, grounds: { ...authorise.data.grounds, agreement: null } },
      })
      .thenRefused('AgreementUnknown');
  });
  it('D-9, X-11: is authorised by the decision that funds it, not by one that funds another', () => {
    const funding = (of: string) => {
      const subject = { ...funds.subject, change: of };
      const grounds = { ...authorise.data.grounds, decision: { ...funds, subject } };
      return { ...authorise, data: { ...authorise.data, grounds } } as typeof authorise;
    };
    given(...running, asked('costed'))
      .when(funding(change))
      .then(allowed);
    given(...running, asked('costed'))
      .when(funding(uuid(9)))
      .thenRefused('DecisionOnAnotherChange');
  });
  it('A-13, PL-10, X-11: is funded by no decision but one on it and on its agreement', () => {
    const by = (subject: object) => {
      const grounds = { ...authorise.data.grounds, decision: { ...funds, subject } };
      return { ...authorise, data: { ...authorise.data, grounds } } as typeof authorise;
    };
    const asking = given(...running, asked('costed'));
    asking.when(by(decision.subject)).thenRefused('DecisionFundsNothing');
    asking.when(by({ kind: 'other' })).thenRefused('DecisionFundsNothing');
    const other = { ...funds.subject, agreement: `agreement-${uuid(9)}` };
    asking.when(by(other)).thenRefused('DecisionOnAnotherAgreement');
    asking.when(authorise).then(allowed);
    pending.when(grant({ decision })).thenRefused('ExtensionPending');
  });
  it('PL-10, D-9: stays pending until decision, amendment and increase are all there', () => {
    pending.when(grant({ agreement: agreement(109_99) })).thenRefused('ExtensionPending');
    pending
      .when(grant({ agreement: agreement(110_00, '2023-12-30') }))
      .thenRefused('ExtensionPending');
    pending
      .when(grant({ call: { ...wide, assignments: { [planId]: cents(109_99) } } }))
      .thenRefused('ExtensionPending');
    pending
      .when(grant({ decision: { ...funds, status: 'Published' } }))
      .thenRefused('ExtensionPending');
    pending.when(grant()).then(granted);
  });
  it('PL-10: is not granted as one without cost, nor the other way round', () => {
    given(...running, asked('costed'))
      .when({
        type: 'GrantNoCostExtension',
        data: { change, decision: decisionId, grounds: { decision, plan: planId } },
      })
      .thenRefused('OtherKind');
    given(...running, asked('noCost'))
      .when(grant())
      .thenRefused('OtherKind');
  });
});
