import { Temporal } from 'temporal-polyfill';
import { stages } from './life.js';
import type { Stage } from './life.js';

/** Agreements that are drafted on one day and walk through their steps together. */
export interface Cohort {
  /** Number of the first agreement, and how many there are. */
  readonly first: number;
  readonly size: number;
  readonly draftedOn: string;
}

/** What is to be done on a day: a step of a cohort, or nothing but to let timers fire. */
export interface Turn {
  readonly day: string;
  readonly step: { readonly cohort: Cohort; readonly stage: Stage } | null;
}

const COHORTS = 24;
const SIZE_MIN = 10;
const SIZE_MAX = 500;

/** Cohorts of so many agreements, evenly from one day to another. */
export function cohortsOf(
  agreements: number,
  { from, to }: { readonly from: string; readonly to: string },
): readonly Cohort[] {
  const size = Math.min(SIZE_MAX, Math.max(SIZE_MIN, Math.ceil(agreements / COHORTS)));
  const count = Math.ceil(agreements / size);
  const first = Temporal.PlainDate.from(from);
  const days = first.until(Temporal.PlainDate.from(to)).days;
  return Array.from({ length: count }, (_, n) => ({
    first: n * size,
    size: Math.min(size, agreements - n * size),
    draftedOn: first.add({ days: Math.floor((days * n) / count) }).toString(),
  }));
}

/**
 * Every step of every cohort by its day, as long as the days last, and the first of every month:
 * terms end with a month, and what a timer records then must not wait for the next step.
 */
export function turnsOf(
  cohorts: readonly Cohort[],
  { from, to }: { readonly from: string; readonly to: string },
): readonly Turn[] {
  const steps = cohorts.flatMap((cohort): Turn[] => {
    const drafted = Temporal.PlainDate.from(cohort.draftedOn);
    return stages.map(([stage, days]) => ({
      ...{ day: drafted.add({ days }).toString(), step: { cohort, stage } },
    }));
  });
  return [...monthsOf(from, to), ...steps.filter(({ day }) => day <= to)].sort((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? -1 : 1;
    // A month begins before anything else is done on its first day.
    return Number(a.step !== null) - Number(b.step !== null);
  });
}

function monthsOf(from: string, to: string): readonly Turn[] {
  const turns: Turn[] = [];
  let month = Temporal.PlainDate.from(from).toPlainYearMonth().add({ months: 1 });
  for (;;) {
    const day = month.toPlainDate({ day: 1 }).toString();
    if (day > to) return turns;
    turns.push({ day, step: null });
    month = month.add({ months: 1 });
  }
}
