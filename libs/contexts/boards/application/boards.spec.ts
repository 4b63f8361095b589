import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '@tavolo/command';
import type { Instant, MandateRef, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PlanId, PlanStanding } from '@tavolo/plans';
import type { DecisionId } from '../contract/index.js';
import { rulebookPresets } from '../contract/index.js';
import { registerOf } from '../domain/register.js';
import { World } from '../test/world.js';
import { deliberationProcess } from './deliberation.process.js';
import { effectProcess } from './effect.process.js';
import { numberingProcess } from './numbering.process.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number) => `person-${uuid(n)}` as PersonRef;
const board = `board-${uuid(1)}` as never;
const sitting = `sitting-${uuid(1)}`;
const decision = `decision-${uuid(1)}` as DecisionId;
const plan = `plan-${uuid(1)}` as PlanId;
const [chair, secretary, proposer, officer] = [person(1), person(9), person(7), person(8)];
const instant = (text: string) => text as Instant;

let world: World;
let text: Sha256;
let item: string;
let seats: string[];

function accepted(answer: Answer) {
  if (answer.outcome === 'refused') throw new Error(answer.refusal.en);
  return answer;
}
const codeOf = (answer: Answer) =>
  answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
type Said = [data?: object, by?: PersonRef];
const say = (target: string, type: string, ...[data = {}, by = chair]: Said) =>
  world.command(target, { type, data }, { person: by });
const told = async (target: string, type: string, ...said: Said) =>
  accepted(await say(target, type, ...said));
