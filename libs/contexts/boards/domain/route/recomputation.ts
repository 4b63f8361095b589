import type { RouteEvent, RouteStageEnded } from './route.events.js';
import { evolve, noRoute, openRun, stageOf } from './route.state.js';
import { outcomeOfStage } from './stage.outcome.js';
import type { StageResult } from './stage.outcome.js';

/** A stage reckoned again from the facts of its route, beside what was recorded then. */
export type StageRecomputation = Readonly<{
  recorded: RouteStageEnded['data'];
  computed: StageResult;
  /** Whether outcome and every number of the trace are those that were recorded. */
  equal: boolean;
}>;

/** Folds the facts up to the end of each stage and reckons it anew (governance 6.4). */
export function recomputedRoute(events: readonly RouteEvent[]): readonly StageRecomputation[] {
  const found: StageRecomputation[] = [];
  let state = noRoute;
  for (const event of events) {
    const run = openRun(state);
    const rules = run && stageOf(state, run.stage);
    if (event.type === 'RouteStageEnded' && run && rules) {
      const computed = outcomeOfStage({ rules, places: run.places });
      found.push({ recorded: event.data, computed, equal: isSame(event.data, computed) });
    }
    state = evolve(state, event);
  }
  return found;
}

/** Numbers, not wording: a sentence may be said better later. */
function isSame(recorded: RouteStageEnded['data'], { outcome, trace }: StageResult): boolean {
  if (recorded.outcome !== outcome || recorded.trace.length !== trace.length) return false;
  return trace.every(({ step, numbers, holds }, i) => {
    const then = recorded.trace[i];
    const same = Object.entries(numbers).every(([name, n]) => then?.numbers[name] === n);
    return same && then?.step === step && then.holds === holds;
  });
}
