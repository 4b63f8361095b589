import { describe, expect, it } from '@jest/globals';
import type { LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { Condition, ConditionId, DecisionId } from '../contract/index.js';
import * as a from './decision.examples.js';
import type { DecisionEvent } from './decision.events.js';
import { decision } from './decision.js';
import { roll } from './sitting.examples.js';

const given = specificationFor(decision);
const by = (person: string) => ({ ...someone.by, person: person as PersonRef });
const day = (text: string) => text as LocalDate;
const c1 = 'c1' as ConditionId;
const later = 'decision-2' as DecisionId;
const evidence = 'b'.repeat(64) as Sha256;

const condition = (more: Partial<Condition> = {}): Condition => ({
  ...{ id: c1, text: 'Parere della Regione', dueOn: day('2030-02-10'), evidence: 'parere' },
  ...{ verifier: { kind: 'secretary' }, effect: 'after', onFailure: 'lapse', ...more },
});
const asked = ({ id: _id, ...rest }: Condition) => rest;
/** Proposed under a condition and instructed; approved, with the condition imposed. */
const conditional = (one: Condition) => {
  const [first, ...rest] = a.instructed;
  const proposed = { ...first, data: { ...first.data, conditions: [one] } };
  const instructed: DecisionEvent[] = [proposed, ...rest];
  const [, , , ...voted] = a.approved;
  const imposed: DecisionEvent = { type: 'ConditionsImposed', data: { conditions: [one] } };
  return { proposed, instructed, approved: [...instructed, ...voted, imposed], imposed };
};
const approved = (more: Partial<Condition> = {}) => given(...conditional(condition(more)).approved);
const submitted: DecisionEvent = {
  type: 'ConditionEvidenceSubmitted',
  data: { condition: c1, document: evidence, submittedBy: 'person-2' as PersonRef },
};
const met: DecisionEvent = {
  type: 'ConditionMet',
  data: {
    ...{ condition: c1, document: evidence, verifiedBy: 'person-9' as PersonRef },
    metOn: day('2030-02-10'),
  },
};
const failed = (onFailure: Condition['onFailure']): DecisionEvent => {
  return { type: 'ConditionFailed', data: { condition: c1, dueOn: day('2030-02-10'), onFailure } };
};
const from = day('2030-02-11');
const lapsed: DecisionEvent = {
  type: 'DecisionLapsed',
  data: { board: a.board, cause: 'conditionFailed', from, condition: c1 },
};
const suspended: DecisionEvent = { type: 'EffectsSuspended', data: { condition: c1, from } };

describe('a condition, proposed', () => {
  const propose = (one: Condition, today = '2030-01-02') =>
    ({
      type: 'ProposeDecision',
      data: {
        ...{ board: a.board, title: 'Adozione', textSha256: a.text, motivation: a.motivation },
        subject: { kind: 'other' },
        conditions: [asked(one)],
        grounds: { boardKnown: true, legalBasis: ['L. 241/1990'], plan: null, seatIds: ['s1'] },
      },
      by: by(a.proposer),
      today: day(today),
    }) as const;

  it('D-7: is part of the text that is proposed', () => {
    const { proposed } = conditional(condition());
    given().when(propose(condition())).thenRepeatably(proposed);
  });
  it('X-2: falls due today at the earliest', () => {
    given().when(propose(condition(), '2030-02-11')).thenRefused('ConditionPast');
    const { proposed } = conditional(condition());
    given().when(propose(condition(), '2030-02-10')).thenRepeatably(proposed);
  });
  it('X-12: names a seat that the body has', () => {
    const of = (seat: string) => condition({ verifier: { kind: 'seat', seat } });
    given()
      .when(propose(of('s7')))
      .thenRefused('VerifierUnknown');
    given()
      .when(propose(of('s1')))
      .thenRepeatably(conditional(of('s1')).proposed);
  });
  it('X-8, X-11: changes only with the text, off every agenda', () => {
    const { instructed } = conditional(condition());
    const amend = (conditions?: readonly Condition[]) =>
      ({
        type: 'AmendProposal',
        data: {
          textSha256: a.document,
          ...(conditions && { conditions: conditions.map((one) => asked(one)) }),
          grounds: { seatIds: ['s1'] },
        },
        by: by(a.proposer),
      }) as const;
    const amended = {
      ...{ title: 'Adozione', textSha256: a.document, motivation: a.motivation },
      previousTextSha256: a.text,
    };
    const other = condition({ text: 'Parere del Comune' });
    given(...instructed)
      .when(amend([other]))
      .then({ type: 'ProposalAmended', data: { ...amended, conditions: [other] } });
    given(...instructed)
      .when(amend())
      .then({ type: 'ProposalAmended', data: amended });
    given(...instructed, a.scheduled)
      .when(amend([other]))
      .thenRefused('WrongState');
  });
  it('X-11: binds once its text is approved, and not before', () => {
    const { instructed, imposed } = conditional(condition());
    given(...instructed, a.scheduled)
      .when({
        type: 'ApproveDecision',
        data: { ...a.result, textSha256: a.text, grounds: { plan: null } },
      })
      .then({ type: 'DecisionApproved', data: a.result }, imposed);
    given(...instructed, a.scheduled)
      .when({ type: 'RejectDecision', data: { ...a.result, textSha256: a.text } })
      .then({ type: 'DecisionRejected', data: a.result });
  });
});

describe('a condition that binds', () => {
  const submit = (today: string) =>
    ({
      type: 'SubmitConditionEvidence',
      data: { condition: c1, document: evidence },
      by: by('person-2'),
      today: day(today),
    }) as const;
  const verify = (person: string, more: object = {}, today = '2030-02-10') =>
    ({
      type: 'VerifyCondition',
      data: { condition: c1, document: evidence, met: true, grounds: { roll }, ...more },
      by: by(person),
      today: day(today),
    }) as const;
  const waiting = (more: Partial<Condition> = {}) =>
    given(...conditional(condition(more)).approved, submitted);

  it('X-11: takes evidence until its due day is over', () => {
    approved().when(submit('2030-02-10')).then(submitted);
    approved().when(submit('2030-02-11')).thenRefused('ConditionOverdue');
    waiting().when(submit('2030-02-10')).thenRefused('ConditionNotOpen');
    given(...conditional(condition()).instructed)
      .when(submit('2030-02-10'))
      .thenRefused('WrongState');
  });
  it('X-12: is one of the decision', () => {
    const data = { condition: 'c9' as ConditionId, document: evidence };
    approved().when({ type: 'SubmitConditionEvidence', data }).thenRefused('ConditionUnknown');
  });
  it('X-5, X-11: is verified by another than who submitted the evidence', () => {
    const person = 'person-2' as PersonRef;
    const own = waiting({ verifier: { kind: 'person', person } });
    own.when(verify('person-2')).thenRefused('OwnEvidence');
    waiting().when(verify('person-9')).then(met);
  });
  it.each([
    [{ kind: 'secretary' }, 'person-9'],
    [{ kind: 'chair' }, 'person-1'],
    [{ kind: 'seat', seat: 's3' }, 'person-3'],
    [{ kind: 'person', person: 'person-5' as PersonRef }, 'person-5'],
  ] as const)('X-3, X-11: is verified by who it names: %j', (verifier, person) => {
    const verified = { ...met.data, verifiedBy: person as PersonRef };
    waiting({ verifier })
      .when(verify(person))
      .then({ ...met, data: verified });
    waiting({ verifier }).when(verify('person-4')).thenRefused('NotTheVerifier');
  });
  it('X-8, X-11: is verified on the evidence that was looked at', () => {
    waiting()
      .when(verify('person-9', { document: a.document }))
      .thenRefused('OtherEvidence');
    approved().when(verify('person-9')).thenRefused('ConditionNotSubmitted');
  });
  it('D-7, X-11: rejects evidence with reasons, and may get other evidence', () => {
    waiting()
      .when(verify('person-9', { met: false }))
      .thenRefused('RejectionReasonMissing');
    const rejected: DecisionEvent = {
      type: 'ConditionEvidenceRejected',
      data: {
        ...{ condition: c1, document: evidence, reason: a.document },
        verifiedBy: by('person-9').person,
      },
    };
    const reject = { met: false, rejection: a.document };
    waiting().when(verify('person-9', reject)).then(rejected);
    given(...conditional(condition()).approved, submitted, rejected)
      .when(submit('2030-02-10'))
      .then(submitted);
    // After the due day nothing better can come any more.
    waiting()
      .when(verify('person-9', reject, '2030-02-11'))
      .then(rejected, failed('lapse'), lapsed);
  });
});

describe('a condition that is not met', () => {
  const fail = (today = '2030-02-11') =>
    ({ type: 'FailCondition', data: { condition: c1 }, today: day(today) }) as const;

  it('X-11: fails when its due day is over, not on it', () => {
    approved({ onFailure: 'report' }).when(fail('2030-02-10')).thenRefused('ConditionNotDue');
    approved({ onFailure: 'report' }).when(fail()).then(failed('report'));
  });
  it('D-8: has the decision lapse or suspended, from the day after, what was done stays', () => {
    approved({ onFailure: 'lapse' }).when(fail('2031-01-01')).then(failed('lapse'), lapsed);
    approved({ onFailure: 'suspend' }).when(fail()).then(failed('suspend'), suspended);
  });
  it('X-11: does not fail where it was met, is being looked at, or the decision has ended', () => {
    for (const fact of [met, submitted, lapsed]) {
      given(...conditional(condition()).approved, submitted, fact)
        .when(fail())
        .then();
    }
  });
});

describe('a condition before the effect', () => {
  const published = (one: Condition, ...more: readonly DecisionEvent[]) => {
    const facts = [...conditional(one).approved, a.signed, a.numbered, a.published('2030-01-22')];
    return given(...facts, ...more);
  };
  const effect = { type: 'MakeEffective', data: {}, today: day('2030-02-10') } as const;
  const before = condition({ effect: 'before' });

  it('D-6: keeps the decision from having effect until it is met, from that day', () => {
    published(before).when(effect).thenRefused('ConditionPending');
    published(before, submitted, met)
      .when(effect)
      .then({ ...a.effective, data: { ...a.effective.data, effectiveOn: day('2030-02-10') } });
    published(condition()).when(effect).then(a.effective);
  });
  it('D-6: met early, it moves no day of effect', () => {
    const early = { ...met, data: { ...met.data, metOn: day('2030-01-15') } } as DecisionEvent;
    published(before, submitted, early).when(effect).then(a.effective);
  });
});

describe('a condition that the body lets go', () => {
  const ending = (status: 'Approved' | 'Effective', subject: object = {}) => ({
    ...{ status, effectiveOn: from },
    subject: {
      kind: 'waiveCondition',
      decision: 'decision-1' as DecisionId,
      condition: c1,
      ...subject,
    },
  });
  const waive = (grounds: object) =>
    ({ type: 'WaiveCondition', data: { by: later, grounds } }) as never;
  const waived: DecisionEvent = {
    type: 'ConditionWaived',
    data: { condition: c1, by: later, from },
  };

  it('D-9, D-8, X-11, X-12: by a later decision that has effect', () => {
    approved()
      .when(waive({ ending: ending('Approved') }))
      .thenRefused('EndingNotEffective');
    approved()
      .when(waive({ ending: null }))
      .thenRefused('DecisionUnknown');
    approved()
      .when(waive({ ending: ending('Effective', { kind: 'ratify' }) }))
      .thenRefused('NotItsEnd');
    approved()
      .when(waive({ ending: ending('Effective') }))
      .then(waived);
  });
  it('D-8, X-11: lets effects that it had suspended go on', () => {
    const { approved: facts } = conditional(condition({ onFailure: 'suspend' }));
    const all = [...facts, failed('suspend'), suspended];
    const resumed: DecisionEvent = { type: 'EffectsResumed', data: { by: later, from } };
    given(...all)
      .when(waive({ ending: ending('Effective') }))
      .then(waived, resumed);
    const state = [...all, waived, resumed].reduce(decision.evolve, decision.initial);
    expect(state.status).toBe('Approved');
  });
  it('X-11: not what was met', () => {
    given(...conditional(condition()).approved, submitted, met)
      .when(waive({ ending: ending('Effective') }))
      .thenRefused('ConditionNotOpen');
  });
});
