import { Temporal } from 'temporal-polyfill';
import { NO_DUE } from './tables.js';
import type { MoveRow } from './tables.js';

/** Whether it is too late at a time. */
export function isOverdue({ due }: Pick<MoveRow, 'due'>, now: string): boolean {
  return due !== NO_DUE && due <= now;
}

/** The first instant after one, as rows write instants: for a bound that leaves it in. */
export function justAfter(now: string): string {
  return after(now, { milliseconds: 1 });
}

/** The instant so many hours later. */
export function hoursAfter(now: string, hours: number): string {
  return after(now, { hours });
}

function after(now: string, duration: Temporal.DurationLike): string {
  return Temporal.Instant.from(now).add(duration).toString({ fractionalSecondDigits: 3 });
}
