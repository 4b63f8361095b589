import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { BoardId, DecisionStatus, RouteId } from '../../contract/index.js';
import type { Heard } from './route.commands.js';
import type { RouteEvent } from './route.events.js';
import * as e from './route.examples.js';
import { route } from './route.js';

const given = specificationFor(route);
const [rules, second] = [e.stage('s1'), e.stage('s2')];
const after = (history: readonly RouteEvent[], asked: object): readonly RouteEvent[] => {
  const state = history.reduce(route.evolve, route.initial);
  const decided = route.decide({ ...someone, ...asked } as never, state);
  return decided.outcome === 'accepted' ? decided.events : [];
};
const hear = (heard: Heard | null, decision = e.proposalOf(e.a)) =>
  ({ type: 'HearBody', data: { decision, grounds: { heard, route: e.route } } }) as const;
const voided = (cause: 'stage' | 'term', more: object = {}): RouteEvent => ({
  type: 'RouteAnswerVoid',
  data: {
    ...{ stage: 's1', round: 1, board: e.a, decision: e.proposalOf(e.a), said: 'yes' },
    ...{ textSha256: e.text, spokenOn: e.today, cause, ...more },
  },
});
const taken = (board = e.a): RouteEvent => {
  const about = { stage: 's1', round: 1, board, decision: e.proposalOf(board) };
  return { type: 'RouteVoteTaken', data: { ...about, spokenOn: e.today } };
};
const asHigher: RouteEvent = {
  type: 'RouteBodyAsked',
  data: {
    ...{ stage: 's1', round: 1, until: e.until, board: e.higher },
    ...{ decision: e.proposalOf(e.higher), escalated: true },
  },
};
const passed: RouteEvent = {
  type: 'RouteStageEnded',
  data: { stage: 's1', round: 1, outcome: 'passed', trace: [], next: 's2', endedAt: e.at },
};

describe('what a body says', () => {
  const flying = e.flying(e.stage('s1', { needed: 2 }), second);

  it.each<[DecisionStatus, RouteEvent[]]>([
    ['OnAgenda', []],
    ['Deferred', []],
    ['Withdrawn', []],
    ['Approved', [taken()]],
    ['Adopted', [taken()]],
    ['Numbered', [taken()]],
    ['Published', [taken()]],
    ['Effective', [e.answered(e.a, 'yes')]],
    ['Suspended', [e.answered(e.a, 'yes')]],
    ['Revoked', [e.answered(e.a, 'yes')]],
    ['Annulled', [e.answered(e.a, 'yes')]],
    ['Superseded', [e.answered(e.a, 'yes')]],
    ['Rejected', [e.answered(e.a, 'no')]],
  ])('D-9: counts as a yes once its decision has had effect: %s', (status, facts) => {
    expect(after(flying, hear(e.heard(e.a, { status })))).toEqual(facts);
  });
  it('D-9: as an opinion counts from its vote on', () => {
    const opinion = e.flying(e.stage('s1', { kind: 'opinion', binding: true }));
    expect(after(opinion, hear(e.heard(e.a, { status: 'Approved' })))).toEqual([
      e.answered(e.a, 'yes'),
    ]);
  });
  it('X-11: is said once, and means nothing before there was a vote', () => {
    given(...flying, taken())
      .when(hear(e.heard(e.a, { status: 'Adopted' })))
      .then();
    given(...flying, e.answered(e.a, 'no'))
      .when(hear(e.heard(e.a)))
      .then();
    given(...flying)
      .when(hear(e.heard(e.a, { spokenOn: null })))
      .then();
    given(...flying, voided('term'))
      .when(hear(e.heard(e.a)))
      .then();
    given(...flying, taken())
      .when(hear(e.heard(e.a)))
      .then(e.answered(e.a, 'yes'));
  });
  it('D-2: is of the proposal that the body received, on this route', () => {
    const elsewhere = { route: 'route-2' as RouteId, stage: 's1', round: 1 };
    given(...flying)
      .when(hear(e.heard(e.a, { call: elsewhere })))
      .thenRefused('NotItsAnswer');
    given(...flying)
      .when(hear(null))
      .thenRefused('NotItsAnswer');
    given(...flying)
      .when(hear(e.heard(e.a), e.proposalOf(e.higher)))
      .thenRefused('NotItsAnswer');
    expect(after(flying, hear(e.heard(e.a)))).toEqual([e.answered(e.a, 'yes')]);
  });
  it('X-8: counts for nothing once its stage is over, whatever the date', () => {
    given(...flying, passed)
      .when(hear(e.heard(e.a)))
      .then(voided('stage'));
    given(...flying, passed, ...e.opened(second))
      .when(hear(e.heard(e.a)))
      .then(voided('stage'));
    given(...flying, e.lapsed(e.a))
      .when(hear(e.heard(e.a)))
      .then(voided('stage'));
  });
  it('X-11: counts for nothing once another body was asked in its place', () => {
    const raised = [...flying, asHigher];
    given(...raised)
      .when(hear(e.heard(e.a)))
      .then(voided('stage'));
    const decision = e.proposalOf(e.higher);
    const [answer] = after(raised, hear(e.heard(e.higher), decision));
    expect(answer).toEqual(e.answered(e.higher, 'yes'));
  });
  it('X-11: counts on the last day of the term, although its silence was noted meanwhile', () => {
    const loose = e.stage('s1', { silence: 'assent' });
    const late = { ...e.answered(e.a, 'yes').data, spokenOn: e.until } as never;
    given(...e.flying(loose), e.silent(e.a, 'assent'))
      .when(hear(e.heard(e.a, { spokenOn: e.until })))
      .then({ type: 'RouteAnswered', data: late });
    given(...e.flying(loose))
      .when(hear(e.heard(e.a, { spokenOn: e.dayAfter })))
      .then(voided('term', { spokenOn: e.dayAfter }));
  });
  it('X-11: has no term where the stage has none, but the body asked for others has its own', () => {
    const on = { spokenOn: '2031-01-01' as LocalDate };
    const waits = e.flying(e.stage('s1', { days: null }));
    expect(after(waits, hear(e.heard(e.a, on)))).toMatchObject([{ type: 'RouteAnswered' }]);
    const none = [...e.flying(e.stage('s1', { silence: 'none' })), asHigher];
    given(...none)
      .when(hear(e.heard(e.higher, on), e.proposalOf(e.higher)))
      .then(voided('term', { board: e.higher, decision: e.proposalOf(e.higher), ...on }));
  });
});

