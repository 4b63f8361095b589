import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import { someone } from '@tavolo/testing/specification';
import type { BoardId } from '../../contract/index.js';
import type { FrozenStage, RouteEvent } from './route.events.js';
import * as e from './route.examples.js';
import { route } from './route.js';

const after = (history: readonly RouteEvent[], asked: object): readonly RouteEvent[] => {
  const state = history.reduce(route.evolve, route.initial);
  const decided = route.decide({ ...someone, ...asked } as never, state);
  return decided.outcome === 'accepted' ? decided.events : [];
};
const hears = (board: BoardId, status: 'Effective' | 'Rejected' = 'Effective', stage = 's1') => {
  const call = { route: e.route, stage, round: 1 };
  const heard = { ...e.heard(board, { status, call }), decision: e.proposalOf(board, stage) };
  return {
    type: 'HearBody',
    data: { decision: heard.decision, grounds: { heard, route: e.route } },
  };
};
const objects = (board: BoardId) => {
  const heard = e.moving(board, 'object');
  const data = { decision: heard.decision, grounds: { heard, route: e.route } };
  return { type: 'MoveRoute', data };
};
const closeTerm = (today: LocalDate = e.dayAfter) => {
  return { type: 'CloseTerm', data: { stage: 's1', round: 1, grounds: { heard: [] } }, today };
};
const types = (events: readonly RouteEvent[]) => events.map(({ type }) => type);
const released = (...boards: readonly BoardId[]) =>
  boards.map((board) => {
    const decision = e.proposalOf(board);
    return { type: 'RouteBodyReleased', data: { stage: 's1', round: 1, board, decision } };
  });
const over = (outcome: string, next: string | null) => ({
  type: 'RouteStageEnded',
  data: { stage: 's1', round: 1, outcome, next, endedAt: someone.at },
});
const result = (said: string) => ({
  type: 'RouteEnded',
  data: {
    ...{ result: said, decision: e.matter, round: 1, textSha256: e.text },
    endedAt: someone.at,
  },
});
const two = e.stage('s1', { needed: 2 });
const last = e.stage('s2', { boards: [e.b] });
const halfway = (...stages: readonly [FrozenStage, ...FrozenStage[]]) => [
  ...e.flying(...stages),
  e.answered(e.a, 'yes'),
];

describe('a stage that can change no more', () => {
  it('D-2: ends with the answer that decides it, and the next one is to open', () => {
    const facts = after(halfway(two, last), hears(e.b));
    expect(facts).toMatchObject([e.answered(e.b, 'yes'), over('passed', 's2'), ...released(e.c)]);
    expect(facts).toHaveLength(3);
    expect(types(after(e.flying(two, last), hears(e.a)))).toEqual(['RouteAnswered']);
  });
  it('D-2: ends the route with it where it is the last one', () => {
    const facts = after(halfway(two), hears(e.b));
    expect(facts).toMatchObject([
      ...[e.answered(e.b, 'yes'), over('passed', null), ...released(e.c), result('passed')],
    ]);
  });
  it('D-2: ends the route where it fails, whatever would come after it', () => {
    const facts = after([...e.flying(two, last), e.answered(e.a, 'no')], hears(e.b, 'Rejected'));
    expect(facts).toMatchObject([
      ...[e.answered(e.b, 'no'), over('failed', null), ...released(e.c), result('failed')],
    ]);
  });
  it('D-2: an opinion that does not bind is heard, and the route goes on all the same', () => {
    const opinion = e.stage('s1', { kind: 'opinion', binding: false, boards: [e.a] });
    const against = hears(e.a, 'Rejected');
    const facts = after(e.flying(opinion, last), against);
    expect(facts).toMatchObject([e.answered(e.a, 'no'), over('unfavourable', 's2')]);
    expect(after(e.flying(opinion), against)).toMatchObject([
      ...[e.answered(e.a, 'no'), over('unfavourable', null), result('passed')],
    ]);
    const binding = { ...opinion, binding: true };
    expect(after(e.flying(binding, last), against).at(-1)).toMatchObject(result('failed'));
  });
  it('X-11: with enough objections the origin has to think again, and the route stays', () => {
    const stage = e.stage('s1', { kind: 'objection', needed: 2, silence: 'assent' });
    const flying = [...e.flying(stage, last), ...after(e.flying(stage, last), objects(e.a))];
    expect(types(flying.slice(-1))).toEqual(['RouteObjectionLodged']);
    expect(after(flying, objects(e.b))).toMatchObject([
      { type: 'RouteObjectionLodged', data: { board: e.b } },
      over('objected', null),
      {
        type: 'RouteReturned',
        data: {
          ...{ stage: 's1', round: 1, cause: 'objections', to: 'origin', nextRound: 2 },
          ...{ restart: 's1', by: null },
        },
      },
    ]);
  });
  it('X-11: with too few objections at the end of the term the route goes on', () => {
    const stage = e.stage('s1', { kind: 'objection', needed: 2, silence: 'assent' });
    const flying = [...e.flying(stage, last), ...after(e.flying(stage, last), objects(e.a))];
    const facts = after(flying, closeTerm());
    // Nothing lies before a body that could only object: nothing leaves its table.
    expect(facts).toMatchObject([
      ...[e.silent(e.b, 'assent'), e.silent(e.c, 'assent'), over('passed', 's2')],
    ]);
    expect(facts).toHaveLength(3);
  });
});

