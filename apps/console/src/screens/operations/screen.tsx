import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import { useAsk } from '../../data/use-ask.ts';
import { Empty, Heading, Shown } from '../../parts/screen.tsx';
import { JobList } from './job-list.tsx';
import { TheMachine } from './operations.documents.ts';
import { operationsMessages } from './operations.messages.ts';
import { Projections, Queues } from './projections.tsx';
import { ReadModel } from './read-model.tsx';
import { Rebuild } from './rebuild.tsx';
import type { Machine } from './shape.ts';

/** The server itself: its read model, its processes and its long works; for the administrator. */
export function OperationsScreen(): ReactNode {
  const say = useText(operationsMessages);
  const asked = useAsk(TheMachine, {}, { isOfNow: true, everyMs: () => EVERY_MS });
  return (
    <>
      <Heading title={say('title')}>
        <Link to="/esercizio/esportazioni">{say('exports')}</Link>
      </Heading>
      <Shown of={asked}>
        {({ operations }) =>
          operations ? (
            <All machine={operations} />
          ) : (
            <Empty>
              <p>{say('keptOut')}</p>
            </Empty>
          )
        }
      </Shown>
    </>
  );
}

/** Nothing tells of the machine itself: it is asked again. */
const EVERY_MS = 5_000;

function All({ machine }: Readonly<{ machine: Machine }>): ReactNode {
  return (
    <>
      <ReadModel machine={machine} />
      <Rebuild jobs={machine.jobs} />
      <JobList jobs={machine.jobs} />
      <Projections of={machine} />
      <Queues of={machine.queues} />
    </>
  );
}
