import type { Filter } from '../event-store.js';
import { PAGE_EVENTS } from '../log.js';
import type { Span } from '../log.js';

/** What a filter asks of an event. */
export type Labelled = Readonly<{ position: number; category: string; type: string }>;

type Looked = Readonly<{ after: number; upTo: number; events: readonly Labelled[] }>;

const NOTHING: Looked = { after: 0, upTo: 0, events: [] };

/**
 * The labels of the last stretch of the log that was asked for, at most a page of it. An event
 * never changes its labels, and one that is gone since is not found when it is read.
 */
export class Tail {
  readonly #look: (after: number, upTo: number) => readonly Labelled[];
  #looked: Looked = NOTHING;

  constructor(look: (after: number, upTo: number) => readonly Labelled[]) {
    this.#look = look;
  }

  /** Null for a span that is longer than a page or read backwards: an index answers it better. */
  positions({ after, upTo, max, backwards }: Span, filter: Filter): number[] | null {
    if (backwards || upTo - after > PAGE_EVENTS) return null;
    const { events } = this.#covering(after, upTo);
    const matches = matching(filter);
    const found: number[] = [];
    for (const event of events) {
      const isWithin = event.position > after && event.position <= upTo;
      if (isWithin && found.length < max && matches(event)) found.push(event.position);
    }
    return found;
  }

  #covering(after: number, upTo: number): Looked {
    const looked = this.#looked;
    if (looked.after <= after && looked.upTo >= upTo) return looked;
    const isNext = looked.after <= after && looked.upTo >= after;
    const from = isNext ? Math.max(looked.after, upTo - PAGE_EVENTS) : after;
    const kept = isNext ? looked.events.filter(({ position }) => position > from) : [];
    const fresh = this.#look(isNext ? looked.upTo : after, upTo);
    this.#looked = { after: from, upTo, events: [...kept, ...fresh] };
    return this.#looked;
  }
}

function matching(filter: Filter): (event: Labelled) => boolean {
  if ('categories' in filter) {
    const wanted = new Set(filter.categories);
    return ({ category }) => wanted.has(category);
  }
  return ({ type }) => filter.typePrefixes.some((prefix) => type.startsWith(prefix));
}
