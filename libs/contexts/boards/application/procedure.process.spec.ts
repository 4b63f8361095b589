import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '@tavolo/command';
import type { Instant, PersonRef, Sha256 } from '@tavolo/kernel';
import type { PlanId, PlanStanding } from '@tavolo/plans';
import { CommandSender, RunningProcesses } from '@tavolo/process';
import type { SystemCommand } from '@tavolo/process';
import { rulebookPresets } from '../contract/index.js';
import type { DecisionId, Rulebook } from '../contract/index.js';
import { NoCheckpoints } from '../test/fakes.js';
import { World } from '../test/world.js';
import { deliberationProcess } from './deliberation.process.js';
import { procedureProcess } from './procedure.process.js';
import { supersededTextProcess } from './superseded-text.process.js';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number) => `person-${uuid(n)}` as PersonRef;
const [board, procedure, sitting] = [
  `board-${uuid(1)}`,
  `procedure-${uuid(1)}`,
  `sitting-${uuid(1)}`,
];
const plan = `plan-${uuid(1)}` as PlanId;
const decision = `decision-${uuid(1)}` as DecisionId;
/** Noon in Rome on the last day of January. */
const deadline = '2030-01-31T11:00:00.000Z' as Instant;

let world: World;
let running: RunningProcesses;
let text: Sha256;
let seats: string[];

function begin(): void {
  const { store, clock, instance } = world;
  const sender = new (class extends CommandSender {
    send({ target, type, data, actor, ...about }: SystemCommand) {
      const { commandId, causationId, correlationId } = about;
      const ids = { commandId, causationId, correlationId };
      return world.command(target, { type, data }, { person: actor.person, ...ids });
    }
  })();
  const all = [procedureProcess, deliberationProcess, supersededTextProcess];
  running = new RunningProcesses(all, {
    ...{ store, clock, instance, sender },
    checkpoints: new NoCheckpoints(),
    trouble: ({ error }) => world.troubles.push(error),
  });
}

type Said = [data?: object, by?: PersonRef];
const say = (target: string, type: string, ...[data = {}, by = person(9)]: Said) =>
  world.command(target, { type, data }, { person: by, legalBasis: ['L. 241/1990'] });
async function told(target: string, type: string, ...said: Said) {
  const answer = await say(target, type, ...said);
  if (answer.outcome === 'refused') throw new Error(answer.refusal.en);
  return answer;
}
const codeOf = (answer: Answer) =>
  answer.outcome === 'refused' ? answer.refusal.code : answer.outcome;
const walkTo = async (at: string) => {
  world.clock.at = at as Instant;
  await running.settled();
};
const statusOf = async () => (await world.decisions.standing(decision))?.status;
const reply = (n: number, choice = 'for') =>
  told(procedure, 'CastReply', { seat: seats[n], choice, textSha256: text }, person(n + 1));
const ends = async () =>
  (await world.types(procedure)).filter((type) => /Closed|Stopped/u.test(type));
const open = (more: object = {}) =>
  say(procedure, 'OpenProcedure', {
    ...{ board, kind: 'written', decision, textSha256: text, papers: [], deadline, ...more },
  });

