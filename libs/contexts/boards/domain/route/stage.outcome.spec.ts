import { describe, expect, it } from '@jest/globals';
import type { BoardId } from '../../contract/index.js';
import * as e from './route.examples.js';
import { recomputedRoute } from './recomputation.js';
import type { FrozenStage } from './route.events.js';
import type { PlaceStatus } from './route.state.js';
import { outcomeOfStage } from './stage.outcome.js';

const boards: readonly BoardId[] = [e.a, e.b, e.c];
const result = (rules: Partial<FrozenStage>, ...stands: readonly PlaceStatus[]) =>
  outcomeOfStage({
    rules: e.stage('s1', rules),
    places: stands.map((status, i) => {
      const board = boards[i] ?? e.higher;
      return { board, decision: null, status, until: e.until, escalated: i >= 3 };
    }),
  });
const outcome = (rules: Partial<FrozenStage>, ...stands: readonly PlaceStatus[]) =>
  result(rules, ...stands).outcome;

describe('the outcome of a stage', () => {
  it('D-2: n of m passes as soon as it can change no more, and not earlier', () => {
    const two = { needed: 2 };
    expect(outcome(two, 'yes', 'waiting', 'waiting')).toBe('open');
    expect(outcome(two, 'yes', 'yes', 'waiting')).toBe('passed');
    expect(outcome(two, 'no', 'waiting', 'waiting')).toBe('open');
    expect(outcome(two, 'no', 'no', 'waiting')).toBe('failed');
    expect(outcome({ needed: null }, 'yes', 'yes', 'waiting')).toBe('open');
    expect(outcome({ needed: null }, 'yes', 'yes', 'yes')).toBe('passed');
  });
  it('D-9: a yes that has no effect yet is waited for', () => {
    expect(outcome({ needed: 2 }, 'yes', 'voted', 'no')).toBe('open');
    expect(outcome({ needed: 2 }, 'yes', 'yes', 'no')).toBe('passed');
  });
  it('D-2: one that may veto ends it by a no, and its silence does not', () => {
    const veto = { needed: 2, veto: true };
    expect(outcome(veto, 'yes', 'yes', 'waiting')).toBe('open');
    expect(outcome(veto, 'yes', 'yes', 'no')).toBe('failed');
    expect(outcome(veto, 'yes', 'yes', 'silent')).toBe('passed');
    expect(outcome({ needed: 2 }, 'yes', 'yes', 'no')).toBe('passed');
  });
  it('D-2: silence is what the definition says of it', () => {
    const rules = { needed: 2, escalatesTo: e.higher };
    expect(outcome({ ...rules, silence: 'assent' }, 'yes', 'silent', 'no')).toBe('passed');
    expect(outcome({ ...rules, silence: 'refusal' }, 'yes', 'silent', 'no')).toBe('failed');
    expect(outcome({ ...rules, silence: 'escalates' }, 'yes', 'silent', 'no')).toBe('escalates');
    expect(outcome({ ...rules, silence: 'escalates' }, 'yes', 'silent', 'yes')).toBe('passed');
  });
  it('D-2: the body asked in the place of others answers alone, and its silence is a refusal', () => {
    const rules = { needed: 2, silence: 'escalates', escalatesTo: e.higher } as const;
    expect(outcome(rules, 'no', 'silent', 'silent', 'waiting')).toBe('open');
    expect(outcome(rules, 'no', 'silent', 'silent', 'yes')).toBe('passed');
    expect(outcome(rules, 'yes', 'silent', 'silent', 'silent')).toBe('failed');
  });
  it('GB-6: who is no more counts out of those asked; too few fail, or go to a higher body', () => {
    expect(outcome({ needed: null }, 'yes', 'yes', 'lapsed')).toBe('passed');
    expect(outcome({ needed: 3 }, 'yes', 'yes', 'lapsed')).toBe('failed');
    const higher = { needed: 3, unreachable: 'escalates', escalatesTo: e.higher } as const;
    expect(outcome(higher, 'yes', 'yes', 'lapsed')).toBe('escalates');
    expect(outcome(higher, 'yes', 'no', 'waiting')).toBe('failed');
    expect(outcome({ needed: null }, 'lapsed', 'lapsed', 'lapsed')).toBe('failed');
  });
  it('D-2: an opinion that does not bind is heard from everybody and stops nothing', () => {
    const opinion = { kind: 'opinion', binding: false, needed: 2 } as const;
    expect(outcome(opinion, 'yes', 'yes', 'waiting')).toBe('open');
    expect(outcome(opinion, 'yes', 'yes', 'no')).toBe('passed');
    expect(outcome(opinion, 'no', 'no', 'yes')).toBe('unfavourable');
    expect(outcome({ ...opinion, binding: true }, 'no', 'no', 'waiting')).toBe('failed');
  });
  it('D-2: objections make the origin think again from their number on', () => {
    const objection = { kind: 'objection', needed: 2, silence: 'assent' } as const;
    expect(outcome(objection, 'objected', 'waiting', 'waiting')).toBe('open');
    expect(outcome(objection, 'objected', 'objected', 'waiting')).toBe('objected');
    expect(outcome(objection, 'objected', 'silent', 'silent')).toBe('passed');
  });
  it('D-2: says in both languages how it came about', () => {
    const { trace } = result({ needed: 2, veto: true, silence: 'assent' }, 'yes', 'no', 'lapsed');
    expect(trace.map(({ step }) => step)).toEqual([
      'bodies',
      'answers',
      'veto',
      'needed',
      'result',
    ]);
    const [, answers] = trace;
    expect(answers?.it).toBe('Favorevoli 1, contrari 1, ancora attesi 0.');
    expect(answers?.en).toBe('1 in favour, 1 against, 0 still awaited.');
    const silent = result({ needed: 1, silence: 'assent' }, 'silent', 'yes', 'yes').trace;
    expect(silent.find(({ step }) => step === 'silence')?.en).toContain('silence is assent');
  });
});

describe('a stage reckoned again from its facts', () => {
  const rules = e.stage('s1', { needed: 1 });
  const facts = [...e.flying(rules), e.answered(e.a, 'yes')];
  const [recorded] = [result({ needed: 1 }, 'yes', 'waiting', 'waiting')];
  const ended = (outcome_: 'failed' | 'passed') =>
    ({
      type: 'RouteStageEnded',
      data: {
        ...{ stage: 's1', round: 1, outcome: outcome_, trace: recorded.trace },
        ...{ next: null, endedAt: e.at },
      },
    }) as const;

  it('D-2: is equal to what was recorded, or says that it is not', () => {
    expect(recomputedRoute([...facts, ended('passed')])).toMatchObject([{ equal: true }]);
    expect(recomputedRoute([...facts, ended('failed')])).toMatchObject([
      { equal: false, computed: { outcome: 'passed' } },
    ]);
    expect(recomputedRoute(facts)).toEqual([]);
  });
});
