import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskFailed } from '../../data/ask.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { allRows } from '../../data/use-list.ts';
import type { Progress } from '../../data/use-list.ts';
import { HistoryOf } from './time.documents.ts';

/** An event of an object's history. */
export type Fact = ResultOf<typeof HistoryOf>['history']['edges'][number]['node'];

/** All that was recorded of an object, as far as it was read. */
export type History = Readonly<{
  facts: readonly Fact[] | undefined;
  progress: Progress;
  error: AskFailed | null;
  again: () => unknown;
}>;

/** Reads the whole history of an object; always up to now, whichever moment the page shows. */
export function useHistory(of: string): History {
  const [progress, setProgress] = useState<Progress>({ done: 0, total: 0 });
  const { data, error, refetch } = useQuery<readonly Fact[], AskFailed>({
    queryKey: ['HistoryOf', of],
    queryFn: async ({ signal }) => {
      const source = {
        document: HistoryOf,
        filter: { of },
        connectionIn: ({ history }: ResultOf<typeof HistoryOf>) => history,
      };
      const { rows } = await allRows(source, { moment: null, signal, onProgress: setProgress });
      return rows;
    },
  });
  return { facts: data, progress, error, again: refetch };
}

/** What processes write down of their own steps: true, and rarely what somebody looks for. */
export function isStep({ type }: Fact): boolean {
  return type.startsWith('Process') || type.startsWith('Value') || type.startsWith('Timer');
}

/** A span of time and how many events fell into it. */
export type Bin = Readonly<{ period: string; count: number; first: number }>;

/**
 * Events by month where they span more than two, else by day; empty spans between them count too.
 * `first` is the place of the first event at or after the beginning of the span.
 */
export function binsOf(facts: readonly Pick<Fact, 'recordedAt'>[]): readonly Bin[] {
  const days = facts.map(({ recordedAt }) => recordedAt.slice(0, DAY));
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
