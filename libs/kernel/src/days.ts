import type { LocalDate } from './message.js';

const DAY_MS = 86_400_000;

/** Whole days later, or earlier; a LocalDate has no hours, so no change of the clocks can lose one. */
export function daysAfter(day: LocalDate, days: number): LocalDate {
  const then = Date.parse(`${day}T00:00:00Z`) + days * DAY_MS;
  return new Date(then).toISOString().slice(0, 10) as LocalDate;
}

/** The day before a day. */
export function dayBefore(day: LocalDate): LocalDate {
  return daysAfter(day, -1);
}
