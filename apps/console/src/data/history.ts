import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { isLater } from './ask.ts';
import type { AskFailed, Moment } from './ask.ts';
import type { ResultOf } from './graphql.ts';
import { allRows } from './use-list.ts';
import type { Progress } from './use-list.ts';
import { HistoryOf } from './history.documents.ts';

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
  const { data, error, refetch } = useQuery(historyQuery(of, setProgress));
  return { facts: data, progress, error, again: refetch };
}

/** The histories of several objects as one, in the order of the log; of each fact, whose it is. */
export function useHistories(
  of: readonly string[],
): Readonly<{ facts: readonly Fact[]; ownerOf: (fact: Fact) => string | null }> {
  const found = useQueries({ queries: of.map((one) => historyQuery(one, () => undefined)) });
  const owners = new Map<string, string>();
  const facts = new Map<string, Fact>();
  for (const [place, { data = [] }] of found.entries()) {
    for (const fact of data) {
      facts.set(fact.id, fact);
      owners.set(fact.id, of[place] ?? '');
    }
  }
  return {
    facts: [...facts.values()].toSorted((one, other) =>
      isLater(one.position, other.position) ? 1 : -1,
    ),
    ownerOf: ({ id }) => owners.get(id) ?? null,
  };
}

function historyQuery(of: string, onProgress: (so: Progress) => void) {
  return queryOptions<readonly Fact[], AskFailed>({
    queryKey: ['HistoryOf', of],
    queryFn: async ({ signal }) => {
      const source = {
        document: HistoryOf,
        filter: { of },
        connectionIn: ({ history }: ResultOf<typeof HistoryOf>) => history,
      };
      const { rows } = await allRows(source, { moment: null, signal, onProgress });
      return rows;
    },
  });
}

/** What processes write down of their own steps: true, and rarely what somebody looks for. */
export function isStep({ type }: Fact): boolean {
  return type.startsWith('Process') || type.startsWith('Value') || type.startsWith('Timer');
}

/**
 * The place of a moment among those facts of a history that are shown: of its event, or of the last
 * one before it; the last of all for now, and for an event of another history.
 */
export function placeAt(
  moment: Moment | null,
  { shown, facts }: Readonly<{ shown: readonly Fact[]; facts: readonly Fact[] }>,
): number {
  const last = shown.length - 1;
  if (!moment) return last;
  const isBefore = reaching(moment, facts);
  return isBefore ? Math.max(0, shown.findLastIndex(isBefore)) : last;
}

function reaching(moment: Moment, facts: readonly Fact[]): ((fact: Fact) => boolean) | null {
  if ('at' in moment) return ({ recordedAt }) => recordedAt <= moment.at;
  const event = 'eventId' in moment ? facts.findIndex(({ id }) => id === moment.eventId) : -1;
  return event < 0 ? null : (fact) => facts.indexOf(fact) <= event;
}
