import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { ProgressBar } from '../../parts/progress-bar.tsx';
import { useTimeLeft } from '../../parts/time-left.ts';
import { jobMessages } from './job.messages.ts';
import type { Job } from './shape.ts';
import { stepOf } from './steps.ts';

/** A bar that says how many of how many, at which rate and for how long still. */
export function JobProgress({ job }: Readonly<{ job: Job }>): ReactNode {
  const say = useText(jobMessages);
  const left = useTimeLeft();
  const { done, total, rate } = job;
  const isRead = done >= total;
  if (total === 0) return <ProgressBar label={say('beginning')} done={0} total={0} />;
  const said = say('progress', { done, total, rate: Math.round(rate) });
  return (
    <div className="job-progress">
      <ProgressBar
        label={isRead ? said : `${said}; ${left(job.etaSeconds)}`}
        done={done}
        total={total}
      />
      {isRead && <p>{say('comparing')}</p>}
      <p className="visually-hidden" role="status">
        {say('announced', { percent: stepOf(job) })}
      </p>
    </div>
  );
}
