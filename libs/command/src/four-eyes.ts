import type { Command, Decider, Decision, PersonRef } from '@tavolo/kernel';

/** A decision that is asked for: the command, and the state on which it is decided. */
type Asked<S, C> = Readonly<{ command: C; state: S }>;

/**
 * X-5 by person: a service and who answers for it are one pair of eyes. Deciders compare references;
 * so whatever was let through is decided once more, as if what the `others` did had been done by
 * who acts now. Only that there are too few eyes is heard of it.
 */
export function decidedByPerson<S, C extends Command<string, object>, E>(
  { decide }: Pick<Decider<S, C, E>, 'decide'>,
  { command, state }: Asked<S, C>,
  others: readonly PersonRef[],
): Decision<E> {
  const decision = decide(command, state);
  if (decision.outcome === 'refused' || others.length === 0) return decision;
  const asOne = (value: unknown) => inPlaceOf(new Set<unknown>(others), command.by.person, value);
  const again = decide({ ...command, data: asOne(command.data) }, asOne(state) as S);
  return again.outcome === 'refused' && again.refusal.rule === 'X-5' ? again : decision;
}

/** The same value with one reference wherever any of the others stands. */
function inPlaceOf(others: ReadonlySet<unknown>, one: PersonRef, value: unknown): unknown {
  const again = (part: unknown) => inPlaceOf(others, one, part);
  if (others.has(value)) return one;
  if (Array.isArray(value)) return value.map(again);
  if (value instanceof Set) return new Set([...value].map(again));
  if (value instanceof Map) return new Map([...value].map(([key, of]) => [again(key), again(of)]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, of]) => [again(key), again(of)]));
}
