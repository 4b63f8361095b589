import { specificationFor } from '@tavolo/testing/specification';
import { describe, expect, it } from '@jest/globals';
import type { PlanId } from '@tavolo/plans';
import { later, submitted, freeze, frozen, bring, amended, stateOf } from '../test/amendments.js';
import {
  agreementId,
  amendment,
  amendmentCycle,
  amendmentProposed,
  cents,
  childInForce,
  day,
  draftedAs,
  hash,
  inForce,
  parent,
  plan,
  region,
  town,
} from '../test/examples.js';
import { agreement } from './agreement.js';
import { canonicalAmendment } from './agreement.text.js';
import type { FundingGround } from './agreement.commands.js';
import type { AmendmentChange } from './amendment.events.js';
import { roomIn } from './room.js';

const given = specificationFor(agreement);

describe('A-8 and A-13: what an amendment may cost', () => {
  const dearer: AmendmentChange = {
    totalCents: cents(120_00),
    shares: [{ partner: region, shareCents: cents(70_00) }],
  };
  const costed = { ...dearer, ...later };
  const proposed = (change: AmendmentChange) => [...inForce, amendmentProposed(change), submitted];
  const funding = {
    status: 'Effective',
    effectiveOn: day('2030-01-01'),
    spends: true,
    subject: { kind: 'extendPlan', plan, change: 'c1', agreement: agreementId(1) },
  } as const;
  const about = (subject: FundingGround['subject']): FundingGround => ({ ...funding, subject });
  const below = [...childInForce, amendmentProposed(dearer), submitted];

  it('A-8, X-11: shares still add up', () => {
    given(...proposed({ totalCents: cents(120_00) }))
      .when(freeze())
      .thenRefused('SharesDiffer');
    given(...proposed(dearer))
      .when(freeze())
      .then(frozen({ totalCents: cents(120_00) }));
  });
  it('A-8, X-11: a child’s amendment stays within its parent, beside what is held', () => {
    const room = (residual: number) => ({
      parent: { status: 'InForce', end: day('2032-12-31'), residualCents: cents(residual) },
    });
    given(...below)
      .when(freeze(room(119_99)))
      .thenRefused('ChildOverParent');
    given(...below)
      .when(freeze(room(120_00)))
      .then(frozen({ totalCents: cents(120_00), parent, beside: 1 }));
  });
  it('A-8, X-11: one of words alone asks the parent’s ledger for nothing', () =>
    given(...childInForce, amendmentProposed(), submitted)
      .when(freeze())
      .then(frozen()));
  it('A-8, X-11, X-12: goes no lower than what the agreements below have taken', () => {
    const less: AmendmentChange = {
      totalCents: cents(80_00),
      shares: [{ partner: region, shareCents: cents(30_00) }],
    };
    const held = (amount: number) => ({
      children: { heldCents: cents(amount), latestEnd: null },
    });
    given(...proposed(less))
      .when(freeze(held(80_01)))
      .thenRefused('ChildrenOverTotal');
    given(...proposed(less))
      .when(freeze(held(80_00)))
      .then(frozen({ totalCents: cents(80_00) }));
    const complete = [...inForce, amendmentProposed(less), ...amendmentCycle()];
    given(...complete)
      .when(bring({ heldCents: cents(80_01), latestEnd: null }))
      .thenRefused('ChildrenOverTotal');
    given(...complete)
      .when(bring({ heldCents: cents(80_00), latestEnd: null }))
      .then(amended({ totalCents: cents(80_00) }));
    // From its freezing on children find no more room than it leaves.
    expect(roomIn(stateOf(...proposed(less), frozen())).totalCents).toBe(80_00);
    expect(roomIn(stateOf(...proposed(less))).totalCents).toBe(100_00);
  });
  it('A-8, X-11: ends no earlier than an agreement below', () => {
    const sooner = { end: day('2030-12-31') };
    const until = (latestEnd: string) => ({
      children: { heldCents: cents(0), latestEnd: day(latestEnd) },
    });
    given(...proposed(sooner))
      .when(freeze(until('2031-01-01')))
      .thenRefused('ChildrenOutlast');
    given(...proposed(sooner))
      .when(freeze(until('2030-12-31')))
      .then(frozen(sooner));
  });
  it('A-13, X-11: later and dearer at once needs a funding decision in effect', () => {
    const without = [
      null,
      { ...funding, effectiveOn: null },
      { ...funding, effectiveOn: day('2030-01-02') },
      ...(['Published', 'Suspended', 'Revoked', 'Annulled'] as const).map((status) => ({
        ...funding,
        status,
      })),
    ];
    for (const decision of without) {
      given(...proposed(costed))
        .when(freeze({ decision }))
        .thenRefused('FundingNotDecided');
    }
    given(...proposed(costed))
      .when(freeze({ decision: funding }))
      .then(frozen({ ...later, totalCents: cents(120_00) }));
    given(...proposed(later))
      .when(freeze())
      .then(frozen(later));
  });
  it('A-13, X-11: the decision funds the extension of the same plan, or, without one, spends', () => {
    const asked = (decision: FundingGround) => freeze({ decision });
    const other = { ...funding, subject: { ...funding.subject, plan: 'plan-9' as PlanId } };
    const adopts = { kind: 'adoptPlan', plan, version: 1, sha256: hash(1) } as const;
    for (const decision of [other, about(adopts), about({ kind: 'other' })]) {
      given(...proposed(costed))
        .when(asked(decision))
        .thenRefused('DecisionFundsAnother');
    }
    const [, ...rest] = inForce;
    const ofNoPlan = [draftedAs({ plan: null }), ...rest, amendmentProposed(costed), submitted];
    const spends = about({ kind: 'other' });
    given(...ofNoPlan)
      .when(asked({ ...spends, spends: false }))
      .thenRefused('DecisionFundsAnother');
    given(...ofNoPlan)
      .when(asked(funding))
      .thenRefused('DecisionFundsAnother');
    given(...ofNoPlan)
      .when(asked(spends))
      .then(frozen({ ...later, totalCents: cents(120_00) }));
  });
  it('A-1: its canonical bytes name version and change, in whatever order parties stand', () => {
    const leave = [town, region];
    const textOf = (change: AmendmentChange) =>
      canonicalAmendment(agreementId(1), { id: amendment, amends: 1, change, decision: null });
    expect(textOf({ leave })).toBe(textOf({ leave: leave.toReversed() }));
    expect(textOf({ leave: [town] })).not.toBe(textOf({ leave }));
    expect(JSON.parse(textOf(costed))).toStrictEqual({
      ...{ agreement: agreementId(1), amendment, amends: 1, currency: 'EUR', decision: null },
      change: costed,
    });
  });
});
