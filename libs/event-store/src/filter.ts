import { categoryOf } from './event-store.js';
import type { Filter } from './event-store.js';

type Labelled = Readonly<{ stream: string; type: string }>;

/** What a filter asks of an event; without one, every event is asked for. */
export function matching(filter: Filter | undefined): (event: Labelled) => boolean {
  if (filter === undefined) return () => true;
  if ('categories' in filter) {
    const wanted = new Set(filter.categories);
    return ({ stream }) => wanted.has(categoryOf(stream));
  }
  return ({ type }) => filter.typePrefixes.some((prefix) => type.startsWith(prefix));
}
