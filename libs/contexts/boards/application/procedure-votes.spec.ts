import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant, Sha256 } from '@tavolo/kernel';
import type { WrittenRule } from '../contract/index.js';
import { rulebookPresets } from '../contract/index.js';
import { board, codeOf, decision, hash, person, SeatedBoard, uuid } from '../test/seated-board.js';
import type { About } from '../test/seated-board.js';
import { World } from '../test/world.js';
import { destroyBoxesOfEndedVotes } from './ended-boxes.js';
import { procedureProcess } from './procedure.process.js';

const procedure = `procedure-${uuid(1)}`;
const deadline = '2030-01-31T11:00:00.000Z' as Instant;

let world: World;
let text: Sha256;
let body: SeatedBoard;

const say = (...said: Parameters<SeatedBoard['say']>) => body.say(...said);
const told = (...said: Parameters<SeatedBoard['told']>) => body.told(...said);
const reply = (n: number, choice: string, about: About = {}) => {
  const data = { seat: body.seats[n - 1], choice, textSha256: text };
  return say(procedure, 'CastReply', data, person(n), about);
};
const name = `${procedure}/${decision}`;
const lastOf = async () => (await world.events(procedure)).at(-1);
const close = () => {
  world.clock.at = deadline;
  return say(procedure, 'CloseProcedure');
};
const statusOf = async () => (await world.decisions.standing(decision))?.status;

async function opened(ballot: 'hidden' | 'secret', more: Partial<WrittenRule> = {}) {
  const written = { minDays: 10, replyChange: 'no' as const, ...more };
  const ballots = ['named', 'hidden', 'secret'] as const;
  const rulebook = { ...rulebookPresets.italianCollegialBody, written, ballots };
  await body.establish(rulebook);
  await body.propose(text);
  const opening = { board, kind: 'written', decision, textSha256: text, papers: [] };
  await told(procedure, 'OpenProcedure', { ...opening, deadline, ballot });
  await world.settled();
}

/** Two in favour, one against. */
async function replied(): Promise<void> {
  expect(codeOf(await reply(3, 'against'))).toBe('accepted');
  expect(codeOf(await reply(1, 'for'))).toBe('accepted');
  expect(codeOf(await reply(2, 'for'))).toBe('accepted');
}

beforeEach(async () => {
  world = new World();
  body = new SeatedBoard(world);
  world.clock.at = '2030-01-02T09:00:00.000Z' as Instant;
  text = await world.upload('delibera');
  world.run(procedureProcess);
});
afterEach(async () => {
  await world.stop();
  expect(world.troubles).toEqual([]);
});

