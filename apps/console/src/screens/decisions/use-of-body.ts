import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useMoment } from '../../app/moment.ts';
import type { Answered, AskFailed } from '../../data/ask.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { allRows } from '../../data/use-list.ts';
import { DecisionsOfBody } from './numbered.documents.ts';

type Row = ResultOf<typeof DecisionsOfBody>['decisions']['edges'][number]['node'];

/** Every decision of a body that the reader may see, at the page's moment. */
export function useDecisionsOf(
  board: string | null,
): UseQueryResult<Answered<readonly Row[]>, AskFailed> {
  const moment = useMoment();
  return useQuery<Answered<readonly Row[]>, AskFailed>({
    queryKey: ['DecisionsOfBody', board, moment],
    queryFn: async ({ signal }) => {
      const source = {
        document: DecisionsOfBody,
        filter: { board: board ?? '' },
        connectionIn: ({ decisions }: ResultOf<typeof DecisionsOfBody>) => decisions,
      };
      const { rows, shown } = await allRows(source, {
        ...{ moment, signal, onProgress: () => undefined },
      });
      return { data: rows, shown, requestId: null };
    },
    enabled: board !== null,
  });
}
