import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { useMoment } from '../app/moment.ts';
import { ask, trusted } from './ask.ts';
import type { Answered, AskFailed } from './ask.ts';
import { useConnection } from './connection.ts';
import { keptOf } from './kept.ts';
import { Changed } from './live.documents.ts';
import { useListening } from './use-listening.ts';

type Follows = readonly (string | null | undefined)[];

/** How a screen asks. */
export type Watching<Data = unknown> = Readonly<{
  /** Objects whose every change makes the screen ask again; some are known by the answer only. */
  follows?: Follows | ((data: Data) => Follows);
  /** False while something is missing that the question needs. */
  enabled?: boolean;
  /** Always as things are now, whatever moment the page shows. */
  isOfNow?: boolean;
  /** How often it is asked again where no event tells of a change, by what was answered; null: not. */
  everyMs?: (data: Data) => number | null;
}>;

/**
 * Asks, as of the moment that the page shows, and again whenever what it follows changes; where no
 * connection tells of that, every few seconds. What was shown of the same objects stays while the
 * next answer is under way.
 */
export function useAsk<Data, Variables>(
  document: TadaDocumentNode<Data, Variables>,
  variables: Variables,
  { follows = [], enabled = true, isOfNow = false, everyMs = () => null }: Watching<Data> = {},
): UseQueryResult<Answered<Data>, AskFailed> {
  const shown = useMoment();
  const moment = isOfNow ? null : shown;
  const key = [trusted(document).name, variables, moment];
  const connection = useConnection();
  const isDeaf = moment === null && (connection === 'away' || connection === 'deaf');
  const asked = useQuery<Answered<Data>, AskFailed>({
    queryKey: key,
    queryFn: ({ signal }) => ask(document, variables, { moment, signal }),
    placeholderData: keptOf(key),
    retry: (count, error) => error.passes && count < RETRIES,
    refetchInterval: ({ state: { data } }) =>
      (data && (everyMs(data.data) ?? (isDeaf && DEAF_MS))) ?? false,
    enabled,
  });
  useFollowed(moment ? [] : followedIn(follows, asked.data), key);
  return asked;
}

const RETRIES = 3;
/** Where a proxy lets no WebSocket through, or the connection was lost. */
const DEAF_MS = 10_000;

function followedIn<Data>(
  follows: Follows | ((data: Data) => Follows),
  answered: Answered<Data> | undefined,
): Follows {
  if (typeof follows !== 'function') return follows;
  return answered ? follows(answered.data) : [];
}

/** A change of an object asks one question anew, and no other. */
function useFollowed(ids: readonly (string | null | undefined)[], key: readonly unknown[]): void {
  const client = useQueryClient();
  const followed = new Set(ids.filter((id) => id != null));
  useListening(
    [...followed].map((id) => ({ document: Changed, variables: { id } })),
    (_, isFirst) => {
      // The first word of each subscription is the present state, which the screen has asked for.
      if (!isFirst) void client.invalidateQueries({ queryKey: key });
    },
  );
}
