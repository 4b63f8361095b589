import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '@tavolo/command';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PlanId, PlanStanding } from '@tavolo/plans';
import type { DecisionId } from '../contract/index.js';
import { rulebookPresets } from '../contract/index.js';
import { World } from '../test/world.js';
import { deliberationProcess } from './deliberation.process.js';
import { supersededTextProcess } from './superseded-text.process.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number) => `person-${uuid(n)}` as PersonRef;
const [board, sitting] = [`board-${uuid(1)}`, `sitting-${uuid(1)}`];
const decision = `decision-${uuid(1)}` as DecisionId;
const plan = `plan-${uuid(1)}` as PlanId;

let world: World;
let text: Sha256;
let item: string;
let seats: string[];

type Said = [data?: object, by?: PersonRef];
const say = (target: string, type: string, ...[data = {}, by = person(1)]: Said) =>
  world.command(target, { type, data }, { person: by, legalBasis: ['L. 241/1990'] });
const codeOf = (answer: Answer) =>
  answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
async function told(target: string, type: string, ...said: Said) {
  const answer = await say(target, type, ...said);
  if (answer.outcome === 'refused') throw new Error(answer.refusal.en);
  return answer;
}
const vote = (n: number) =>
  say(
    sitting,
    'CastVote',
    { item, seat: seats[n], choice: 'for', textSha256: text },
    person(n + 1),
  );
const statusOf = async () => (await world.decisions.standing(decision))?.status;
const endOf = async () => (await world.types(sitting)).at(-1);

/** The plan as its own stream would show it. */
function frozenAs(version: number | null): void {
  const frozen = version === null ? null : { version, sha256: text };
  const basis = { stream: plan, revision: 7 };
  world.plans.known.set(plan, { frozen, readyForAdoption: [], basis } as unknown as PlanStanding);
}

/** An edit after the consolidation, as the plan records it; the handlers of boards hear of it later. */
async function superseded(version: number): Promise<void> {
  const [like] = await world.events(sitting);
  if (!like) throw new Error('nothing was convened');
  const id = uuid(900 + version) as typeof like.id;
  const fact = { id, type: 'PlanDraftSuperseded', schema: 1, data: { version }, meta: like.meta };
  await world.store.append(plan, [fact], { expected: 'any' });
}

async function seated(): Promise<void> {
  const rulebook = { ...rulebookPresets.italianCollegialBody, noticeDays: 0 };
  const founding = { name: 'Cabina', level: 'region', seats: 3, rulebook };
  await told(board, 'EstablishBoard', { ...founding, termUntil: '2030-01-02' });
  const term = { from: '2030-01-01', until: '2030-01-02' };
  seats = [];
  for (const n of [1, 2, 3]) {
    const designated = { category: 'comuni', person: person(n) };
    const { newId } = (await told(board, 'DesignateMember', designated)).result;
    seats.push(newId as string);
    await told(board, 'AppointMember', { seat: newId, ...term });
  }
  await told(board, 'AppointChair', { seat: seats[0], ...term });
  await told(board, 'AppointSecretary', { person: person(9), ...term });
}

async function readied(): Promise<void> {
  const subject = { kind: 'adoptPlan', plan, sha256: text };
  const proposal = { board, title: 'Adozione', subject, textSha256: text, motivation: text };
  await told(decision, 'ProposeDecision', proposal, person(7));
  const opinion = { kind: 'technical', opinion: 'positive', document: text };
  await told(decision, 'AttachOpinion', opinion, person(8));
  await told(decision, 'MarkReady');
}

/** The quorum of the item is there, its vote not open yet. */
async function inSession(): Promise<void> {
  const items = [{ decision, textSha256: text, papers: [] }];
  await told(sitting, 'ConveneMeeting', { board, at: world.clock.at, place: 'Sala 1', items });
  await world.settled();
  const [convening] = await world.events(sitting);
  item = (convening?.data as { items: { item: string }[] }).items[0]?.item ?? '';
  await told(sitting, 'OpenMeeting');
  for (const seat of seats) await told(sitting, 'RecordArrival', { seat });
  await told(sitting, 'VerifyQuorum', { item });
}
const open = () => told(sitting, 'OpenVote', { item, textSha256: text });

beforeEach(async () => {
  world = new World();
  text = await world.upload('delibera');
  world.run(deliberationProcess, supersededTextProcess);
  await seated();
  frozenAs(1);
  await readied();
  await inSession();
});
afterEach(async () => {
  await world.stop();
  expect(world.troubles).toStrictEqual([]);
});

describe('a plan that is edited while its vote is open', () => {
  it('X-8: has the vote voided and the decision deferred; what was cast stays', async () => {
    await open();
    await vote(0);
    frozenAs(null);
    await superseded(1);
    await world.settled();
    expect((await world.types(sitting)).slice(-3)).toEqual([
      'VoteOpened',
      'VoteCast',
      'VoteVoided',
    ]);
    expect(await statusOf()).toBe('Deferred');
    const [deferred] = (await world.events(decision)).slice(-1);
    expect(deferred?.data).toEqual({ sitting, item, cause: 'textSuperseded' });
    await told(sitting, 'CloseMeeting');
  });
  it('X-8: is not voted on even before the process has heard of it', async () => {
    await open();
    expect(codeOf(await vote(0))).toBe('accepted');
    frozenAs(2);
    expect(codeOf(await vote(1))).toBe('TextSuperseded');
    expect(codeOf(await say(sitting, 'CloseVote', { item }))).toBe('TextSuperseded');
    frozenAs(1);
    expect(codeOf(await vote(1))).toBe('accepted');
    expect(codeOf(await say(sitting, 'CloseVote', { item }))).toBe('accepted');
  });
  it('X-8: in the very moment of the opening has the vote voided as it opens', async () => {
    await superseded(1);
    await open();
    await world.settled();
    expect(await endOf()).toBe('VoteVoided');
  });
  it('X-8: leaves alone a vote that has closed, and one on a later version', async () => {
    await open();
    for (const n of [0, 1, 2]) await vote(n);
    await superseded(0);
    await world.settled();
    expect(await endOf()).toBe('VoteCast');
    await told(sitting, 'CloseVote', { item });
    await superseded(1);
    await world.settled();
    expect(await endOf()).toBe('VoteClosed');
    expect(await statusOf()).toBe('Approved');
    const process = await world.types(`pm_supersededText-${uuid(1)}`);
    expect(process.at(-1)).toBe('ProcessCommandAccepted');
  });
  it('X-8: in the very moment of the closing leaves nothing approved', async () => {
    await open();
    for (const n of [0, 1, 2]) await vote(n);
    await world.settled();
    // The closing read the plan; the edit is appended before anybody has heard of the closing.
    await told(sitting, 'CloseVote', { item });
    frozenAs(null);
    await superseded(1);
    await world.settled();
    expect(await statusOf()).toBe('Deferred');
    const [deferred] = (await world.events(decision)).slice(-1);
    expect(deferred?.data).toEqual({ sitting, item, cause: 'textSuperseded' });
    expect(await world.types('pm_deliberation-' + uuid(1))).not.toContain('ProcessStopped');
  });
  it('GB-6: lets nobody vote once the term of the body is over', async () => {
    await open();
    expect(codeOf(await vote(0))).toBe('accepted');
    world.clock.at = '2030-01-03T09:00:00.000Z' as Instant;
    expect(codeOf(await vote(1))).toBe('TermOver');
    expect(codeOf(await say(sitting, 'CloseVote', { item }))).toBe('TermOver');
  });
});
