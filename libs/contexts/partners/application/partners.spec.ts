import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PartnerId } from '../contract/index.js';
import { House, partnerId, uuid } from '../test/house.js';

const [milan, twin] = [partnerId(1), partnerId(2)];
const person = `person-${uuid(7)}` as PersonRef;
const document = { sha256: 'a'.repeat(64) as Sha256 };
const register = (taxCode?: string) => ({
  type: 'RegisterPartner',
  data: { name: 'Comune di Milano', kind: 'municipality', ...(taxCode && { taxCode }) },
});
const appoint = {
  type: 'AppointLegalRepresentative',
  data: { person, from: '2030-01-01', until: '2030-06-30' },
};

let house: House;
beforeEach(() => {
  house = new House();
});

describe('the registration of a partner', () => {
  it('PA-1: ends with the partner, when nobody holds its tax code', async () => {
    await house.send(milan, register('01199250158'));
    expect(await house.partners.standing(milan as PartnerId)).toMatchObject({
      status: 'Candidate',
    });
    expect(await house.followRegistration(milan)).toBe(true);
    expect(await house.partners.standing(milan as PartnerId)).toMatchObject({
      ...{ id: milan, kind: 'municipality', isPublic: true, status: 'Registered' },
      ...{ eligibleUntil: null, registerNo: null, representations: [] },
      basis: { stream: milan, revision: 1 },
    });
  });

  it('PA-1: ends with one partner of two that come with one code at once', async () => {
    await house.send(milan, register('01199250158'));
    expect(await house.send(twin, register('01199250158'))).toMatchObject({ outcome: 'accepted' });
    expect(await house.followRegistration(twin)).toBe(true);
    expect(await house.followRegistration(milan)).toBe(true);
    expect(await house.partners.standing(twin as PartnerId)).toMatchObject({
      status: 'Registered',
    });
    const [, last] = await house.events(milan);
    expect(last).toMatchObject({ type: 'PartnerRegistrationRefused', data: { heldBy: twin } });
  });

  it('PA-1: is refused at once, when the code is known to be held', async () => {
    await house.send(milan, register('01199250158'));
    await house.followRegistration(milan);
    expect(await house.send(twin, register('01199250158'))).toMatchObject({
      refusal: { rule: 'PA-1', code: 'TaxCodeHeld', details: { heldBy: milan } },
    });
    expect(await house.events(twin)).toStrictEqual([]);
    expect(await house.send(twin, register('80012345678'))).toMatchObject({ outcome: 'accepted' });
  });

  it('needs no claim, where there is no code', async () => {
    await house.send(milan, register());
    expect(await house.followRegistration(milan)).toBe(true);
    expect((await house.events(milan)).map(({ type }) => type)).toStrictEqual([
      'PartnerRegistered',
      'PartnerRegistrationConfirmed',
    ]);
  });

  it('X-9, PA-1: leaves no tax code of a person in the log, however it is written', async () => {
    await house.send(milan, register('RSSMRA80A01F205X'));
    await house.followRegistration(milan);
    const log = [];
    for await (const event of house.store.readAll()) log.push(event);
    expect(log).toHaveLength(3);
    expect(JSON.stringify(log).toUpperCase()).not.toContain('RSSMRA80A01F205X');
    expect(await house.send(twin, register('rssmra80a01f205x'))).toMatchObject({
      refusal: { code: 'TaxCodeHeld' },
    });
  });
});

describe('the commands of a partner', () => {
  beforeEach(async () => {
    await house.send(milan, register());
  });

  it('X-4: take the evidence from the documents that come with them', async () => {
    const submit = { type: 'SubmitEligibilityEvidence', data: { until: '2030-12-31' } };
    expect(await house.send(milan, submit)).toMatchObject({
      refusal: { code: 'DocumentsMissing' },
    });
    await house.send(milan, submit, { documents: [document] });
    const [, submitted] = await house.events(milan);
    expect(submitted).toMatchObject({ data: { documents: [document.sha256] } });
  });

  it('answer the id of a new representation, the same to a repeat', async () => {
    const about = { commandId: uuid(500) };
    const first = await house.send(milan, appoint, about);
    const { newId } = first.outcome === 'accepted' ? first.result : {};
    expect(newId).toMatch(/^[0-9a-f-]{36}$/);
    expect(await house.send(milan, appoint, about)).toMatchObject({
      result: { newId },
      receipt: { repeated: true },
    });
    expect(await house.events(milan)).toHaveLength(2);
  });

  it('X-12: find no partner where there is none', async () => {
    expect(await house.send(twin, appoint)).toMatchObject({ refusal: { rule: 'X-12' } });
    expect(await house.partners.standing(twin as PartnerId)).toBeNull();
  });
});

describe('a mandate of a partner', () => {
  const mandateOf = (answer: { readonly result?: object }) => {
    const { newId } = answer.result as { newId: string };
    return `${milan}#${newId}` as MandateRef;
  };

  it('X-3: holds from the registration on, in its bounds', async () => {
    await house.send(milan, register());
    const ref = mandateOf((await house.send(milan, appoint)) as object);
    expect(await house.mandates.find(ref)).toBeNull();
    await house.followRegistration(milan);
    expect(await house.mandates.find(ref)).toStrictEqual({
      ...{ ref, person, organisation: milan, kind: 'legalRepresentative' },
      ...{ from: '2030-01-01', until: '2030-06-30', basis: { stream: milan, revision: 2 } },
    });
    const end = { representation: ref.slice(ref.indexOf('#') + 1), on: '2030-02-28' };
    await house.send(milan, { type: 'EndLegalRepresentation', data: end });
    expect(await house.mandates.find(ref)).toMatchObject({ until: '2030-02-28' });
  });

  it('X-3: is none, where the partner or the representation is not there', async () => {
    await house.send(milan, register());
    await house.followRegistration(milan);
    expect(await house.mandates.find(`${milan}#${uuid(9)}` as MandateRef)).toBeNull();
    expect(await house.mandates.find(`${twin}#${uuid(9)}` as MandateRef)).toBeNull();
  });
});
