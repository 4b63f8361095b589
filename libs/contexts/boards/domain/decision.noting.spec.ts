import { describe, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { Condition, ConditionFailure, ConditionId, DecisionId } from '../contract/index.js';
import * as a from './decision.examples.js';
import type { DecisionEvent } from './decision.events.js';
import { decision } from './decision.js';

const given = specificationFor(decision);
const c1 = 'c1' as ConditionId;
const [earlier, later] = ['decision-1', 'decision-2'] as [DecisionId, DecisionId];
const dueOn = '2030-02-10' as LocalDate;
const from = '2030-03-01' as LocalDate;
const subject = { kind: 'noteFailure', decision: earlier, condition: c1 } as const;

const condition = (onFailure: ConditionFailure): Condition => ({
  ...{ id: c1, text: 'Parere della Regione', dueOn, evidence: 'parere' },
  ...{ verifier: { kind: 'secretary' }, effect: 'after', onFailure },
});
/** Approved under a condition that was not met. */
function failing(onFailure: ConditionFailure): readonly DecisionEvent[] {
  const [first, ...rest] = a.approved;
  const conditions = [condition(onFailure)];
  return [
    ...[{ ...first, data: { ...first.data, conditions } }, ...rest],
    { type: 'ConditionsImposed', data: { conditions } },
    { type: 'ConditionFailed', data: { condition: c1, dueOn, onFailure } },
  ];
}
const noted: DecisionEvent = {
  type: 'ConditionFailureNoted',
  data: { condition: c1, by: later, from },
};
const note = (status: 'Approved' | 'Effective' = 'Effective') =>
  ({
    type: 'NoteFailure',
    data: { by: later, grounds: { ending: { status, subject, effectiveOn: from } } },
  }) as const;

describe('a condition that failed and is only reported', () => {
  it('D-9, X-11: is noted by a later decision that has effect, once', () => {
    given(...failing('report'))
      .when(note('Approved'))
      .thenRefused('EndingNotEffective');
    given(...failing('report'))
      .when(note())
      .then(noted);
    given(...failing('report'), noted)
      .when(note())
      .thenRefused('NothingToNote');
  });
  it('X-11: not one that is open, or whose failure did more', () => {
    given(...failing('report').slice(0, -1))
      .when(note())
      .thenRefused('NothingToNote');
    given(...failing('suspend'))
      .when(note())
      .thenRefused('NothingToNote');
  });
  it('D-8, X-11, X-12: is asked when the decision that notes it is proposed, of the same body', () => {
    const state = failing('report').reduce(decision.evolve, decision.initial);
    const standing = { status: 'Approved', sameOrHigher: true, sameBody: true } as const;
    const propose = (more: object) =>
      ({
        type: 'ProposeDecision',
        data: {
          ...{ board: a.board, title: 'Adozione', textSha256: a.text, motivation: a.motivation },
          subject,
          grounds: {
            ...{ boardKnown: true, legalBasis: ['L. 241/1990'], plan: null },
            ended: { ...standing, later: state.later, ...more },
          },
        },
        by: { ...someone.by, person: a.proposer },
      }) as const;
    given()
      .when(propose({ sameBody: false }))
      .thenRefused('OtherBody');
    const open = { ...state.later, conditions: failingOpen() };
    given()
      .when(propose({ later: open }))
      .thenRefused('NothingToNote');
    given()
      .when(propose({ later: { ...open, conditions: [] } }))
      .thenRefused('ConditionUnknown');
    given()
      .when(propose({}))
      .thenRepeatably({ ...a.proposed, data: { ...a.proposed.data, subject } });
  });
});

function failingOpen() {
  const before = failing('report').slice(0, -1);
  return before.reduce(decision.evolve, decision.initial).later.conditions;
}
