import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { DecisionEnd, DecisionId, DecisionStatus, EndOfDecision } from '../contract/index.js';
import * as a from './decision.examples.js';
import { endCommandOf } from './decision.ending.js';
import type { DecisionEvent } from './decision.events.js';
import { decision } from './decision.js';

const given = specificationFor(decision);
const earlier = 'decision-1' as DecisionId;
const later = 'decision-2' as DecisionId;
const dependents = ['agreement-1'];
const from = '2031-01-01' as LocalDate;
const subjectOf = (how: DecisionEnd): EndOfDecision => {
  return { kind: 'endDecision', decision: earlier, how, dependents };
};
const inEffect: DecisionEvent[] = [
  ...a.approved,
  a.signed,
  a.numbered,
  a.published('2030-01-22'),
  a.effective,
];
const revoked: DecisionEvent = { type: 'DecisionRevoked', data: { by: later, from, dependents } };

describe('a decision that ends another', () => {
  const propose = (
    ended: { status: DecisionStatus; sameOrHigher: boolean } | null,
    how: DecisionEnd = 'revoke',
  ) =>
    ({
      type: 'ProposeDecision',
      data: {
        ...{ board: a.board, title: 'Adozione', textSha256: a.text, motivation: a.motivation },
        subject: subjectOf(how),
        grounds: { boardKnown: true, legalBasis: ['L. 241/1990'], plan: null, ended },
      },
      by: { ...someone.by, person: a.proposer },
    }) as const;
  const proposed = (how: DecisionEnd): DecisionEvent => {
    return { ...a.proposed, data: { ...a.proposed.data, subject: subjectOf(how) } };
  };
  it('D-8: is of the same body or a higher one', () => {
    given()
      .when(propose({ status: 'Effective', sameOrHigher: false }))
      .thenRefused('LowerBody');
    given()
      .when(propose({ status: 'Effective', sameOrHigher: true }))
      .thenRepeatably(proposed('revoke'));
  });
  it('D-8, X-12: ends what has effect, or is suspended', () => {
    given()
      .when(propose({ status: 'Published', sameOrHigher: true }))
      .thenRefused('NotInEffect');
    given()
      .when(propose({ status: 'Suspended', sameOrHigher: true }, 'suspend'))
      .thenRefused('NotInEffect');
    given()
      .when(propose({ status: 'Suspended', sameOrHigher: true }, 'annul'))
      .thenRepeatably(proposed('annul'));
    given().when(propose(null)).thenRefused('DecisionUnknown');
  });
});

describe('a decision that is ended', () => {
  const end = (how: DecisionEnd, status: DecisionStatus = 'Effective', type = endCommandOf(how)) =>
    ({
      type,
      data: {
        by: later,
        grounds: { ending: { status, subject: subjectOf(how), effectiveOn: from } },
      },
    }) as const;
  it('D-9, X-11: once the decision that ends it has effect', () => {
    given(...inEffect)
      .when(end('revoke', 'Approved'))
      .thenRefused('EndingNotEffective');
    given(...inEffect)
      .when(end('revoke'))
      .then(revoked);
  });
  it('D-8, X-11, X-12: as that decision orders and not otherwise', () => {
    given(...inEffect)
      .when(end('suspend', 'Effective', 'RevokeDecision'))
      .thenRefused('NotItsEnd');
    given(...inEffect)
      .when({ type: 'RevokeDecision', data: { by: later, grounds: { ending: null } } })
      .thenRefused('DecisionUnknown');
    const data = { by: later, from, dependents };
    for (const [how, type] of [
      ['suspend', 'DecisionSuspended'],
      ['annul', 'DecisionAnnulled'],
      ['supersede', 'DecisionSuperseded'],
    ] as const) {
      given(...inEffect)
        .when(end(how))
        .then({ type, data });
    }
  });
  it('X-11: is ended once, and after a suspension', () => {
    const suspended: DecisionEvent = { ...revoked, type: 'DecisionSuspended' };
    given(...inEffect, revoked)
      .when(end('annul'))
      .thenRefused('WrongState');
    given(...inEffect, suspended)
      .when(end('revoke'))
      .then(revoked);
  });
  it('D-8: its number and its day of effect stay visible', () => {
    const state = [...inEffect, revoked].reduce(decision.evolve, decision.initial);
    expect(state).toMatchObject({
      ...{ status: 'Revoked', number: '4/2030', effectiveFrom: '2030-01-22' },
    });
  });
});
