import { accept } from '@tavolo/kernel';
import type { Decision, Instant } from '@tavolo/kernel';
import { routeResult, stageInRoute } from './route.sentences.js';
import type { RouteEnded, RouteEvent, RouteStageEnded, RouteTraceStep } from './route.events.js';
import { evolve, openRun, restartOf, stageAfter, stageOf } from './route.state.js';
import type { RouteState, Run } from './route.state.js';
import { outcomeOfStage } from './stage.outcome.js';

/**
 * These facts and all that follows from them in one append: a stage that can change no more
 * ends, and with the last one, or the first that fails, the route. Without facts, nothing.
 */
export function settled(
  state: RouteState,
  facts: readonly RouteEvent[],
  at: Instant,
): Decision<RouteEvent> {
  if (facts.length === 0) return accept();
  const now = facts.reduce(evolve, state);
  return accept(...facts, ...consequences(now, at));
}

function consequences(state: RouteState, at: Instant): readonly RouteEvent[] {
  const run = openRun(state);
  const rules = run && stageOf(state, run.stage);
  if (!run || !rules) return [];
  const { outcome, trace } = outcomeOfStage({ rules, places: run.places });
  if (outcome === 'open') return [];
  if (outcome === 'escalates') return escalated(state, run, trace);
  return ended(state, run, { outcome, trace, endedAt: at });
}

type Ending = Pick<RouteStageEnded['data'], 'endedAt' | 'outcome' | 'trace'>;

/** The stage is over, and with it what follows from its outcome. */
function ended(state: RouteState, run: Run, ending: Ending): readonly RouteEvent[] {
  const { outcome, endedAt } = ending;
  const goesOn = outcome === 'passed' || outcome === 'unfavourable';
  const next = goesOn ? stageAfter(state, run.stage) : null;
  const data = { stage: run.stage, round: run.round, ...ending, next };
  const over: RouteEvent[] = [{ type: 'RouteStageEnded', data }, ...released(run)];
  if (next !== null) return over;
  const then = over.reduce(evolve, state);
  if (outcome === 'objected') return [...over, reconsidered(then, run)];
  return [...over, endOf(then, { result: goesOn ? 'passed' : 'failed', endedAt })];
}

/** Said once: the process asks the other body, under an id of its own. */
function escalated(
  state: RouteState,
  { stage, round, places, escalatesTo }: Run,
  trace: readonly RouteTraceStep[],
): readonly RouteEvent[] {
  const to = stageOf(state, stage)?.escalatesTo ?? null;
  if (escalatesTo !== null || to === null) return [];
  const cause = places.some(({ status }) => status === 'silent') ? 'silence' : 'lapse';
  return [{ type: 'RouteStageEscalated', data: { stage, round, to, cause, trace } }];
}

function reconsidered(state: RouteState, { stage, round }: Run): RouteEvent {
  const restart = restartOf(state, stage);
  const about = { cause: 'objections', to: 'origin', nextRound: round + 1, by: null } as const;
  return { type: 'RouteReturned', data: { stage, round, ...about, restart } };
}

/** Bodies that are no longer waited for: what lies before them leaves their table. */
export function released({ stage, round, places }: Run): readonly RouteEvent[] {
  return places.flatMap(({ board, decision, status }): readonly RouteEvent[] => {
    const awaited = status === 'waiting' || status === 'silent' || status === 'lapsed';
    if (decision === null || !awaited) return [];
    return [{ type: 'RouteBodyReleased', data: { stage, round, board, decision } }];
  });
}

/** The one result of a route, with every stage that led to it. */
export function endOf(
  state: RouteState,
  ending: Pick<RouteEnded['data'], 'cause' | 'endedAt' | 'result'>,
): RouteEvent {
  const { decision, round, textSha256 } = state;
  const trace = [...stagesOf(state), routeResult(ending.result)];
  return { type: 'RouteEnded', data: { ...ending, decision, round, textSha256, trace } };
}

/** Each stage as it was last put to its bodies; one that saw another text says so. */
function stagesOf({ stages, runs, textSha256 }: RouteState): readonly RouteTraceStep[] {
  return stages.flatMap((frozen) => {
    const run = runs.findLast(({ stage }) => stage === frozen.stage);
    if (!run) return [];
    const { outcome, round } = run;
    const sameText = run.textSha256 === textSha256;
    return [stageInRoute(frozen, { outcome: outcome ?? 'returned', round, sameText })];
  });
}
