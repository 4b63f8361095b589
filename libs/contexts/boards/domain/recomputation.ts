import type { Rulebook } from '../contract/index.js';
import { outcomeOf } from './outcome.js';
import type { Count, Outcome } from './outcome.js';
import type { ItemId, SittingEvent, VoteClosed } from './sitting.events.js';
import { evolve, noSitting } from './sitting.state.js';
import { countOf } from './sitting.vote.js';

/** A vote counted again from the facts of its sitting, beside what was recorded then. */
export type Recomputation = Readonly<{
  recorded: VoteClosed['data'];
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

/** Numbers, not wording: a sentence may be said better later. */
function isSame(recorded: VoteClosed['data'], { outcome, trace }: Outcome): boolean {
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
