import { describe, it } from '@jest/globals';
import type { Instant, LocalDate } from '@tavolo/kernel';
import { specificationFor } from '@tavolo/testing/specification';
import * as a from './decision.examples.js';
import type { DecisionEvent } from './decision.events.js';
import { decision } from './decision.js';

const given = specificationFor(decision);
const day = (text: string) => text as LocalDate;
const { tally, trace } = a.result;
const voted = { ...a.vote, tally, trace, closedAt: '2030-01-10T09:30:00.000Z' as Instant };
const declaredOn = day('2030-01-10');
const declared: DecisionEvent = {
  type: 'ImmediateEnforceabilityDeclared',
  data: { board: a.board, ...voted, declaredOn },
};
const declare = (more: object = {}) =>
  ({
    type: 'DeclareImmediatelyEnforceable',
    data: { ...voted, ...more, grounds: { declaredOn } },
  }) as never;
const make = { type: 'MakeEffective', data: {}, today: day('2030-01-11') } as const;
const effective = { ...a.effective, data: { ...a.effective.data, effectiveOn: declaredOn } };
const numbered = [...a.approved, declared, a.signed, a.numbered];
const publish = {
  type: 'PublishDecision',
  data: { where: 'Albo', publishedOn: day('2030-01-12'), grounds: { roll: null } },
  today: day('2030-01-12'),
} as const;

describe('a decision that is immediately enforceable', () => {
  it('D-6, X-11: is declared so in the sitting that approved it, once', () => {
    given(...a.approved)
      .when(declare())
      .then(declared);
    given(...a.approved)
      .when(declare({ item: 'i2' }))
      .thenRefused('OtherSitting');
    given(...a.instructed)
      .when(declare())
      .thenRefused('WrongState');
    given(...a.approved, declared)
      .when(declare())
      .then();
  });
  it('D-6, X-11: has effect from that day, once it is numbered, without a publication', () => {
    given(...a.approved, a.signed, a.numbered)
      .when(make)
      .thenRefused('WrongState');
    given(...a.approved, declared)
      .when(make)
      .thenRefused('WrongState');
    given(...numbered)
      .when(make)
      .then(effective);
  });
  it('D-6, X-11: is published all the same, once; its effect stays as it was', () => {
    const published = a.published(declaredOn);
    given(...numbered, effective)
      .when(publish)
      .then(published);
    given(...numbered, effective, published)
      .when(publish)
      .thenRefused('WrongState');
    given(...numbered, effective, published)
      .when(make)
      .then();
    given(...a.approved, a.signed, a.numbered, a.published('2030-01-12'), a.effective)
      .when(publish)
      .thenRefused('WrongState');
  });
  it('D-6: any other has no effect before its publication', () =>
    given(...a.approved, a.signed, a.numbered)
      .when({ ...publish, data: { ...publish.data, effectiveFrom: declaredOn } })
      .thenRefused('EffectBeforePublication'));
});
