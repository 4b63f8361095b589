import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DecisionId, DecisionStanding } from '@tavolo/boards';
import type { Answer } from '@tavolo/command';
import type { PersonRef, Sha256 } from '@tavolo/kernel';
import type { PartnerId, PartnerStanding } from '@tavolo/partners';
import type { AgreementId } from '../contract/index.js';
import {
  agreementId,
  clause,
  day,
  entry,
  mandate,
  parent,
  region,
  town,
} from '../test/examples.js';
import { World } from '../test/world.js';
import { completionProcess } from './completion.process.js';
import { reservationProcess } from './reservation.process.js';

const [one, two] = [agreementId(1), agreementId(2)];
const terms = { title: 'Accordo', start: '2029-01-01', end: '2031-12-31' };
const signing = { level: 'digital', signedAt: '2030-01-01T12:00:00.000Z' };
const other = 'person-00000000-0000-4000-8000-000000000002' as PersonRef;

let world: World;
let act: Sha256;
let numbers = 0;

const partner = (id: PartnerId): PartnerStanding => ({
  ...{ id, kind: 'municipality', status: 'Eligible', isPublic: true, registerNo: null },
  ...{ eligibleUntil: day('2030-12-31'), representations: [mandate] },
  basis: { stream: id, revision: 7 },
});
const told = (answer: Answer) => {
  if (answer.outcome === 'refused') throw new Error(answer.refusal.en);
  return answer;
};
const codeOf = (answer: Answer) =>
  answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