describe('the box of a secret procedure', () => {
  it('D-3: keeps what was acknowledged out of the log, counts it, and leaves the tally alone', async () => {
    await opened('secret');
    const before = await world.store.head();
    await replied();
    expect(await world.store.head()).toBe(before);
    expect(codeOf(await close())).toBe('accepted');
    const { data } = (await lastOf()) ?? {};
    expect(data).toMatchObject({ outcome: 'approved', tally: { for: 2, against: 1, abstain: 0 } });
    expect(data?.replied).toEqual(body.seats.slice(0, 3).sort());
    expect(JSON.stringify(data)).not.toMatch(/"choice"|"key"/);
    expect(await world.ballotBoxes.all()).toEqual([]);
    await world.settled();
    expect(await statusOf()).toBe('Approved');
    const head = await world.store.head();
    expect(await world.recomputing.procedure(procedure, head)).toMatchObject({ equal: true });
  });

  it('X-13, D-1: knows a repeat, keeps other input and a second answer out', async () => {
    await opened('secret');
    const about = { commandId: uuid(77), commandHash: hash('a') };
    const opening = (await lastOf())?.id;
    const first = await reply(1, 'for', about);
    expect(first).toMatchObject({ receipt: { vote: decision, eventId: opening, repeated: false } });
    expect(await reply(1, 'for', about)).toMatchObject({ receipt: { repeated: true } });
    const other = { ...about, commandHash: hash('b') };
    expect(codeOf(await reply(1, 'against', other))).toBe('OtherInput');
    expect(codeOf(await reply(1, 'for', { commandHash: hash('a') }))).toBe('RepliedAlready');
    expect((await world.ballotBoxes.find(name))?.papers).toHaveLength(1);
  });

  it('GB-5, D-3: takes the last paper of a seat where the rulebook lets an answer be changed', async () => {
    await opened('secret', { replyChange: 'untilClose' });
    await replied();
    expect(codeOf(await reply(1, 'against'))).toBe('accepted');
    expect((await world.ballotBoxes.find(name))?.papers).toHaveLength(3);
    await close();
    expect((await lastOf())?.data).toMatchObject({ tally: { for: 1, against: 2 } });
  });

  it('D-1: knows who may call for a sitting no more, and ends with one that is called', async () => {
    await opened('secret', { sittingCalls: 1 });
    await reply(1, 'for');
    const call = (n: number) =>
      say(procedure, 'CallForSitting', { seat: body.seats[n - 1] }, person(n));
    expect(codeOf(await call(1))).toBe('ReplyIsFinal');
    expect(await world.ballotBoxes.all()).toEqual([name]);
    expect(codeOf(await call(2))).toBe('accepted');
    expect(await lastOf()).toMatchObject({ data: { cause: 'sittingCalled' } });
    expect(await world.ballotBoxes.all()).toEqual([]);
  });

  it('D-3: that is lost, or has too few papers, stops it, and the decision comes again', async () => {
    await opened('secret');
    await replied();
    await world.ballotBoxes.destroy(name);
    expect(codeOf(await reply(4, 'for'))).toBe('BoxLost');
    expect(codeOf(await close())).toBe('accepted');
    expect(await lastOf()).toMatchObject({ type: 'ProcedureStopped', data: { cause: 'boxLost' } });
    await world.settled();
    expect(await statusOf()).toBe('Deferred');
  });

  it('D-3: is opened again where the procedure does not close, and closes early once all have answered', async () => {
    await opened('secret');
    await replied();
    world.clock.at = '2030-01-20T09:00:00.000Z' as Instant;
    expect(codeOf(await say(procedure, 'CloseProcedureEarly'))).toBe('NotAllReplied');
    expect(codeOf(await reply(4, 'abstain'))).toBe('accepted');
    expect(codeOf(await say(procedure, 'CloseProcedureEarly'))).toBe('accepted');
    expect((await lastOf())?.data).toMatchObject({ early: true, tally: { for: 2, abstain: 1 } });
  });

  it('D-3: of an open procedure survives a start; of an ended one, or of none, it does not', async () => {
    await opened('secret');
    await replied();
    await destroyBoxesOfEndedVotes(world.ports);
    expect((await world.ballotBoxes.find(name))?.papers).toHaveLength(3);
    const never = `procedure-${uuid(2)}/${decision}`;
    await world.ballotBoxes.make(never);
    await destroyBoxesOfEndedVotes(world.ports);
    expect(await world.ballotBoxes.all()).toEqual([name]);
    await close();
    await world.ballotBoxes.make(name);
    await destroyBoxesOfEndedVotes(world.ports);
    expect(await world.ballotBoxes.all()).toEqual([]);
  });

  it('D-3, X-11: is not left by a procedure that did not open', async () => {
    await opened('secret');
    const other = `procedure-${uuid(2)}`;
    const opening = { board, kind: 'written', decision, textSha256: text, papers: [] };
    const kept = await say(other, 'OpenProcedure', { ...opening, deadline, ballot: 'secret' });
    expect(codeOf(kept)).toBe('DecisionNotReady');
    expect(await world.ballotBoxes.all()).toEqual([name]);
  });
});

describe('a hidden procedure', () => {
  it('D-3: is sealed in the log, opened by its closing, and counted again from the seals', async () => {
    await opened('hidden', { replyChange: 'untilClose' });
    await replied();
    expect(codeOf(await reply(2, 'abstain'))).toBe('accepted');
    const during = JSON.stringify(await world.events(procedure));
    expect(during).not.toMatch(/"(for|against|abstain)"/);
    expect(codeOf(await close())).toBe('accepted');
    const { data } = (await lastOf()) ?? {};
    expect(data).toMatchObject({ tally: { for: 1, against: 1, abstain: 1 } });
    expect(data?.ballots).toHaveLength(4);
    const head = await world.store.head();
    const again = await world.recomputing.procedure(procedure, head);
    expect(again).toMatchObject({ equal: true });
    expect(await world.ballotBoxes.all()).toEqual([]);
  });

  it('D-3: is stopped where its key does not open what was sealed', async () => {
    await opened('hidden');
    await replied();
    await world.ballotBoxes.destroy(name);
    await world.ballotBoxes.make(name);
    await close();
    expect(await lastOf()).toMatchObject({ type: 'ProcedureStopped', data: { cause: 'boxLost' } });
  });
});
