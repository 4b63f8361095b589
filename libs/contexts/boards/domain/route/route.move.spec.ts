import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { BoardId, MoveOnRoute, RouteId } from '../../contract/index.js';
import type { Heard } from './route.commands.js';
import type { RouteEvent } from './route.events.js';
import * as e from './route.examples.js';
import { route } from './route.js';
import { moveRefusal } from './route.move.js';

const given = specificationFor(route);
const [decides, second] = [e.stage('s1'), e.stage('s2')];
const objects = e.stage('s1', { kind: 'objection', needed: 2, silence: 'assent' });
const codeOf = (
  more: Partial<MoveOnRoute>,
  { rules = decides, board = e.a, today = e.until } = {},
) => {
  const state = e.flying(rules).reduce(route.evolve, route.initial);
  const asked = { kind: 'moveRoute', move: 'sendBack', route: e.route, stage: 's1', round: 1 };
  const kept = moveRefusal(state, { ...asked, ...more } as MoveOnRoute, { board, today });
  return kept?.outcome === 'refused' ? `${kept.refusal.rule} ${kept.refusal.code}` : null;
};

describe('a body that proposes to object or to send back', () => {
  it('X-11: does so in the stage that is open, in its present round', () => {
    expect(codeOf({ stage: 's2' })).toBe('X-11 StageNotOpen');
    expect(codeOf({ round: 2 })).toBe('X-11 StageNotOpen');
    expect(codeOf({})).toBeNull();
  });
  it('X-11: is one that the stage asks', () => {
    expect(codeOf({}, { board: e.higher })).toBe('X-11 NotAsked');
    expect(codeOf({}, { board: e.b })).toBeNull();
  });
  it('X-11: does so until the last day of its term, and not after it', () => {
    expect(codeOf({}, { today: e.dayAfter })).toBe('X-11 TermOver');
    expect(codeOf({}, { today: e.until })).toBeNull();
  });
  it('X-11: objects where the stage takes objections, and answers where it decides', () => {
    expect(codeOf({ move: 'object' })).toBe('X-11 NoObjections');
    expect(codeOf({ move: 'object' }, { rules: objects })).toBeNull();
  });
  it('X-11: can only object in such a stage: one alone sends nothing back', () => {
    expect(codeOf({}, { rules: objects })).toBe('X-11 OnlyObjections');
    expect(codeOf({}, { rules: e.stage('s1', { sendBackTo: null }) })).toBe('X-11 NoSendingBack');
    expect(codeOf({})).toBeNull();
  });
  it('X-11: is held to the same when its decision is there', () => {
    const move = (sort: 'object' | 'sendBack') => {
      const heard = e.moving(e.a, sort);
      const data = { decision: heard.decision, grounds: { heard, route: e.route } };
      return { type: 'MoveRoute', data } as const;
    };
    given(...e.flying(decides))
      .when(move('object'))
      .thenRefused('NoObjections');
    given(...e.flying(objects))
      .when(move('sendBack'))
      .thenRefused('OnlyObjections');
    given(...e.flying(objects))
      .when(move('object'))
      .then({
        type: 'RouteObjectionLodged',
        data: {
          ...{ stage: 's1', round: 1, board: e.a, decision: move('object').data.decision },
          ...{ reasons: e.reasons, spokenOn: e.today },
        },
      });
  });
});

const after = (history: readonly RouteEvent[], asked: object): readonly RouteEvent[] => {
  const state = history.reduce(route.evolve, route.initial);
  const decided = route.decide({ ...someone, ...asked } as never, state);
  return decided.outcome === 'accepted' ? decided.events : [];
};
const moves = (board: BoardId, move: 'object' | 'sendBack', more: Partial<Heard> = {}) => {
  const heard = e.moving(board, move, more);
  const grounds = { heard, route: e.route };
  return { type: 'MoveRoute', data: { decision: heard.decision, grounds } } as const;
};
const voided = (cause: 'stage' | 'term', more: object = {}): RouteEvent => ({
  type: 'RouteAnswerVoid',
  data: {
    ...{ stage: 's1', round: 1, board: e.a, decision: e.proposalOf(e.a), said: 'yes' },
    ...{ textSha256: e.text, spokenOn: e.today, cause, ...more },
  },
});
const passed: RouteEvent = {
  type: 'RouteStageEnded',
  data: { stage: 's1', round: 1, outcome: 'passed', trace: [], next: 's2', endedAt: e.at },
};

