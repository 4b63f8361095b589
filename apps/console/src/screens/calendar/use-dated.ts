import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMoment } from '../../app/moment.ts';
import { ask } from '../../data/ask.ts';
import type { AskFailed, Shown } from '../../data/ask.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { sessionQuery } from '../../data/session.ts';
import { allRows } from '../../data/use-list.ts';
import { CalendarMoves, CalendarSittings, CalendarTerms } from './calendar.documents.ts';
import type { Dated } from './entries.ts';

/** All of it, and which moment the sittings show. */
export type DatedAt = Dated & Readonly<{ shown: Shown | null }>;

/** All that has a day: sittings for everybody, deadlines and terms of who is signed in. */
export function useDated(): UseQueryResult<DatedAt, AskFailed> {
  const moment = useMoment();
  const { data: session } = useQuery(sessionQuery);
  return useQuery<DatedAt, AskFailed>({
    queryKey: ['CalendarSittings', moment, session?.person.id ?? null],
    enabled: session !== undefined,
    queryFn: async ({ signal }) => {
      const reading = { moment, signal, onProgress: () => undefined };
      const sittings = {
        ...{ document: CalendarSittings, filter: {} },
        connectionIn: (data: ResultOf<typeof CalendarSittings>) => data.sittings,
      };
      const { rows, shown } = await allRows(sittings, reading);
      if (!session) return { sittings: rows, moves: [], terms: [], shown };
      const moves = {
        ...{ document: CalendarMoves, filter: {} },
        connectionIn: ({ inbox }: ResultOf<typeof CalendarMoves>) => inbox.moves,
      };
      const due = await allRows(moves, reading);
      const { data } = await ask(CalendarTerms, {}, { moment, signal });
      return { sittings: rows, moves: due.rows, terms: data.inbox.terms, shown };
    },
  });
}
