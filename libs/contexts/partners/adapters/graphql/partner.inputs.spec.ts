import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { RecordIdentifierInput, RegisterPartnerInput } from './partner.inputs.js';
import {
  DeclareInterestInput,
  RecordBeneficialOwnersInput,
  UpdatePartnerDetailsInput,
} from './standing.inputs.js';

const partner = 'partner-00000000-0000-4000-8000-000000000001';

/** The fields with a bad form. */
function bad(input: object, fields: object): string[] {
  return validateSync(Object.assign(input, fields)).map(({ property }) => property);
}
const registering = (fields: object) =>
  bad(new RegisterPartnerInput(), { name: 'Comune di Milano', kind: 'municipality', ...fields });
const recording = (kind: string, value: string) =>
  bad(new RecordIdentifierInput(), { partner, kind, value });

describe('the form of a registration', () => {
  it('takes a tax code of eleven digits or of sixteen letters and digits', () => {
    expect(registering({ taxCode: '01199250158' })).toStrictEqual([]);
    expect(registering({ taxCode: 'RSSMRA80A01F205X' })).toStrictEqual([]);
    expect(registering({ taxCode: 'RSS1RA80A01F205X' })).toStrictEqual(['taxCode']);
    expect(registering({ taxCode: '0119925015' })).toStrictEqual(['taxCode']);
    expect(registering({ taxCode: 'IT01199250158' })).toStrictEqual(['taxCode']);
  });

  it('takes a NUTS or an ISTAT code as territory', () => {
    for (const territory of ['IT', 'ITC4C', '015', '015146']) {
      expect(registering({ territory })).toStrictEqual([]);
    }
    for (const territory of ['FR101', '15', '0151', 'ITC4C1', 'itc4']) {
      expect(registering({ territory })).toStrictEqual(['territory']);
    }
  });

  it('takes a name of at most 200 signs', () => {
    expect(registering({ name: 'x'.repeat(200) })).toStrictEqual([]);
    expect(registering({ name: 'x'.repeat(201) })).toStrictEqual(['name']);
    expect(registering({ name: '' })).toStrictEqual(['name']);
  });
});

describe('the form of an identifier', () => {
  it('is that of its register', () => {
    expect(recording('ipaCode', 'r_lombar')).toStrictEqual([]);
    expect(recording('ipaCode', 'r lombar')).toStrictEqual(['value']);
    expect(recording('runtsNo', '12345')).toStrictEqual([]);
    expect(recording('runtsNo', 'RUNTS 12345')).toStrictEqual(['value']);
    expect(recording('schoolCode', 'MIIC8AB00X')).toStrictEqual([]);
    expect(recording('schoolCode', 'MIIC8AB')).toStrictEqual(['value']);
    expect(recording('vat', '01199250158')).toStrictEqual([]);
    expect(recording('vat', '0119925015X')).toStrictEqual(['value']);
  });
});

describe('the form of what is said later', () => {
  it('takes details of a name and a place', () => {
    const updating = (fields: object) =>
      bad(new UpdatePartnerDetailsInput(), { partner, ...fields });
    expect(updating({ name: 'Città di Milano', seenRevision: 3 })).toStrictEqual([]);
    expect(updating({ territory: 'Milano', seenRevision: 3 })).toStrictEqual(['territory']);
  });

  it('takes references of persons as owners, and none at all', () => {
    const recordingOwners = (...owners: string[]) =>
      bad(new RecordBeneficialOwnersInput(), { partner, owners });
    expect(recordingOwners()).toStrictEqual([]);
    expect(recordingOwners('person-00000000-0000-4000-8000-000000000001')).toStrictEqual([]);
    expect(recordingOwners('Ada Rossi')).toStrictEqual(['owners']);
  });

  it('takes the id of an object as the matter of an interest', () => {
    const person = 'person-00000000-0000-4000-8000-000000000001';
    const declaring = (matter?: string) =>
      bad(new DeclareInterestInput(), { partner, person, matter });
    expect(declaring()).toStrictEqual([]);
    expect(declaring('plan-00000000-0000-4000-8000-000000000001')).toStrictEqual([]);
    expect(declaring('his cousin')).toStrictEqual(['matter']);
  });
});
