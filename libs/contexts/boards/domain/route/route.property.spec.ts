import { describe, expect, it } from '@jest/globals';
import type { LocalDate, Sha256 } from '@tavolo/kernel';
import { someone } from '@tavolo/testing/specification';
import fc from 'fast-check';
import type { BoardId, DecisionId } from '../../contract/index.js';
import { recomputedRoute } from './recomputation.js';
import type { Heard, RouteCommand } from './route.commands.js';
import * as e from './route.examples.js';
import type { FrozenStage, RouteEvent } from './route.events.js';
import { route } from './route.js';
import { openRun } from './route.state.js';
import type { RouteState } from './route.state.js';

const boards: readonly BoardId[] = [e.a, e.b, e.c, e.higher];
const texts: readonly Sha256[] = [e.text, e.otherText];
const days = ['2030-01-01', '2030-01-11', '2030-01-12', '2030-03-01'] as LocalDate[];

/** What somebody does next; every name and number is small, so that they meet. */
type Step = Readonly<{
  kind: number;
  board: number;
  text: number;
  day: number;
  yes: boolean;
  effective: boolean;
}>;

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...[0, 0, 0, 1, 1, 1, 1, 1, 1, 2, 3, 4, 5, 6, 6, 6, 7, 8]),
  ...{ board: fc.nat(3), text: fc.constantFrom(0, 0, 0, 0, 1) },
  day: fc.constantFrom(0, 0, 0, 0, 0, 1, 2, 3),
  ...{ yes: fc.boolean(), effective: fc.boolean() },
});

const stages: fc.Arbitrary<readonly FrozenStage[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('opinion' as const, 'decision' as const, 'objection' as const),
      needed: fc.constantFrom(1, 2, 3),
      ...{ binding: fc.boolean(), veto: fc.boolean() },
      silence: fc.constantFrom('assent' as const, 'refusal' as const, 'escalates' as const),
      unreachable: fc.constantFrom('fails' as const, 'escalates' as const),
      restart: fc.constantFrom('first' as const, 'here' as const),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.map((rules, i) => e.stage(`s${String(i + 1)}`, { ...rules, escalatesTo: e.higher })),
  );

function pick<T>(list: readonly T[], i: number): T {
  const found = list[i];
  if (found === undefined) throw new Error(`nothing stands at ${String(i)}`);
  return found;
}

/** The stage that is open, or was last. */
function lastOf(state: RouteState) {
  const run = openRun(state) ?? state.runs.at(-1);
  return run ?? { stage: 's1', round: 1, places: [] };
}

const lastDay = '2031-12-31' as LocalDate;

function toAsk({ stages: all, next, round }: RouteState) {
  const boards_ = all.find(({ stage }) => stage === next)?.boards ?? [];
  return boards_.map((board) => {
    return { board, decision: e.proposalOf(board, next ?? '', round), lastDay };
  });
}

function saidBy({ yes, effective }: Step): Heard['status'] {
  if (!yes) return 'Rejected';
  return effective ? 'Effective' : 'Approved';
}

function commandOf(state: RouteState, one: Step): RouteCommand {
  const [board, text, today] = [
    pick(boards, one.board),
    pick(texts, one.text),
    pick(days, one.day),
  ];
  const envelope = { ...someone, today, by: { ...someone.by, person: e.proposer } };
  const { stage, round, places } = lastOf(state);
  const call = { stage, round };
  const place = places.findLast((each) => each.board === board);
  const decision = place?.decision ?? ('decision-none' as DecisionId);
  const said = { decision, status: saidBy(one), textSha256: text, spokenOn: today };
  const heard = e.heard(board, { ...said, call: { route: e.route, ...call } });
  const origin = { ...e.originOnTable, textSha256: text };
  const of = { decision: e.matter, textSha256: text };
  const move = one.yes ? 'object' : 'sendBack';
  const moving = e.moving(board, move, {
    subject: { kind: 'moveRoute', move, route: e.route, ...call },
    spokenOn: today,
  });
  const bodies = toAsk(state);
  const higher = { board: e.higher, lastDay, decision: e.proposalOf(e.higher, stage, round) };
  const withdrawn = one.effective && one.yes ? origin : null;
  const commands: readonly Pick<RouteCommand, 'data' | 'type'>[] = [
    { type: 'OpenStage', data: { round: state.round, grounds: { bodies } } },
    { type: 'HearBody', data: { decision, grounds: { heard, route: e.route } } },
    { type: 'CloseTerm', data: { ...call, grounds: { heard: [] } } },
    { type: 'LapsePlace', data: { board, grounds: { lastDay: e.today } } },
    {
      type: 'MoveRoute',
      data: { decision: moving.decision, grounds: { heard: moving, route: e.route } },
    },
    { type: 'NoteTextMoved', data: of },
    { type: 'ResubmitToRoute', data: { ...of, grounds: { origin, route: e.route } } },
    {
      type: 'WithdrawRoute',
      data: { grounds: { origin: withdrawn } },
    },
    { type: 'AskHigherBody', data: { ...call, grounds: { body: higher } } },
  ] as never;
  return { ...envelope, ...pick(commands, one.kind) } as RouteCommand;
}

function history(frozen: readonly FrozenStage[], steps: readonly Step[]): readonly RouteEvent[] {
  const events: RouteEvent[] = [e.started(...frozen)];
  let state = events.reduce(route.evolve, route.initial);
  for (const one of steps) {
    const decided = route.decide(commandOf(state, one), state);
    if (decided.outcome === 'refused') continue;
    events.push(...decided.events);
    state = decided.events.reduce(route.evolve, state);
  }
  return events;
}

describe('any sequence of commands and answers', () => {
  const routes = fc.tuple(stages, fc.array(step, { minLength: 20, maxLength: 60 }));

  it('D-9: leaves a route with one result at most, and on the version that it froze', () => {
    fc.assert(
      fc.property(routes, ([frozen, steps]) => {
        const events = history(frozen, steps);
        expect(events.filter(({ type }) => type === 'RouteEnded').length).toBeLessThanOrEqual(1);
        const state = events.reduce(route.evolve, route.initial);
        expect([state.version, state.stages]).toEqual([1, frozen]);
      }),
    );
  });

  it('X-8: never counts what was said on another text, in another round, or twice', () => {
    let answers = 0;
    fc.assert(
      fc.property(routes, ([frozen, steps]) => {
        let state = route.initial;
        const counted = new Set<string>();
        for (const event of history(frozen, steps)) {
          if (event.type === 'RouteAnswered') {
            const run = openRun(state);
            const { stage, round, textSha256, decision } = event.data;
            expect([run?.stage, run?.round, run?.textSha256]).toEqual([stage, round, textSha256]);
            expect(textSha256).toBe(state.textSha256);
            expect(counted.has(decision)).toBe(false);
            counted.add(decision);
            answers += 1;
          }
          state = route.evolve(state, event);
        }
      }),
    );
    expect(answers).toBeGreaterThan(20);
  });

  it('D-2: is reckoned again from the facts as it was recorded', () => {
    fc.assert(
      fc.property(routes, ([frozen, steps]) => {
        const again = recomputedRoute(history(frozen, steps));
        expect(again.every(({ equal }) => equal)).toBe(true);
      }),
    );
  });
});
