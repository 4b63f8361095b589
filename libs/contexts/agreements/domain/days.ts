import type { LocalDate } from '@tavolo/kernel';

const DAY_MS = 86_400_000;

/** The day that many days later. */
export function plusDays(day: LocalDate, days: number): LocalDate {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
  return at.toISOString().slice(0, 10) as LocalDate;
}
