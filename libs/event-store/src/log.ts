import type { Bell } from './bell.js';
import type { Filter, Position, RecordedEvent, StreamMeta } from './event-store.js';

/** Numbers above `after` and up to `upTo`: of positions in the log, or of revisions in a stream. */
export type Span = Readonly<{ after: number; upTo: number; max: number; backwards: boolean }>;

/** `complete`: the whole span was looked at, so nothing more of it will come. */
export type Page = Readonly<{ events: readonly RecordedEvent[]; complete: boolean }>;

/** `revision` is -1 before the first event: of a stream that is missing, or has only its meta. */
export type StreamState = Readonly<{
  revision: number;
  state: 'missing' | 'live' | 'deleted' | 'tombstoned';
  meta: StreamMeta;
}>;

export type StreamPageRequest = Readonly<{
  stream: string;
  span: Span;
  /** Milliseconds of the store's own clock; older events are not shown. */
  storedSince: number;
}>;

/** What an embedded adapter offers; `LogReader` makes the reading side of the port of it. */
export interface Log {
  readonly bell: Bell;
  head(): number;
  page(span: Span, filter: Filter | undefined): Page;
  stream(name: string): StreamState;
  streamPage(request: StreamPageRequest): Page;
  /** Milliseconds of the store's own clock. */
  now(): number;
}

/** A page ends at the first of the two; the bytes may be passed by one event. */
export const PAGE_EVENTS = 256;
export const PAGE_BYTES = 1_000_000;

const DIGITS = 20;

/** Zero-padded, so that text order is log order. */
export function positionOf(ordinal: number): Position {
  return (ordinal === 0 ? '' : String(ordinal).padStart(DIGITS, '0')) as Position;
}

/** @throws TypeError for a position that no embedded store has given. */
export function ordinalOf(position: Position): number {
  if (position !== '' && !/^\d{20}$/.test(position)) {
    throw new TypeError(`${JSON.stringify(position)} is no position of this store`);
  }
  return Number(position);
}
