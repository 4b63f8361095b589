import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/ask.ts';
import type { ResultOf } from '../data/graphql.ts';
import { TheInstance } from './instance.documents.ts';

type Known = ResultOf<typeof TheInstance>['instance'];

/** The instance that the console belongs to; undefined until it is known. It does not change. */
export function useInstance(): Known | undefined {
  const { data } = useQuery({
    queryKey: ['TheInstance'],
    queryFn: async ({ signal }) => (await ask(TheInstance, {}, { signal })).data.instance,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
