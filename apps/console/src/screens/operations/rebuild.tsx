import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useAct } from '../../data/use-act.ts';
import { NotDone } from '../../parts/problem.tsx';
import type { Job } from './shape.ts';
import { StartRebuild } from './operations.documents.ts';
import { operationsMessages } from './operations.messages.ts';

/** Begins a rebuild, and goes to its page: the address by which it is found again. */
export function Rebuild({ jobs }: Readonly<{ jobs: readonly Job[] }>): ReactNode {
  const say = useText(operationsMessages);
  const last = jobs.find(({ state }) => state === 'FINISHED');
  const hasDiffered = last?.swapped === false;
  return (
    <section aria-labelledby="rebuild">
      <h2 id="rebuild">{say('rebuild')}</h2>
      <p>{say('rebuildHint')}</p>
      <Start takeAlthoughDifferent={false}>{say('start')}</Start>
      {hasDiffered && (
        <>
          <p>{say('although')}</p>
          <Start takeAlthoughDifferent>{say('startAlthough')}</Start>
        </>
      )}
    </section>
  );
}

function Start({
  takeAlthoughDifferent,
  children,
}: Readonly<{ takeAlthoughDifferent: boolean; children: ReactNode }>): ReactNode {
  const navigate = useNavigate();
  const { outcome, send } = useAct(StartRebuild);
  const start = async () => {
    const answer = await send({ takeAlthoughDifferent });
    if (answer.state !== 'done') return;
    await navigate({ to: '/esercizio/$id', params: { id: answer.payload.id } });
  };
  return (
    <>
      <button
        type="button"
        className="btn btn-outline-primary no-print"
        disabled={outcome.state === 'sending'}
        onClick={() => void start()}
      >
        {children}
      </button>
      <NotDone outcome={outcome} />
    </>
  );
}
