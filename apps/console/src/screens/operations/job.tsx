import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { useAsk } from '../../data/use-ask.ts';
import { ActButton } from '../../parts/act-button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Empty, Heading, Shown } from '../../parts/screen.tsx';
import { Table } from '../../parts/table.tsx';
import { jobState } from '../../words/operations.ts';
import { jobMessages } from './job.messages.ts';
import { FailureOf } from './failure.tsx';
import { JobProgress } from './job-progress.tsx';
import type { Job } from './shape.ts';
import { CancelJob, OneJob } from './operations.documents.ts';

const EVERY_MS = 1_000;

/** A long work of the server, found again by its address however often the page is left. */
export function JobScreen(): ReactNode {
  const say = useText(jobMessages);
  const { id = '' } = useParams({ strict: false });
  const everyMs = ({ job }: ResultOf<typeof OneJob>) =>
    job?.state === 'RUNNING' ? EVERY_MS : null;
  const asked = useAsk(OneJob, { id }, { isOfNow: true, everyMs });
  const job = asked.data?.data.job ?? null;
  return (
    <>
      <Heading title={say('title')} trail={<Link to="/esercizio">{say('back')}</Link>} />
      <Shown of={asked}>
        {() =>
          job ? (
            <Found job={job} />
          ) : (
            <Empty>
              <p>{say('missing')}</p>
            </Empty>
          )
        }
      </Shown>
    </>
  );
}

function Found({ job }: Readonly<{ job: Job }>): ReactNode {
  const say = useText(jobMessages);
  const word = useText(jobState);
  const { instant } = useFormats();
  const { startedBy } = job;
  return (
    <>
      {job.state === 'RUNNING' ? <Running job={job} /> : <Outcome job={job} />}
      <Facts
        of={[
          [say('state'), <Chip>{word(job.state)}</Chip>],
          [say('startedAt'), instant(job.startedAt)],
          [say('endedAt'), job.endedAt && instant(job.endedAt)],
          [say('failure'), job.failure && <FailureOf failure={job.failure} />],
          [say('who'), startedBy === null ? say('onMachine') : (startedBy.name ?? startedBy.id)],
        ]}
      />
      {job.tables.length > 0 && <Compared job={job} />}
    </>
  );
}

function Running({ job }: Readonly<{ job: Job }>): ReactNode {
  const say = useText(jobMessages);
  return (
    <>
      <JobProgress job={job} />
      <p>{say('safe')}</p>
      <p className="no-print">
        {job.cancelling ? (
          <span role="status">{say('cancelling')}</span>
        ) : (
          <ActButton document={CancelJob} input={{ job: job.id }} mandate={null}>
            {say('cancel')}
          </ActButton>
        )}
      </p>
    </>
  );
}

function Outcome({ job: { state, swapped } }: Readonly<{ job: Job }>): ReactNode {
  const say = useText(jobMessages);
  const finished = swapped === true ? 'finishedSwapped' : 'finishedKept';
  const sentence = { FINISHED: finished, CANCELLED: 'cancelled', FAILED: 'failed' } as const;
  if (state === 'RUNNING') return null;
  return (
    <p role="status">
      <strong>{say(sentence[state])}</strong>
    </p>
  );
}

function Compared({ job }: Readonly<{ job: Job }>): ReactNode {
  const say = useText(jobMessages);
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{say('compared')}</h2>
      <Table
        caption={say('compared')}
        file={say('compared')}
        columns={[
          { key: 'table', title: say('table'), value: ({ table }) => table },
          { key: 'same', title: say('same'), isNumber: true, value: ({ same }) => same },
          {
            ...{ key: 'differing', title: say('differing'), isNumber: true },
            value: ({ differing }) => differing,
          },
          { key: 'examples', title: say('examples'), value: ({ examples }) => examples.join(', ') },
        ]}
        rows={job.tables}
        idOf={({ table }) => table}
      />
    </section>
  );
}
