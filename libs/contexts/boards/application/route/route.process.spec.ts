import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { boardId, decisionId, definition, route, RouteWorld } from '../../test/routes.js';
import { rulesOf, stageOf } from '../../test/routes.js';

const origin = boardId(1);
const [first, second, third] = [boardId(2), boardId(3), boardId(4)];
const [region, ministry] = [boardId(5), boardId(6)];
const matter = decisionId(1);

let world: RouteWorld;

const start = () =>
  world.told(route, 'StartRoute', { definition, decision: matter, textSha256: world.text });
const resultOf = async () => (await world.facts('RouteEnded')).map((one) => one.result);
const endings = async () =>
  (await world.facts('RouteStageEnded')).map(({ stage, round, outcome }) =>
    [stage, round, outcome].join(' '),
  );
const statusOf = async (decision: string) => (await world.types(decision)).at(-1);
const territory = () =>
  stageOf('territorio', [first, second, third], {
    ...{ kind: 'opinion', binding: false, needed: 2, silence: 'assent' },
  });
const decides = (more = {}) => stageOf('regione', [region], { needed: 1, ...more });
const objects = () =>
  stageOf('ministero', [ministry], {
    ...{ kind: 'objection', needed: 1, days: 20, silence: 'assent', sendBackTo: null },
  });

beforeEach(async () => {
  world = new RouteWorld();
  world.text = await world.upload('delibera');
  world.begin();
  await world.establish(1, 'local');
  for (const n of [2, 3, 4]) await world.establish(n, 'territory');
  await world.establish(5, 'region');
  await world.establish(6, 'national');
  await world.propose(1, origin);
});
afterEach(async () => {
  await world.end();
  expect(world.troubles).toStrictEqual([]);
});

describe('a route over three levels', () => {
  it('D-9: leads a matter through all of them by itself, also when the server was down', async () => {
    await world.adopt(rulesOf(territory(), decides(), objects()));
    await start();
    await world.votes(await world.before(first), 'Approved');
    await world.votes(await world.before(second), 'Rejected');
    await world.restart();
    await world.walkTo('2030-01-12T22:59:59.000Z');
    expect(await world.facts('RouteSilenceNoted')).toEqual([]);
    await world.walkTo('2030-01-12T23:00:00.000Z');
    const silence = { board: third, meaning: 'assent', until: '2030-01-12' };
    expect(await world.facts('RouteSilenceNoted')).toMatchObject([silence]);
    expect(await endings()).toEqual(['territorio 1 passed']);
    const answer = await world.before(region);
    await world.votes(answer, 'Approved');
    expect(await endings()).toHaveLength(1);
    await world.effects(answer);
    expect(await endings()).toEqual(['territorio 1 passed', 'regione 1 passed']);
    await world.walkTo('2030-02-02T22:59:59.000Z');
    expect(await resultOf()).toEqual([]);
    await world.walkTo('2030-02-02T23:00:00.000Z');
    expect(await resultOf()).toEqual(['passed']);
    expect(await statusOf(matter)).toBe('DecisionRouteEnded');
  });

  it('D-2: comes back with the answer of the body, which nobody types in', async () => {
    await world.adopt(rulesOf(decides()));
    await start();
    const answer = await world.before(region);
    expect(await world.events(answer)).toMatchObject([
      { data: { board: region, textSha256: world.text, route: { route, stage: 'regione' } } },
    ]);
    expect(await world.refusalOf(route, 'HearBody', { decision: matter })).toBe('NotItsAnswer');
    await world.told(route, 'HearBody', { decision: answer });
    expect(await world.facts('RouteAnswered')).toEqual([]);
    await world.votes(answer, 'Rejected');
    expect(await resultOf()).toEqual(['failed']);
  });

  it('X-8: takes away what lies before a body that is no longer waited for', async () => {
    await world.adopt(rulesOf(stageOf('s', [first, second, third], { needed: 1 })));
    await start();
    const answer = await world.before(first);
    await world.votes(answer, 'Approved');
    await world.effects(answer);
    expect(await resultOf()).toEqual(['passed']);
    expect(await statusOf(await world.before(second))).toBe('ProposalWithdrawn');
    expect(await statusOf(answer)).toBe('DecisionBecameEffective');
  });
});

