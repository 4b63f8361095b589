import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { LocalDate } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { BoardId, DecisionId } from '../contract/index.js';
import type { NumberTaken } from './register.events.js';
import { numberFor, register, registerOf } from './register.js';

const given = specificationFor(register);
const [first, second] = ['decision-1', 'decision-2'] as [DecisionId, DecisionId];
const take = (decision: DecisionId, year = 2030) =>
  ({ type: 'TakeNumber', data: { year, decision } }) as const;
const taken = (number: number, decision: DecisionId): NumberTaken => ({
  type: 'NumberTaken',
  data: { number, year: 2030, decision },
});

describe('register of numbers', () => {
  it('D-5: begins with 1 and goes on without a gap', () => {
    given().when(take(first)).then(taken(1, first));
    given(taken(1, first)).when(take(second)).then(taken(2, second));
  });
  it('D-5: gives the same decision the same number again', () => {
    given(taken(1, first), taken(2, second)).when(take(first)).then();
    const state = register.evolve(register.initial, taken(1, first));
    expect([numberFor(state, first), numberFor(state, second)]).toEqual([1, 2]);
  });
  it('D-5: gives no number of another year', () => {
    given().when(take(first, 2029)).thenRefused('YearOver');
    given()
      .when({ ...take(first, 2030), today: '2031-01-01' as LocalDate })
      .thenRefused('YearOver');
  });
  it('D-5: a number once given stays, also when the year is over', () =>
    given(taken(1, first))
      .when({ ...take(first), today: '2031-01-01' as LocalDate })
      .then());
  it('D-5: whoever asks in whatever order, numbers are 1 to n, one each', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (asked) => {
        let state = register.initial;
        const given_: number[] = [];
        for (const who of asked) {
          const command = { ...someone, ...take(`decision-${String(who)}` as DecisionId) };
          const decision = register.decide(command, state);
          const events = decision.outcome === 'accepted' ? decision.events : [];
          given_.push(...events.map(({ data }) => data.number));
          state = events.reduce(register.evolve, state);
        }
        expect(given_).toEqual([...new Set(asked)].map((_, i) => i + 1));
      }),
    );
  });
  it('D-5: one stream for a board and a year', () => {
    expect(registerOf('board-6f1c' as BoardId, 2030)).toBe('register-6f1c-decision-2030');
  });
});
