import { describe, expect, it } from '@jest/globals';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { OriginOnTable, StageBodies } from './route.commands.js';
import * as e from './route.examples.js';
import type { RouteEvent } from './route.events.js';
import { route } from './route.js';

const given = specificationFor(route);
const by = { ...someone.by, person: e.proposer };
const rules = e.stage('s1');
const there = [e.a, e.b, e.c].map((board) => ({ board, lastDay: e.until }));

const start = (
  more: Partial<OriginOnTable> = {},
  bodies: StageBodies['bodies'] = there,
  about: object = {},
) =>
  ({
    type: 'StartRoute',
    data: {
      ...{ definition: e.definition, decision: e.matter, textSha256: e.text },
      grounds: {
        definition: {
          board: e.origin,
          inForce: { version: 1, from: e.today, rules: e.rulesOf(rules) },
        },
        ...{ origin: { ...e.originOnTable, ...more }, bodies: [{ stage: 's1', bodies }] },
        ...{ legalBasis: ['L. 241/1990'], ...about },
      },
    },
    by,
  }) as const;
const hear = (heard: ReturnType<typeof e.heard>) =>
  ({
    type: 'HearBody',
    data: { decision: heard.decision, grounds: { heard, route: e.route } },
  }) as const;
const closeTerm = (today = e.dayAfter, ...heard: readonly ReturnType<typeof e.heard>[]) =>
  ({ type: 'CloseTerm', data: { stage: 's1', round: 1, grounds: { heard } }, today }) as const;
const moved = (heard: ReturnType<typeof e.moving>) =>
  ({
    type: 'MoveRoute',
    data: { decision: heard.decision, grounds: { heard, route: e.route } },
  }) as const;
const voided = (cause: 'stage' | 'term' | 'text', more: object): RouteEvent => ({
  type: 'RouteAnswerVoid',
  data: {
    ...{ stage: 's1', round: 1, board: e.a, decision: e.proposalOf(e.a), said: 'yes' },
    ...{ textSha256: e.text, spokenOn: e.today, cause, ...more },
  },
});

describe('the start of a route', () => {
  it('X-8, X-11: freezes version, text and bodies', () => {
    given().when(start()).then(e.started(rules));
    given()
      .when(start({ textSha256: e.otherText }))
      .thenRefused('OtherText');
  });
  it('X-3, X-11: is given by who proposed, or an officer of the body of origin', () => {
    given()
      .when({ ...start(), by: someone.by })
      .thenRefused('NotOfOrigin');
    given()
      .when({ ...start(), by: { ...someone.by, person: e.chair } })
      .then(e.started(rules));
  });
  it('D-6, X-11: asks no other body about a matter that is confidential', () => {
    given()
      .when(start({ confidential: true }))
      .thenRefused('OriginConfidential');
    given()
      .when(start({ confidential: false }))
      .then(e.started(rules));
  });
  it('X-11: comes before the signature, and on one route at a time', () => {
    given()
      .when(start({ status: 'Adopted' }))
      .thenRefused('OriginPastRoute');
    given()
      .when(start({ boundTo: 'route-2' }))
      .thenRefused('OnAnotherRoute');
    given()
      .when(start({ status: 'Approved' }))
      .then(e.started(rules));
  });
  it('GB-6, D-2, X-11: asks bodies that are there', () => {
    const gone = there.map((body) => ({ ...body, lastDay: '2029-12-31' as typeof e.today }));
    given().when(start({}, gone)).thenRefused('BodyNoMore');
    given().when(start({}, [])).thenRefused('TooFewBodies');
    given()
      .when(
        start(
          {},
          there.map((body) => ({ ...body, lastDay: e.today })),
        ),
      )
      .then(e.started(rules));
  });
  it('X-12, X-11: is of a decision that there is, and asks bodies that there ever were', () => {
    given()
      .when(start({}, there, { origin: null }))
      .thenRefused('DecisionUnknown');
    const never = there.map((body) => ({ ...body, lastDay: null }));
    given().when(start({}, never)).thenRefused('BoardUnknown');
    given().when(start()).then(e.started(rules));
  });
  it('D-7: names its legal basis', () => {
    given()
      .when(start({}, there, { legalBasis: [] }))
      .thenRefused('LegalBasisMissing');
  });
  it('X-11, X-12: is by a definition that is open to the body and in force', () => {
    given()
      .when(start({ board: e.a }))
      .thenRefused('NotOpenToOrigin');
    const definition = { board: e.origin, inForce: null };
    given()
      .when(start({}, there, { definition }))
      .thenRefused('NoVersionInForce');
    given()
      .when(start({}, there, { definition: null }))
      .thenRefused('DefinitionUnknown');
  });
});

