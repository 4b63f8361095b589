import type { PlanEvent } from '../domain/plan.events.js';
import type { PlanRow } from './plan.rows.js';

/** What each type of a union of facts changes in the row of its plan. */
export type Changes<Event extends PlanEvent> = {
  readonly [Type in Event['type']]: (
    row: PlanRow,
    data: Extract<Event, { type: Type }>['data'],
  ) => Partial<PlanRow>;
};

/** The list with the entry of that id changed; the list as it is where there is none. */
export function changed<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: (entry: T) => Partial<T>,
): readonly T[] {
  return list.map((entry) => (entry.id === id ? { ...entry, ...change(entry) } : entry));
}
