import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { useEffect } from 'react';
import { useMoment } from '../app/moment.ts';
import { ask, trusted } from './ask.ts';
import type { Answered, AskFailed } from './ask.ts';
import { Changed } from './live.documents.ts';

/** How a screen asks. */
export type Watching<Data = unknown> = Readonly<{
  /** Objects whose every change makes the screen ask again. */
  follows?: readonly (string | null | undefined)[];
  /** False while something is missing that the question needs. */
  enabled?: boolean;
  /** Always as things are now, whatever moment the page shows. */
  isOfNow?: boolean;
  /** How often it is asked again where no event tells of a change, by what was answered; null: not. */
  everyMs?: (data: Data) => number | null;
}>;

/**
 * Asks, as of the moment that the page shows, and again whenever what it follows changes. What was
 * shown stays while the next answer is under way.
 */
export function useAsk<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  { follows = [], enabled = true, isOfNow = false, everyMs = () => null }: Watching<Data> = {},
): UseQueryResult<Answered<Data>, AskFailed> {
  const shown = useMoment();
  const moment = isOfNow ? null : shown;
  const key = [trusted(document).name, variables, moment];
  useFollowed(moment ? [] : follows, key);
  return useQuery<Answered<Data>, AskFailed>({
    queryKey: key,
    queryFn: ({ signal }) => ask(document, variables, { moment, signal }),
    placeholderData: keepPreviousData,
    retry: (count, error) => error.passes && count < RETRIES,
    refetchInterval: ({ state: { data } }) => (data && everyMs(data.data)) ?? false,
    enabled,
  });
}

const RETRIES = 3;

/** A change of an object asks one question anew, and no other. */
function useFollowed(ids: readonly (string | null | undefined)[], key: readonly unknown[]): void {
  const client = useQueryClient();
  const followed = ids.filter((id) => id != null).join(' ');
  const question = JSON.stringify(key);
  useEffect(() => {
    if (followed === '') return undefined;
    let isOpen = true;
    const stops: (() => void)[] = [];
    // The first word of each subscription is the present state, which the screen has asked for.
    void import('./live.ts').then(({ listen }) => {
      if (!isOpen) return;
      for (const id of followed.split(' ')) {
        let isFirst = true;
        const heard = () => {
          if (!isFirst)
            void client.invalidateQueries({ queryKey: JSON.parse(question) as unknown[] });
          isFirst = false;
        };
        stops.push(listen(Changed, { id }, heard));
      }
    });
    return () => {
      isOpen = false;
      for (const stop of stops) stop();
    };
  }, [client, followed, question]);
}
