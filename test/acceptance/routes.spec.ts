import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { say } from '@tavolo/demo';
import { RouteStory } from './route-story.js';
import type { Body } from './route-story.js';

interface Look {
  readonly route: {
    readonly status: string;
    readonly result: string | null;
    readonly version: number;
    readonly runs: readonly {
      readonly stage: string;
      readonly round: number;
      readonly outcome: string | null;
      readonly counts: boolean;
    }[];
    readonly places: readonly {
      readonly board: { readonly id: string };
      readonly status: string;
      readonly until: string;
      readonly decision: string | null;
    }[];
    readonly timeline: readonly { readonly type: string; readonly onPresentText: boolean }[];
  };
}

const LOOK = `query ($id: ID!) { route(id: $id) {
  status result version
  runs { stage round outcome counts }
  places { board { id } status until decision }
  timeline { type onPresentText }
} }`;

const law = { legalBasis: ['L. 241/1990, art. 14-bis'] };

describe('a matter through territory, region and ministry', () => {
  let story: RouteStory;
  const bodies = new Map<string, Body>();
  let [definition, matter, route] = ['', '', ''];
  const of = (name: string) => {
    const body = bodies.get(name);
    if (!body) throw new Error(`there is no body ${name}`);
    return body;
  };
  const look = async () => (await story.ask<Look>(LOOK, { id: route })).route;
  const until = (what: string, isSo: (now: Look['route']) => boolean) =>
    story.until(what, look, isSo);
  const before = async (name: string) => {
    const isWaiting = ({ board, status }: Look['route']['places'][number]) =>
      board.id === of(name).id && status === 'WAITING';
    const { places } = await until(`${name} è interpellato`, (now) => now.places.some(isWaiting));
    const decision = places.find(isWaiting)?.decision ?? '';
    const arrived = () => story.statusOf(decision);
    await story.until('la proposta è arrivata', arrived, (status) => status === 'PROPOSED');
    return decision;
  };
  const runOf = (now: Look['route'], stage: string, round: number) =>
    now.runs.find((run) => run.stage === stage && run.round === round);

  const rules = () => ({
    stages: [
      {
        ...{ stage: 'territorio', title: 'Pareri', kind: 'OPINION', binding: false, needed: 2 },
        ...{ boards: ['t1', 't2', 't3'].map((name) => of(name).id), days: 10, silence: 'ASSENT' },
      },
      {
        ...{ stage: 'regione', title: 'Approvazione', kind: 'DECISION', boards: [of('r').id] },
        ...{ days: 30, silence: 'REFUSAL', sendBackTo: 'origin', restart: 'HERE' },
      },
      {
        ...{ stage: 'ministero', title: 'Sussidiarietà', kind: 'OBJECTION', needed: 1 },
        ...{ boards: [of('m').id], days: 20, silence: 'ASSENT' },
      },
    ],
  });

  beforeAll(async () => {
    story = await RouteStory.begin();
    const levels = { l: 'LOCAL', t1: 'TERRITORY', t2: 'TERRITORY', t3: 'TERRITORY' };
    for (const [name, level] of Object.entries({ ...levels, r: 'REGION', m: 'NATIONAL' })) {
      bodies.set(name, await story.body(name, level));
    }
  }, 120_000);
  afterAll(() => story.end());

  it('D-9: goes by the version that its body adopted by a decision', async () => {
    const tried = await story.ask<{ routeDryRun: { warnings: readonly { code: string }[] } }>(
      'query ($rules: RouteRulesInput!) { routeDryRun(rules: $rules) { refusal { code } warnings { code } } }',
      { rules: rules() },
    );
    const codes = tried.routeDryRun.warnings.map(({ code }) => code);
    expect(codes).toEqual(['SilencePasses', 'SkipsEarlier']);
    const { id: board, secretary } = of('l');
    ({ id: definition } = await story.give(
      'defineRoute',
      { board, name: 'Iter dei piani' },
      secretary,
    ));
    const text = await story.upload('Disciplina');
    const adoption = {
      ...{ board, title: 'Disciplina dell’iter', adoptRoute: { definition, rules: rules() } },
      ...{ textSha256: text, motivation: text, ...law },
    };
    const { id } = await story.give('proposeDecision', adoption, secretary);
    await story.votes(of('l'), id, 'FOR');
    await story.effects(of('l'), id);
    await story.until(
      'la disciplina ha una versione',
      () =>
        story.ask<{ routeDefinition: { versions: readonly { version: number }[] } }>(
          'query ($id: ID!) { routeDefinition(id: $id) { versions { version stages { stage } } } }',
          { id: definition },
        ),
      (found) => found.routeDefinition.versions.length === 1,
    );
  }, 120_000);

  it('D-2: notes the silence of the third body when its term is over', async () => {
    const text = await story.upload('Piano');
    const { id: board, secretary } = of('l');
    const proposal = { board, title: 'Piano', textSha256: text, motivation: text };
    ({ id: matter } = await story.give('proposeDecision', { ...proposal, ...law }, secretary));
    const sent = { definition, decision: matter, textSha256: text, ...law };
    ({ id: route } = await story.give('startRoute', sent, secretary));
    await story.votes(of('t1'), await before('t1'), 'FOR');
    await story.votes(of('t2'), await before('t2'), 'FOR');
    const asked = await story.ask<{ routePlaces: { edges: readonly { node: object }[] } }>(
      'query ($board: ID!) { routePlaces(board: $board, status: WAITING) { edges { node { until route { title } } } } }',
      { board: of('t3').id },
    );
    const place = { until: '2030-01-12', route: { title: 'Piano' } };
    expect(asked.routePlaces.edges).toEqual([{ node: place }]);
    story.walkTo('2030-01-13T08:00:00.000Z');
    const now = await until('i pareri sono dati', (found) => {
      return runOf(found, 'territorio', 1)?.outcome === 'PASSED';
    });
    expect(now.places.map(({ status }) => status).slice(0, 3)).toEqual(['YES', 'YES', 'SILENT']);
  }, 120_000);

  it('X-8: is sent back with reasons, and put again with a new text, after a restart', async () => {
    await before('r');
    const text = await story.upload('Rinvio: manca il quadro economico');
    const sending = {
      ...{ route, board: of('r').id, stage: 'regione', round: 1, title: 'Rinvio' },
      ...{ textSha256: text, motivation: text, ...law },
    };
    const { id: back } = await story.give('sendRouteBack', sending, of('r').secretary);
    await story.votes(of('r'), back, 'FOR');
    await until('è tornato all’origine', ({ status }) => status === 'WITH_ORIGIN');
    await story.restart();
    const textSha256 = await story.upload('Piano con il quadro economico');
    const { secretary } = of('l');
    await story.give('amendProposal', { decision: matter, textSha256 }, secretary);
    const again = { route, decision: matter, textSha256 };
    await story.give('resubmitToRoute', again, secretary);
    const answer = await before('r');
    const now = await look();
    expect(runOf(now, 'territorio', 1)).toMatchObject({ outcome: 'PASSED', counts: false });
    expect(now.timeline.filter(({ onPresentText }) => !onPresentText)).not.toEqual([]);
    await story.votes(of('r'), answer, 'FOR');
    await story.effects(of('r'), answer);
    await until(
      'il ministero è interpellato',
      (found) => runOf(found, 'ministero', 2) !== undefined,
    );
  }, 120_000);

  it('D-9: binds the body of origin, which signs once the ministry let its term pass', async () => {
    await story.votes(of('l'), matter, 'FOR');
    const signature = await story.signature(of('l'), matter);
    await story.world
      .by(of('l').chair)
      .isKeptOut(['D-9', 'RouteUnderWay'], say('firma', 'signs'), { signDecision: signature });
    story.walkTo('2030-02-20T08:00:00.000Z');
    const ended = await until('l’iter è concluso', ({ status }) => status === 'ENDED');
    expect([ended.result, ended.version]).toEqual(['PASSED', 1]);
    await story.until(
      'la deliberazione lo sa',
      () =>
        story.ask<{ decision: { routeResult: string | null } }>(
          'query ($id: ID!) { decision(id: $id) { routeResult route { id } } }',
          { id: matter },
        ),
      ({ decision }) => decision.routeResult === 'PASSED',
    );
    await story.effects(of('l'), matter);
    const again = await story.ask<{ recomputeRoute: readonly { equal: boolean }[] }>(
      'query ($route: ID!) { recomputeRoute(route: $route) { stage round equal recorded computed } }',
      { route },
    );
    expect(again.recomputeRoute.map(({ equal }) => equal)).toEqual([true, true, true]);
  }, 120_000);
});
