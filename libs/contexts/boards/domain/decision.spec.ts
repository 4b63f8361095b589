import { describe, it } from '@jest/globals';
import type { Cents, LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { decision } from './decision.js';
import type { DecisionProposed, DecisionSigned } from './decision.events.js';
import * as a from './decision.examples.js';
import type { Roll } from './roll.js';
import { roll } from './sitting.examples.js';

const given = specificationFor(decision);
const by = (person: PersonRef) => ({ ...someone.by, person });
const day = (text: string) => text as LocalDate;

const propose = (more: object = {}, grounds: object = {}) =>
  ({
    type: 'ProposeDecision',
    data: {
      board: a.board,
      title: 'Adozione',
      subject: { kind: 'other' },
      textSha256: a.text,
      motivation: a.motivation,
      grounds: { boardKnown: true, legalBasis: ['L. 241/1990'], plan: null, ...grounds },
      ...more,
    },
    by: by(a.proposer),
  }) as const;
const opinion = (kind: string, value: string, person = a.officer) =>
  ({
    type: 'AttachOpinion',
    data: { kind, opinion: value, document: a.document },
    by: by(person),
  }) as never;
const ready = (more: object = {}) => ({ type: 'MarkReady', data: { ...more } }) as const;

describe('decision, proposed', () => {
  const frozen = { version: 2, sha256: a.planText };
  const adoptPlan = (sha256: Sha256 = a.planText) => ({
    subject: { kind: 'adoptPlan', plan: a.plan, sha256 },
  });

  it('names board, text, reasons and legal basis', () =>
    given().when(propose()).thenRepeatably(a.proposed));
  it('D-7: not without reasons or legal basis', () => {
    given()
      .when(propose({ motivation: undefined }))
      .thenRefused('MotivationMissing');
    given()
      .when(propose({}, { legalBasis: [] }))
      .thenRefused('LegalBasisMissing');
  });
  it('X-12: to a board that exists', () =>
    given()
      .when(propose({}, { boardKnown: false }))
      .thenRefused('BoardUnknown'));
  it('PL-4, X-12: of a plan, its consolidated version', () => {
    const subject = { kind: 'adoptPlan', plan: a.plan, ...frozen } as const;
    const adopting: DecisionProposed = { ...a.proposed, data: { ...a.proposed.data, subject } };
    given()
      .when(propose(adoptPlan(), { plan: { frozen } }))
      .thenRepeatably(adopting);
    given()
      .when(propose(adoptPlan(), { plan: { frozen: null } }))
      .thenRefused('PlanNotFrozen');
    given()
      .when(propose(adoptPlan(), { plan: null }))
      .thenRefused('PlanUnknown');
  });
  it('X-8: of a plan, the version that the proposer read', () =>
    given()
      .when(propose(adoptPlan(a.text), { plan: { frozen } }))
      .thenRefused('OtherPlanVersion'));
});

describe('decision, instructed', () => {
  it('X-5, X-11: opinions are given by others than the proposer', () => {
    given(a.proposed).when(opinion('technical', 'positive')).then(a.technical('positive'));
    given(a.proposed)
      .when(opinion('technical', 'positive', a.proposer))
      .thenRefused('OwnOpinion');
  });
  it('X-11: each opinion once', () => {
    given(a.proposed, a.technical('positive'))
      .when(opinion('technical', 'negative'))
      .thenRefused('OpinionGiven');
    given(a.proposed, a.technical('positive'))
      .when(opinion('accounting', 'negative'))
      .then(a.accounting('negative'));
  });
  it('X-11: the instruction is not skipped', () => {
    given(a.proposed).when(ready()).thenRefused('NotInstructed');
    given(a.proposed, a.technical('positive')).when(ready()).then(a.readyForAgenda);
  });
  it('D-4, X-11: spending needs an accounting opinion, not spending does not', () => {
    given(a.spending, a.technical('positive'))
      .when(ready())
      .thenRefused('AccountingOpinionMissing');
    given(a.spending, a.accounting('positive')).when(ready()).then(a.readyForAgenda);
  });
  it('D-4, X-11: a negative one is overruled only with reasons', () => {
    const negative = given(a.spending, a.accounting('negative'));
    negative.when(ready()).thenRefused('AccountingOpinionNegative');
    negative.when(ready({ overruling: a.document })).then({
      type: 'DecisionReadyForAgenda',
      data: { overruling: a.document },
    });
  });
});

describe('decision, signed', () => {
  const sign = (more: object = {}, grounds: { roll: Roll | null } = { roll }) =>
    ({
      type: 'SignDecision',
      data: { ...a.signature, container: a.document, report: a.document, grounds, ...more },
      at: a.signedAt,
    }) as const;

  it('D-10, X-11: by the chair who did not propose it', () => {
    given(...a.approved)
      .when(sign())
      .then(a.signed);
    const [first, ...rest] = a.approved;
    const own = { ...first, data: { ...first.data, proposer: a.signature.signatory } };
    given(own, ...rest)
      .when(sign())
      .thenRefused('ProposerSigns');
  });
  it('D-10, X-11: or by the secretary', () => {
    const secretary: DecisionSigned = {
      ...a.signed,
      data: { ...a.signed.data, signatory: 'person-9' as PersonRef, signedAs: 'secretary' },
    };
    given(...a.approved)
      .when(sign({ signatory: 'person-9' }))
      .then(secretary);
  });
  it('X-3: not by who held no office on the day of signing', () => {
    given(...a.approved)
      .when(sign({ signatory: 'person-2' }))
      .thenRefused('SignatoryWithoutOffice');
    given(...a.approved)
      .when(sign({}, { roll: null }))
      .thenRefused('SignatoryWithoutOffice');
  });
  it('X-8: on the text that was voted on', () =>
    given(...a.approved)
      .when(sign({ textSha256: a.document }))
      .thenRefused('OtherText'));
  it('X-6, X-11: with container and report, unless simple', () => {
    given(...a.approved)
      .when(sign({ container: undefined }))
      .thenRefused('ContainerMissing');
    given(...a.approved)
      .when(sign({ report: undefined }))
      .thenRefused('ContainerMissing');
    const simple = { ...a.signed.data, level: 'simple', container: null, report: null } as const;
    const bare = sign({ level: 'simple', container: undefined, report: undefined });
    given(...a.approved)
      .when({ ...bare, by: by(a.signature.signatory) })
      .then({ ...a.signed, data: simple });
  });
  it('X-3, X-11: a simple one is recorded by who gave it, another one by anybody', () => {
    given(...a.approved)
      .when({ ...sign({ level: 'simple' }), by: by('person-9' as PersonRef) })
      .thenRefused('SimpleForAnother');
    given(...a.approved)
      .when({ ...sign(), by: by('person-9' as PersonRef) })
      .then(a.signed);
  });
  it('X-2, X-11: not in the future, nor before the vote closed', () => {
    given(...a.approved)
      .when(sign({ signedAt: '2030-01-11T09:00:00.001Z' }))
      .thenRefused('SignedInFuture');
    given(...a.approved)
      .when(sign({ signedAt: '2030-01-10T08:59:59.999Z' }))
      .thenRefused('SignedBeforeVote');
    const signedAt = a.result.closedAt;
    given(...a.approved)
      .when(sign({ signedAt }))
      .then({ ...a.signed, data: { ...a.signed.data, signedAt } });
  });
  it('X-11: once, and when approved', () => {
    given(...a.approved, a.signed)
      .when(sign())
      .thenRefused('WrongState');
    given(...a.instructed)
      .when(sign())
      .thenRefused('WrongState');
  });
});

describe('decision, numbered, published, effective', () => {
  const number = { type: 'NumberDecision', data: a.numbered.data } as const;
  const publish = (more: object = {}) =>
    ({
      type: 'PublishDecision',
      data: { where: 'Albo', publishedOn: day('2030-01-12'), grounds: { roll }, ...more },
      today: day('2030-01-12'),
    }) as const;
  const numbered = [...a.approved, a.signed, a.numbered] as const;
  const effect = (today: string) =>
    ({ type: 'MakeEffective', data: {}, today: day(today) }) as const;

  it('D-5, X-11: is numbered once it is signed', () => {
    given(...a.approved, a.signed)
      .when(number)
      .then(a.numbered);
    given(...a.approved)
      .when(number)
      .thenRefused('WrongState');
  });
  it('D-6, X-11: is published once it has a number, with effect then or later', () => {
    given(...numbered)
      .when(publish())
      .then(a.published('2030-01-12'));
    const effectiveFrom = day('2030-01-22');
    given(...numbered)
      .when(publish({ effectiveFrom }))
      .then(a.published('2030-01-22'));
    given(...a.approved, a.signed)
      .when(publish())
      .thenRefused('WrongState');
  });
  it('D-6: has no effect before its publication', () =>
    given(...numbered)
      .when(publish({ effectiveFrom: day('2030-01-11') }))
      .thenRefused('EffectBeforePublication'));
  it('X-2: is not published in the future', () =>
    given(...numbered)
      .when(publish({ publishedOn: day('2030-01-13') }))
      .thenRefused('PublishedInFuture'));
  it('D-6: is effective from its day on, not a day earlier', () => {
    const published = given(...numbered, a.published('2030-01-22'));
    published.when(effect('2030-01-21')).thenRefused('NotYetEffective');
    published.when(effect('2030-01-22')).then(a.effective);
    published.when(effect('2030-02-01')).then(a.effective);
  });
  it('D-6, X-11: not before it is published', () =>
    given(...numbered)
      .when(effect('2030-02-01'))
      .thenRefused('WrongState'));
});

describe('decision, its form', () => {
  it('keeps what it spends', () =>
    given()
      .when(propose({ spending: { amountCents: 100 as Cents, budgetRef: 'cap. 1' } }))
      .thenRepeatably(a.spending));
  it('X-11: nothing is done to a decision that nobody proposed', () =>
    given().when(ready()).thenRefused('WrongState'));
});
