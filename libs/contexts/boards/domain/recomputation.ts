import type { Rulebook } from '../contract/index.js';
import { outcomeOf } from './outcome.js';
import type { Count, Outcome } from './outcome.js';
import { procedureOutcomeOf } from './procedure.closing.js';
import type { ProcedureClosed, ProcedureEvent } from './procedure.events.js';
import { countOf as countOfReplies } from './procedure.replies.js';
import { evolve as evolveProcedure, noProcedure } from './procedure.state.js';
import type { ItemId, SittingEvent, VoteClosed } from './sitting.events.js';
import { evolve, noSitting } from './sitting.state.js';
import { countOf } from './sitting.vote.js';

/** What was recorded when a vote closed, in a sitting or in a procedure. */
export type Recorded = Pick<ProcedureClosed['data'] | VoteClosed['data'], 'outcome' | 'trace'>;

/** A vote counted again from its facts, beside what was recorded then. */
export type Recomputation = Readonly<{
  recorded: Recorded;
  computed: Outcome;
  /** Whether outcome and every number of the trace are those that were recorded. */
  equal: boolean;
  /** The rulebook it was counted under: the frozen one, or another that was asked for. */
  rulebook: Rulebook;
  count: Count;
}>;

/**
 * Folds the facts up to the closing of an item's vote and counts anew (governance 6.4); under
 * another rulebook it says what would have been. Null while that vote has not closed.
 */
export function recomputed(
  events: readonly SittingEvent[],
  item: ItemId,
  another?: Rulebook,
): Recomputation | null {
  const closing = events.findIndex(({ type, data }) => type === 'VoteClosed' && data.item === item);
  const recorded = closing < 0 ? null : (events[closing] as VoteClosed).data;
  const state = events.slice(0, Math.max(0, closing)).reduce(evolve, noSitting);
  const voted = state.items.find(({ id }) => id === item);
  if (!recorded || !voted?.vote) return null;
  const count = countOf(state, voted, voted.vote);
  const rulebook = another ?? voted.vote.rulebook;
  const computed = outcomeOf(count, rulebook);
  return { recorded, computed, equal: isSame(recorded, computed), rulebook, count };
}

/**
 * The same of a written or silence procedure. Null while it has not closed, and where it was
 * stopped: then it came to no outcome.
 */
export function recomputedProcedure(
  events: readonly ProcedureEvent[],
  another?: Rulebook,
): Recomputation | null {
  const closing = events.findIndex(({ type }) => type === 'ProcedureClosed');
  const recorded = closing < 0 ? null : (events[closing] as ProcedureClosed).data;
  if (!recorded) return null;
  const state = events.slice(0, closing).reduce(evolveProcedure, noProcedure);
  const rulebook = another ?? state.rulebook;
  const computed = procedureOutcomeOf(state, another);
  const equal = isSame(recorded, computed);
  return { recorded, computed, equal, rulebook, count: countOfReplies(state) };
}

/** Numbers, not wording: a sentence may be said better later. */
function isSame(recorded: Recorded, { outcome, trace }: Outcome): boolean {
  if (recorded.outcome !== outcome || recorded.trace.length !== trace.length) return false;
  return trace.every(({ step, numbers, holds }, i) => {
    const then = recorded.trace[i];
    return then?.step === step && then.holds === holds && areSame(then.numbers, numbers);
  });
}

type Numbers = Readonly<Record<string, number>>;

function areSame(then: Numbers, now: Numbers): boolean {
  const names = new Set([...Object.keys(then), ...Object.keys(now)]);
  return [...names].every((name) => then[name] === now[name]);
}
