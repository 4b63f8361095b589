import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '@tavolo/command';
import type { Instant, Sha256 } from '@tavolo/kernel';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import type { AgreementId, AgreementStanding } from '../contract/index.js';
import { agreementId, cents, clause, condition, day, entry, hash } from '../test/examples.js';
import { mandate, network, parent, region, signature, stranger, town } from '../test/examples.js';
import { World } from '../test/world.js';
import { completionProcess } from './completion.process.js';
import { reservationProcess } from './reservation.process.js';

const kind = 'partnershipAgreement';
const terms = { kind, title: 'Accordo', start: '2029-01-01', end: '2031-12-31' };
const subject = 'CN=Ada Rossi';

let world: World;
let act: Sha256;

const partner = (id: PartnerId, change: Partial<PartnerStanding> = {}): PartnerStanding => ({
  ...{ id, kind: 'municipality', status: 'Eligible', isPublic: true, registerNo: null },
  eligibleUntil: day('2030-12-31'),
  representations: [mandate],
  basis: { stream: id, revision: 7 },
  ...change,
});

const told = (answer: Answer) => {
  if (answer.outcome === 'refused') throw new Error(answer.refusal.en);
  return answer;
};
const codeOf = (answer: Answer) =>
  answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
const standing = async (id: AgreementId): Promise<AgreementStanding> => {
  const found = await world.agreements.standing(id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};
const say = (id: AgreementId, type: string, data: object = {}) => world.command(id, { type, data });

/** Drafted, with two parties and a text, and in review. */
async function reviewed(id: AgreementId, data: object = {}): Promise<void> {
  const totalCents = (data as { totalCents?: number }).totalCents ?? 100_00;
  told(await say(id, 'DraftAgreement', { ...terms, totalCents, ...data }));
  for (const [who, role] of [
    [region, 'lead'],
    [town, 'partner'],
  ] as const) {
    const party = { partner: who, shareCents: totalCents / 2, role };
    told(await say(id, 'AddParty', party));
  }
  told(await say(id, 'ReviseText', { clauses: [clause] }));
  told(await say(id, 'SubmitForReview'));
}

async function opened(id: AgreementId, data: object = {}): Promise<Sha256> {
  await reviewed(id, data);
  told(await say(id, 'FreezeText'));
  const textSha256 = (await standing(id)).textSha256 ?? hash(0);
  for (const party of [region, town]) {
    const approval = { party, textSha256, act, date: '2029-12-01', body: 'Giunta' };
    told(await say(id, 'RecordPartyApproval', approval));
  }
  told(await say(id, 'OpenForSignature', { textSha256 }));
  return textSha256;
}

function sign(id: AgreementId, party: PartnerId, change: object = {}): Promise<Answer> {
  const { level } = signature;
  const given = { party, level, signedAt: world.clock.at, container: act, report: act };
  return say(id, 'SignAgreement', { ...given, ...change });
}

async function signed(id: AgreementId, data: object = {}): Promise<void> {
  const textSha256 = await opened(id, data);
  for (const party of [region, town]) {
    told(await sign(id, party, { textSha256, certificateSubject: subject }));
  }
}

const protocol = { ...entry, protocolDate: day('2030-01-01') };
const runAll = async () => {
  world.run(reservationProcess, completionProcess);
  await world.settled();
};

beforeEach(async () => {
  world = new World();
  world.partners.known.set(region, partner(region)).set(town, partner(town));
  act = await world.upload('delibera');
});
afterEach(async () => {
  await world.stop();
  expect(world.troubles).toStrictEqual([]);
});

describe('an agreement, from its draft into force', () => {
  const id = agreementId(1);

  it('is asked to be registered, registered and brought into force by the processes', async () => {
    await runAll();
    await signed(id);
    await world.settled();
    expect((await world.types(id)).slice(-2)).toStrictEqual([
      ...['AgreementFullySigned', 'RegistrationAsked'],
    ]);
    told(await say(id, 'RegisterAgreement', protocol));
    await world.settled();
    expect((await world.types(id)).slice(-3)).toStrictEqual([
      ...['AgreementRegistrationProposed', 'AgreementRegistered', 'AgreementEnteredIntoForce'],
    ]);
    expect(await standing(id)).toMatchObject({
      ...{ id, kind, status: 'InForce', parties: [region, town], inForceFrom: '2030-01-01' },
    });
  });

  it('A-6, X-12: waits for its conditions, and goes on by itself', async () => {
    await runAll();
    await signed(id, { conditions: ['CUP'] });
    told(await say(id, 'RegisterAgreement', protocol));
    await world.settled();
    expect((await standing(id)).status).toBe('Registered');
    const waiting = await world.types(`pm_agreementCompletion-${id.slice('agreement-'.length)}`);
    expect(waiting.at(-1)).toBe('ProcessBeganWaiting');

    const [founded] = await world.events(id);
    const [{ id: local }] = founded?.data.conditions as unknown as [{ id: string }];
    const unknown = { condition, document: act, metOn: '2030-01-01' };
    expect(codeOf(await say(id, 'RecordConditionMet', unknown))).toBe('UnknownCondition');
    told(await say(id, 'RecordConditionMet', { ...unknown, condition: local }));
    await world.settled();
    expect((await standing(id)).status).toBe('InForce');
  });

  it('A-1: what is signed is a document, and anybody can hash it again', async () => {
    const textSha256 = await opened(id);
    const bytes = Buffer.concat(
      await Array.fromAsync((await world.privateStore.readDocument(textSha256)) ?? []),
    );
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(textSha256);
    expect(JSON.parse(bytes.toString())).toMatchObject({ agreement: id, clauses: [clause] });
    expect(codeOf(await sign(id, region, { textSha256: act }))).toBe('TextDiffers');
    expect(codeOf(await sign(id, region, { textSha256 }))).toBe('accepted');
  });

  it('A-1, X-6: an uploaded PDF may be the text, another document may not', async () => {
    await reviewed(id);
    const json = await world.upload('{}', 'application/json');
    expect(codeOf(await say(id, 'FreezeText', { textSha256: json }))).toBe('NotAPdf');
    expect(codeOf(await say(id, 'FreezeText', { textSha256: hash(99) }))).toBe('DocumentUnknown');
    told(await say(id, 'FreezeText', { textSha256: act }));
    expect((await standing(id)).textSha256).toBe(act);
  });

  it('A-5: a mandate counts on the day of signing in the zone of the body', async () => {
    const textSha256 = await opened(id);
    world.clock.at = '2030-07-01T12:00:00.000Z' as Instant;
    // 22:30 UTC on 30 June is already 1 July in Rome, the day after the mandate ended.
    const late = { textSha256, signedAt: '2030-06-30T22:30:00.000Z' };
    expect(codeOf(await sign(id, region, late))).toBe('MandateNotValid');
    const inTime = { textSha256, signedAt: '2030-06-30T21:30:00.000Z' };
    expect(codeOf(await sign(id, region, inTime))).toBe('accepted');
  });

  it('X-6: a signature and an approval rest on documents that are there', async () => {
    const textSha256 = await opened(id);
    for (const missing of [{ container: hash(98) }, { report: hash(98) }]) {
      const answer = await sign(id, region, { textSha256, ...missing });
      expect(codeOf(answer)).toBe('DocumentUnknown');
    }
  });

  it('X-9: the subject of a certificate is in the private store alone', async () => {
    await signed(id);
    const events = await world.events(id);
    expect(JSON.stringify(events)).not.toContain('Ada');
    const refs = events.flatMap(({ data }) => (data.certificateRef as string | undefined) ?? []);
    const texts = await world.privateStore.texts(refs);
    expect(refs.map((ref) => texts.get(ref))).toStrictEqual([subject, subject]);
  });

  it('names in the event what the decision rested on', async () => {
    await signed(id);
    const events = await world.events(id);
    const first = events.find(({ type }) => type === 'AgreementSigned');
    expect(first?.meta.basis).toStrictEqual([{ stream: region, revision: 7 }]);
  });

  it('X-12: names no network, parent or partner that does not exist', async () => {
    const draft = { ...terms, totalCents: 1 };
    for (const missing of [{ network }, { parent }]) {
      const answer = await say(id, 'DraftAgreement', { ...draft, ...missing });
      expect(codeOf(answer)).toBe('UnknownObject');
    }
    await reviewed(id);
    told(await say(id, 'RequestChanges'));
    const add = { partner: stranger, shareCents: cents(0), role: 'partner' };
    expect(codeOf(await say(id, 'AddParty', add))).toBe('UnknownObject');
  });

  it('is signed once, however often the command is sent', async () => {
    const textSha256 = await opened(id);
    const data = { party: region, level: 'digital', signedAt: world.clock.at, textSha256 };
    const asked = { type: 'SignAgreement', data: { ...data, container: act, report: act } };
    const answers = [];
    for (let n = 0; n < 3; n += 1) answers.push(await world.command(id, asked, { nth: 900 }));
    expect(answers.map(codeOf)).toStrictEqual(['accepted', 'accepted', 'accepted']);
    const types = await world.types(id);
    expect(types.filter((type) => type === 'AgreementSigned')).toHaveLength(1);
  });
});

describe('A-8: a child agreement', () => {
  const [one, two] = [agreementId(1), agreementId(2)];
  const child = (totalCents: number, change: object = {}) => ({ parent, totalCents, ...change });
  beforeEach(() => opened(parent, { kind: 'actOfDelegation' }));

  it('A-8: larger than its parent is refused at once, its neighbour is not', async () => {
    await reviewed(one, child(100_02));
    expect(codeOf(await say(one, 'FreezeText'))).toBe('ChildOverParent');
    await reviewed(two, child(100_00));
    expect(codeOf(await say(two, 'FreezeText'))).toBe('accepted');
  });

  it('A-8: is opened only when the ledger has reserved its amount', async () => {
    await reviewed(one, child(60_00));
    told(await say(one, 'FreezeText'));
    const { textSha256 } = await standing(one);
    for (const party of [region, town]) {
      const approval = { party, textSha256, act, date: '2029-12-01', body: 'Giunta' };
      told(await say(one, 'RecordPartyApproval', approval));
    }
    const open = () => say(one, 'OpenForSignature', { textSha256 });
    expect(codeOf(await open())).toBe('ReservationPending');
    await runAll();
    expect(codeOf(await open())).toBe('accepted');
  });

  it('A-8: of two that race for the rest one gets it, the other is a draft again', async () => {
    for (const id of [one, two]) {
      await reviewed(id, child(60_00));
      told(await say(id, 'FreezeText'));
    }
    await runAll();
    const stands = await Promise.all([one, two].map(standing));
    expect(stands.map(({ status }) => status).sort()).toStrictEqual(['Drafted', 'TextFrozen']);
    const loser = stands[0]?.status === 'Drafted' ? one : two;
    expect((await world.events(loser)).at(-1)).toMatchObject({
      type: 'AgreementReservationDenied',
      data: { rule: 'A-8', code: 'OverResidual' },
    });
  });

  it('A-8: gives back what it had when its text is sent back', async () => {
    await runAll();
    await reviewed(one, child(60_00));
    told(await say(one, 'FreezeText'));
    await world.settled();
    await reviewed(two, child(60_00));
    expect(codeOf(await say(two, 'FreezeText'))).toBe('ChildOverParent');
    told(await say(one, 'RequestChanges'));
    await world.settled();
    expect(codeOf(await say(two, 'FreezeText'))).toBe('accepted');
  });

  it('A-8: ends no later than its parent', async () => {
    await reviewed(one, child(1_00, { end: '2032-01-01' }));
    expect(codeOf(await say(one, 'FreezeText'))).toBe('ChildOutlastsParent');
  });
});

describe('A-7: a protocol number', () => {
  const [one, two, three] = [agreementId(1), agreementId(2), agreementId(3)];

  it('A-7: is that of one agreement, also when two are given it at once', async () => {
    for (const id of [one, two, three]) await signed(id);
    for (const id of [one, two]) told(await say(id, 'RegisterAgreement', protocol));
    await runAll();
    const stands = await Promise.all([one, two].map(standing));
    expect(stands.map(({ status }) => status).sort()).toStrictEqual(['FullySigned', 'InForce']);
    // Now that it is known, a third is refused at once; the next number is free.
    expect(codeOf(await say(three, 'RegisterAgreement', protocol))).toBe('ProtocolNumberTaken');
    const next = { ...protocol, protocolNo: '4712/2030' };
    expect(codeOf(await say(three, 'RegisterAgreement', next))).toBe('accepted');
  });
});
