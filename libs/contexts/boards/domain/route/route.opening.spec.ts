import { describe, expect, it } from '@jest/globals';
import type { LocalDate, PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { BoardId } from '../../contract/index.js';
import type { BodyToAsk, OriginOnTable } from './route.commands.js';
import * as e from './route.examples.js';
import type { FrozenStage, RouteEvent } from './route.events.js';
import { route } from './route.js';

const given = specificationFor(route);
const by = { ...someone.by, person: e.proposer };
const day = (text: string) => text as LocalDate;
const [first, second] = [e.stage('s1'), e.stage('s2', { boards: [e.b], days: null })];

const after = (history: readonly RouteEvent[], asked: object): readonly RouteEvent[] => {
  const state = history.reduce(route.evolve, route.initial);
  const decided = route.decide({ ...someone, ...asked } as never, state);
  return decided.outcome === 'accepted' ? decided.events : [];
};
const bodies = (stage: FrozenStage, lastDay = e.until, round = 1): readonly BodyToAsk[] =>
  stage.boards.map((board) => {
    return { board, decision: e.proposalOf(board, stage.stage, round), lastDay };
  });
const open = (asked: readonly BodyToAsk[], { round = 1, today = e.today } = {}) =>
  ({ type: 'OpenStage', data: { round, grounds: { bodies: asked } }, today }) as const;
const passed = (next: string | null): RouteEvent => ({
  type: 'RouteStageEnded',
  data: { stage: 's1', round: 1, outcome: 'passed', trace: [], next, endedAt: e.at },
});
const returned: RouteEvent = {
  type: 'RouteReturned',
  data: {
    ...{ stage: 's1', round: 1, cause: 'sentBack', to: 'origin', nextRound: 2, restart: 's1' },
    by: null,
  },
};

describe('the start of a route', () => {
  type There = readonly Readonly<{ board: BoardId; lastDay: LocalDate | null }>[];
  const there = (...boards: readonly BoardId[]): There =>
    boards.map((board) => ({ board, lastDay: e.until }));
  const start = (
    stages: readonly FrozenStage[],
    found: readonly Readonly<{ stage: string; bodies: There }>[],
    {
      openTo = null,
      ...origin
    }: Partial<OriginOnTable & { openTo: OriginOnTable['level'] | null }> = {},
  ) => {
    const version = { version: 1, from: e.today, rules: { ...e.rulesOf(...stages), openTo } };
    const grounds = {
      ...{ definition: { board: e.origin, inForce: version }, bodies: found },
      ...{ origin: { ...e.originOnTable, ...origin }, legalBasis: ['L. 241/1990'] },
    };
    const about = { definition: e.definition, decision: e.matter, textSha256: e.text };
    return { type: 'StartRoute', data: { ...about, grounds }, by } as const;
  };
  const all = [{ stage: 's1', bodies: there(e.a, e.b, e.c) }];

  it('X-11: is open to the body that owns the definition, or to the level that it names', () => {
    given()
      .when(start([first], all, { board: e.a, openTo: 'region' }))
      .thenRefused('NotOpenToOrigin');
    given()
      .when(start([first], all, { openTo: 'region' }))
      .thenRefused('NotOpenToOrigin');
    const other = e.started(first);
    given()
      .when(start([first], all, { board: e.a, openTo: 'local' }))
      .then({ ...other, data: { ...other.data, board: e.a } });
  });
  it('D-2, X-11: needs as many bodies as each stage asks to say yes, and one at least', () => {
    const three = e.stage('s1', { needed: 3 });
    given()
      .when(start([three], all))
      .then(e.started(three));
    given()
      .when(start([three], [{ stage: 's1', bodies: there(e.a, e.b) }]))
      .thenRefused('TooFewBodies');
    given()
      .when(start([first], [{ stage: 's1', bodies: [] }]))
      .thenRefused('TooFewBodies');
    const one = e.stage('s1', { boards: [e.a] });
    given()
      .when(start([one], [{ stage: 's1', bodies: there(e.a) }]))
      .then(e.started(one));
  });
  it('D-2, X-11: gives each stage the bodies that were found for it, and no other ones', () => {
    const found = [
      { stage: 's2', bodies: there(e.b) },
      { stage: 's1', bodies: there(e.a, e.b, e.c) },
    ];
    given()
      .when(start([first, second], found))
      .then(e.started(first, second));
    given()
      .when(start([first, second], all))
      .thenRefused('TooFewBodies');
  });
  it('X-11: is given to a decision that is on no route', () => {
    given()
      .when(start([first], all, { boundTo: e.route }))
      .thenRefused('OnAnotherRoute');
    given()
      .when(start([first], all, { boundTo: null }))
      .then(e.started(first));
  });
  it('X-3, X-11: is proposed by who gives it, where the decision names nobody', () => {
    const other = 'person-9' as PersonRef;
    const officers = { proposer: null, officers: [e.chair, other] };
    const begun = e.started(first);
    given()
      .when({ ...start([first], all, officers), by: { ...by, person: other } })
      .then({ ...begun, data: { ...begun.data, proposer: other } });
    given()
      .when({ ...start([first], all), by: { ...by, person: e.chair } })
      .then(begun);
  });
  it('X-11: is given once, and nothing is asked of a route before it', () => {
    given(e.started(first))
      .when(start([first], all))
      .thenRefused('WrongState');
    given()
      .when(open(bodies(first)))
      .thenRefused('WrongState');
  });
});

describe('a stage that opens', () => {
  it('X-11: asks its bodies for as many days as it has, the day of asking not counted', () => {
    given(e.started(first, second))
      .when(open(bodies(first)))
      .then(...e.opened(first));
    const asked = e.opened(e.stage('s1', { days: 1 }))[0];
    const [opened] = after([e.started(e.stage('s1', { days: 1 }))], open(bodies(first)));
    expect(opened).toEqual({ ...asked, data: { ...asked?.data, until: '2030-01-02' } });
  });
  it('X-11: counts days of the calendar, over months, leap days and the change of hour', () => {
    const last = (days: number, today: string) => {
      const [opened] = after(
        [e.started(e.stage('s1', { days }))],
        open(bodies(first, day('2099-12-31')), { today: day(today) }),
      );
      return opened?.type === 'RouteStageOpened' ? opened.data.until : null;
    };
    expect(last(10, '2028-02-25')).toBe('2028-03-06');
    expect(last(10, '2030-02-25')).toBe('2030-03-07');
    expect(last(1, '2030-03-30')).toBe('2030-03-31');
    expect(last(2, '2030-10-26')).toBe('2030-10-28');
    expect(last(1, '2030-12-31')).toBe('2031-01-01');
  });
  it('X-11: has no last day where it has no term', () => {
    given(...e.flying(first, second), passed('s2'))
      .when(open(bodies(second)))
      .then(...e.opened(second));
  });
  it('X-11: puts no proposal before bodies that may only object', () => {
    const objects = e.stage('s1', { kind: 'objection', needed: 2, silence: 'assent' });
    given(e.started(objects))
      .when(open(bodies(objects)))
      .then(...e.opened(objects));
    const opinion = e.stage('s1', { kind: 'opinion' });
    given(e.started(opinion))
      .when(open(bodies(opinion)))
      .then(...e.opened(opinion));
  });
  it('X-11: opens once, in its round, and while the route is under way', () => {
    given(...e.flying(first))
      .when(open(bodies(first)))
      .then();
    given(e.started(first))
      .when(open(bodies(first), { round: 2 }))
      .then();
    given(...e.flying(first), returned)
      .when(open(bodies(first), { round: 2 }))
      .then();
    const over = [
      ...e.flying(first),
      ...after(e.flying(first), { type: 'CloseRoute', data: { decision: e.matter } }),
    ];
    given(...over)
      .when(open(bodies(first)))
      .then();
  });
  it('GB-6: waits for no body that is no more: its last day was yesterday', () => {
    const [a, ...others] = bodies(first);
    const gone = { ...a, lastDay: day('2029-12-31') } as BodyToAsk;
    const facts = after([e.started(e.stage('s1', { needed: 2 }))], open([gone, ...others]));
    expect(facts.slice(1, 3)).toEqual([
      e.opened(first)[1],
      {
        type: 'RoutePlaceLapsed',
        data: { stage: 's1', round: 1, board: e.a, lastDay: '2029-12-31' },
      },
    ]);
    expect(facts).toHaveLength(5);
    const today = { ...a, lastDay: e.today } as BodyToAsk;
    given(e.started(first))
      .when(open([today, ...others]))
      .then(...e.opened(first));
  });
  it('GB-6: ends at once where none of its bodies is left', () => {
    const facts = after([e.started(second)], open(bodies(second, day('2029-12-31'))));
    expect(facts.map(({ type }) => type)).toEqual([
      ...['RouteStageOpened', 'RouteBodyAsked', 'RoutePlaceLapsed', 'RouteStageEnded'],
      ...['RouteBodyReleased', 'RouteEnded'],
    ]);
  });
});

describe('a body that is asked in the place of others', () => {
  const raises = e.stage('s1', { silence: 'escalates', escalatesTo: e.higher });
  const flying = [...e.flying(raises), e.silent(e.a, 'escalates')];
  const body: BodyToAsk = { board: e.higher, decision: e.proposalOf(e.higher), lastDay: e.until };
  const ask = ({ stage = 's1', round = 1, today = e.today } = {}, asked: BodyToAsk | null = body) =>
    ({ type: 'AskHigherBody', data: { stage, round, grounds: { body: asked } }, today }) as const;
  const asked = (until: LocalDate | null): RouteEvent => ({
    type: 'RouteBodyAsked',
    data: {
      ...{ stage: 's1', round: 1, until, board: e.higher },
      ...{ decision: body.decision, escalated: true },
    },
  });

  it('X-11: has as many days as they had, from the day that it is asked', () => {
    given(...flying)
      .when(ask())
      .then(asked(e.until));
    const late = { ...body, lastDay: day('2031-01-01') };
    given(...flying)
      .when(ask({ today: e.dayAfter }, late))
      .then(asked(day('2030-01-22')));
  });
  it('X-11: is asked once, in the stage and round that are open', () => {
    given(...flying, asked(e.until))
      .when(ask({}, { ...body, board: e.c }))
      .then();
    given(...flying)
      .when(ask({ stage: 's2' }))
      .then();
    given(...flying)
      .when(ask({ round: 2 }))
      .then();
    given(...flying)
      .when(ask({}, null))
      .then();
    given(e.started(raises)).when(ask()).then();
  });
  it('GB-6: is the last resort: where it is no more the stage fails', () => {
    const facts = after(flying, ask({}, { ...body, lastDay: day('2029-12-31') }));
    expect(facts.map(({ type }) => type)).toEqual([
      ...['RouteBodyAsked', 'RoutePlaceLapsed', 'RouteStageEnded'],
      ...Array.from({ length: 4 }, () => 'RouteBodyReleased'),
      'RouteEnded',
    ]);
    expect(facts.at(-1)).toMatchObject({ data: { result: 'failed' } });
  });
});
