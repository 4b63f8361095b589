import type { Connection, PageArgs } from '@tavolo/graphql';
import { BadCursor } from '@tavolo/projection';
import type { Moment } from '@tavolo/projection';
import { placeOf } from './personal-moves.js';
import type { MyMove } from './personal-moves.js';
import type { MoveRow } from './tables.js';

const DEFAULT_LIMIT = 100;
const VERSION = 'inbox-1';

/** A page of what waits for a person: a short list, read whole for its counts. @throws BadCursor */
export function personalPage(
  moves: readonly MyMove[],
  window: PageArgs,
  moment: Moment,
): Connection<MoveRow> {
  const from = placeIn(window.after);
  const to = placeIn(window.before);
  const within = moves.filter((move) => isBetween(placeOf(move), from, to));
  const head = within.slice(0, limitOf(window, within.length));
  const page = head.slice(Math.max(0, head.length - (window.last ?? head.length)));
  const edges = page.map((move) => ({ cursor: cursorOf(move), node: { ...move.row, moment } }));
  return {
    edges,
    totalCount: moves.length,
    pageInfo: {
      hasNextPage: to !== null || head.length < within.length,
      hasPreviousPage: from !== null || page.length < head.length,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function limitOf({ first, last }: PageArgs, whole: number): number {
  return first ?? (last == null ? DEFAULT_LIMIT : whole);
}

function isBetween(place: string, from: string | null, to: string | null): boolean {
  return (from === null || place > from) && (to === null || place < to);
}

function cursorOf(move: MyMove): string {
  return Buffer.from(JSON.stringify([VERSION, placeOf(move)])).toString('base64url');
}

function placeIn(cursor: string | null | undefined): string | null {
  if (cursor == null) return null;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts[0] === VERSION && typeof parts[1] === 'string') {
      return parts[1];
    }
  } catch {
    // As any other text that is no cursor.
  }
  throw new BadCursor('the cursor is not one of this list');
}
