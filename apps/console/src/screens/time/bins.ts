import { dayOf } from '../../app/days.ts';
import type { Fact } from '../../data/history.ts';

/** A span of time and how many events fell into it. */
export type Bin = Readonly<{ period: string; count: number; first: number }>;

/**
 * Events by month where they span more than two, else by day, by the clocks of a time zone; empty
 * spans between them count too.
 * `first` is the place of the first event at or after the beginning of the span.
 */
export function binsOf(
  facts: readonly Pick<Fact, 'recordedAt'>[],
  timeZone: string,
): readonly Bin[] {
  const days = facts.map(({ recordedAt }) => dayOf(recordedAt, timeZone));
  const [from, until] = [days[0], days.at(-1)];
  if (from === undefined || until === undefined) return [];
  const isByMonth = monthsBetween(from, until) > 1;
  const nameOf = (day: string) => (isByMonth ? day.slice(0, MONTH) : day);
  const names = spans(from, until, isByMonth);
  return names.map((period) => ({
    period,
    count: days.filter((day) => nameOf(day) === period).length,
    first: Math.max(
      0,
      days.findIndex((day) => nameOf(day) >= period),
    ),
  }));
}

const DAY = '2026-01-01'.length;
const MONTH = '2026-01'.length;
const MONTHS = 12;

function monthsBetween(from: string, until: string): number {
  const [a, b] = [new Date(from), new Date(until)];
  return (b.getUTCFullYear() - a.getUTCFullYear()) * MONTHS + b.getUTCMonth() - a.getUTCMonth();
}

function spans(from: string, until: string, isByMonth: boolean): readonly string[] {
  const start = new Date(isByMonth ? `${from.slice(0, MONTH)}-01` : from);
  const count = isByMonth
    ? monthsBetween(from, until) + 1
    : Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS) + 1;
  return Array.from({ length: count }, (_, ahead) => {
    const at = new Date(start);
    if (isByMonth) at.setUTCMonth(at.getUTCMonth() + ahead);
    else at.setUTCDate(at.getUTCDate() + ahead);
    return at.toISOString().slice(0, isByMonth ? MONTH : DAY);
  });
}

const DAY_MS = 86_400_000;
