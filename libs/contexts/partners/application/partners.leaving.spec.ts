import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Cents, LocalDate, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PartnerId } from '../contract/index.js';
import { House, partnerId, uuid } from '../test/house.js';

const [milan, union] = [partnerId(1) as PartnerId, partnerId(2) as PartnerId];
const [ada, bo] = [`person-${uuid(1)}`, `person-${uuid(2)}`] as [PersonRef, PersonRef];
const documents = [{ sha256: 'a'.repeat(64) as Sha256 }];
const as = (person: PersonRef, organisation: PartnerId | null = null) => ({
  by: { person, mandate: null, organisation },
});
const ledger = { stream: 'ledger-1', revision: 7 };

let house: House;
const register = async (partner: string, taxCode: string) => {
  const data = { name: 'Comune', kind: 'municipality', taxCode };
  await house.send(partner, { type: 'RegisterPartner', data });
  await house.followRegistration(partner);
};
const give = (type: string, data: object = {}, about: object = {}) =>
  house.send(milan, { type, data }, about);
const statusOf = async (partner: PartnerId) => (await house.partners.standing(partner))?.status;

beforeEach(async () => {
  house = new House();
  await register(milan, '01199250158');
  await register(union, '80012345678');
});

describe('a partner leaves', () => {
  it('PA-6: only with what the commitments say is settled, and names them as the basis', async () => {
    await give('RequestWithdrawal', {}, as(ada));
    const open = { openCents: 5 as Cents, unreportedAdvanceCents: 0 as Cents, basis: ledger };
    house.commitments.open.set(milan, open);
    expect(await give('ConfirmWithdrawal', {}, as(bo))).toMatchObject({
      refusal: { rule: 'PA-6', details: { openCents: 5 } },
    });
    house.commitments.open.set(milan, { ...open, openCents: 0 as Cents, basis: [ledger] });
    expect(await give('ConfirmWithdrawal', {}, as(bo))).toMatchObject({ outcome: 'accepted' });
    const last = (await house.events(milan)).at(-1);
    expect(last?.meta.basis).toStrictEqual([ledger]);
  });

  it('PA-4: and its legal representative not while an agreement is in force, which is the basis', async () => {
    const appoint = { person: ada, from: '2029-01-01' };
    const answer = await give('AppointLegalRepresentative', appoint);
    const { newId: representation } = (answer as unknown as { result: { newId: string } }).result;
    const end = { representation, on: '2030-01-31' };
    house.agreements.inForce.push({ agreement: 'agreement-1', until: '2030-12-31' as LocalDate });
    expect(await give('EndLegalRepresentation', end)).toMatchObject({
      refusal: { rule: 'PA-4', details: { agreement: 'agreement-1' } },
    });
    const replaced = await give('EndLegalRepresentation', { ...end, successor: bo });
    expect(replaced).toMatchObject({ outcome: 'accepted' });
    const last = (await house.events(milan)).at(-1);
    expect(last).toMatchObject({
      ...{ type: 'LegalRepresentativeAppointed', data: { person: bo, from: '2030-02-01' } },
      meta: { basis: [{ stream: 'agreement-1', revision: 9 }] },
    });
  });

  it('PA-1: and its tax code may be another’s', async () => {
    await give('RequestWithdrawal', {}, as(ada));
    await give('ConfirmWithdrawal', {}, as(bo));
    expect(await house.followRelease(milan)).toBe(true);
    await register(partnerId(3), '01199250158');
    expect(await statusOf(partnerId(3) as PartnerId)).toBe('Registered');
  });

  it('PA-1: but not the tax code of a partner that was excluded', async () => {
    await give('OpenExclusion', { replyUntil: '2030-01-20' }, { ...as(ada), documents });
    await give('AnswerExclusion', {}, { ...as(bo, milan), documents });
    const about = { ...as(bo), documents, reasonRef: 'text-1' };
    expect(await give('ExcludePartner', {}, about)).toMatchObject({ outcome: 'accepted' });
    expect(await statusOf(milan)).toBe('Excluded');
    expect(await house.followRelease(milan)).toBe(false);
    const data = { name: 'Comune', kind: 'municipality', taxCode: '01199250158' };
    expect(await house.send(partnerId(3), { type: 'RegisterPartner', data })).toMatchObject({
      refusal: { code: 'TaxCodeHeld', details: { heldBy: milan } },
    });
  });

  it('PA-7: replies for itself only, and is excluded with a reason only', async () => {
    await give('OpenExclusion', { replyUntil: '2030-01-20' }, { ...as(ada), documents });
    expect(await give('AnswerExclusion', {}, { ...as(bo, union), documents })).toMatchObject({
      refusal: { code: 'ReplyOfAnother' },
    });
    await give('AnswerExclusion', {}, { ...as(bo, milan), documents });
    expect(await give('ExcludePartner', {}, { ...as(bo), documents })).toMatchObject({
      refusal: { code: 'DecisionNotReasoned' },
    });
  });
});