describe('a matter that is sent back', () => {
  const sendBack = async (n: number, stage: string, board = region) => {
    const move = { kind: 'moveRoute', move: 'sendBack', route, stage, round: 1 };
    await world.propose(n, board, move);
    await world.votes(decisionId(n), 'Approved');
  };

  it('X-8: stays on its route, and a new text begins where the definition says', async () => {
    await world.adopt(rulesOf(territory(), decides({ restart: 'first' })));
    await start();
    for (const board of [first, second, third]) {
      await world.votes(await world.before(board), 'Approved');
    }
    await sendBack(50, 'regione');
    expect(await world.facts('RouteReturned')).toMatchObject([
      { cause: 'sentBack', to: 'origin', restart: 'territorio', nextRound: 2 },
    ]);
    expect(await statusOf(await world.before(region))).toBe('ProposalWithdrawn');
    const text = await world.upload('testo nuovo');
    await world.told(matter, 'AmendProposal', { textSha256: text });
    await world.told(route, 'ResubmitToRoute', { decision: matter, textSha256: text });
    expect((await world.facts('RouteStageOpened')).at(-1)).toMatchObject({
      ...{ stage: 'territorio', round: 2, textSha256: text },
    });
    await world.votes(await world.before(first), 'Approved');
    expect((await world.facts('RouteAnswered')).at(-1)).toMatchObject({ round: 2 });
  });

  it('X-8: goes back by itself when its text is edited on the way', async () => {
    await world.adopt(rulesOf(decides({ restart: 'here' })));
    await start();
    const text = await world.upload('testo nuovo');
    await world.told(matter, 'AmendProposal', { textSha256: text });
    expect(await world.facts('RouteReturned')).toMatchObject([{ cause: 'textMoved', round: 1 }]);
    const old = await world.before(region);
    expect(await statusOf(old)).toBe('ProposalWithdrawn');
    const again = { decision: matter, textSha256: world.text };
    expect(await world.refusalOf(route, 'ResubmitToRoute', again)).toBe('OtherText');
    await world.told(route, 'ResubmitToRoute', { decision: matter, textSha256: text });
    expect(await world.before(region)).not.toBe(old);
  });

  it('X-11: ends with the proposal of origin', async () => {
    await world.adopt(rulesOf(decides()));
    await start();
    await world.told(matter, 'WithdrawProposal');
    expect(await resultOf()).toEqual(['withdrawn']);
    expect(await statusOf(await world.before(region))).toBe('ProposalWithdrawn');
  });

  it('X-11: is not put to anybody where it is on another route', async () => {
    await world.adopt(rulesOf(decides()));
    await start();
    const another = `${route.slice(0, -1)}2`;
    const data = { definition, decision: matter, textSha256: world.text };
    expect(await world.refusalOf(another, 'StartRoute', data)).toBe('OnAnotherRoute');
    await world.told(route, 'WithdrawRoute');
    await world.told(another, 'StartRoute', data);
    expect(await world.types(another)).toContain('RouteBodyAsked');
  });
});

describe('an objection on grounds of subsidiarity', () => {
  it('D-7, X-11: is a reasoned decision of the body, within the term, and the origin thinks again', async () => {
    await world.adopt(rulesOf(objects(), decides()));
    await start();
    const move = { kind: 'moveRoute', move: 'object', route, stage: 'ministero', round: 1 };
    const proposal = { board: region, title: 'Opposizione', textSha256: world.text };
    const reasoned = { ...proposal, subject: move, motivation: world.text };
    expect(await world.refusalOf(decisionId(60), 'ProposeDecision', reasoned)).toBe('NotAsked');
    const sendBack = { ...reasoned, board: ministry, subject: { ...move, move: 'sendBack' } };
    expect(await world.refusalOf(decisionId(60), 'ProposeDecision', sendBack)).toBe(
      'OnlyObjections',
    );
    await world.propose(61, ministry, move);
    await world.votes(decisionId(61), 'Approved');
    expect(await endings()).toEqual(['ministero 1 objected']);
    expect(await world.facts('RouteReturned')).toMatchObject([{ cause: 'objections' }]);
    // Maintained as it was, it goes on: the origin has thought again.
    await world.told(route, 'ResubmitToRoute', { decision: matter, textSha256: world.text });
    expect((await world.facts('RouteStageOpened')).at(-1)).toMatchObject({ stage: 'regione' });
  });
});

describe('a body that is no more', () => {
  it('GB-6: counts out of those asked the day after its last, and not earlier', async () => {
    await world.adopt(rulesOf(stageOf('s', [first, second, third], { days: 30 })));
    await start();
    for (const board of [first, second]) {
      const answer = await world.before(board);
      await world.votes(answer, 'Approved');
      await world.effects(answer);
    }
    await world.told(third, 'DissolveBoard', { lastDay: '2030-01-05' });
    await world.walkTo('2030-01-05T22:59:59.000Z');
    expect(await resultOf()).toEqual([]);
    await world.walkTo('2030-01-05T23:00:00.000Z');
    expect(await world.facts('RoutePlaceLapsed')).toMatchObject([{ board: third }]);
    expect(await resultOf()).toEqual(['passed']);
  });

  it('GB-6: goes to the higher body where too few are left', async () => {
    const rules = { needed: 2, unreachable: 'escalates', escalatesTo: ministry } as const;
    await world.adopt(rulesOf(stageOf('s', [first, second], rules)));
    await start();
    await world.told(second, 'DissolveBoard', { lastDay: '2030-01-03' });
    await world.walkTo('2030-01-04T09:00:00.000Z');
    expect(await world.facts('RouteStageEscalated')).toMatchObject([{ cause: 'lapse' }]);
    const answer = await world.before(ministry);
    await world.votes(answer, 'Approved');
    await world.effects(answer);
    expect(await resultOf()).toEqual(['passed']);
  });
});

describe('a definition of routes', () => {
  it('X-8: that is changed leaves a route in flight on the version it started with', async () => {
    await world.adopt(rulesOf(decides()));
    await start();
    await world.adopt(rulesOf(stageOf('altro', [first])));
    const adopted = (await world.events(definition)).map(({ data }) => data);
    expect(adopted.slice(1)).toMatchObject([{ version: 1 }, { version: 2 }]);
    const answer = await world.before(region);
    await world.votes(answer, 'Approved');
    await world.effects(answer);
    expect(await world.facts('RouteStarted')).toMatchObject([{ version: 1 }]);
    expect(await resultOf()).toEqual(['passed']);
  });

  it('D-8, D-2: asks every body of a level that is there, found when the route starts', async () => {
    const asked = { kind: 'level', level: 'territory', network: null } as const;
    await world.adopt(rulesOf(stageOf('s', [], { asked, needed: null })));
    expect(await world.refusalOf(route, 'StartRoute', startData())).toBe('TooFewBodies');
    world.bodies.known.set('territory', [first, second]);
    await start();
    expect(await world.facts('RouteStarted')).toMatchObject([
      { stages: [{ boards: [first, second] }] },
    ]);
  });
});

const startData = () => ({ definition, decision: matter, textSha256: world.text });
