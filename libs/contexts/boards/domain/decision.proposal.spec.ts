import { describe, expect, it } from '@jest/globals';
import type { Cents, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PlanId } from '@tavolo/plans';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { rulebookPresets } from '../contract/index.js';
import type { ExtensionOfPlan, Rulebook } from '../contract/index.js';
import * as a from './decision.examples.js';
import type { DecisionEvent, Spending } from './decision.events.js';
import { decision } from './decision.js';

const given = specificationFor(decision);
const by = (person: PersonRef) => ({ ...someone.by, person });
const otherText = 'b'.repeat(64) as Sha256;

describe('a proposal, changed', () => {
  const amend = (textSha256 = otherText, person = a.proposer) =>
    ({
      type: 'AmendProposal',
      data: { textSha256, grounds: { seatIds: [] } },
      by: by(person),
    }) as const;
  const amended: DecisionEvent = {
    type: 'ProposalAmended',
    data: {
      ...{ title: 'Adozione', textSha256: otherText, motivation: a.motivation },
      previousTextSha256: a.text,
    },
  };
  it('X-3, X-11: by its proposer only', () => {
    given(...a.instructed)
      .when(amend(otherText, a.officer))
      .thenRefused('NotTheProposer');
    given(...a.instructed)
      .when(amend())
      .then(amended);
  });
  it('X-8, X-11: to another text, whose opinions are to be given anew', () => {
    given(...a.instructed)
      .when(amend(a.text))
      .thenRefused('SameText');
    const again = given(...a.instructed, amended);
    again.when({ type: 'MarkReady', data: {} }).thenRefused('NotInstructed');
    again
      .when({
        type: 'AttachOpinion',
        data: { kind: 'technical', opinion: 'positive', document: a.document },
        by: by(a.officer),
      })
      .then(a.technical('positive'));
    expect(decision.isContent(amended)).toBe(true);
    expect(decision.isContent(a.technical('positive'))).toBe(false);
  });
  it('D-4, X-11: in what it spends, for which the accounting opinion is given anew', () => {
    const spending: Spending = { amountCents: 200 as Cents, budgetRef: 'cap. 2' };
    const { data, ...asked } = amend();
    const spends = (more: Spending | null) => ({ ...asked, data: { ...data, spending: more } });
    const moved = (more: Spending | null): DecisionEvent => ({
      type: 'ProposalAmended',
      data: { ...amended.data, spending: more },
    });
    given(...a.instructed)
      .when(spends(spending))
      .then(moved(spending));
    const markReady = { type: 'MarkReady', data: {} } as const;
    const ready = (...facts: readonly DecisionEvent[]) =>
      given(...facts, a.technical('positive')).when(markReady);
    ready(...a.instructed, moved(spending)).thenRefused('AccountingOpinionMissing');
    ready(...a.instructed, amended).then(a.readyForAgenda);
    // As before where nothing is said of it; no opinion where it spends nothing any more.
    ready(a.spending, amended).thenRefused('AccountingOpinionMissing');
    ready(a.spending, moved(null)).then(a.readyForAgenda);
  });
  it('X-11: not while it is on an agenda, again once it was deferred', () => {
    given(...a.instructed, a.scheduled)
      .when(amend())
      .thenRefused('WrongState');
    given(...a.instructed, a.scheduled, a.deferred)
      .when(amend())
      .then(amended);
  });
});

describe('a proposal, withdrawn', () => {
  const withdraw = (person = a.proposer) =>
    ({ type: 'WithdrawProposal', data: {}, by: by(person) }) as const;
  const withdrawn: DecisionEvent = {
    type: 'ProposalWithdrawn',
    data: { withdrawnBy: a.proposer },
  };
  it('X-3: by its proposer only; X-11: off every agenda', () => {
    given(...a.instructed)
      .when(withdraw(a.officer))
      .thenRefused('NotTheProposer');
    given(...a.instructed)
      .when(withdraw())
      .then(withdrawn);
    given(...a.instructed, a.scheduled)
      .when(withdraw())
      .thenRefused('WrongState');
  });
});

