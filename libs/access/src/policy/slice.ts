import type { Slice } from './question.js';

/** The scopes right above a scope; none for the instance and for what is not known. */
export type ParentsOf = (id: string) => readonly string[];

/**
 * A scope and everything above it. The one place where the policies' view of the hierarchy is
 * made: what is left out here a prohibition would silently not see.
 */
export function sliceOf(id: string, parentsOf: ParentsOf): Slice {
  const above = new Set<string>();
  const open = [...parentsOf(id)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id || above.has(next)) continue;
    above.add(next);
    open.push(...parentsOf(next));
  }
  return { id, above: [...above].sort() };
}
