import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '@tavolo/kernel';
import { someone, specificationFor } from '@tavolo/testing/specification';
import type { FrozenStage, RouteEvent } from './route.events.js';
import * as e from './route.examples.js';
import { route } from './route.js';

const given = specificationFor(route);

const after = (facts: readonly RouteEvent[], asked: object): readonly RouteEvent[] => {
  const state = facts.reduce(route.evolve, route.initial);
  const decided = route.decide({ ...someone, ...asked } as never, state);
  return decided.outcome === 'accepted' ? decided.events : [];
};

describe('pitfalls of routes', () => {
  it('body dissolved mid-route', () => {
    const lapse = (today: LocalDate) =>
      ({ type: 'LapsePlace', data: { board: e.c, grounds: { lastDay: e.today } }, today }) as const;
    // Its place counts out of those asked the day after its last, and not on it.
    const flying = [...e.flying(e.stage('s1', { needed: 2 })), e.answered(e.a, 'yes')];
    given(...flying)
      .when(lapse(e.dayAfter))
      .then(e.lapsed(e.c));
    given(...flying)
      .when(lapse(e.today))
      .then();
    // Where two of two are left to be three, the route fails instead of waiting for ever.
    const three = [...e.flying(e.stage('s1', { needed: 3 })), e.answered(e.a, 'yes')];
    const ends = after(three, lapse(e.dayAfter)).find(({ type }) => type === 'RouteEnded');
    expect(ends?.data).toMatchObject({ result: 'failed' });
  });
  it('rule changed mid-route', () => {
    // It goes by the stages that it froze, whatever its definition says now.
    const [frozen, changed] = [e.stage('s1', { needed: 2 }), e.stage('s1', { needed: 3 })];
    const ended = (rules: FrozenStage) => {
      const flying = [...e.flying(rules), e.answered(e.a, 'yes')];
      const grounds = { heard: e.heard(e.b), route: e.route };
      const hear = { type: 'HearBody', data: { decision: e.proposalOf(e.b), grounds } };
      return after(flying, hear).some(({ type }) => type === 'RouteEnded');
    };
    expect([ended(frozen), ended(changed)]).toEqual([true, false]);
  });
  it('content edited after opening', () => {
    // What was said in this round is void for the new text: it goes back to its origin.
    const note = (textSha256: typeof e.text) => {
      return { type: 'NoteTextMoved', data: { decision: e.matter, textSha256 } };
    };
    const flying = [...e.flying(e.stage('s1')), e.answered(e.a, 'yes')];
    expect(after(flying, note(e.otherText)).at(-1)).toMatchObject({
      type: 'RouteReturned',
      data: { cause: 'textMoved', nextRound: 2 },
    });
    expect(after(flying, note(e.text))).toEqual([]);
  });
});
