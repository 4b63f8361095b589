import { useInfiniteQuery } from '@tanstack/react-query';
import type { QueryKey, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { useMoment } from '../app/moment.ts';
import { ask, trusted } from './ask.ts';
import type { Answered, AskFailed, Moment, Shown } from './ask.ts';
import { keptOf } from './kept.ts';

/** A connection of the schema, as documents of lists ask for it. */
export type Connection<Row> = Readonly<{
  totalCount: number;
  pageInfo: Readonly<{ hasNextPage: boolean; endCursor: string | null }>;
  edges: readonly Readonly<{ node: Row }>[];
}>;

/** The pages of a list so far. */
export type Pages<Row> = Readonly<{ rows: readonly Row[]; total: number }>;

/** Where a list comes from: its document, what it is filtered by, and its connection in an answer. */
export type Source<Data, Filter extends object, Row> = Readonly<{
  document: TadaDocumentNode<Data, Filter & { first?: number | null; after?: string | null }>;
  filter: Filter;
  connectionIn: (data: Data) => Connection<Row>;
}>;

/** Rows that a page of the screen shows; the server gives a hundred at most. */
const PAGE = 50;
const LARGEST_PAGE = 100;

/** A list, page by page, as of the moment that the screen shows. */
export function useList<Data, Filter extends object, Row>({
  document,
  filter,
  connectionIn,
}: Source<Data, Filter, Row>): UseInfiniteQueryResult<Pages<Row>, AskFailed> {
  const moment = useMoment();
  const key = [trusted(document).name, filter, moment];
  return useInfiniteQuery<Connection<Row>, AskFailed, Pages<Row>, QueryKey, string | null>({
    queryKey: key,
    queryFn: async ({ pageParam: after, signal }) => {
      const { data } = await ask(document, { ...filter, first: PAGE, after }, { moment, signal });
      return connectionIn(data);
    },
    initialPageParam: null,
    getNextPageParam: ({ pageInfo: { hasNextPage, endCursor } }) =>
      hasNextPage ? endCursor : null,
    select: ({ pages }): Pages<Row> => ({
      rows: pages.flatMap(({ edges }) => edges.map(({ node }) => node)),
      total: pages.at(-1)?.totalCount ?? 0,
    }),
    placeholderData: keptOf(key),
    // What comes new has no id yet that could be followed; who reads on is not disturbed.
    refetchInterval: ({ state: { data } }) =>
      moment === null && data?.pages.length === 1 && ANEW_MS,
    retry: (count, error) => error.passes && count < RETRIES,
  });
}

const RETRIES = 3;
/** How old the first page of a list may be while one looks at it. */
const ANEW_MS = 30_000;

/** How far a list was read. */
export type Progress = Readonly<{ done: number; total: number }>;

/** How all rows are read. */
type Reading = Readonly<{
  moment: Moment | null;
  signal: AbortSignal;
  onProgress: (so: Progress) => void;
  /** Told once which moment all of it shows. */
  onMoment?: (shown: Moment) => void;
}>;

/** All rows, and the moment that they show. */
export type Whole<Row> = Readonly<{ rows: readonly Row[]; shown: Shown | null }>;

/**
 * All rows of a list, for an export. What the first page shows the others show too, so that no row
 * moves between them. @throws AskFailed, and what `signal` was aborted with
 */
export async function allRows<Data, Filter extends object, Row>(
  { document, filter, connectionIn }: Source<Data, Filter, Row>,
  { moment, signal, onProgress, onMoment }: Reading,
): Promise<Whole<Row>> {
  const rows: Row[] = [];
  let after: string | null = null;
  let first: Shown | null = null;
  do {
    const at: Moment | null = moment ?? (first && { position: first.position });
    const variables = { ...filter, first: LARGEST_PAGE, after };
    const answer: Answered<Data> = await ask(document, variables, { moment: at, signal });
    const { edges, pageInfo, totalCount } = connectionIn(answer.data);
    if (!first && answer.shown) onMoment?.({ position: answer.shown.position });
    first ??= answer.shown;
    rows.push(...edges.map(({ node }) => node));
    onProgress({ done: rows.length, total: totalCount });
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return { rows, shown: first };
}
