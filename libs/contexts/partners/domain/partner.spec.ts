import { describe, it } from '@jest/globals';
import type { LocalDate, PersonRef, Sha256 } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { PartnerId, PartnerKind } from '../contract/index.js';
import type { PartnerEvent } from './partner.events.js';
import { partner } from './partner.js';

const given = specificationFor(partner);
const { at, today, by } = someone;
const day = (text: string) => text as LocalDate;
const verifier = { ...by, person: 'person-00000000-0000-4000-8000-000000000002' as PersonRef };
const other = 'partner-00000000-0000-4000-8000-000000000009' as PartnerId;
const [act, statute] = ['a'.repeat(64), 'b'.repeat(64)] as [Sha256, Sha256];
const taxCodeHmac = 'c'.repeat(64);

const register = (
  more: { kind?: PartnerKind; taxCode?: string },
  grounds: { taxCodeHmac: string | null; heldBy: PartnerId | null },
) =>
  ({
    type: 'RegisterPartner',
    data: { name: 'Comune di Milano', kind: 'municipality', ...more, grounds },
  }) as const;
const registered = (kind: PartnerKind = 'municipality'): PartnerEvent => ({
  type: 'PartnerRegistered',
  data: { name: 'Comune di Milano', kind, registeredAt: at },
});
const confirmed: PartnerEvent = {
  type: 'PartnerRegistrationConfirmed',
  data: { confirmedAt: at },
};
const refused: PartnerEvent = {
  type: 'PartnerRegistrationRefused',
  data: { heldBy: other, refusedAt: at },
};
const submitted = (until = '2030-12-31', submittedBy = by.person): PartnerEvent => ({
  type: 'EligibilityEvidenceSubmitted',
  data: { documents: [act], until: day(until), submittedBy, submittedAt: at },
});
const eligible = (until = '2030-12-31'): PartnerEvent => ({
  type: 'PartnerEligibilityConfirmed',
  data: { until: day(until), verifiedBy: verifier.person, confirmedAt: at },
});
const recorded = (value: string): PartnerEvent => ({
  type: 'PartnerIdentifierRecorded',
  data: { kind: 'runtsNo', value, recordedOn: today },
});

describe('a partner is registered', () => {
  it('X-11: as a candidate, without a tax code where it has none', () =>
    given()
      .when(register({}, { taxCodeHmac: null, heldBy: null }))
      .then(registered()));
  it('X-9, X-11: with the tax code of an organisation as it is', () => {
    const data = { name: 'Comune di Milano', kind: 'municipality' } as const;
    given()
      .when(register({ taxCode: '01199250158' }, { taxCodeHmac, heldBy: null }))
      .then({
        type: 'PartnerRegistered',
        data: { ...data, taxCode: '01199250158', taxCodeHmac, registeredAt: at },
      });
  });
  it('X-9, X-11: with a tax code that is a person’s as its HMAC only', () => {
    const data = { name: 'Comune di Milano', kind: 'other' } as const;
    given()
      .when(register({ kind: 'other', taxCode: 'RSSMRA80A01F205X' }, { taxCodeHmac, heldBy: null }))
      .then({ type: 'PartnerRegistered', data: { ...data, taxCodeHmac, registeredAt: at } });
  });
  it('PA-1: not with a tax code that another partner holds', () =>
    given()
      .when(register({ taxCode: '01199250158' }, { taxCodeHmac, heldBy: other }))
      .thenRefused('TaxCodeHeld'));
  it('X-11: once', () =>
    given(registered())
      .when(register({}, { taxCodeHmac: null, heldBy: null }))
      .thenRefused('OutOfTurn'));
});

describe('the registration of a candidate', () => {
  const confirm = { type: 'ConfirmRegistration', data: {} } as const;
  const refuse = { type: 'RefuseRegistration', data: { heldBy: other } } as const;
  it('PA-1, X-11: is confirmed when its tax code is its own', () =>
    given(registered()).when(confirm).then(confirmed));
  it('PA-1, X-11: is refused when it is another’s', () =>
    given(registered()).when(refuse).then(refused));
  it('X-11: is not confirmed before there is one', () =>
    given().when(confirm).thenRefused('OutOfTurn'));
  it('X-11: is not refused after it was confirmed', () =>
    given(registered(), confirmed).when(refuse).thenRefused('OutOfTurn'));
  it('X-11: is over when it was refused', () =>
    given(registered(), refused)
      .when({ type: 'RecordIdentifier', data: { kind: 'runtsNo', value: '12345' } })
      .thenRefused('OutOfTurn'));
});

