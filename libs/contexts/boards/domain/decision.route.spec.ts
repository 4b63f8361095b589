import { describe, expect, it } from '@jest/globals';
import type { PersonRef } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { RouteDefinitionId, RouteId } from '../contract/index.js';
import * as a from './decision.examples.js';
import type { DecisionEvent } from './decision.events.js';
import { decision } from './decision.js';

const given = specificationFor(decision);
const route = 'route-1' as RouteId;
const other = 'route-2' as RouteId;
const definition = 'routedefinition-1' as RouteDefinitionId;
const binding = { route, round: 1, definition, version: 1, binding: true, textSha256: a.text };
const bound = { type: 'DecisionBoundToRoute', data: binding } as const;
const advisory = { type: 'DecisionBoundToRoute', data: { ...binding, binding: false } } as const;
const ended = (result: 'passed' | 'failed' | 'withdrawn', textSha256 = a.text) =>
  ({ type: 'DecisionRouteEnded', data: { route, result, textSha256 } }) as const;
const roll = {
  ...{ board: a.board, revision: 3, seats: 3, members: [], rulebook: {}, rulebookVersion: 1 },
  ...{ chair: { seat: 's1', person: a.signature.signatory }, secretary: null },
  termUntil: '2033-01-31',
};
const sign = {
  type: 'SignDecision',
  data: { ...a.signature, container: a.document, report: a.document, grounds: { roll } },
  at: a.signedAt,
} as never;
const approvedOn = (...route_: readonly DecisionEvent[]) => [
  ...a.instructed,
  ...route_,
  ...a.approved.slice(a.instructed.length),
];

describe('a decision on an approval route', () => {
  it('D-9, X-11: is not signed before the result of the route', () => {
    given(...approvedOn(bound))
      .when(sign)
      .thenRefused('RouteUnderWay');
    given(...approvedOn(bound), ended('passed'))
      .when(sign)
      .then(a.signed);
    given(...approvedOn())
      .when(sign)
      .then(a.signed);
  });
  it('D-9: is not signed against a result that binds', () => {
    given(...approvedOn(bound), ended('failed'))
      .when(sign)
      .thenRefused('RouteNotPassed');
    given(...approvedOn(bound), ended('withdrawn'))
      .when(sign)
      .thenRefused('RouteNotPassed');
  });
  it('D-9, X-11: may be signed against a result that does not bind, once that was heard', () => {
    given(...approvedOn(advisory))
      .when(sign)
      .thenRefused('RouteUnderWay');
    given(...approvedOn(advisory), ended('failed'))
      .when(sign)
      .then(a.signed);
    given(...approvedOn(advisory), ended('withdrawn'))
      .when(sign)
      .thenRefused('RouteNotPassed');
  });
  it('X-8: is not signed on the result for another text', () => {
    given(...approvedOn(bound), ended('passed', a.document))
      .when(sign)
      .thenRefused('RouteOnOtherText');
  });
  it('X-8, X-11: is bound with the text that the route is to speak on, to one route at a time', () => {
    const bind = (more: object = {}) =>
      ({ type: 'BindToRoute', data: { ...binding, ...more } }) as never;
    given(...a.instructed)
      .when(bind({ textSha256: a.document }))
      .thenRefused('OtherText');
    given(...a.instructed)
      .when(bind())
      .then(bound);
    given(...a.instructed, bound)
      .when(bind({ route: other }))
      .thenRefused('OnAnotherRoute');
    given(...a.instructed, bound, ended('failed'))
      .when(bind({ route: other }))
      .then({ type: 'DecisionBoundToRoute', data: { ...binding, route: other } });
    given(...approvedOn(), a.signed)
      .when(bind())
      .thenRefused('WrongState');
  });
  it('X-11: takes the result of the route that it is on, and takes it once', () => {
    const take = (of: RouteId) =>
      ({
        type: 'TakeRouteResult',
        data: { route: of, result: 'passed', textSha256: a.text },
      }) as const;
    given(...a.instructed, bound)
      .when(take(route))
      .then(ended('passed'));
    const after = [...a.instructed, bound, ended('failed')].reduce(
      decision.evolve,
      decision.initial,
    );
    for (const one of [route, other]) {
      const again = decision.decide({ ...someone, ...take(one) }, after);
      expect(again).toEqual({ outcome: 'accepted', events: [] });
    }
  });
});

describe('a proposal that came by a route', () => {
  const call = { route, stage: 's1', round: 1 };
  const arrival = { ...a.proposed.data, route: { ...call, definition, version: 1 } };
  const { spending: _, subject: __, titleEn: ___, ...matter } = arrival;
  const came: DecisionEvent = { type: 'DecisionProposed', data: arrival };
  const receive = (found: object | null) =>
    ({ type: 'ReceiveProposal', data: { ...call, grounds: { arrival: found } } }) as never;
  const release = { type: 'ReleaseProposal', data: { route }, by: someone.by } as const;
  const system = 'system:routeVoice' as PersonRef;
  const by = { ...someone.by, person: a.proposer };
  const ready = [a.technical('positive'), a.readyForAgenda];

  it('X-12: arrives as the route says, or not at all', () => {
    given().when(receive(null)).thenRefused('RouteUnknown');
    const decided = decision.decide(
      { ...someone, ...(receive(matter) as { type: 'ReceiveProposal'; data: never }) },
      decision.initial,
    );
    expect(decided).toEqual({ outcome: 'accepted', events: [came] });
  });
  it('X-8, X-11: keeps the text that the origin put to the route', () => {
    given(came)
      .when({
        type: 'AmendProposal',
        data: { textSha256: a.document, grounds: { seatIds: [] } },
        by,
      })
      .thenRefused('CameByRoute');
    given(came).when({ type: 'WithdrawProposal', data: {}, by }).thenRefused('CameByRoute');
    given(a.proposed)
      .when({ type: 'WithdrawProposal', data: {}, by })
      .then({ type: 'ProposalWithdrawn', data: { withdrawnBy: a.proposer } });
  });
  it('X-8, X-11: leaves the table of a body that is no longer waited for', () => {
    given(came, ...ready)
      .when({ ...release, by: { ...someone.by, person: system } })
      .then({ type: 'ProposalWithdrawn', data: { withdrawnBy: system } });
    given(came, ...ready, a.scheduled)
      .when(release)
      .then({ type: 'DecisionLeftByRoute', data: { route } });
    const left: DecisionEvent = { type: 'DecisionLeftByRoute', data: { route } };
    const data = { ...a.scheduled.data, cause: 'leftByRoute' } as const;
    const defer = { type: 'DeferDecision', data, by: { ...someone.by, person: system } } as const;
    given(came, ...ready, a.scheduled, left)
      .when(defer)
      .then(
        { type: 'DecisionDeferred', data },
        { type: 'ProposalWithdrawn', data: { withdrawnBy: system } },
      );
    given(came, ...ready, a.scheduled)
      .when(defer)
      .then({ type: 'DecisionDeferred', data });
    const approved = [came, ...ready, ...a.approved.slice(a.instructed.length)];
    const state = approved.reduce(decision.evolve, decision.initial);
    expect(decision.decide({ ...someone, ...release }, state)).toMatchObject({ events: [] });
  });
});
