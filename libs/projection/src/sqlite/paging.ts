import { cursorOf, placeIn } from '../cursor.js';
import type { Place } from '../cursor.js';
import type { Moment } from '../projection.js';
import { BadCursor, NotYet } from '../read-model.js';
import type { Page, PageWindow } from '../read-model.js';

const DEFAULT_LIMIT = 100;

/** A stretch of a list as it stood at an ordinal, read from its end where `backwards`. */
export type Span = Readonly<{
  ordinal: number;
  after: Place | null;
  before: Place | null;
  limit: number;
  backwards: boolean;
}>;

export type Placed<Row> = Readonly<{ row: Row; sorted: string | number; id: string }>;

/** A list that can be paged. */
export interface Listing<Row> {
  readonly list: string;
  count(ordinal: number): number;
  read(span: Span): readonly Placed<Row>[];
}

/** @throws BadCursor | NotYet, where the cursor is of a moment that was not read here yet. */
export function pageOf<Row>(
  listing: Listing<Row>,
  window: PageWindow,
  { at, now }: { readonly at: Moment; readonly now: Moment },
): Page<Row> {
  const span = spanOf(listing.list, window, at);
  if (span.ordinal > now.ordinal) throw new NotYet(now);
  const { ordinal, backwards, limit } = span;
  const found = listing.read({ ...span, limit: limit + 1 });
  const hasMore = found.length > limit;
  const inOrder = backwards ? found.slice(0, limit).reverse() : found.slice(0, limit);
  // First and last together: the last ones of the first ones.
  const rows = backwards ? inOrder : lastOf(inOrder, window.last);
  const isCut = rows.length < inOrder.length;
  return {
    rows: rows.map(({ row, sorted, id }) => ({
      row,
      cursor: cursorOf(listing.list, { ordinal, sorted, id }),
    })),
    totalCount: listing.count(ordinal),
    // The row of a cursor is itself on the other side of it.
    hasNextPage: span.before !== null || (!backwards && hasMore),
    hasPreviousPage: span.after !== null || isCut || (backwards && hasMore),
  };
}

function lastOf<Item>(items: readonly Item[], count = items.length): readonly Item[] {
  return items.slice(Math.max(0, items.length - count));
}

function spanOf(list: string, { first, last, ...cursors }: PageWindow, at: Moment): Span {
  const after = placeOf(list, cursors.after);
  const before = placeOf(list, cursors.before);
  const { ordinal } = after ?? before ?? at;
  refuseMixed([after, before], { ordinal, at });
  const backwards = first === undefined && last !== undefined;
  const limit = Math.max(0, first ?? last ?? DEFAULT_LIMIT);
  return { ordinal, after, before, limit, backwards };
}

/** @throws BadCursor */
function refuseMixed(
  cursors: readonly (Place | null)[],
  { ordinal, at }: { readonly ordinal: number; readonly at: Moment },
): void {
  if (cursors.some((cursor) => cursor !== null && cursor.ordinal !== ordinal)) {
    throw new BadCursor('the two cursors are of two moments');
  }
  if (at.isPinned === true && ordinal !== at.ordinal) {
    throw new BadCursor('the cursor is of another moment than the one asked for');
  }
}

function placeOf(list: string, cursor: string | undefined): Place | null {
  return cursor === undefined ? null : placeIn(list, cursor);
}
