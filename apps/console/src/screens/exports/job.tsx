import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import { CopyButton } from '../../parts/copy-button.tsx';
import { Facts } from '../../parts/facts.tsx';
import { Empty, Heading, Loading } from '../../parts/screen.tsx';
import type { ExportJob } from './export-job.ts';
import { exportsMessages } from './exports.messages.ts';
import { DownloadFile } from './made-file.tsx';
import { RunningExport } from './running.tsx';
import { useExports } from './use-exports.ts';

/** One export, found again by its address: it goes on here until it has ended. */
export function ExportScreen(): ReactNode {
  const say = useText(exportsMessages);
  const { id = '' } = useParams({ strict: false });
  const { kept } = useExports();
  const job = kept.data?.find((one) => one.id === id);
  return (
    <>
      <Heading
        title={job ? say('job', { what: say(job.kind) }) : say('title')}
        trail={<Link to="/esercizio/esportazioni">{say('back')}</Link>}
      />
      {kept.isPending && <Loading />}
      {!kept.isPending && !job && (
        <Empty>
          <p>{say('missing')}</p>
        </Empty>
      )}
      {job && <Found job={job} />}
    </>
  );
}

function Found({ job }: Readonly<{ job: ExportJob }>): ReactNode {
  const say = useText(exportsMessages);
  const { instant, number } = useFormats();
  const { file, failure, position } = job;
  return (
    <>
      {job.state === 'running' ? <RunningExport key={job.id} job={job} /> : <Ended job={job} />}
      <Facts
        of={[
          [say('state'), <Chip tone={failure ? 'late' : undefined}>{say(job.state)}</Chip>],
          [say('started'), instant(job.startedAt)],
          [say('ended'), job.endedAt && instant(job.endedAt)],
          [say('rows'), file && number(file.rows)],
          [say('position'), position],
          [say('expires'), file && instant(file.expiresAt)],
          [
            say('checksum'),
            file?.sha256 && (
              <>
                <code className="checksum">{file.sha256}</code> <CopyButton text={file.sha256} />
              </>
            ),
          ],
          [
            say('firstError'),
            failure &&
              say('atPosition', {
                message: `${failure.code} ${failure.message}`.trim(),
                position: position ?? '—',
              }),
          ],
        ]}
      />
    </>
  );
}

function Ended({ job }: Readonly<{ job: ExportJob }>): ReactNode {
  const say = useText(exportsMessages);
  const { change } = useExports();
  const again = () =>
    change({ ...job, state: 'running', endedAt: null, failure: null, file: null });
  return (
    <>
      <p role="status">
        <strong>{say(job.file ? 'done' : job.state)}</strong>
      </p>
      <p>
        {job.file ? (
          <DownloadFile file={job.file} />
        ) : (
          <button type="button" className="btn btn-outline-primary" onClick={() => void again()}>
            {say('again')}
          </button>
        )}
      </p>
    </>
  );
}
