import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import type { Column } from '../../parts/columns.ts';
import { Empty, Heading } from '../../parts/screen.tsx';
import { Table } from '../../parts/table.tsx';
import type { ExportJob } from './export-job.ts';
import { exportsMessages } from './exports.messages.ts';
import { DownloadFile } from './made-file.tsx';
import { useExports } from './use-exports.ts';
import { Wizard } from './wizard.tsx';

/** Files of whole lists: a wizard to order one, and those that this browser keeps. */
export function ExportsScreen(): ReactNode {
  const say = useText(exportsMessages);
  const { kept } = useExports();
  return (
    <>
      <Heading title={say('title')} trail={<Link to="/esercizio">{say('operations')}</Link>}>
        <p>{say('intro')}</p>
      </Heading>
      {kept.isError ? (
        <Empty>
          <p>{say('unkept')}</p>
        </Empty>
      ) : (
        <Wizard />
      )}
      <section aria-labelledby="exports">
        <h2 id="exports">{say('jobs')}</h2>
        {kept.data && <Kept jobs={kept.data} />}
      </section>
    </>
  );
}

function Kept({ jobs }: Readonly<{ jobs: readonly ExportJob[] }>): ReactNode {
  const say = useText(exportsMessages);
  const { instant, number } = useFormats();
  if (jobs.length === 0) return <p>{say('none')}</p>;
  const columns: readonly Column<ExportJob>[] = [
    {
      ...{ key: 'what', title: say('list'), value: ({ kind }) => say(kind) },
      cell: ({ id, kind }) => (
        <Link to="/esercizio/esportazioni/$id" params={{ id }}>
          {say('job', { what: say(kind) })}
        </Link>
      ),
    },
    {
      ...{ key: 'state', title: say('state'), value: ({ state }) => say(state) },
      cell: ({ state }) => <Chip tone={state === 'failed' ? 'late' : undefined}>{say(state)}</Chip>,
    },
    { key: 'started', title: say('started'), value: ({ startedAt }) => instant(startedAt) },
    {
      ...{ key: 'rows', title: say('rows'), isNumber: true },
      value: ({ file }) => (file ? number(file.rows) : '—'),
    },
    {
      ...{ key: 'expires', title: say('expires') },
      value: ({ file, state }) => {
        if (file) return instant(file.expiresAt);
        return state === 'finished' ? say('gone') : '—';
      },
    },
    {
      ...{ key: 'checksum', title: say('checksum'), value: ({ file }) => file?.sha256 ?? '—' },
      cell: ({ file }) => (file?.sha256 ? <code>{file.sha256.slice(0, SHOWN)}…</code> : '—'),
    },
    {
      ...{ key: 'file', title: say('file'), value: ({ format }) => format },
      cell: ({ file, format }) => (file ? <DownloadFile file={file} /> : format.toUpperCase()),
    },
  ];
  return <Table caption={say('jobs')} columns={columns} rows={jobs} idOf={({ id }) => id} />;
}

const SHOWN = 12;
