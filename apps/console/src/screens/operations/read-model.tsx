import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import { Facts } from '../../parts/facts.tsx';
import { readModelState } from '../../words/operations.ts';
import { operationsMessages } from './operations.messages.ts';
import { FailureOf } from './failure.tsx';
import type { Machine } from './shape.ts';

const tones = { LIVE: 'ok', FAILED: 'late', RETRYING: 'soon' } as const;

/** Where the read model stands, how far behind, and what went wrong. */
export function ReadModel({ machine }: Readonly<{ machine: Machine }>): ReactNode {
  const say = useText(operationsMessages);
  const word = useText(readModelState);
  const { number } = useFormats();
  const { state, position, events, failure, passedOver } = machine;
  const tone = state in tones ? tones[state as keyof typeof tones] : undefined;
  return (
    <section aria-labelledby="read-model">
      <h2 id="read-model">{say('readModel')}</h2>
      <Facts
        of={[
          [say('state'), <Chip tone={tone}>{word(state)}</Chip>],
          [say('events'), number(events)],
          [say('position'), position],
          [say('lagProjections'), <Lag machine={machine} reader="projections" />],
          [say('lagProcesses'), <Lag machine={machine} reader="processes" />],
          [say('lastRebuild'), <LastRebuild machine={machine} />],
          [say('failure'), failure && <FailureOf failure={failure} />],
          [
            say('passedOver'),
            passedOver
              .map(({ firstPosition, ...one }) =>
                say('passedOverOf', { ...one, position: firstPosition }),
              )
              .join('; '),
          ],
        ]}
      />
    </section>
  );
}

function Lag({ machine, reader }: Readonly<{ machine: Machine; reader: string }>): ReactNode {
  const say = useText(operationsMessages);
  const lag = machine.lags.find((one) => one.reader === reader);
  if (!lag) return '—';
  if (lag.events === 0) return say('noLag');
  return say('lagOf', { events: lag.events, seconds: Math.round(lag.seconds) });
}

function LastRebuild({ machine: { lastRebuild } }: Readonly<{ machine: Machine }>): ReactNode {
  const say = useText(operationsMessages);
  const { instant } = useFormats();
  if (!lastRebuild) return say('never');
  return (
    <Link to="/esercizio/$id" params={{ id: lastRebuild.id }}>
      {instant(lastRebuild.endedAt ?? lastRebuild.startedAt)}
    </Link>
  );
}
