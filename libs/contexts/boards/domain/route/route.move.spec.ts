import { describe, expect, it } from '@jest/globals';
import { specificationFor } from '@tavolo/testing/specification';
import type { MoveOnRoute } from '../../contract/index.js';
import * as e from './route.examples.js';
import { route } from './route.js';
import { moveRefusal } from './route.move.js';

const given = specificationFor(route);
const decides = e.stage('s1');
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