describe('a proposal to fund a costed extension', () => {
  const subject = {
    ...{ kind: 'extendPlan', plan: 'plan-1', change: 'c1', agreement: 'agreement-1' },
  } as ExtensionOfPlan;
  const spending = { amountCents: 100 as Cents, budgetRef: 'cap. 1' };
  const ofPlan = { agreement: { plan: 'plan-1' as PlanId }, spending };
  const propose = (
    plan: object | null,
    { agreement, ...said }: { agreement: object | null; spending?: Spending } = ofPlan,
  ) => ({
    type: 'ProposeDecision' as const,
    data: {
      ...{ board: a.board, title: a.proposed.data.title, textSha256: a.text },
      ...{ motivation: a.motivation, subject, ...said },
      grounds: {
        ...{ boardKnown: true, legalBasis: ['L. 241/1990'], plan: plan as never },
        agreement: agreement as never,
      },
    },
    by: by(a.proposer),
  });
  const proposed = { ...a.proposed, data: { ...a.proposed.data, subject, spending } };
  const waiting = { frozen: null, costedExtension: 'c1' };
  it('PL-10, X-12: names an extension of the plan that waits for its funding decision', () => {
    given().when(propose(waiting)).thenRepeatably(proposed);
    given()
      .when(propose({ frozen: null }))
      .thenRefused('ExtensionNotWaiting');
    given()
      .when(propose({ frozen: null, costedExtension: 'c2' }))
      .thenRefused('ExtensionNotWaiting');
    given().when(propose(null)).thenRefused('PlanUnknown');
  });
  it('X-12: names an agreement of the plan', () => {
    for (const agreement of [null, { plan: null }, { plan: 'plan-2' }]) {
      given()
        .when(propose(waiting, { ...ofPlan, agreement }))
        .thenRefused('AgreementNotOfPlan');
    }
    given().when(propose(waiting, ofPlan)).thenRepeatably(proposed);
  });
  it('D-4, X-11: says what it spends, and needs its accounting opinion even where it did not', () => {
    const { agreement } = ofPlan;
    const nothing = { ...spending, amountCents: 0 as Cents };
    for (const said of [{ agreement }, { agreement, spending: nothing }]) {
      given().when(propose(waiting, said)).thenRefused('SpendingMissing');
    }
    given().when(propose(waiting)).thenRepeatably(proposed);
    const unsaid = { ...proposed, data: { ...proposed.data, spending: null } };
    const ready = { type: 'MarkReady', data: {} } as const;
    given(unsaid, a.technical('positive')).when(ready).thenRefused('AccountingOpinionMissing');
    given(unsaid, a.accounting('positive')).when(ready).then(a.readyForAgenda);
  });
});

describe('a proposal to fund a costed extension, changed', () => {
  const subject = {
    ...{ kind: 'extendPlan', plan: 'plan-1', change: 'c1', agreement: 'agreement-1' },
  } as ExtensionOfPlan;
  const spending: Spending = { amountCents: 100 as Cents, budgetRef: 'cap. 1' };
  const proposed = { ...a.proposed, data: { ...a.proposed.data, subject, spending } };
  const amend = (more: object) => {
    const data = { textSha256: otherText, grounds: { seatIds: [] }, ...more };
    return { type: 'AmendProposal', data, by: by(a.proposer) } as const;
  };
  const amended = (more: object): DecisionEvent => ({
    type: 'ProposalAmended',
    data: {
      ...{ title: 'Adozione', textSha256: otherText, motivation: a.motivation },
      ...{ previousTextSha256: a.text, ...more },
    },
  });

  it('D-4, X-11: goes on saying what it spends', () => {
    for (const none of [null, { ...spending, amountCents: 0 as Cents }]) {
      given(proposed)
        .when(amend({ spending: none }))
        .thenRefused('SpendingMissing');
    }
    const more = { spending: { ...spending, amountCents: 1 as Cents } };
    given(proposed).when(amend(more)).then(amended(more));
    given(proposed).when(amend({})).then(amended({}));
  });
});

describe('a proposal of a rulebook', () => {
  const propose = (rulebook: Rulebook) =>
    ({
      type: 'ProposeDecision',
      data: {
        ...{ board: a.board, title: 'Adozione', textSha256: a.text, motivation: a.motivation },
        subject: { kind: 'amendRules', rulebook },
        grounds: { boardKnown: true, seats: 5, legalBasis: ['L. 241/1990'], plan: null },
      },
      by: by(a.proposer),
    }) as const;
  it('GB-2: is refused before the vote where it could not be met', () => {
    const rulebook: Rulebook = rulebookPresets.steeringCommittee;
    given()
      .when(propose({ ...rulebook, quorum: { kind: 'count', n: 6 } }))
      .thenRefused('QuorumRuleVoid');
    const subject = { kind: 'amendRules', rulebook } as const;
    given()
      .when(propose(rulebook))
      .thenRepeatably({ ...a.proposed, data: { ...a.proposed.data, subject } });
  });
});
