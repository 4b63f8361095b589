import { describe, expect, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { BoardId, DecisionId } from '../../contract/index.js';
import type { OriginOnTable } from './route.commands.js';
import * as e from './route.examples.js';
import type { RouteEvent } from './route.events.js';
import { route } from './route.js';

const given = specificationFor(route);
const by = { ...someone.by, person: e.proposer };
const [first, second] = [e.stage('s1'), e.stage('s2', { restart: 'here' })];
const other = 'decision-9' as DecisionId;

const after = (history: readonly RouteEvent[], asked: object): readonly RouteEvent[] => {
  const state = history.reduce(route.evolve, route.initial);
  const decided = route.decide({ ...someone, ...asked } as never, state);
  return decided.outcome === 'accepted' ? decided.events : [];
};
const passed = (stage: string, next: string | null): RouteEvent => ({
  type: 'RouteStageEnded',
  data: { stage, round: 1, outcome: 'passed', trace: [], next, endedAt: e.at },
});
const returned = (stage: string, more: object = {}): RouteEvent => ({
  type: 'RouteReturned',
  data: {
    ...{ stage, round: 1, cause: 'sentBack', to: 'origin', nextRound: 2, restart: stage },
    ...{ by: null, ...more },
  },
});
const released = (stage: string, ...boards: readonly BoardId[]) =>
  boards.map((board): RouteEvent => {
    const decision = e.proposalOf(board, stage);
    return { type: 'RouteBodyReleased', data: { stage, round: 1, board, decision } };
  });
const moved = (stage: string, restart: string, nextRound = 2): RouteEvent =>
  returned(stage, { cause: 'textMoved', restart, nextRound, round: nextRound - 1 });
const again = (stage: string | null, more: object = {}): RouteEvent => ({
  type: 'RouteResubmitted',
  data: {
    ...{ decision: e.matter, textSha256: e.text, previousTextSha256: e.text, title: 'Piano' },
    ...{ motivation: e.reasons, round: 2, stage, proposer: e.proposer },
    ...{ definition: e.definition, version: 1, binding: true, ...more },
  },
});
const ended = (cause: string, round = 1) => ({
  type: 'RouteEnded',
  data: { result: 'withdrawn', cause, endedAt: someone.at, decision: e.matter, round },
});

const resubmit = (more: Partial<OriginOnTable> | null = {}, textSha256 = e.text) =>
  ({
    type: 'ResubmitToRoute',
    data: {
      ...{ decision: e.matter, textSha256 },
      grounds: { origin: more && { ...e.originOnTable, textSha256, ...more }, route: e.route },
    },
    by,
  }) as const;
const note = (textSha256 = e.otherText, decision = e.matter) =>
  ({ type: 'NoteTextMoved', data: { decision, textSha256 } }) as const;
const unbound = (round = 1, decision = e.matter) =>
  ({ type: 'RefuseBinding', data: { decision, round } }) as const;
const close = (decision = e.matter) => ({ type: 'CloseRoute', data: { decision } }) as const;
const withdraw = (origin: OriginOnTable | null = e.originOnTable, person = e.proposer) =>
  ({
    type: 'WithdrawRoute',
    data: { grounds: { origin } },
    by: { ...someone.by, person },
  }) as const;

describe('the origin that puts its matter again to the route', () => {
  const back = [...e.flying(first, second), returned('s1')];

  it('X-11: does so while the matter is with it, and once', () => {
    given(...back)
      .when(resubmit())
      .then(again('s1'));
    given(...e.flying(first, second))
      .when(resubmit())
      .thenRefused('WrongState');
    given(...back, again('s1'))
      .when(resubmit())
      .thenRefused('WrongState');
  });
  it('X-12, X-11: with a decision of the very body that it came from', () => {
    given(...back)
      .when(resubmit(null))
      .thenRefused('DecisionUnknown');
    given(...back)
      .when(resubmit({ board: e.a }))
      .thenRefused('DecisionUnknown');
    given(...back)
      .when(resubmit())
      .then(again('s1'));
  });
  it('X-8, X-11: with the text that its decision has', () => {
    given(...back)
      .when(resubmit({ textSha256: e.otherText }))
      .thenRefused('OtherText');
    given(...back)
      .when(resubmit({}, e.otherText))
      .then(again('s1', { textSha256: e.otherText }));
  });
  it('X-11: with a decision that is on this route, or on none', () => {
    given(...back)
      .when(resubmit({ boundTo: 'route-2' }))
      .thenRefused('OnAnotherRoute');
    given(...back)
      .when(resubmit({ boundTo: e.route }))
      .then(again('s1'));
  });
  it('X-3, X-11: a decision that names no proposer is proposed by who puts it to the route', () => {
    const officer = { ...resubmit({ proposer: null }), by: { ...by, person: e.chair } };
    given(...back)
      .when(officer)
      .then(again('s1', { proposer: e.chair }));
    given(...back)
      .when({ ...resubmit(), by: { ...by, person: e.chair } })
      .then(again('s1'));
  });
  it('X-11: after objections the same text goes on to the next stage, a new one begins again', () => {
    const objected = [...e.flying(first, second), returned('s1', { cause: 'objections' })];
    given(...objected)
      .when(resubmit())
      .then(again('s2'));
    given(...objected)
      .when(resubmit({}, e.otherText))
      .then(again('s1', { textSha256: e.otherText }));
    // Sent back by a body, the same text is put to that body again.
    given(...back)
      .when(resubmit())
      .then(again('s1'));
  });
  it('X-11: after objections to the last stage the same text has nothing left to pass', () => {
    const last = [...e.flying(first), returned('s1', { cause: 'objections' })];
    given(...last)
      .when(resubmit())
      .then(again(null));
    const open = { type: 'OpenStage', data: { round: 2, grounds: { bodies: [] } } };
    const [end, ...more] = after([...last, again(null)], open);
    expect(end).toMatchObject({ type: 'RouteEnded', data: { result: 'passed', round: 2 } });
    expect(more).toEqual([]);
  });
});

describe('a text that moves while it is on its way', () => {
  it('X-8: goes back to its origin, and whoever is waited for is waited for no more', () => {
    const flying = [...e.flying(first, second), e.answered(e.a, 'yes')];
    given(...flying)
      .when(note())
      .then(...released('s1', e.b, e.c), moved('s1', 's1'));
    given(...flying)
      .when(note(e.text))
      .then();
    given(...flying)
      .when(note(e.otherText, other))
      .then();
  });
  it('X-8: begins again at the first stage, or where the stage says so', () => {
    const there = [...e.flying(first, second), passed('s1', 's2'), ...e.opened(second)];
    given(...there)
      .when(note())
      .then(...released('s2', e.a, e.b, e.c), moved('s2', 's2'));
    const strict = e.stage('s2');
    given(...e.flying(first, strict), passed('s1', 's2'), ...e.opened(strict))
      .when(note())
      .then(...released('s2', e.a, e.b, e.c), moved('s2', 's1'));
  });
  it('X-8: goes back from the stage that is to open, where none is open', () => {
    given(e.started(first, second)).when(note()).then(moved('s1', 's1'));
    given(...e.flying(first, second), passed('s1', 's2'))
      .when(note())
      .then(moved('s2', 's2'));
  });
  it('X-8: goes back from the last stage, where none is left to open', () => {
    const last = [...e.flying(first, second), returned('s1', { cause: 'objections' }), again(null)];
    given(...last)
      .when(note())
      .then(moved('s2', 's2', 3));
  });
  it('X-11: moves nothing while it is with its origin, or when the route is over', () => {
    given(...e.flying(first), returned('s1'))
      .when(note())
      .then();
    const over = [...e.flying(first), ...after(e.flying(first), withdraw())];
    given(...over)
      .when(note())
      .then();
  });
});

describe('a decision that could not be bound to its route', () => {
  it('X-8: ends a route that has not set out', () => {
    const facts = after([e.started(first)], unbound());
    expect(facts).toMatchObject([ended('notBound')]);
  });
  it('X-8: is with its origin again where the route was on its way before', () => {
    const back = [...e.flying(first, second), returned('s1'), again('s1')];
    given(...back)
      .when(unbound(2))
      .then(moved('s1', 's1', 3));
  });
  it('X-11: is of this round and this decision, and of a route that is not bound yet', () => {
    given(e.started(first)).when(unbound(2)).then();
    given(e.started(first)).when(unbound(1, other)).then();
    given(...e.flying(first))
      .when(unbound())
      .then();
    expect(after([e.started(first)], unbound())).toHaveLength(1);
  });
});

describe('a matter that is taken back', () => {
  const flying = [...e.flying(first), e.answered(e.a, 'yes')];

  it('X-3: is taken back by who proposed, or an officer of the body of origin', () => {
    given(...flying)
      .when(withdraw(e.originOnTable, someone.by.person))
      .thenRefused('NotOfOrigin');
    given(...flying)
      .when(withdraw(null))
      .thenRefused('NotOfOrigin');
    for (const person of [e.proposer, e.chair]) {
      const facts = after(flying, withdraw(e.originOnTable, person));
      expect(facts).toMatchObject([...released('s1', e.b, e.c), ended('byOrigin')]);
    }
  });
  it('X-3: any officer of the body of origin will do', () => {
    const both = { ...e.originOnTable, officers: [e.chair, someone.by.person] };
    expect(after(flying, withdraw(both, someone.by.person)).at(-1)).toMatchObject(
      ended('byOrigin'),
    );
  });
  it('X-11: is taken back once', () => {
    const over = [...flying, ...after(flying, withdraw())];
    given(...over)
      .when(withdraw())
      .thenRefused('WrongState');
    given(...over)
      .when(resubmit())
      .thenRefused('WrongState');
  });
  it('X-11: ends while it is with its origin too, where nobody is waited for', () => {
    const back = [...e.flying(first), returned('s1')];
    expect(after(back, withdraw())).toMatchObject([ended('byOrigin', 2)]);
  });
  it('D-8: ends with the decision of origin, and no route ends by another decision', () => {
    expect(after(flying, close())).toMatchObject([
      ...released('s1', e.b, e.c),
      ended('originEnded'),
    ]);
    given(...flying)
      .when(close(other))
      .then();
    const over = [...flying, ...after(flying, close())];
    given(...over)
      .when(close())
      .then();
  });
});
