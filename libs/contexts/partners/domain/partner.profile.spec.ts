import { describe, expect, it } from '@jest/globals';
import type { LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import { isLiving, mayBePaid, mayCommit } from '../contract/index.js';
import type { PartnerKind } from '../contract/index.js';
import type { PartnerEvent } from './partner.events.js';
import { partner } from './partner.js';

const given = specificationFor(partner);
const { at, today, by } = someone;
const day = (text: string) => text as LocalDate;
const [ada, bo] = ['person-ada', 'person-bo'] as [PersonRef, PersonRef];
const declaration = 'd'.repeat(64) as Sha256;
const plan = 'plan-00000000-0000-4000-8000-000000000001';

const registered = (kind: PartnerKind = 'municipality'): PartnerEvent => ({
  type: 'PartnerRegistered',
  data: { name: 'Comune di Milano', kind, territory: '015146', registeredAt: at },
});
const confirmed: PartnerEvent = { type: 'PartnerRegistrationConfirmed', data: { confirmedAt: at } };
const submitted = (until = '2030-12-31'): PartnerEvent => ({
  type: 'EligibilityEvidenceSubmitted',
  data: { documents: [declaration], until: day(until), submittedBy: bo, submittedAt: at },
});
const eligible = (until = '2030-12-31'): PartnerEvent => ({
  type: 'PartnerEligibilityConfirmed',
  data: { until: day(until), verifiedBy: ada, confirmedAt: at },
});
const numbered: PartnerEvent = {
  type: 'PartnerIdentifierRecorded',
  data: { kind: 'runtsNo', value: '12345', recordedOn: today },
};
const suspended: PartnerEvent = {
  type: 'PartnerSuspended',
  data: { suspendedBy: ada, suspendedAt: at },
};

describe('the details of a partner', () => {
  const update = (data: { name?: string; territory?: string }) =>
    ({ type: 'UpdatePartnerDetails', data }) as const;
  it('X-11: change where they differ, and only there', () =>
    given(registered())
      .when(update({ name: 'Città di Milano', territory: '015146' }))
      .then({ type: 'PartnerDetailsUpdated', data: { name: 'Città di Milano', updatedAt: at } }));
  it('X-11: do not change to what they are', () =>
    given(registered())
      .when(update({ name: 'Comune di Milano' }))
      .thenRefused('DetailsKnown'));
  it('X-11: are those of a partner that is there', () =>
    given()
      .when(update({ name: 'Comune di Milano' }))
      .thenRefused('OutOfTurn'));
  it('X-8: are content, which nobody overwrites unseen', () => {
    const updated = { type: 'PartnerDetailsUpdated', data: { updatedAt: at } } as const;
    expect(partner.isContent(updated)).toBe(true);
    expect(partner.isContent(confirmed)).toBe(false);
  });
});

describe('the kind of a partner', () => {
  const classify = (kind: PartnerKind) => ({ type: 'ClassifyPartner', data: { kind } }) as const;
  const classified = (kind: PartnerKind): PartnerEvent => ({
    type: 'PartnerClassified',
    data: { kind, classifiedAt: at },
  });
  it('X-11: may turn out to be another', () =>
    given(registered()).when(classify('municipalUnion')).then(classified('municipalUnion')));
  it('X-11: is not said twice', () =>
    given(registered()).when(classify('municipality')).thenRefused('KindKnown'));
  it('PA-3: of an eligible partner is not third-sector without a register number', () =>
    given(registered('migrantAssociation'), confirmed, submitted(), eligible())
      .when(classify('thirdSector'))
      .thenRefused('RegisterNumberMissing'));
  it('PA-3, X-11: of an eligible partner is third-sector with a register number', () =>
    given(registered('migrantAssociation'), confirmed, numbered, submitted(), eligible())
      .when(classify('thirdSector'))
      .then(classified('thirdSector')));
  it('PA-3, X-11: of a partner not verified yet is third-sector: its verification asks', () =>
    given(registered('migrantAssociation'), confirmed)
      .when(classify('thirdSector'))
      .then(classified('thirdSector')));
});

describe('the beneficial owners', () => {
  const record = (...owners: PersonRef[]) =>
    ({ type: 'RecordBeneficialOwners', data: { owners } }) as const;
  const recorded = (...owners: PersonRef[]): PartnerEvent => ({
    type: 'BeneficialOwnersRecorded',
    data: { owners, recordedOn: today },
  });
  it('X-9, X-11: are persons by reference, each once', () =>
    given(registered('company'))
      .when(record(bo, ada, bo))
      .then(recorded(ada, bo)));
  it('X-11: are not recorded twice the same', () =>
    given(registered('company'), recorded(ada, bo))
      .when(record(bo, ada))
      .thenRefused('OwnersKnown'));
  it('X-11: may be fewer than before', () =>
    given(registered('company'), recorded(ada, bo)).when(record(ada)).then(recorded(ada)));
});

describe('an interest of a person in a partner', () => {
  const declare = (person: PersonRef, matter?: string, ...documents: Sha256[]) =>
    ({
      type: 'DeclareInterest',
      data: { person, ...(matter && { matter }), grounds: { newId: 'i1', documents } },
    }) as const;
  const declared = (person: PersonRef, matter: string | null): PartnerEvent => ({
    type: 'InterestDeclared',
    data: { interest: 'i1', person, matter, declaration: [declaration], declaredAt: at },
  });
  it('X-7: is declared by a document, for a matter', () =>
    given(registered())
      .when(declare(ada, plan, declaration))
      .then(declared(ada, plan)));
  it('X-4: is not declared without a document', () =>
    given(registered()).when(declare(ada, plan)).thenRefused('DeclarationMissing'));
  it('X-7: is declared once for a person and a matter', () =>
    given(registered(), declared(ada, plan))
      .when(declare(ada, plan, declaration))
      .thenRefused('InterestKnown'));
  it('X-7: is declared for another matter, and by another person', () => {
    given(registered(), declared(ada, plan))
      .when(declare(ada, undefined, declaration))
      .then(declared(ada, null));
    given(registered(), declared(ada, plan))
      .when(declare(bo, plan, declaration))
      .then(declared(bo, plan));
  });
  const waiting = [registered(), confirmed, submitted()] as const;
  const verify = { type: 'VerifyEligibility', data: { confirmed: true } } as const;
  it('X-7: keeps its person from verifying the partner', () =>
    given(...waiting, declared(by.person, null))
      .when(verify)
      .thenRefused('Interested'));
  it('X-7, PA-2: in one matter keeps nobody from verifying the partner', () =>
    given(...waiting, declared(by.person, plan))
      .when(verify)
      .then({
        type: 'PartnerEligibilityConfirmed',
        data: { until: day('2030-12-31'), verifiedBy: by.person, confirmedAt: at },
      }));
});

describe('eligibility lapses', () => {
  const lapse = { type: 'LapseEligibility', data: {} } as const;
  const lapsed = (until: string): PartnerEvent => ({
    type: 'PartnerEligibilityLapsed',
    data: { until: day(until), lapsedAt: at },
  });
  it('PA-2, X-11: after its last day', () =>
    given(registered(), confirmed, eligible('2029-12-31')).when(lapse).then(lapsed('2029-12-31')));
  it('PA-2: not on its last day', () =>
    given(registered(), confirmed, eligible('2030-01-01'))
      .when(lapse)
      .thenRefused('EligibilityHolds'));
  it('PA-2: not when it was renewed in the meantime', () =>
    given(registered(), confirmed, eligible('2029-12-31'), eligible('2030-12-31'))
      .when(lapse)
      .thenRefused('EligibilityHolds'));
  it('X-11: once', () =>
    given(registered(), confirmed, eligible('2029-12-31'), lapsed('2029-12-31'))
      .when(lapse)
      .thenRefused('EligibilityLapsed'));
  it('PA-2, X-11: and a suspended partner is then reinstated without it', () => {
    const history = [registered(), confirmed, eligible('2029-12-31'), suspended];
    given(...history)
      .when(lapse)
      .then(lapsed('2029-12-31'));
    const reinstated = {
      type: 'PartnerReinstated',
      data: { reinstatedBy: by.person, reinstatedAt: at },
    } as const;
    const state = [...history, lapsed('2029-12-31'), reinstated].reduce<typeof partner.initial>(
      partner.evolve,
      partner.initial,
    );
    expect(state.status).toBe('Registered');
  });
});

describe('what a state means to others', () => {
  it('PA-8: a suspended partner takes on nothing and is paid nothing, but still has to report', () => {
    expect(mayCommit('Suspended')).toBe(false);
    expect(mayBePaid('Suspended')).toBe(false);
    expect(isLiving('Suspended')).toBe(true);
    expect(mayCommit('Eligible')).toBe(true);
    expect(mayBePaid('Eligible')).toBe(true);
  });
  it('PA-6: one that is leaving is paid what it is owed, and takes on nothing', () => {
    expect(mayBePaid('Withdrawing')).toBe(true);
    expect(mayCommit('Withdrawing')).toBe(false);
    expect(mayBePaid('Withdrawn')).toBe(false);
  });
});