const say = (id: AgreementId, type: string, data: object = {}) => world.command(id, { type, data });
const standing = async (id: AgreementId) => {
  const found = await world.agreements.standing(id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};
/** The text frozen last, of the agreement or of one of its amendments. */
const lastText = async (id: AgreementId) => {
  const frozen = (await world.events(id)).filter(({ type }) => type === 'AgreementTextFrozen');
  return frozen.at(-1)?.data.sha256 as Sha256;
};

/** From the review to the protocol number, of the founding text or of an amendment. */
async function sealed(id: AgreementId, amendment?: string): Promise<void> {
  const of = amendment === undefined ? {} : { amendment };
  told(await say(id, 'SubmitForReview', of));
  told(await say(id, 'FreezeText', of));
  await world.settled();
  const textSha256 = await lastText(id);
  const approval = { ...of, textSha256, act, date: '2029-12-01', body: 'Giunta' };
  const type = amendment === undefined ? 'RecordPartyApproval' : 'ApproveAmendment';
  for (const party of [region, town]) told(await say(id, type, { ...approval, party }));
  told(await say(id, 'OpenForSignature', { ...of, textSha256 }));
  const signature = { ...of, ...signing, textSha256, container: act, report: act };
  for (const party of [region, town]) told(await say(id, 'SignAgreement', { ...signature, party }));
  await world.settled();
  numbers += 1;
  const number = { ...entry, protocolNo: String(numbers), protocolDate: '2030-01-01' };
  told(await say(id, 'RegisterAgreement', { ...of, ...number }));
  await world.settled();
}

async function founded(
  id: AgreementId,
  data: Readonly<Record<string, unknown>> & { totalCents: number },
): Promise<void> {
  const kind = 'partnershipAgreement';
  told(await say(id, 'DraftAgreement', { ...terms, kind, ...data }));
  for (const [who, role] of [[region, 'lead'] as const, [town, 'partner'] as const]) {
    const share = { partner: who, shareCents: data.totalCents / 2, role };
    told(await say(id, 'AddParty', share));
  }
  told(await say(id, 'ReviseText', { clauses: [clause] }));
  await sealed(id);
}

async function proposed(id: AgreementId, change: object, data: object = {}): Promise<string> {
  const { version } = await standing(id);
  const answer = told(await say(id, 'ProposeAmendment', { amends: version, change, ...data }));
  return answer.result.newId as string;
}

const dearer = (totalCents: number) => ({
  totalCents,
  shares: [region, town].map((who) => ({ partner: who, shareCents: totalCents / 2 })),
});

beforeEach(async () => {
  world = new World();
  world.partners.known.set(region, partner(region)).set(town, partner(town));
  act = await world.upload('delibera');
  world.run(reservationProcess, completionProcess);
});
afterEach(async () => {
  await world.stop();
  expect(world.troubles).toStrictEqual([]);
});

describe('an amendment', () => {
  it('A-11: goes its own way into force while the version before is in force', async () => {
    await founded(one, { totalCents: 100_00 });
    const before = await standing(one);
    const amendment = await proposed(one, { title: 'Accordo integrato' });
    told(await say(one, 'SubmitForReview', { amendment }));
    expect(await standing(one)).toMatchObject({
      ...{ status: 'InForce', version: 1, textSha256: before.textSha256 },
    });
    told(await say(one, 'RequestChanges', { amendment }));
    await sealed(one, amendment);
    const after = await standing(one);
    expect(after).toMatchObject({ status: 'InForce', version: 2 });
    expect(after.textSha256).toBe(await lastText(one));
    expect(after.textSha256).not.toBe(before.textSha256);
    expect(await world.types(one)).toContain('AgreementAmended');
  });

  it('A-7: does not take the number of its own agreement', async () => {
    await founded(one, { totalCents: 100_00 });
    const amendment = await proposed(one, { title: 'Accordo integrato' });
    numbers -= 1;
    await expect(sealed(one, amendment)).rejects.toThrow(/already belongs/);
    const next = { ...entry, protocolNo: 'A-2', protocolDate: '2030-01-01', amendment };
    told(await say(one, 'RegisterAgreement', next));
    await world.settled();
    expect((await standing(one)).version).toBe(2);
  });

  it('A-13: a costed extension rests on a decision that has effect', async () => {
    await founded(one, { totalCents: 100_00 });
    const decision = 'decision-00000000-0000-4000-8000-000000000001' as DecisionId;
    const change = { ...dearer(120_00), end: '2032-12-31' };
    const amendment = await proposed(one, change, { decision });
    told(await say(one, 'SubmitForReview', { amendment }));
    expect(codeOf(await say(one, 'FreezeText', { amendment }))).toBe('FundingNotDecided');
    told(await say(one, 'RequestChanges', { amendment }));
    const decided = {
      ...{ status: 'Revoked', subject: { kind: 'other' }, spends: true },
      effectiveOn: day('2030-01-01'),
      basis: { stream: decision, revision: 9 },
    } as unknown as DecisionStanding;
    world.decisions.answer = decided;
    told(await say(one, 'SubmitForReview', { amendment }));
    expect(codeOf(await say(one, 'FreezeText', { amendment }))).toBe('FundingNotDecided');
    told(await say(one, 'RequestChanges', { amendment }));
    world.decisions.answer = { ...decided, status: 'Effective' };
    await sealed(one, amendment);
    expect(await standing(one)).toMatchObject({ totalCents: 120_00, end: '2032-12-31' });
    const frozen = (await world.events(one)).findLast(({ type }) => type === 'AgreementTextFrozen');
    expect(frozen?.meta.basis).toContainEqual({ stream: decision, revision: 9 });
  });
});

describe('A-8: the cascade under amendments', () => {
  const above = { kind: 'actOfDelegation', totalCents: 100_00 };
  const room = async (cents: number) => {
    const id = agreementId(40 + (numbers += 1));
    const draft = { ...terms, kind: 'partnershipAgreement', parent, totalCents: cents };
    told(await say(id, 'DraftAgreement', draft));
    for (const who of [region, town]) {
      const share = { partner: who, shareCents: cents / 2, role: 'partner' };
      told(await say(id, 'AddParty', share));
    }
    told(await say(id, 'ReviseText', { clauses: [clause] }));
    told(await say(id, 'SubmitForReview'));
    return codeOf(await say(id, 'FreezeText'));
  };

  beforeEach(() => founded(parent, above));

  it('A-8: stands in the order of its steps', async () => {
    const draft = { ...terms, totalCents: 1, parent: one };
    await founded(one, { totalCents: 10_00, parent });
    const upwards = { ...draft, kind: 'grantAgreement' };
    expect(codeOf(await say(two, 'DraftAgreement', upwards))).toBe('OutOfCascade');
    const downwards = { ...draft, kind: 'implementingConvention' };
    expect(codeOf(await say(two, 'DraftAgreement', downwards))).toBe('accepted');
  });

  it('A-8: a dearer child takes more, and only when it is in force the former is free', async () => {
    await founded(one, { totalCents: 40_00, parent });
    const amendment = await proposed(one, dearer(60_00));
    await sealed(one, amendment);
    expect(await room(40_02)).toBe('ChildOverParent');
    const less = await proposed(one, dearer(20_00));
    told(await say(one, 'SubmitForReview', { amendment: less }));
    told(await say(one, 'FreezeText', { amendment: less }));
    await world.settled();
    expect(await room(40_02)).toBe('ChildOverParent');
    told(await say(one, 'RequestChanges', { amendment: less }));
    await world.settled();
    await sealed(one, less);
    expect(await room(80_02)).toBe('ChildOverParent');
    expect(await room(80_00)).toBe('accepted');
  });

  it('A-8: an amendment beyond the parent is kept out, one that is withdrawn gives back', async () => {
    await founded(one, { totalCents: 40_00, parent });
    const amendment = await proposed(one, dearer(100_02));
    told(await say(one, 'SubmitForReview', { amendment }));
    expect(codeOf(await say(one, 'FreezeText', { amendment }))).toBe('ChildOverParent');
    told(await say(one, 'WithdrawAmendment', { amendment }));
    const next = await proposed(one, dearer(100_00));
    told(await say(one, 'SubmitForReview', { amendment: next }));
    told(await say(one, 'FreezeText', { amendment: next }));
    await world.settled();
    expect(await room(2)).toBe('ChildOverParent');
    told(await say(one, 'WithdrawAmendment', { amendment: next }));
    await world.settled();
    expect(await room(60_00)).toBe('accepted');
  });

  it('A-8: a parent goes no lower than its children', async () => {
    await founded(one, { totalCents: 40_00, parent });
    const amendment = await proposed(parent, dearer(39_98));
    told(await say(parent, 'SubmitForReview', { amendment }));
    expect(codeOf(await say(parent, 'FreezeText', { amendment }))).toBe('ChildrenOverTotal');
    told(await say(parent, 'WithdrawAmendment', { amendment }));
    await sealed(parent, await proposed(parent, dearer(40_00)));
    expect((await standing(parent)).totalCents).toBe(40_00);
  });

  it('A-10, X-5: an extension waits for the ledger, and is approved by another person', async () => {
    await founded(one, { totalCents: 40_00, parent, end: '2030-12-31' });
    const ask = (end: string) => say(one, 'RequestTermExtension', { end });
    expect(codeOf(await ask('2032-01-01'))).toBe('ChildOutlastsParent');
    told(await ask('2031-12-31'));
    await world.settled();
    const extend = { type: 'ExtendTerm', data: { end: '2031-12-31', act } };
    expect(codeOf(await world.command(one, extend))).toBe('ApproverAsked');
    const by = { person: other, mandate: null, organisation: null };
    told(await world.command(one, extend, { by }));
    await world.settled();
    expect((await standing(one)).end).toBe('2031-12-31');
    expect(await room(60_02)).toBe('ChildOverParent');
    expect(await room(60_00)).toBe('accepted');
  });

  it('A-12: an ended child stays held until it is closed, then only what it used', async () => {
    await founded(one, { totalCents: 40_00, parent });
    told(await say(one, 'TerminateAgreement', { cause: 'consent' }));
    await world.settled();
    expect(await room(60_02)).toBe('ChildOverParent');
    for (const party of [region, town]) {
      const found = { validAtSigning: true, validNow: true, report: act, verifiedOn: '2030-01-01' };
      told(await say(one, 'ReverifySignature', { version: 1, party, ...found }));
    }
    told(await say(one, 'CloseAgreement', { settledCents: 30_00 }));
    await world.settled();
    expect(await room(70_02)).toBe('ChildOverParent');
    expect(await room(70_00)).toBe('accepted');
  });

  it('A-8: a child that is withdrawn gives back what it had', async () => {
    told(await say(one, 'DraftAgreement', { ...terms, kind: 'memorandum', parent, totalCents: 0 }));
    told(await say(one, 'WithdrawDraft'));
    expect(await room(100_00)).toBe('accepted');
    await world.settled();
    const taken = agreementId(40 + numbers);
    expect(await room(2)).toBe('ChildOverParent');
    told(await say(taken, 'WithdrawDraft'));
    await world.settled();
    expect(await room(100_00)).toBe('accepted');
  });
});

describe('X-6', () => {
  it('X-6: what ends an agreement rests on documents that are there', async () => {
    await founded(one, { totalCents: 10_00 });
    const unknown = '9'.repeat(64);
    const annul = { act: unknown, annulledOn: '2030-01-01' };
    expect(codeOf(await say(one, 'AnnulAgreement', annul))).toBe('DocumentUnknown');
    expect(codeOf(await say(one, 'AnnulAgreement', { ...annul, act }))).toBe('accepted');
  });
});
