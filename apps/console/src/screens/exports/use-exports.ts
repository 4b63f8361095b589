import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { momentIn } from '../../app/moment.ts';
import { sessionQuery } from '../../data/session.ts';
import { useSearch } from '@tanstack/react-router';
import type { ExportJob, ExportOrder } from './export-job.ts';
import { keepExport, keptExports } from './kept-exports.ts';

const NAME = 'kept-exports';

/** Exports of who looks, as this browser keeps them, and how one begins or changes. */
export type Exports = Readonly<{
  kept: UseQueryResult<readonly ExportJob[]>;
  begin: (order: ExportOrder) => Promise<ExportJob>;
  change: (job: ExportJob) => Promise<void>;
}>;

/** Who has not signed in has exports too: of what everybody may read. */
const NOBODY = 'nobody';

/** The exports that this browser keeps for who looks. */
export function useExports(): Exports {
  const client = useQueryClient();
  const { data: session, isSuccess } = useQuery(sessionQuery);
  const { at } = useSearch({ strict: false });
  const person = session?.person.id ?? NOBODY;
  const change = async (job: ExportJob) => {
    await keepExport(job);
    await client.invalidateQueries({ queryKey: [NAME] });
  };
  return {
    kept: useQuery({
      queryKey: [NAME, person],
      queryFn: () => keptExports(person),
      enabled: isSuccess,
      networkMode: 'always',
      retry: false,
    }),
    begin: async (order) => {
      const job: ExportJob = {
        ...order,
        ...{ id: crypto.randomUUID(), person, state: 'running', endedAt: null },
        ...{ startedAt: new Date().toISOString(), moment: momentIn(at), position: null },
        ...{ file: null, failure: null },
      };
      await change(job);
      return job;
    },
    change,
  };
}
