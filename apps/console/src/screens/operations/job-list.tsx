import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { Table } from '../../parts/table.tsx';
import { jobState } from '../../words/operations.ts';
import type { Job } from './shape.ts';
import { operationsMessages } from './operations.messages.ts';

/** The jobs that this server remembers, each by its page. */
export function JobList({ jobs }: Readonly<{ jobs: readonly Job[] }>): ReactNode {
  const say = useText(operationsMessages);
  const word = useText(jobState);
  const { number } = useFormats();
  const columns: readonly Column<Job>[] = [
    {
      ...{ key: 'job', title: say('job') },
      value: ({ id }) => id,
      cell: ({ id }) => (
        <Link to="/esercizio/$id" params={{ id }}>
          {say('rebuild')}
        </Link>
      ),
    },
    {
      ...{ key: 'state', title: say('state') },
      value: ({ state }) => word(state),
      cell: ({ state }) => <Chip>{word(state)}</Chip>,
    },
    { key: 'started', title: say('started'), value: ({ startedAt }) => startedAt, as: 'instant' },
    {
      ...{ key: 'ended', title: say('ended') },
      ...{ value: ({ endedAt }) => endedAt, as: 'instant' },
    },
    {
      ...{ key: 'who', title: say('who') },
      value: ({ startedBy }) =>
        startedBy === null ? say('onMachine') : (startedBy.name ?? startedBy.id),
    },
    {
      ...{ key: 'events', title: say('events'), isNumber: true },
      value: ({ done }) => done,
      cell: ({ done, total }) => `${number(done)} / ${number(total)}`,
    },
  ];
  return (
    <section aria-labelledby="jobs">
      <h2 id="jobs">{say('jobs')}</h2>
      {jobs.length === 0 ? (
        <p>{say('noJobs')}</p>
      ) : (
        <Table
          file={say('jobs')}
          caption={say('jobs')}
          columns={columns}
          rows={jobs}
          idOf={({ id }) => id}
        />
      )}
    </section>
  );
}