const standing = async (id = decision) => {
  const found = await world.decisions.standing(id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
};

/** Three seats, their holders, a chair and a secretary. */
async function established(): Promise<void> {
  const rulebook = rulebookPresets.italianCollegialBody;
  const founding = { name: 'Cabina', level: 'region', seats: 3, rulebook };
  await told(board, 'EstablishBoard', { ...founding, termUntil: '2032-12-31' });
  const term = { from: '2030-01-01', until: '2031-12-31' };
  seats = [];
  for (const n of [1, 2, 3]) {
    const designated = { category: 'comuni', person: person(n) };
    const { newId } = (await told(board, 'DesignateMember', designated)).result;
    const seat = newId as string;
    await told(board, 'AppointMember', { seat, ...term });
    seats.push(seat);
  }
  await told(board, 'AppointChair', { seat: seats[0], ...term });
  await told(board, 'AppointSecretary', { person: secretary, ...term });
}

async function readied(id: DecisionId, subject: object = { kind: 'other' }): Promise<void> {
  const proposal = { board, title: 'Adozione', subject, textSha256: text, motivation: text };
  const asked = { type: 'ProposeDecision', data: proposal };
  accepted(await world.command(id, asked, { person: proposer, legalBasis: ['L. 241/1990'] }));
  const opinion = { kind: 'technical', opinion: 'positive', document: text };
  await told(id, 'AttachOpinion', opinion, officer);
  await told(id, 'MarkReady');
}

/** Convened for the 10th, on these decisions; the clock then stands at its time. */
async function convened(id: string, ...on: DecisionId[]): Promise<void> {
  const papers = [{ sha256: text, title: 'Relazione' }];
  const items = on.map((each) => ({ decision: each, textSha256: text, papers }));
  const notice = { board, at: '2030-01-10T09:00:00.000Z', place: 'Sala 1', items };
  await told(id, 'ConveneMeeting', notice);
  await world.settled();
  const [convening] = await world.events(id);
  item = (convening?.data as { items: { item: string }[] }).items[0]?.item ?? '';
  world.clock.at = instant('2030-01-10T09:00:00.000Z');
}

async function opened(...present: number[]): Promise<void> {
  await told(sitting, 'OpenMeeting');
  for (const n of present) await told(sitting, 'RecordArrival', { seat: seats[n - 1] });
}

const vote = (n: number, choice: string) =>
  say(sitting, 'CastVote', { item, seat: seats[n - 1], choice, textSha256: text }, person(n));

/** Two in favour, one against. */
async function voted(): Promise<void> {
  await opened(1, 2, 3);
  await told(sitting, 'VerifyQuorum', { item });
  await told(sitting, 'OpenVote', { item, textSha256: text });
  for (const [n, choice] of [
    [1, 'for'],
    [2, 'for'],
    [3, 'against'],
  ] as const) {
    accepted(await vote(n, choice));
  }
  await told(sitting, 'CloseVote', { item });
  await world.settled();
}

const signature = () => ({
  ...{ textSha256: text, signatory: chair, level: 'digital' },
  ...{ signedAt: '2030-01-10T09:00:00.000Z', container: text, report: text },
});

beforeEach(async () => {
  world = new World();
  text = await world.upload('delibera');
  world.run(
    deliberationProcess,
    numberingProcess(() => world.instance.facts.zone),
    effectProcess,
  );
  await established();
});
afterEach(async () => {
  await world.stop();
  expect(world.troubles).toStrictEqual([]);
});

describe('a decision, from its proposal to its effect', () => {
  it('is scheduled, voted on, signed, numbered, published and effective', async () => {
    await readied(decision);
    await convened(sitting, decision);
    expect(await standing()).toMatchObject({ status: 'OnAgenda' });
    await voted();
    expect(await standing()).toMatchObject({ status: 'Approved', number: null });
    await told(decision, 'SignDecision', signature());
    await world.settled();
    expect(await standing()).toMatchObject({ status: 'Numbered', number: '1/2030' });
    await told(decision, 'PublishDecision', { where: 'Albo', publishedOn: '2030-01-10' });
    await world.settled();
    expect(await standing()).toMatchObject({ status: 'Effective', effectiveOn: '2030-01-10' });
  });
  it('D-2: is counted again from the log as it was recorded', async () => {
    await readied(decision);
    await convened(sitting, decision);
    await voted();
    const head = await world.store.head();
    expect(await world.recomputing.vote({ sitting, item }, head)).toMatchObject({
      equal: true,
      computed: { outcome: 'approved' },
    });
    const opening = (await world.events(sitting)).find(({ type }) => type === 'VoteOpened');
    const then = opening?.position ?? head;
    expect(await world.recomputing.vote({ sitting, item }, then)).toBeNull();
  });
  it('names every stream that the opening of its vote rested on', async () => {
    await readied(decision);
    await convened(sitting, decision);
    await voted();
    const opening = (await world.events(sitting)).find(({ type }) => type === 'VoteOpened');
    expect(opening?.meta.basis?.map(({ stream }) => stream)).toEqual([board, decision]);
  });
  it('D-6: waits for the day of its effect, and says so', async () => {
    await readied(decision);
    await convened(sitting, decision);
    await voted();
    await told(decision, 'SignDecision', signature());
    await world.settled();
    const publication = { where: 'Albo', publishedOn: '2030-01-10', effectiveFrom: '2030-01-20' };
    await told(decision, 'PublishDecision', publication);
    await world.settled();
    expect(await standing()).toMatchObject({ status: 'Published', effectiveOn: null });
    const types = await world.types(`pm_decisionEffect-${uuid(1)}`);
    expect(types.at(-1)).toMatch(/Waiting/);
  });
  it('X-6: names no document that was never uploaded', async () => {
    await readied(decision);
    const never = 'f'.repeat(64);
    const minutes = await say(sitting, 'ConveneMeeting', {
      board,
      at: '2030-01-10T09:00:00.000Z',
      place: 'Sala 1',
      items: [{ decision, textSha256: text, papers: [{ sha256: never, title: 'Nulla' }] }],
    });
    expect(codeOf(minutes)).toBe('DocumentUnknown');
    const opinion = { kind: 'accounting', opinion: 'positive', document: never };
    expect(codeOf(await say(decision, 'AttachOpinion', opinion, officer))).toBe('DocumentUnknown');
  });
});

describe('a sitting that comes to nothing', () => {
  it('GB-10: without a quorum is deserted, its decisions are deferred and convened anew', async () => {
    await readied(decision);
    await convened(sitting, decision);
    await opened(1);
    await told(sitting, 'VerifyQuorum', { item });
    const open = { item, textSha256: text };
    expect(codeOf(await say(sitting, 'OpenVote', open))).toBe('SittingDeserted');
    expect((await world.types(sitting)).at(-1)).toBe('MeetingDeserted');
    await world.settled();
    expect(await standing()).toMatchObject({ status: 'Deferred' });
    world.clock.at = instant('2030-01-02T09:00:00.000Z');
    await convened(`sitting-${uuid(2)}`, decision);
    expect(await standing()).toMatchObject({ status: 'OnAgenda' });
  });
  it('X-11: closed before the vote defers what was on its agenda', async () => {
    await readied(decision);
    await convened(sitting, decision);
    await opened(1, 2);
    await told(sitting, 'CloseMeeting');
    await world.settled();
    expect(await standing()).toMatchObject({ status: 'Deferred' });
  });
  it('D-1, GB-3: refuses who votes twice, too early or while recused', async () => {
    await readied(decision);
    await convened(sitting, decision);
    await opened(1, 2, 3);
    expect(codeOf(await vote(1, 'for'))).toBe('VoteNotOpen');
    await told(sitting, 'DeclareConflict', { item, seat: seats[2] }, person(3));
    await told(sitting, 'ResolveConflict', { item, seat: seats[2], upheld: true });
    await told(sitting, 'RecordRecusal', { item, seat: seats[2] });
    await told(sitting, 'VerifyQuorum', { item });
    await told(sitting, 'OpenVote', { item, textSha256: text });
    expect(codeOf(await vote(3, 'for'))).toBe('SeatRecused');
    accepted(await vote(1, 'for'));
    expect(codeOf(await vote(1, 'against'))).toBe('VotedAlready');
    await told(sitting, 'CloseVote', { item });
    await world.settled();
    expect(await standing()).toMatchObject({ status: 'Approved' });
  });
});

describe('a decision to adopt a plan', () => {
  const basis = { stream: plan, revision: 7 };
  const frozenAs = (version: number, readyForAdoption: readonly string[] = []): PlanStanding =>
    ({ frozen: { version, sha256: text }, readyForAdoption, basis }) as unknown as PlanStanding;
  const subject = () => ({ kind: 'adoptPlan', plan, sha256: text });

  it('PL-4: is voted on while the plan stands frozen as it was proposed and lacks nothing', async () => {
    world.plans.known.set(plan, frozenAs(1));
    await readied(decision, subject());
    expect((await standing()).subject).toEqual({
      kind: 'adoptPlan',
      plan,
      version: 1,
      sha256: text,
    });
    await convened(sitting, decision);
    await opened(1, 2, 3);
    await told(sitting, 'VerifyQuorum', { item });
    const open = () => say(sitting, 'OpenVote', { item, textSha256: text });
    world.plans.known.set(plan, frozenAs(2));
    expect(codeOf(await open())).toBe('PlanMoved');
    world.plans.known.set(plan, frozenAs(1, ['TableOpen t1']));
    expect(codeOf(await open())).toBe('PlanNotReady');
    world.plans.known.set(plan, frozenAs(1));
    expect(codeOf(await open())).toBe('accepted');
  });
});

describe('the register of numbers', () => {
  const second = `decision-${uuid(2)}` as DecisionId;

  it('D-5: gives two decisions the numbers 1 and 2, and a repeat its own', async () => {
    const register = registerOf(board, 2030);
    const take = (id: DecisionId) => told(register, 'TakeNumber', { year: 2030, decision: id });
    expect((await take(decision)).result).toMatchObject({ number: 1, year: 2030 });
    expect((await take(second)).result).toMatchObject({ number: 2 });
    expect((await take(decision)).result).toMatchObject({ number: 1 });
    expect(await world.types(register)).toEqual(['NumberTaken', 'NumberTaken']);
  });
  it('D-5: the year is that of the append where the body sits', async () => {
    await readied(decision);
    await convened(sitting, decision);
    await voted();
    // In Rome it is 2031 already.
    world.clock.at = instant('2030-12-31T23:30:00.000Z');
    await told(decision, 'SignDecision', signature());
    await world.settled();
    expect(await standing()).toMatchObject({ number: '1/2031' });
  });
});

describe('mandates of a board', () => {
  const find = (local: string) => world.mandates.find(`${String(board)}#${local}` as MandateRef);

  it('X-3: are given by seats, chairs and secretaries, from a day to a day', async () => {
    const term = { from: '2030-01-01', until: '2031-12-31' };
    expect(await find(seats[1] ?? '')).toMatchObject({ kind: 'seat', person: person(2), ...term });
    expect(await find('chair-1')).toMatchObject({ kind: 'chair', person: chair, ...term });
    expect(await find('secretary-1')).toMatchObject({ kind: 'secretary', person: secretary });
    expect(await find('chair-2')).toBeNull();
    expect(await find('nothing')).toBeNull();
  });
  it('X-3: end with the seat', async () => {
    await told(board, 'ResignSeat', { seat: seats[0], lastDay: '2030-02-28' });
    expect(await find(seats[0] ?? '')).toMatchObject({ until: '2030-02-28' });
    expect(await find('chair-1')).toMatchObject({ until: '2030-02-28' });
  });
});