describe('what a body says', () => {
  it('D-2: is what its own vote came to, in the stage that asked it', () => {
    given(...e.flying(rules))
      .when(hear(e.heard(e.a)))
      .then(e.answered(e.a, 'yes'));
    given(...e.flying(rules))
      .when(hear(e.heard(e.a, { call: null })))
      .thenRefused('NotItsAnswer');
  });
  it('D-9: counts as a yes of a stage that decides once it has effect', () => {
    const {
      textSha256: _,
      answer: __,
      ...about
    } = (e.answered(e.a, 'yes') as Extract<RouteEvent, { type: 'RouteAnswered' }>).data;
    const taken: RouteEvent = { type: 'RouteVoteTaken', data: about };
    given(...e.flying(rules))
      .when(hear(e.heard(e.a, { status: 'Approved' })))
      .then(taken);
    given(...e.flying(rules), taken)
      .when(hear(e.heard(e.a)))
      .then(e.answered(e.a, 'yes'));
  });
  it('X-8: counts for nothing on another text', () => {
    given(...e.flying(rules))
      .when(hear(e.heard(e.a, { textSha256: e.otherText })))
      .then(voided('text', { textSha256: e.otherText }));
  });
  it('X-11: counts for nothing after the term, whether or not a timer said so', () => {
    given(...e.flying(rules))
      .when(hear(e.heard(e.a, { spokenOn: e.dayAfter })))
      .then(voided('term', { spokenOn: e.dayAfter }));
    const waits = e.stage('s1', { silence: 'none' });
    const late = { ...e.answered(e.a, 'yes').data, spokenOn: e.dayAfter } as never;
    given(...e.flying(waits))
      .when(hear(e.heard(e.a, { spokenOn: e.dayAfter })))
      .then({ type: 'RouteAnswered', data: late });
  });
});

describe('the end of a term', () => {
  it('X-11: includes its last day', () => {
    given(...e.flying(rules))
      .when(closeTerm(e.until))
      .thenRefused('TermNotOver');
  });
  it('D-2: notes the silence of who said nothing, and counts who voted in time', () => {
    const long = e.stage('s1', { needed: 1, silence: 'assent', kind: 'opinion', binding: false });
    const asked = [...e.flying(long), e.answered(e.b, 'no')];
    const decided = route.decide(
      { ...someone, ...closeTerm(e.dayAfter, e.heard(e.a)) },
      asked.reduce(route.evolve, route.initial),
    );
    const facts = decided.outcome === 'accepted' ? decided.events : [];
    expect(facts.slice(0, 2)).toEqual([e.answered(e.a, 'yes'), e.silent(e.c, 'assent')]);
    expect(facts.map(({ type }) => type)).toContain('RouteStageEnded');
  });
});

describe('a body that sends back', () => {
  const other = e.moving(e.a, 'sendBack');
  const back = (to: string, restart: string): RouteEvent => ({
    type: 'RouteReturned',
    data: {
      ...{ stage: 's1', round: 1, cause: 'sentBack', to, nextRound: 2, restart },
      by: { board: e.a, decision: other.decision, reasons: e.reasons },
    },
  });
  const released = [e.a, e.b, e.c].map((board): RouteEvent => {
    const decision = e.proposalOf(board);
    return { type: 'RouteBodyReleased', data: { stage: 's1', round: 1, board, decision } };
  });

  it('D-2, X-11: does so by its own vote, where the stage allows it', () => {
    given(...e.flying(rules))
      .when(moved(other))
      .then(...released, back('origin', 's1'));
    given(...e.flying(e.stage('s1', { sendBackTo: null })))
      .when(moved(other))
      .thenRefused('NoSendingBack');
    given(...e.flying(rules))
      .when(moved(e.moving(e.a, 'sendBack', { status: 'Rejected' })))
      .thenRefused('NotItsMove');
  });
  it('X-11, X-3: is put again by its origin, and by nobody else', () => {
    const resubmit = (person: typeof e.proposer) =>
      ({
        type: 'ResubmitToRoute',
        data: {
          ...{ decision: e.matter, textSha256: e.text },
          grounds: { origin: e.originOnTable, route: e.route },
        },
        by: { ...someone.by, person },
      }) as const;
    const history = [...e.flying(rules), ...released, back('origin', 's1')];
    given(...history)
      .when(resubmit(someone.by.person))
      .thenRefused('NotOfOrigin');
    given(...e.flying(rules))
      .when(resubmit(e.proposer))
      .thenRefused('WrongState');
    given(...history)
      .when(resubmit(e.proposer))
      .then({
        type: 'RouteResubmitted',
        data: {
          ...{ decision: e.matter, textSha256: e.text, previousTextSha256: e.text },
          ...{ title: 'Piano', motivation: e.reasons, proposer: e.proposer, round: 2 },
          ...{ stage: 's1', definition: e.definition, version: 1, binding: true },
        },
      });
  });
});