describe('the end of a term', () => {
  const close = (heard: readonly (Heard | null)[] = [], { stage = 's1', round = 1 } = {}) =>
    ({
      type: 'CloseTerm',
      data: { stage, round, grounds: { heard } },
      today: e.dayAfter,
    }) as const;
  const opinion = e.stage('s1', { kind: 'opinion', binding: false, needed: 1 });
  const facts = (...events: readonly RouteEvent[]) =>
    events.filter(({ type }) => type === 'RouteAnswered' || type === 'RouteSilenceNoted');

  it('X-11: is of the stage and the round that are open', () => {
    const flying = e.flying(opinion, second);
    given(...flying)
      .when(close([], { stage: 's2' }))
      .then();
    given(...flying)
      .when(close([], { round: 2 }))
      .then();
    given(e.started(opinion)).when(close()).then();
    expect(facts(...after(flying, close()))).toHaveLength(3);
  });
  it('X-11: takes in who spoke in time, and notes the silence of who spoke too late', () => {
    const heard = [null, e.heard(e.a), e.heard(e.b, { spokenOn: e.dayAfter })];
    expect(facts(...after(e.flying(opinion), close(heard)))).toEqual([
      ...[e.answered(e.a, 'yes'), e.silent(e.b), e.silent(e.c)],
    ]);
  });
  it('X-11: makes nothing of silence that means nothing, and of a stage without a term', () => {
    given(...e.flying(e.stage('s1', { silence: 'none' })))
      .when(close())
      .then();
    given(...e.flying(e.stage('s1', { days: null })))
      .when(close())
      .then();
  });
  it('X-11: is the end of who was asked for others too: its silence refuses', () => {
    const raised = [...e.flying(opinion), e.silent(e.a), asHigher];
    expect(facts(...after(raised, close()))).toEqual([e.silent(e.higher, 'refusal')]);
    const none = [...e.flying(e.stage('s1', { silence: 'none' })), asHigher];
    expect(facts(...after(none, close()))).toEqual([e.silent(e.higher, 'refusal')]);
  });
});

describe('a body that is no more', () => {
  const lapse = (board: BoardId, lastDay: LocalDate | null) =>
    ({ type: 'LapsePlace', data: { board, grounds: { lastDay } }, today: e.dayAfter }) as const;
  const flying = e.flying(e.stage('s1', { needed: 2 }));

  it('GB-6: is waited for no more, once it has ended, and what it said stands', () => {
    given(...flying)
      .when(lapse(e.a, null))
      .then();
    given(...flying)
      .when(lapse(e.a, e.dayAfter))
      .then();
    given(...flying, e.answered(e.a, 'yes'))
      .when(lapse(e.a, e.until))
      .then();
    given(...flying)
      .when(lapse(e.higher, e.until))
      .then();
    given(e.started(rules)).when(lapse(e.a, e.until)).then();
    expect(after(flying, lapse(e.a, e.until))).toEqual([
      {
        type: 'RoutePlaceLapsed',
        data: { stage: 's1', round: 1, board: e.a, lastDay: e.until },
      },
    ]);
  });
});
