import { useQuery } from '@tanstack/react-query';
import { ask } from '../data/ask.ts';
import { TheInstance } from './instance.documents.ts';

/** The instance that the console belongs to; undefined until it is known. It does not change. */
export function useInstance(): Readonly<{ name: string; zone: string; demo: boolean }> | undefined {
  const { data } = useQuery({
    queryKey: ['TheInstance'],
    queryFn: async ({ signal }) => (await ask(TheInstance, {}, { signal })).data.instance,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
