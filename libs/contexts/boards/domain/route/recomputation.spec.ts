import { describe, expect, it } from '@jest/globals';
import { someone } from '@tavolo/testing/specification';
import type { RouteEvent, RouteTraceStep } from './route.events.js';
import * as e from './route.examples.js';
import { route } from './route.js';
import { recomputedRoute } from './recomputation.js';

const [first, second] = [e.stage('s1', { needed: 2 }), e.stage('s2', { boards: [e.b] })];
const hear = (heard: ReturnType<typeof e.heard>) => {
  return {
    type: 'HearBody',
    data: { decision: heard.decision, grounds: { heard, route: e.route } },
  };
};
const after = (history: readonly RouteEvent[], asked: object): readonly RouteEvent[] => {
  const state = history.reduce(route.evolve, route.initial);
  const decided = route.decide({ ...someone, ...asked } as never, state);
  return decided.outcome === 'accepted' ? [...history, ...decided.events] : history;
};
const halfway = after([...e.flying(first, second), e.answered(e.a, 'yes')], hear(e.heard(e.b)));
const call = { route: e.route, stage: 's2', round: 1 };
const refused = {
  ...e.heard(e.b, { call, status: 'Rejected' }),
  decision: e.proposalOf(e.b, 's2'),
};
const whole = after([...halfway, ...e.opened(second)], hear(refused));

type Ended = Extract<RouteEvent, { type: 'RouteStageEnded' }>['data'];
/** The facts with something else on record of every stage. */
const forged = (change: (recorded: Ended) => Partial<Ended>): readonly RouteEvent[] =>
  halfway.map((fact) =>
    fact.type === 'RouteStageEnded'
      ? { ...fact, data: { ...fact.data, ...change(fact.data) } }
      : fact,
  );
const isEqual = (facts: readonly RouteEvent[]) => recomputedRoute(facts).map(({ equal }) => equal);
const steps = (change: (step: RouteTraceStep, at: number) => Partial<RouteTraceStep>) =>
  forged(({ trace }) => {
    return { trace: trace.map((step, at) => ({ ...step, ...change(step, at) })) };
  });

describe('a route reckoned again', () => {
  it('D-2: comes out stage by stage as it was recorded', () => {
    expect(recomputedRoute(whole)).toMatchObject([
      {
        recorded: { stage: 's1', outcome: 'passed' },
        computed: { outcome: 'passed' },
        equal: true,
      },
      {
        recorded: { stage: 's2', outcome: 'failed' },
        computed: { outcome: 'failed' },
        equal: true,
      },
    ]);
    expect(recomputedRoute(e.flying(first))).toEqual([]);
  });
  it('D-2: tells when the outcome on record is not what the facts give', () => {
    expect(isEqual(forged(() => ({ outcome: 'failed' })))).toEqual([false]);
    expect(isEqual(halfway)).toEqual([true]);
  });
  it('D-2: tells when a number on record is another, in whichever step', () => {
    for (const which of [0, 1, 2]) {
      const found = steps(({ numbers }, at) => {
        const [[name, n] = ['', 0]] = Object.entries(numbers);
        return at === which ? { numbers: { ...numbers, [name]: n + 1 } } : {};
      });
      expect(isEqual(found)).toEqual([false]);
    }
  });
  it('D-2: tells when a step on record is missing, is another one, or holds otherwise', () => {
    const isLast = (at: number) => at === 3;
    const found = [
      forged(({ trace }) => ({ trace: trace.slice(0, -1) })),
      forged(({ trace }) => ({ trace: [...trace, ...trace.slice(-1)] })),
      steps((_, at) => (isLast(at) ? { step: 'veto' } : {})),
      steps(({ holds }, at) => (isLast(at) ? { holds: !holds } : {})),
    ];
    expect(found.map(isEqual)).toEqual([[false], [false], [false], [false]]);
  });
  it('D-2: holds to numbers and not to wording, which may be said better later', () => {
    expect(isEqual(steps(() => ({ it: 'Detto meglio.', en: 'Said better.' })))).toEqual([true]);
  });
});
