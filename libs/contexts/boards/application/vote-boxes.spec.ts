import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant, Sha256 } from '@tavolo/kernel';
import type { Rulebook } from '../contract/index.js';
import { rulebookPresets } from '../contract/index.js';
import {
  board,
  codeOf,
  decision,
  hash,
  person,
  SeatedBoard,
  secretary,
  uuid,
} from '../test/seated-board.js';
import type { About } from '../test/seated-board.js';
import { World } from '../test/world.js';
import { deliberationProcess } from './deliberation.process.js';
import { destroyBoxesOfEndedVotes } from './ended-boxes.js';

const sitting = `sitting-${uuid(1)}`;

let world: World;
let text: Sha256;
let item: string;
let body: SeatedBoard;

const say = (...said: Parameters<SeatedBoard['say']>) => body.say(...said);
const told = (...said: Parameters<SeatedBoard['told']>) => body.told(...said);
const vote = (n: number, choice: string, about: About = {}) => {
  const data = { item, seat: body.seats[n - 1], choice, textSha256: text };
  return say(sitting, 'CastVote', data, person(n), about);
};
const close = () => say(sitting, 'CloseVote', { item });
const name = () => `${sitting}/${item}`;
const lastOf = async () => (await world.events(sitting)).at(-1);

async function opened(ballot: 'hidden' | 'secret', more: Partial<Rulebook> = {}): Promise<void> {
  const rules = { ...rulebookPresets.italianCollegialBody, noticeDays: 0, ...more };
  await body.establish({ ...rules, ballots: ['named', 'hidden', 'secret'] });
  await body.propose(text);
  const items = [{ decision, textSha256: text, papers: [] }];
  const notice = { board, at: '2030-01-02T09:00:00.000Z', place: 'Sala 1', items };
  await told(sitting, 'ConveneMeeting', notice);
  await world.settled();
  const [convening] = await world.events(sitting);
  item = (convening?.data as { items: { item: string }[] }).items[0]?.item ?? '';
  await told(sitting, 'OpenMeeting');
  for (const seat of body.seats) await told(sitting, 'RecordArrival', { seat });
  await told(sitting, 'VerifyQuorum', { item });
  await told(sitting, 'OpenVote', { item, textSha256: text, ballot });
}

/** Two in favour, one against. */
async function voted(): Promise<void> {
  expect(codeOf(await vote(3, 'against'))).toBe('accepted');
  expect(codeOf(await vote(1, 'for'))).toBe('accepted');
  expect(codeOf(await vote(2, 'for'))).toBe('accepted');
}

beforeEach(async () => {
  world = new World();
  body = new SeatedBoard(world);
  world.clock.at = '2030-01-02T09:00:00.000Z' as Instant;
  text = await world.upload('delibera');
  world.run(deliberationProcess);
});
afterEach(async () => {
  await world.stop();
  expect(world.troubles).toEqual([]);
});

