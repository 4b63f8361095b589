import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Answered, AskFailed } from './ask.ts';
import type { EnumOf, ResultOf } from './graphql.ts';
import { MovesAbout } from './moves.documents.ts';
import { sessionQuery } from './session.ts';
import { useAsk } from './use-ask.ts';

/** Something that an object waits for. */
export type Waiting = ResultOf<typeof MovesAbout>['waitingFor'][number];

/** What an object waits for, of whom and until when; as of the page's moment. */
export function useMoves(
  object: string,
): UseQueryResult<Answered<ResultOf<typeof MovesAbout>>, AskFailed> {
  return useAsk(MovesAbout, { object }, { follows: [object] });
}

/** A move that who is signed in can make, with the mandate to make it under. */
export type OwnMove = Readonly<{ waiting: Waiting; mandate: string | null }>;

/** The moves of one kind about an object that who is signed in can make. */
export function useOwnMoves(object: string, move: EnumOf<'AwaitedMoveCode'>): readonly OwnMove[] {
  const { data: session } = useQuery(sessionQuery);
  const { data } = useMoves(object);
  return (data?.data.waitingFor ?? [])
    .filter((waiting) => waiting.move === move)
    .flatMap((waiting) =>
      waiting.people
        .filter(({ person }) => person.id === session?.person.id)
        .map(({ mandate }) => ({ waiting, mandate })),
    );
}