describe('bodies that are waited for no more', () => {
  it('X-11: are those that have not spoken: who was silent and who is no more, too', () => {
    const loose = e.stage('s1', { kind: 'opinion', binding: false, needed: 1 });
    const flying = [...e.flying(loose), e.lapsed(e.a), e.answered(e.b, 'yes')];
    const facts = after(flying, closeTerm());
    expect(facts).toMatchObject([
      ...[e.silent(e.c), over('passed', null), ...released(e.a, e.c), result('passed')],
    ]);
    expect(facts).toHaveLength(5);
  });
});

describe('too few bodies that speak', () => {
  const raises = e.stage('s1', { silence: 'escalates', escalatesTo: e.higher });
  const escalated = (cause: 'lapse' | 'silence') => ({
    type: 'RouteStageEscalated',
    data: { stage: 's1', round: 1, to: e.higher, cause },
  });

  it('X-11: send the matter to another body, once, by their silence', () => {
    const facts = after(e.flying(raises), closeTerm());
    const silent = [e.a, e.b, e.c].map((board) => e.silent(board, 'escalates'));
    expect(facts).toMatchObject([...silent, escalated('silence')]);
    expect(facts).toHaveLength(4);
    const late = { type: 'LapsePlace', data: { board: e.a, grounds: { lastDay: e.today } } };
    expect(types(after([...e.flying(raises), ...facts], late))).toEqual([]);
    expect(after(e.flying(two), closeTerm()).at(-1)).toMatchObject(result('failed'));
  });
  it('GB-6: send it there too where too few of them are left', () => {
    const gone = e.stage('s1', { unreachable: 'escalates', escalatesTo: e.higher, needed: 3 });
    const lapse = { type: 'LapsePlace', data: { board: e.c, grounds: { lastDay: e.today } } };
    const facts = after(e.flying(gone), { ...lapse, today: e.dayAfter });
    expect(facts).toMatchObject([e.lapsed(e.c), escalated('lapse')]);
    const failing = { ...gone, unreachable: 'fails' } as const;
    expect(after(e.flying(failing), { ...lapse, today: e.dayAfter }).at(-1)).toMatchObject(
      result('failed'),
    );
  });
  it('X-11: are silent where one of them was, whoever is no more besides', () => {
    const flying = [...e.flying(raises), e.lapsed(e.a), e.answered(e.b, 'yes')];
    expect(after(flying, closeTerm())).toMatchObject([
      e.silent(e.c, 'escalates'),
      escalated('silence'),
    ]);
  });
});

describe('the account of a route', () => {
  type Ended = Extract<RouteEvent, { type: 'RouteEnded' }>;
  const steps = (facts: readonly RouteEvent[]) =>
    (facts.at(-1) as Ended).data.trace.map(({ step, holds, numbers }) => ({
      ...{ step, holds, numbers },
    }));
  const stage = (holds: boolean, round = 1) => ({ step: 'stage', holds, numbers: { round } });
  const end = (holds: boolean) => ({ step: 'result', holds, numbers: {} });

  it('D-2: tells every stage that was opened, and no other', () => {
    const single = e.stage('s1', { boards: [e.a] });
    const first = [...e.flying(single, last), ...after(e.flying(single, last), hears(e.a))];
    const whole = after([...first, ...e.opened(last)], hears(e.b, 'Effective', 's2'));
    expect(steps(whole)).toEqual([stage(true), stage(true), end(true)]);
    expect(steps(after(e.flying(single, last), hears(e.a, 'Rejected')))).toEqual([
      ...[stage(false), end(false)],
    ]);
  });
  it('D-2: tells of a stage that was open when its route ended that it came to nothing', () => {
    const close = { type: 'CloseRoute', data: { decision: e.matter } };
    expect(steps(after(e.flying(two, last), close))).toEqual([stage(false), end(false)]);
  });
  it('X-8: tells a stage as it came out last, and of one on an earlier text that it was', () => {
    const [here, other] = [e.stage('s1', { boards: [e.a] }), { ...last, restart: 'here' as const }];
    const first = [...e.flying(here, other), ...after(e.flying(here, other), hears(e.a))];
    const flying = [...first, ...e.opened(other)];
    const note = { decision: e.matter, textSha256: e.otherText };
    const back = [...flying, ...after(flying, { type: 'NoteTextMoved', data: note })];
    const origin = { ...e.originOnTable, textSha256: e.otherText };
    const again = after(back, {
      type: 'ResubmitToRoute',
      data: { ...note, grounds: { origin, route: e.route } },
      by: { ...someone.by, person: e.proposer },
    });
    const second = [...back, ...again, ...e.opened(other, 2, e.otherText)];
    const call = { route: e.route, stage: 's2', round: 2 };
    const decision = e.proposalOf(e.b, 's2', 2);
    const heard = { ...e.heard(e.b, { call, textSha256: e.otherText }), decision };
    const whole = after(second, {
      type: 'HearBody',
      data: { decision, grounds: { heard, route: e.route } },
    });
    // The first was passed, but on a text that is not this one.
    expect(steps(whole)).toEqual([stage(false), stage(true, 2), end(true)]);
    expect(whole.at(-1)).toMatchObject({ data: { round: 2, textSha256: e.otherText } });
  });
});