describe('the box of a secret vote', () => {
  it('D-3: keeps what was acknowledged out of the log, and counts it', async () => {
    await opened('secret');
    const before = await world.store.head();
    await voted();
    expect(await world.store.head()).toBe(before);
    expect(codeOf(await close())).toBe('accepted');
    const { data } = (await lastOf()) ?? {};
    expect(data).toMatchObject({ outcome: 'approved', tally: { for: 2, against: 1, abstain: 0 } });
    const named = (data?.voters as { seat: string }[]).map(({ seat }) => seat);
    expect(named).toEqual(body.seats.slice(0, 3).sort());
    expect(JSON.stringify(data)).not.toMatch(/"choice"/);
    expect(await world.ballotBoxes.all()).toEqual([]);
  });

  it('X-13, D-1: answers a repeat the same, by the vote and not by a position; other input is kept out', async () => {
    await opened('secret');
    const about = { commandId: uuid(77), commandHash: hash('a') };
    const first = await vote(1, 'for', about);
    const opening = (await lastOf())?.id;
    expect(first).toMatchObject({
      outcome: 'accepted',
      receipt: { vote: item, eventId: opening, repeated: false },
    });
    const receipt = first.outcome === 'accepted' ? first.receipt : null;
    expect(await vote(1, 'for', about)).toMatchObject({ receipt: { ...receipt, repeated: true } });
    expect(codeOf(await vote(1, 'against', { ...about, commandHash: hash('b') }))).toBe(
      'OtherInput',
    );
    expect(codeOf(await vote(1, 'for', { commandHash: hash('a') }))).toBe('VotedAlready');
    expect((await world.ballotBoxes.find(name()))?.papers).toHaveLength(1);
  });

  it('D-3: is sealed: a paper tells its choice to nobody without the key, not by its length either', async () => {
    await opened('secret');
    await voted();
    const papers = (await world.ballotBoxes.find(name()))?.papers ?? [];
    expect(JSON.stringify(papers)).not.toMatch(/for|against|abstain/);
    expect(new Set(papers.map(({ sealed }) => sealed.length)).size).toBe(1);
  });

  it('D-3: is opened again where the vote does not close, and voting goes on', async () => {
    await opened('secret');
    await vote(1, 'for');
    expect(codeOf(await close())).toBe('FewerThanThree');
    expect(codeOf(await vote(2, 'for'))).toBe('accepted');
    expect(codeOf(await vote(3, 'for'))).toBe('accepted');
    expect(codeOf(await close())).toBe('accepted');
  });

  it('D-3: that a dead server left shut is counted by whoever closes next, with all that was laid', async () => {
    await opened('secret');
    await voted();
    await world.ballotBoxes.shut(name(), 'a count that never ended');
    expect(codeOf(await close())).toBe('accepted');
    expect((await lastOf())?.data).toMatchObject({ tally: { for: 2, against: 1 } });
  });

  it('D-3, D-1: that outlived its vote is destroyed by the next closing, or by the next start', async () => {
    await opened('secret');
    await voted();
    await close();
    await world.ballotBoxes.make(name());
    expect(codeOf(await close())).toBe('VoteNotOpen');
    expect(await world.ballotBoxes.all()).toEqual([]);
    await world.ballotBoxes.make(name());
    await destroyBoxesOfEndedVotes(world.ports);
    expect(await world.ballotBoxes.all()).toEqual([]);
  });

  it('D-3: of a vote that is open survives a start', async () => {
    await opened('secret');
    await voted();
    await destroyBoxesOfEndedVotes(world.ports);
    expect((await world.ballotBoxes.find(name()))?.papers).toHaveLength(3);
  });

  it('D-3: that is lost voids the vote, and the decision comes again', async () => {
    await opened('secret');
    await voted();
    await world.ballotBoxes.destroy(name());
    expect(codeOf(await vote(4, 'for'))).toBe('BoxLost');
    expect(codeOf(await close())).toBe('accepted');
    await world.settled();
    expect(await lastOf()).toMatchObject({ type: 'VoteVoided', data: { cause: 'boxLost' } });
    expect((await world.decisions.standing(decision))?.status).toBe('Deferred');
  });

  it('D-3, D-1: closed by two servers at once is counted once', async () => {
    await opened('secret');
    await voted();
    const other = world.replica();
    const asked = { type: 'CloseVote', data: { item } };
    const about = { person: secretary, commandId: uuid(88) };
    const answers = await Promise.all([close(), other.command(sitting, asked, about)]);
    expect(answers.map((answer) => codeOf(answer)).sort()).toEqual(['VoteNotOpen', 'accepted']);
    const closings = (await world.types(sitting)).filter((type) => type === 'VoteClosed');
    expect(closings).toHaveLength(1);
    expect((await lastOf())?.data).toMatchObject({ tally: { for: 2, against: 1 } });
    expect(await world.ballotBoxes.all()).toEqual([]);
  });
});

describe('a hidden vote', () => {
  it('D-3: is sealed in the log, opened by its closing, and counted again from the seals', async () => {
    await opened('hidden');
    await voted();
    const during = JSON.stringify(await world.events(sitting));
    expect(during).not.toMatch(/"(for|against|abstain)"/);
    expect(codeOf(await close())).toBe('accepted');
    const { data } = (await lastOf()) ?? {};
    expect(data).toMatchObject({ outcome: 'approved', tally: { for: 2, against: 1 } });
    const head = await world.store.head();
    const again = await world.recomputing.vote({ sitting, item }, head);
    expect(again).toMatchObject({ equal: true, computed: { outcome: 'approved' } });
    expect(await world.ballotBoxes.all()).toEqual([]);
  });

  it('D-3: is void where its key does not open what was sealed', async () => {
    await opened('hidden');
    await voted();
    await world.ballotBoxes.destroy(name());
    await world.ballotBoxes.make(name());
    await close();
    expect(await lastOf()).toMatchObject({ type: 'VoteVoided', data: { cause: 'boxLost' } });
  });

  it('D-2: can be counted again under rules that weigh votes', async () => {
    await opened('hidden');
    await voted();
    await close();
    const rules = { ...rulebookPresets.italianCollegialBody };
    const weighed = { ...rules, weights: [{ category: 'comuni', weight: 2 }] };
    const head = await world.store.head();
    const again = await world.recomputing.vote({ sitting, item }, head, weighed);
    expect(again?.computed?.outcome).toBe('approved');
  });

  it('D-2: of a secret vote no count by weights', async () => {
    await opened('secret');
    await voted();
    await close();
    const rules = { ...rulebookPresets.italianCollegialBody };
    const weighed = { ...rules, weights: [{ category: 'comuni', weight: 2 }] };
    const head = await world.store.head();
    expect(await world.recomputing.vote({ sitting, item }, head)).toMatchObject({ equal: true });
    const again = await world.recomputing.vote({ sitting, item }, head, weighed);
    expect(again).toMatchObject({ equal: false, computed: null });
  });
});