async function seated(rulebook: Rulebook): Promise<void> {
  const founding = { name: 'Cabina', level: 'region', seats: 3, rulebook };
  await told(board, 'EstablishBoard', { ...founding, termUntil: '2031-01-02' });
  const term = { from: '2030-01-01', until: '2031-01-02' };
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

/** The plan as its own stream would show it. */
function frozenAs(version: number): void {
  const frozen = { version, sha256: text };
  const basis = { stream: plan, revision: 7 };
  const standing = { frozen, readyForAdoption: [], basis } as unknown as PlanStanding;
  world.plans.known.set(plan, standing);
}

/** An edit after the consolidation, as the plan records it. */
async function edited(version: number): Promise<void> {
  const [like] = await world.events(procedure);
  if (!like) throw new Error('nothing was opened');
  const id = uuid(900) as typeof like.id;
  const fact = { id, type: 'PlanDraftSuperseded', schema: 1, data: { version }, meta: like.meta };
  await world.store.append(plan, [fact], { expected: 'any' });
}

async function readied(subject: object = { kind: 'other' }): Promise<void> {
  const proposal = { board, title: 'Atto', subject, textSha256: text };
  await told(decision, 'ProposeDecision', { ...proposal, motivation: text }, person(7));
  const opinion = { kind: 'technical', opinion: 'positive', document: text };
  await told(decision, 'AttachOpinion', opinion, person(8));
  await told(decision, 'MarkReady');
}

beforeEach(async () => {
  world = new World();
  text = await world.upload('Testo della deliberazione.');
  const written = { minDays: 5, replyChange: 'no', sittingCalls: 1, extensionDays: 10 } as const;
  const silence = { minDays: 5, objections: 1, onObjections: 'sitting' } as const;
  const rulebook = { ...rulebookPresets.italianCollegialBody, noticeDays: 0, written, silence };
  await seated(rulebook);
  begin();
});
afterEach(async () => {
  await running.stop();
  expect(world.troubles).toEqual([]);
});

describe('a written procedure and its decision', () => {
  beforeEach(() => readied());
  it('D-2: is before the procedure while it is open, and approved at the deadline by its timer', async () => {
    await open();
    await running.settled();
    expect(await statusOf()).toBe('OnAgenda');
    await reply(0);
    await reply(1);
    await walkTo('2030-01-31T10:59:59.000Z');
    expect(await ends()).toEqual([]);
    await walkTo(deadline);
    expect(await ends()).toEqual(['ProcedureClosed']);
    expect(await statusOf()).toBe('Approved');
  });
  it('D-2: its timer fires once, also after a restart and long after the deadline', async () => {
    await open();
    await running.settled();
    await reply(0, 'against');
    await reply(1, 'against');
    await running.stop();
    world.clock.at = '2030-04-01T09:00:00.000Z' as Instant;
    begin();
    await running.settled();
    begin();
    await running.settled();
    expect(await ends()).toEqual(['ProcedureClosed']);
    expect(await statusOf()).toBe('Rejected');
    const [closed] = (await world.events(procedure)).slice(-1);
    expect(closed?.data).toMatchObject({ deadline, early: false });
    const process = await world.events(`pm_procedure-${uuid(1)}`);
    const fired = process.find(({ type }) => type === 'TimerFired');
    expect(fired?.data).toMatchObject({ late: true });
    expect(fired?.meta.effectiveOn).toBe('2030-01-31');
  });
  it('GB-1: closes at the later deadline, and not at the first', async () => {
    await open();
    await running.settled();
    await reply(0);
    await reply(1);
    await told(procedure, 'ExtendProcedure', { deadline: '2030-02-05T11:00:00.000Z' });
    await walkTo(deadline);
    expect(await ends()).toEqual([]);
    await walkTo('2030-02-05T11:00:00.000Z');
    expect(await ends()).toEqual(['ProcedureClosed']);
  });
  it('X-11: is ready for the agenda of a sitting once members called for one', async () => {
    await open();
    await running.settled();
    await told(procedure, 'CallForSitting', { seat: seats[1] }, person(2));
    await running.settled();
    expect(await statusOf()).toBe('ReadyForAgenda');
    const items = [{ decision, textSha256: text, papers: [] }];
    const at = '2030-01-10T09:00:00.000Z';
    await told(sitting, 'ConveneMeeting', { board, at, place: 'Sala', items });
    await running.settled();
    expect(await statusOf()).toBe('OnAgenda');
    await walkTo(deadline);
    expect(await ends()).toEqual(['ProcedureStopped']);
  });
  it('X-11: a second procedure on the same decision is voided before it can decide', async () => {
    await open();
    const second = `procedure-${uuid(2)}`;
    await told(second, 'OpenProcedure', {
      ...{ board, kind: 'silence', decision, textSha256: text, papers: [], deadline },
    });
    await running.settled();
    expect((await world.types(second)).at(-1)).toBe('ProcedureStopped');
    await reply(0);
    await reply(1);
    await walkTo(deadline);
    expect(await statusOf()).toBe('Approved');
  });
  it('GB-6: is deferred where the term of the body ended while it was open', async () => {
    await open();
    await running.settled();
    await reply(0);
    await told(board, 'DissolveBoard', { lastDay: '2030-01-20' });
    world.clock.at = '2030-01-21T09:00:00.000Z' as Instant;
    const cast = { seat: seats[1], choice: 'for', textSha256: text };
    expect(codeOf(await say(procedure, 'CastReply', cast, person(2)))).toBe('TermOver');
    await walkTo(deadline);
    expect(await ends()).toEqual(['ProcedureStopped']);
    expect(await statusOf()).toBe('Deferred');
  });
  it('X-7: waits for a conflict that is open at the deadline, and closes once it is resolved', async () => {
    await open();
    await running.settled();
    await reply(0);
    await reply(1);
    await told(procedure, 'DeclareProcedureConflict', { seat: seats[2] }, person(3));
    await walkTo(deadline);
    expect(await ends()).toEqual([]);
    expect((await world.types(`pm_procedure-${uuid(1)}`)).at(-1)).toBe('ProcessBeganWaiting');
    await told(procedure, 'ResolveProcedureConflict', { seat: seats[2], upheld: true });
    await running.settled();
    expect(await ends()).toEqual(['ProcedureClosed']);
    expect(await statusOf()).toBe('Approved');
  });
  it('X-3, X-11: withdrawn, it gives the decision back to its proposer', async () => {
    await open();
    await running.settled();
    const taking = () => say(decision, 'WithdrawProposal', {}, person(7));
    expect(codeOf(await taking())).toBe('WrongState');
    await told(procedure, 'WithdrawProcedure');
    await running.settled();
    expect(codeOf(await taking())).toBe('accepted');
    await walkTo(deadline);
    expect(await ends()).toEqual(['ProcedureStopped']);
  });
});

describe('a procedure on the adoption of a plan', () => {
  beforeEach(async () => {
    frozenAs(1);
    await readied({ kind: 'adoptPlan', plan, sha256: text });
    await open({ kind: 'silence' });
    await running.settled();
  });
  it('X-8: is voided when the plan is edited, and its decision deferred', async () => {
    await edited(1);
    await running.settled();
    expect(await ends()).toEqual(['ProcedureStopped']);
    expect(await statusOf()).toBe('Deferred');
  });
  it('X-8: does not come to an outcome on a version that the plan stands by no more', async () => {
    frozenAs(2);
    await walkTo(deadline);
    const [end] = (await world.events(procedure)).slice(-1);
    expect(end).toMatchObject({ type: 'ProcedureStopped', data: { cause: 'textSuperseded' } });
    expect(await statusOf()).toBe('Deferred');
  });
  it('X-8: stands where the plan does', async () => {
    await walkTo(deadline);
    expect(await statusOf()).toBe('Approved');
  });
});

describe('a silence procedure and its decision', () => {
  beforeEach(() => readied());
  it('D-2: adopts at the deadline by its timer', async () => {
    await open({ kind: 'silence' });
    await walkTo(deadline);
    expect(await statusOf()).toBe('Approved');
  });
  it('D-2, X-6: is stopped by a reasoned objection, and the decision is for a sitting', async () => {
    await open({ kind: 'silence' });
    await running.settled();
    const objection = { seat: seats[2], textSha256: text };
    const reasons = 'f'.repeat(64);
    const unknown = await say(procedure, 'RaiseObjection', { ...objection, reasons }, person(3));
    expect(codeOf(unknown)).toBe('DocumentUnknown');
    await told(procedure, 'RaiseObjection', { ...objection, reasons: text }, person(3));
    await running.settled();
    expect(await statusOf()).toBe('ReadyForAgenda');
  });
});
