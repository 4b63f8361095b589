import { describe, expect, it } from '@jest/globals';
import { specificationFor } from '@tavolo/testing/specification';
import * as a from './decision.examples.js';
import { decision } from './decision.js';
import type { DecisionEvent } from './decision.events.js';

const given = specificationFor(decision);
const confidential = {
  ...a.proposed,
  data: { ...a.proposed.data, confidential: true },
} as const satisfies DecisionEvent;
const disclosed = { type: 'DecisionDisclosed', data: { disclosedBy: a.officer } } as const;
const disclose = { type: 'DiscloseDecision', data: {}, by: { person: a.officer } } as never;
const numbered = {
  type: 'DecisionNumbered',
  data: { number: 4, year: 2030, register: 'r' },
} as const;
const voted = [
  ...[a.technical('positive'), a.readyForAgenda, a.scheduled],
  ...[{ type: 'DecisionApproved', data: a.result } as const],
] as const;
const signed = {
  type: 'DecisionSigned',
  data: { ...a.signature, signedAs: 'chair', container: a.document, report: a.document },
} as unknown as DecisionEvent;
const publish = {
  type: 'PublishDecision',
  data: { where: 'Albo', publishedOn: '2030-01-12', grounds: { roll: null } },
  today: '2030-01-12',
} as never;

describe('a confidential matter', () => {
  it('D-6: is disclosed before it is published', () => {
    given(confidential, ...voted, signed, numbered)
      .when(publish)
      .thenRefused('Confidential');
    const open = [confidential, ...voted, signed, numbered, disclosed].reduce(
      decision.evolve,
      decision.initial,
    );
    expect(decision.decide(publish, open).outcome).toBe('accepted');
  });

  it('X-11: is disclosed once, and no other is', () => {
    given(confidential).when(disclose).then(disclosed);
    given(confidential, disclosed).when(disclose).thenRefused('NotConfidential');
    given(a.proposed).when(disclose).thenRefused('NotConfidential');
    given().when(disclose).thenRefused('WrongState');
  });

  it('is said at its proposal, and any other says nothing of it', () => {
    const data = {
      ...{ board: a.board, title: 'Adozione', subject: { kind: 'other' }, textSha256: a.text },
      motivation: a.motivation,
      grounds: { boardKnown: true, legalBasis: ['L. 241/1990'], plan: null },
    };
    const propose = (more: object) =>
      ({
        type: 'ProposeDecision',
        data: { ...data, ...more },
        by: { person: a.proposer },
      }) as never;
    given()
      .when(propose({ confidential: true }))
      .thenRepeatably(confidential);
    given()
      .when(propose({ confidential: false }))
      .thenRepeatably(a.proposed);
    given().when(propose({})).thenRepeatably(a.proposed);
  });
});