describe('another partner stands in the place of one', () => {
  it('PA-9, X-12: that is there and active, as its own stream says', async () => {
    const succeed = (successor: string) =>
      give('RecordSuccession', { successor, on: '2030-01-01' });
    expect(await succeed(partnerId(9))).toMatchObject({ refusal: { rule: 'X-12' } });
    expect(await succeed(milan)).toMatchObject({ refusal: { code: 'SucceedsItself' } });
    expect(await succeed(union)).toMatchObject({ outcome: 'accepted' });
    const last = (await house.events(milan)).at(-1);
    expect(last?.meta.basis).toStrictEqual([{ stream: union, revision: 1 }]);
    expect(await house.partners.standing(milan)).toMatchObject({
      ...{ status: 'Succeeded', successor: union },
    });
  });

  it('PA-1: that it is a duplicate of, and its tax code is free again', async () => {
    expect(await give('MarkDuplicate', { of: union })).toMatchObject({ outcome: 'accepted' });
    expect(await house.followRelease(milan)).toBe(true);
    await register(partnerId(3), '01199250158');
    expect(await statusOf(partnerId(3) as PartnerId)).toBe('Registered');
  });
});

describe('a mandate of a partner', () => {
  it('X-3: ends with it, and not with its suspension', async () => {
    const data = { person: bo, from: '2030-01-01' };
    const answer = await give('AppointLegalRepresentative', data);
    const { newId } = (answer as unknown as { result: { newId: string } }).result;
    const ref = `${milan}#${newId}` as MandateRef;
    await give('SubmitEligibilityEvidence', { until: '2030-12-31' }, { ...as(ada), documents });
    await give('VerifyEligibility', { confirmed: true }, as(bo));
    await give('SuspendPartner', {}, as(bo));
    expect(await statusOf(milan)).toBe('Suspended');
    expect(await house.mandates.find(ref)).toMatchObject({ person: bo });
    await give('RecordDissolution', { on: '2030-01-01' });
    expect(await house.mandates.find(ref)).toBeNull();
  });

  it('PA-6: that its exclusion is being decided is part of what others may rely on', async () => {
    const isOpen = async () => (await house.partners.standing(milan))?.isExclusionOpen;
    await give('SubmitEligibilityEvidence', { until: '2030-12-31' }, { ...as(ada), documents });
    await give('VerifyEligibility', { confirmed: true }, as(bo));
    expect(await isOpen()).toBe(false);
    const notice = { replyUntil: '2030-02-01' };
    const opened = await give('OpenExclusion', notice, { ...as(ada), documents });
    expect(opened).toMatchObject({ outcome: 'accepted' });
    expect(await isOpen()).toBe(true);
    await give('DropExclusion', {}, as(bo));
    expect(await isOpen()).toBe(false);
  });

  it('X-7: a declared interest is part of what others may rely on', async () => {
    const answer = await give('DeclareInterest', { person: bo }, { documents });
    expect(answer).toMatchObject({ outcome: 'accepted' });
    expect(await house.partners.standing(milan)).toMatchObject({
      interests: [{ person: bo, matter: null }],
    });
  });
});
