import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { QueryKey, UseInfiniteQueryResult } from '@tanstack/react-query';
import { ask } from '../../data/ask.ts';
import type { AskFailed } from '../../data/ask.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { MyDesk } from './desk.documents.ts';
import type { Move } from './move.ts';

type Answer = ResultOf<typeof MyDesk>['inbox'];

/** What waits for somebody: how much in all, and as many of it as were asked for. */
export type Inbox = Omit<Answer, 'moves'> & Readonly<{ moves: readonly Move[] }>;

const PAGE = 50;
const RETRIES = 3;
/** No event tells that something new waits for somebody: the desk asks again so often. */
const AGAIN_MS = 25_000;

/** What waits for who is signed in, page by page, always as things are now; asked again by itself. */
export function useInbox(): UseInfiniteQueryResult<Inbox | null, AskFailed> {
  return useInfiniteQuery<Answer, AskFailed, Inbox | null, QueryKey, string | null>({
    queryKey: ['MyDesk'],
    queryFn: async ({ pageParam: after, signal }) => {
      const { data } = await ask(MyDesk, { first: PAGE, after }, { signal });
      return data.inbox;
    },
    initialPageParam: null,
    getNextPageParam: ({ moves: { pageInfo } }) =>
      pageInfo.hasNextPage ? pageInfo.endCursor : null,
    select: ({ pages }) => inboxOf(pages),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
    retry: (count, error) => error.passes && count < RETRIES,
  });
}

function inboxOf(pages: readonly Answer[]): Inbox | null {
  const last = pages.at(-1);
  if (!last) return null;
  const moves = pages.flatMap((page) => page.moves.edges.map(({ node }) => node));
  return { ...last, moves };
}
