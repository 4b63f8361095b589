import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@tavolo/event-store';
import { canonicalJson } from '@tavolo/kernel';
import { MemoryPrivateStore } from '@tavolo/private-store';
import { BEGINS, documentIn, House } from './house.js';
import { acting, AFTER, agreement, beginning, BEFORE, budget, call, change } from './lab-impact.js';
import { decision, END_AFTER, line, plan, region, shares } from './lab-impact.js';
import { signatories, TODAY, town } from './lab-impact.js';

const privateStore = new MemoryPrivateStore();
const houses: House[] = [];
let origin: string;
let before: number;
let whole: readonly RecordedEvent[];

/** Another server on a copy of the beginning. */
async function houseDyingAfter(appends: number): Promise<House> {
  const house = new House(House.copyOf(origin), privateStore, appends);
  houses.push(house);
  house.clock.walkTo(BEGINS);
  await house.start();
  return house;
}

/** The acts of persons, each after what it waits for; all between them processes do. */
async function extend(house: House): Promise<readonly RecordedEvent[]> {
  const act = await documentIn(privateStore);
  const does = async (target: string, type: string, data: object) => {
    const party = 'party' in data && data.party === town ? acting.town : acting.region;
    const as = target === decision ? acting.board : party;
    const answer = await house.does({ target, type, data, as });
    if (answer.outcome === 'refused') throw new Error(`${type}: ${answer.refusal.en}`);
  };
  const sees = (stream: string, type: string) =>
    house.sees((event) => event.stream === stream && event.type === type);
  const published = { where: 'Albo', publishedOn: TODAY, document: act };
  await does(decision, 'PublishDecision', published);
  await sees(decision, 'DecisionBecameEffective');
  // Nobody authorises it: the effect of the decision does (PL-10, D-9).
  await sees(plan, 'ExtensionAuthorised');
  const { data } = await sees(agreement, 'AmendmentProposed');
  const { amendment } = data;
  await does(agreement, 'SubmitForReview', { amendment });
  await does(agreement, 'FreezeText', { amendment });
  const frozen = await house.sees(({ stream, type, data: about }) => {
    return stream === agreement && type === 'AgreementTextFrozen' && about.amendment === amendment;
  });
  const textSha256 = frozen.data.sha256;
  for (const party of [region, town]) {
    const approval = { party, textSha256, act, date: TODAY, body: 'Giunta' };
    await does(agreement, 'ApproveAmendment', { amendment, ...approval });
  }
  await does(agreement, 'OpenForSignature', { amendment, textSha256 });
  for (const party of [region, town]) {
    const signed = { signatory: signatories[party], level: 'digital', signedAt: BEGINS };
    const files = { container: act, report: act };
    await does(agreement, 'SignAgreement', { amendment, party, textSha256, ...signed, ...files });
  }
  const isAbout = (type: string) => (event: RecordedEvent) =>
    event.type === type && event.data.amendment === amendment;
  await house.sees(isAbout('RegistrationAsked'));
  const entry = { protocolNo: '12/2030', protocolDate: TODAY, register: region };
  await does(agreement, 'RegisterAgreement', { amendment, ...entry });
  await sees(budget, 'BudgetLinesChanged');
  await house.sees(({ stream, type, data: of }) => {
    return stream === budget && type === 'AssignmentRecorded' && of.cents === AFTER;
  });
  const reacted = (name: string) => (event: RecordedEvent) =>
    event.stream === `pm_${name}-${plan.slice('plan-'.length)}` &&
    event.type === 'ProcessCommandAccepted';
  await house.sees(reacted('planBudget'));
  return (await house.log()).slice(before);
}

/** What happened, whoever was when up: facts of the house, without when and in which order. */
const factsOf = (events: readonly RecordedEvent[]) =>
  events
    .filter(({ stream }) => !stream.startsWith('pm_'))
    .map(({ stream, revision, type, data }) => canonicalJson({ stream, revision, type, data }))
    .sort();
const correlationsOf = (events: readonly RecordedEvent[]) => [
  ...new Set(events.map(({ meta }) => meta.correlationId)),
];
const one = (events: readonly RecordedEvent[], type: string) => {
  const found = events.filter((event) => event.type === type);
  expect([type, found.length]).toStrictEqual([type, 1]);
  return found[0]?.data ?? {};
};

beforeAll(async () => {
  origin = mkdtempSync(join(tmpdir(), 'tavolo-'));
  const house = new House(origin, privateStore, Number.POSITIVE_INFINITY);
  house.clock.walkTo(BEGINS);
  await house.start();
  for (const [stream, facts] of beginning) await house.says(stream, facts);
  // What the beginning leads to by itself: the budget of the plan, and what it has to bind.
  await house.sees(({ stream, type }) => stream === budget && type === 'AssignmentRecorded');
  await house.sees(({ stream, type }) => stream === budget && type === 'BudgetOpened');
  await house.stop();
  await house.start();
  before = (await house.atRest()).length;
  await house.stop();
  const unbroken = await houseDyingAfter(Number.POSITIVE_INFINITY);
  whole = await extend(unbroken);
}, 120_000);
afterAll(async () => {
  await Promise.all(houses.map((house) => house.forget()));
  rmSync(origin, { recursive: true, force: true });
});

describe('the costed extension of Lab’Impact to EUR 9,250,000', () => {
  it('PL-10, A-13, D-9: is one process from the effect of the decision to the lines of the budget', () => {
    expect(correlationsOf(whole)).toHaveLength(1);
    for (const type of ['DecisionPublished', 'DecisionBecameEffective', 'ExtensionAuthorised']) {
      one(whole, type);
    }
    expect(one(whole, 'FundingIncreased')).toMatchObject({ plan, cents: AFTER, act: decision });
    expect(one(whole, 'AssignmentRecorded')).toMatchObject({ call, cents: AFTER });
    expect(one(whole, 'AgreementAmended')).toMatchObject({
      ...{ version: 2, amends: 1, totalCents: AFTER, end: END_AFTER },
    });
    expect(one(whole, 'CostedExtensionGranted')).toMatchObject({
      ...{ change, decision, agreement, end: END_AFTER, addedCents: AFTER - BEFORE },
    });
  });

  it('PL-7, B-1, A-8: leaves lines, shares, assignment and agreement at one sum', () => {
    const { lines } = one(whole, 'BudgetLinesChanged') as { lines: readonly object[] };
    const both = Object.entries(shares.after).map(([partner, cents]) => ({ partner, cents }));
    expect(lines).toStrictEqual([{ line, cents: AFTER, shares: both }]);
    const { change: amended } = one(whole, 'AmendmentProposed') as { change: object };
    expect(amended).toMatchObject({
      totalCents: AFTER,
      shares: both.map(({ partner, cents: shareCents }) => ({ partner, shareCents })),
    });
    expect(both.reduce((sum, { cents }) => sum + cents, 0)).toBe(AFTER);
  });

  it('PL-10: comes to the same, each fact once, where the server stops after every single step', async () => {
    const house = await houseDyingAfter(1);
    const events = await extend(house);
    expect(factsOf(events)).toStrictEqual(factsOf(whole));
    expect(correlationsOf(events)).toHaveLength(1);
    // It died after every append of the story, those of the processes included.
    const appends = new Set(events.map(({ meta }) => `${meta.recordedAt} ${meta.commandId}`)).size;
    expect(house.starts).toBeGreaterThanOrEqual(appends);
  }, 300_000);
});
