import { describe, expect, it } from '@jest/globals';
import type { LocalDate, OrganisationId, PersonRef, Sha256 } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import * as a from './decision.examples.js';
import type { DecisionEvent } from './decision.events.js';
import { decision } from './decision.js';
import { roll } from './sitting.examples.js';

const given = specificationFor(decision);
const day = (text: string) => text as LocalDate;
const inEffect = [...a.approved, a.signed, a.numbered, a.published('2030-01-22'), a.effective];

describe('what is carried out', () => {
  const partner = 'partner-1' as OrganisationId;
  const by = (person: string) => ({ ...someone.by, person: person as PersonRef });
  const dueOn = day('2030-06-30');
  const assign = (more: object = {}, today = '2030-06-30') =>
    ({
      type: 'AssignImplementation',
      data: { partner, dueOn, grounds: { partnerKnown: true }, ...more },
      by: by('person-1'),
      today: day(today),
    }) as const;
  const assigned: DecisionEvent = {
    type: 'ImplementationAssigned',
    data: { partner, office: null, dueOn, assignedBy: by('person-1').person },
  };
  const confirm = (person: string) =>
    ({
      type: 'ConfirmImplementation',
      data: { evidence: a.document },
      by: by(person),
      today: day('2030-05-01'),
    }) as const;
  const implemented: DecisionEvent = {
    type: 'DecisionImplemented',
    data: {
      ...{ evidence: a.document, confirmedBy: by('person-2').person },
      implementedOn: day('2030-05-01'),
    },
  };

  it('X-12, X-11: is given to a partner that there is, or to an office', () => {
    given(...inEffect)
      .when(assign())
      .thenRepeatably(assigned);
    given(...inEffect)
      .when(assign({ grounds: { partnerKnown: false } }))
      .thenRefused('PartnerUnknown');
    given(...inEffect)
      .when(assign({ partner: undefined }))
      .thenRefused('NobodyAssigned');
    const office = 'Ufficio di piano';
    given(...inEffect)
      .when(assign({ partner: undefined, office, grounds: { partnerKnown: false } }))
      .thenRepeatably({
        ...assigned,
        data: { ...assigned.data, partner: null, office },
      });
  });
  it('X-2: falls due today at the earliest', () =>
    given(...inEffect)
      .when(assign({}, '2030-07-01'))
      .thenRefused('ImplementationPast'));
  it('D-9, X-11: is confirmed once the decision has effect', () => {
    given(...a.approved, assigned)
      .when(confirm('person-2'))
      .thenRefused('WrongState');
    given(...inEffect)
      .when(confirm('person-2'))
      .thenRefused('NotAssigned');
    given(...inEffect, assigned)
      .when(confirm('person-2'))
      .then(implemented);
  });
  it('X-5: is confirmed by another than who assigned it', () =>
    given(...inEffect, assigned)
      .when(confirm('person-1'))
      .thenRefused('OwnAssignment'));

  const corrected = 'b'.repeat(64) as Sha256;
  const erratum = (more: object = {}) =>
    ({
      type: 'IssueErratum',
      data: {
        ...{ document: a.document, corrects: a.text, textSha256: corrected },
        ...{ signatory: 'person-1', level: 'digital', signedAt: a.signedAt },
        ...{ container: a.document, report: a.document, grounds: { roll } },
        ...more,
      },
      at: a.signedAt,
    }) as never;
  const issued: DecisionEvent = {
    type: 'ErratumIssued',
    data: {
      ...{ document: a.document, corrects: a.text, textSha256: corrected },
      ...{ signatory: 'person-1' as PersonRef, signedAs: 'chair', level: 'digital' },
      ...{ signedAt: a.signedAt, container: a.document, report: a.document },
    },
  };
  it('X-1: an erratum stands beside the text, which stays as it was voted on', () => {
    given(...inEffect)
      .when(erratum())
      .then(issued);
    const state = [...inEffect, issued].reduce(decision.evolve, decision.initial);
    expect(state).toMatchObject({ textSha256: a.text, later: { correctedSha256: corrected } });
  });
  it('X-8: an erratum names the text as it stands, the last one corrected', () => {
    given(...inEffect)
      .when(erratum({ corrects: a.document }))
      .thenRefused('OtherText');
    given(...inEffect, issued)
      .when(erratum())
      .thenRefused('OtherText');
    const next = { corrects: corrected, textSha256: a.planText };
    given(...inEffect, issued)
      .when(erratum(next))
      .then({ ...issued, data: { ...issued.data, ...next } });
  });
  it('X-6: an erratum is another document than the text it corrects', () => {
    given(...inEffect)
      .when(erratum({ textSha256: a.text }))
      .thenRefused('SameCorrection');
    given(...inEffect, issued)
      .when(erratum({ corrects: corrected, textSha256: a.text }))
      .thenRefused('SameCorrection');
  });
  it('X-3, D-10, X-11: an erratum is signed as the decision is, and not before it', () => {
    given(...inEffect)
      .when(erratum({ signatory: 'person-2' }))
      .thenRefused('SignatoryWithoutOffice');
    given(...inEffect)
      .when(erratum({ signatory: a.proposer }))
      .thenRefused('ProposerSigns');
    given(...a.approved)
      .when(erratum())
      .thenRefused('WrongState');
  });
});
