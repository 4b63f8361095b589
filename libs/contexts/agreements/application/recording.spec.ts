import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '@tavolo/command';
import type { MandateRef, Sha256 } from '@tavolo/kernel';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import type { AgreementId } from '../contract/index.js';
import { agreementId, clause, day, entry, mandate, personRef } from '../test/examples.js';
import { region, stranger, town } from '../test/examples.js';
import { World } from '../test/world.js';
import { completionProcess } from './completion.process.js';
import { reservationProcess } from './reservation.process.js';

const [above, below, beside] = [1, 2, 3].map(agreementId) as [
  AgreementId,
  AgreementId,
  AgreementId,
];
const founder = 'instance-tavolo#founder' as MandateRef;
const by = { person: personRef(1), mandate: founder, organisation: null };

let world: World;
let pdf: Sha256;

const partner = (id: PartnerId): PartnerStanding => ({
  ...{ id, kind: 'municipality', status: 'Eligible', isPublic: true, registerNo: null },
  eligibleUntil: day('2030-12-31'),
  representations: [mandate],
  basis: { stream: id, revision: 7 },
});

beforeEach(async () => {
  world = new World();
  world.partners.known.set(region, partner(region)).set(town, partner(town));
  world.mandates.register({
    category: 'instance',
    find: (ref) =>
      Promise.resolve({
        ...{ ref, person: by.person, organisation: null, kind: 'founder', until: null },
        ...{ from: day('2020-01-01'), basis: { stream: 'instance-tavolo', revision: 0 } },
      }),
  });
  pdf = await world.upload('accordo');
  world.run(reservationProcess, completionProcess);
});
afterEach(async () => {
  await world.stop();
  expect(world.troubles).toStrictEqual([]);
});

function record(id: AgreementId, change: object = {}, cents = 100_00): Promise<Answer> {
  const party = (of: PartnerId) => ({
    ...{ partner: of, shareCents: cents / 2, role: 'partner' },
    approval: { act: pdf, date: '2029-12-01', body: 'Giunta' },
    signature: {
      ...{ signatory: personRef(1), level: 'digital', signedOn: '2029-12-20' },
      ...{ container: pdf, report: pdf },
    },
  });
  const data = {
    ...{ kind: 'partnershipAgreement', title: 'Accordo', totalCents: cents, ...entry },
    ...{ start: '2029-01-01', end: '2031-12-31', textSha256: pdf },
    ...{ parties: [party(region), party(town)], ...change },
  };
  const asked = { type: 'RecordExistingAgreement', data };
  return world.command(id, asked, { by, effectiveOn: day('2029-12-22') });
}

const codeOf = (answer: Answer) =>
  answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
const number = (protocolNo: string) => ({ protocolNo });
const statusOf = async (id: AgreementId) => {
  await world.settled();
  return (await world.agreements.standing(id))?.status;
};
const convention = { kind: 'implementingConvention', waivers: [] as object[] };

describe('an agreement that was signed elsewhere', () => {
  it('comes into force by its processes, with the effect that was recorded', async () => {
    expect(codeOf(await record(above))).toBe('accepted');
    expect(await statusOf(above)).toBe('InForce');
    expect(await world.types(above)).toStrictEqual([
      ...['ExistingAgreementRecorded', 'AgreementRegistrationProposed'],
      ...['AgreementRegistered', 'AgreementEnteredIntoForce'],
    ]);
    const standing = await world.agreements.standing(above);
    expect(standing).toMatchObject({ inForceFrom: '2029-12-22', textSha256: pdf, version: 1 });
  });
  it('names every stream that it rests on', async () => {
    await record(above);
    const [first] = await world.events(above);
    const bases = first?.meta.basis?.map(({ stream }) => stream);
    expect(bases).toStrictEqual([region, town]);
  });
  it('X-6: is refused where a document was not uploaded, and X-12 where a party is unknown', async () => {
    const missing = { textSha256: 'f'.repeat(64) };
    expect(codeOf(await record(above, missing))).toBe('DocumentUnknown');
    expect(codeOf(await record(above, { register: stranger }))).toBe('UnknownObject');
  });
  it('A-7: has a number that no other has', async () => {
    await record(above);
    await world.settled();
    expect(codeOf(await record(beside))).toBe('ExistingNumberTaken');
    expect(codeOf(await record(beside, number('4712/2029')))).toBe('accepted');
  });
  it('A-7: waits for another number where two were recorded at once', async () => {
    await Promise.all([record(above), record(beside)]);
    await world.settled();
    const statuses = [await statusOf(above), await statusOf(beside)];
    expect(statuses.toSorted()).toStrictEqual(['FullySigned', 'InForce']);
    const waiting = statuses[0] === 'InForce' ? beside : above;
    const data = { ...entry, protocolNo: '4713/2029' };
    expect(codeOf(await world.command(waiting, { type: 'RegisterAgreement', data }))).toBe(
      'accepted',
    );
    expect(await statusOf(waiting)).toBe('InForce');
  });
  it('A-8: takes its part of the parent, which was signed elsewhere too', async () => {
    const act = { act: pdf };
    const child = { ...convention, waivers: [{ rule: 'A-9', ...act }], parent: above };
    await record(above);
    expect(codeOf(await record(below, { ...child, ...number('2') }, 60_00))).toBe('accepted');
    expect(await statusOf(below)).toBe('InForce');
    expect(codeOf(await record(beside, { ...child, ...number('3') }, 40_02))).toBe(
      'ChildOverParent',
    );
    expect(codeOf(await record(beside, { ...child, ...number('3') }, 40_00))).toBe('accepted');
    expect(await statusOf(beside)).toBe('InForce');
  });
  it('A-8: is recorded in vain where another child was faster', async () => {
    const child = { ...convention, waivers: [{ rule: 'A-9', act: pdf }], parent: above };
    await record(above);
    await world.settled();
    await Promise.all([
      record(below, { ...child, ...number('2') }, 60_00),
      record(beside, { ...child, ...number('3') }, 60_00),
    ]);
    await world.settled();
    const statuses = [await statusOf(below), await statusOf(beside)];
    expect(statuses.toSorted()).toStrictEqual(['InForce', 'Withdrawn']);
  });
  it('A-11: goes on like any other: it is amended', async () => {
    await record(above);
    await world.settled();
    const say = (type: string, data: object) => world.command(above, { type, data }, { by });
    const change = { clauses: [{ ...clause }] };
    const proposed = await say('ProposeAmendment', { amends: 1, change });
    const { newId } = proposed.outcome === 'accepted' ? proposed.result : {};
    const of = { amendment: newId };
    await say('SubmitForReview', of);
    expect(codeOf(await say('FreezeText', of))).toBe('accepted');
  });
});