describe('a body that objects or sends back', () => {
  const lodged = (board: BoardId): RouteEvent => ({
    type: 'RouteObjectionLodged',
    data: {
      ...{ stage: 's1', round: 1, board, decision: e.moving(board, 'object').decision },
      ...{ reasons: e.reasons, spokenOn: e.today },
    },
  });
  const void_ = (cause: 'stage' | 'term', said: 'object' | 'sendBack', more: object = {}) =>
    voided(cause, { said, decision: e.moving(e.a, said).decision, ...more });
  const on = (spokenOn: LocalDate) => moves(e.a, 'object', { spokenOn });

  it('D-2: does so by a decision of its own on this route that it has approved', () => {
    const flying = e.flying(objects);
    const elsewhere = { kind: 'moveRoute', move: 'object', route: 'route-2' as RouteId } as const;
    given(...flying)
      .when(moves(e.a, 'object', { subject: { ...elsewhere, stage: 's1', round: 1 } }))
      .thenRefused('NotItsMove');
    given(...flying)
      .when(moves(e.a, 'object', { subject: { kind: 'other' } }))
      .thenRefused('NotItsMove');
    given(...flying)
      .when(moves(e.a, 'object', { spokenOn: null, status: 'OnAgenda' }))
      .thenRefused('NotItsMove');
    const nothing = { decision: e.matter, grounds: { heard: null, route: e.route } };
    given(...flying)
      .when({ type: 'MoveRoute', data: nothing })
      .thenRefused('NotItsMove');
    given(...flying)
      .when(moves(e.a, 'object'))
      .then(lodged(e.a));
  });
  it('X-11: counts on the last day of the term, and not on the day after', () => {
    given(...e.flying(objects))
      .when(on(e.dayAfter))
      .then(void_('term', 'object', { spokenOn: e.dayAfter }));
    const [first] = after(e.flying(objects), on(e.until));
    expect(first).toMatchObject({ type: 'RouteObjectionLodged', data: { spokenOn: e.until } });
    const endless = { ...objects, days: null };
    expect(after(e.flying(endless), on(e.dayAfter))).toMatchObject([
      { type: 'RouteObjectionLodged' },
    ]);
  });
  it('X-8: counts for nothing in a stage or round that is not open', () => {
    const there = [...e.flying(objects, second), passed];
    given(...there)
      .when(moves(e.a, 'object'))
      .then(void_('stage', 'object'));
    given(...there, ...e.opened(second))
      .when(moves(e.a, 'object'))
      .then(void_('stage', 'object'));
    given(...there, ...e.opened(objects, 2))
      .when(moves(e.a, 'object'))
      .then(void_('stage', 'object'));
    given(...e.flying(objects))
      .when(moves(e.a, 'object'))
      .then(lodged(e.a));
  });
  it('X-11: counts for nothing from who is not waited for', () => {
    given(...e.flying(decides), e.answered(e.a, 'yes'))
      .when(moves(e.a, 'sendBack'))
      .then(void_('stage', 'sendBack'));
    const decision = e.moving(e.higher, 'object').decision;
    given(...e.flying(objects))
      .when(moves(e.higher, 'object'))
      .then(void_('stage', 'object', { board: e.higher, decision }));
  });
  it('X-11: sends back to the origin, or to the earlier stage that its stage names', () => {
    const earlier = e.stage('s2', { sendBackTo: 's1' });
    const flying = [...e.flying(decides, earlier), passed, ...e.opened(earlier)];
    const subject = { kind: 'moveRoute', move: 'sendBack', route: e.route } as const;
    const asked = moves(e.a, 'sendBack', { subject: { ...subject, stage: 's2', round: 1 } });
    const facts = after(flying, asked);
    expect(facts.at(-1)).toMatchObject({
      type: 'RouteReturned',
      data: { stage: 's2', cause: 'sentBack', to: 's1', nextRound: 2, restart: 's1' },
    });
    // The route goes on by itself: that stage opens again, in the next round.
    const bodies = decides.boards.map((board) => {
      return { board, decision: e.proposalOf(board, 's1', 2), lastDay: e.until };
    });
    given(...flying, ...facts)
      .when({ type: 'OpenStage', data: { round: 2, grounds: { bodies } } })
      .then(...e.opened(decides, 2));
    const origin = e.stage('s2', { restart: 'here' });
    const back = after([...e.flying(decides, origin), passed, ...e.opened(origin)], asked);
    expect(back.at(-1)).toMatchObject({ data: { to: 'origin', restart: 's2' } });
  });
});
