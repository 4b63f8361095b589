import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { SpeakingIn } from '../../app/speaking.tsx';
import { useText } from '../../app/text.ts';
import { AskFailed } from '../../data/ask.ts';
import { sha256Of } from '../../parts/about.ts';
import { paceOf } from '../../parts/pace.ts';
import type { Pace } from '../../parts/pace.ts';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { useTimeLeft } from '../../parts/time-left.ts';
import { useWriting } from '../../parts/use-file.ts';
import { stepOf } from '../operations/steps.ts';
import { expiryOf } from './export-job.ts';
import type { ExportJob } from './export-job.ts';
import { exportsMessages } from './exports.messages.ts';
import { useExportables } from './use-exportable.ts';
import { useExports } from './use-exports.ts';

type Tell = (pace: Pace) => void;

/** An export under way: how far it has come, and its end where one does not want it any more. */
export function RunningExport({ job }: Readonly<{ job: ExportJob }>): ReactNode {
  const say = useText(exportsMessages);
  const left = useTimeLeft();
  const { change } = useExports();
  const [pace, setPace] = useState<Pace | null>(null);
  const { done = 0, total = 0, rate = 0, etaSeconds = null } = pace ?? {};
  const label = say('progress', { done, total, rate: Math.round(rate), left: left(etaSeconds) });
  return (
    <>
      <SpeakingIn language={job.language}>
        <Worker job={job} tell={setPace} />
      </SpeakingIn>
      <div className="job-progress">
        <ProgressBar label={total === 0 ? say('beginning') : label} done={done} total={total} />
        <p className="visually-hidden" role="status">
          {say('announced', { percent: stepOf({ done, total }) })}
        </p>
      </div>
      <p>{say('safe')}</p>
      <p className="no-print">
        <button
          type="button"
          className="btn btn-outline-primary"
          onClick={() => {
            const endedAt = new Date().toISOString();
            void change({ ...job, state: 'cancelled', endedAt });
          }}
        >
          {say('cancel')}
        </button>
      </p>
    </>
  );
}

/** Makes the file; who leaves its page stops it, and who comes back begins it anew. */
function Worker({ job, tell }: Readonly<{ job: ExportJob; tell: Tell }>): ReactNode {
  const list = useExportables()[job.kind];
  const write = useWriting();
  const { change } = useExports();
  const work = useRef(async (signal: AbortSignal) => {
    const began = performance.now();
    let current = job;
    const end = (came: Partial<ExportJob>) =>
      change({ ...current, ...came, endedAt: new Date().toISOString() });
    try {
      const { blob, rows, shown } = await list.make({
        ...{ order: job, moment: job.moment, signal, write },
        onProgress: (so) => {
          tell(paceOf(so, performance.now() - began));
        },
        onMoment: (moment) => {
          current = { ...current, moment: current.moment ?? moment };
          void change(current);
        },
      });
      const name = `${list.title}.${job.format}`;
      const file = {
        name,
        blob,
        rows,
        sha256: await sha256Of(blob),
        expiresAt: expiryOf(new Date()),
      };
      if (signal.aborted) return;
      await end({ state: 'finished', file, position: shown?.position ?? null });
    } catch (error) {
      if (signal.aborted || codeOf(error) === 'OFFLINE') return;
      const message = error instanceof Error ? error.message : String(error);
      await end({ state: 'failed', failure: { code: codeOf(error), message } });
    }
  });
  useEffect(() => {
    const stop = new AbortController();
    void work.current(stop.signal);
    return () => {
      stop.abort();
    };
  }, []);
  return null;
}

function codeOf(error: unknown): string {
  return error instanceof AskFailed ? error.code : 'EXPORT_FAILED';
}