describe('an identifier', () => {
  const record = (value: string) =>
    ({ type: 'RecordIdentifier', data: { kind: 'runtsNo', value } }) as const;
  it('X-11: is recorded', () => given(registered()).when(record('12345')).then(recorded('12345')));
  it('X-11: is corrected by another one', () =>
    given(registered(), recorded('12345')).when(record('12346')).then(recorded('12346')));
  it('X-11: is not recorded twice', () =>
    given(registered(), recorded('12345')).when(record('12345')).thenRefused('IdentifierKnown'));
});

describe('evidence of eligibility', () => {
  const submit = (until: string, ...documents: Sha256[]) =>
    ({
      type: 'SubmitEligibilityEvidence',
      data: { until: day(until), grounds: { documents } },
    }) as const;
  it('X-11: is submitted, each document once', () =>
    given(registered())
      .when(submit('2030-12-31', act, act))
      .then(submitted()));
  it('X-4: is documents', () =>
    given(registered()).when(submit('2030-12-31')).thenRefused('DocumentsMissing'));
  it('PA-2, X-11: is valid today', () => {
    given(registered()).when(submit('2029-12-31', act)).thenRefused('EvidenceOver');
    given(registered()).when(submit('2030-01-01', act)).then(submitted('2030-01-01'));
  });
  it('X-11: is not submitted twice the same', () =>
    given(registered(), submitted())
      .when(submit('2030-12-31', act))
      .thenRefused('EvidenceRepeated'));
  it('X-11: may take the place of evidence not verified yet', () =>
    given(registered(), submitted())
      .when(submit('2030-12-31', act, statute))
      .then({
        type: 'EligibilityEvidenceSubmitted',
        data: {
          ...{ documents: [act, statute], until: day('2030-12-31') },
          ...{ submittedBy: by.person, submittedAt: at },
        },
      }));
  it('X-11: may be renewed by an eligible partner', () =>
    given(registered(), confirmed, submitted('2030-06-30'), eligible('2030-06-30'))
      .when(submit('2030-12-31', act))
      .then(submitted()));
});

describe('eligibility is verified', () => {
  const verify = (data: { confirmed: boolean; until?: LocalDate }) =>
    ({ type: 'VerifyEligibility', data, by: verifier }) as const;
  const waiting = [registered(), confirmed, submitted()] as const;
  it('PA-2: for as long as its evidence', () =>
    given(...waiting)
      .when(verify({ confirmed: true }))
      .then(eligible()));
  it('PA-2: for a shorter time', () =>
    given(...waiting)
      .when(verify({ confirmed: true, until: day('2030-06-30') }))
      .then(eligible('2030-06-30')));
  it('PA-2: not for a longer time', () =>
    given(...waiting)
      .when(verify({ confirmed: true, until: day('2031-01-01') }))
      .thenRefused('BeyondEvidence'));
  it('PA-2: not for a time that is over', () =>
    given(...waiting)
      .when(verify({ confirmed: true, until: day('2029-12-31') }))
      .thenRefused('EligibilityOver'));
  it('PA-2: not on evidence that is over by now', () =>
    given(registered(), confirmed, submitted('2029-12-31'))
      .when(verify({ confirmed: true }))
      .thenRefused('EvidenceOver'));
  it('PA-2: not without evidence', () =>
    given(registered(), confirmed)
      .when(verify({ confirmed: true }))
      .thenRefused('NoEvidence'));
  it('PA-2: not twice on the same evidence', () =>
    given(...waiting, eligible())
      .when(verify({ confirmed: true }))
      .thenRefused('NoEvidence'));
  it('PA-2: with a no, after which new evidence is needed', () => {
    const data = { verifiedBy: verifier.person, rejectedAt: at };
    given(...waiting)
      .when(verify({ confirmed: false }))
      .then({ type: 'PartnerEligibilityRejected', data });
    given(...waiting, { type: 'PartnerEligibilityRejected', data })
      .when(verify({ confirmed: true }))
      .thenRefused('NoEvidence');
  });
  it('X-5: not by who submitted the evidence', () =>
    given(...waiting)
      .when({ ...verify({ confirmed: true }), by })
      .thenRefused('OwnEvidence'));
  it('X-11: not while its registration waits', () =>
    given(registered(), submitted())
      .when(verify({ confirmed: true }))
      .thenRefused('OutOfTurn'));
  it('PA-3: not of a third-sector entity without its register number', () =>
    given(registered('thirdSector'), confirmed, submitted())
      .when(verify({ confirmed: true }))
      .thenRefused('RegisterNumberMissing'));
  it('PA-3, PA-2: of a third-sector entity with its register number', () =>
    given(registered('thirdSector'), confirmed, recorded('12345'), submitted())
      .when(verify({ confirmed: true }))
      .then(eligible()));
  it('PA-3, PA-2: of a migrant association without a register number', () =>
    given(registered('migrantAssociation'), confirmed, submitted())
      .when(verify({ confirmed: true }))
      .then(eligible()));
});
