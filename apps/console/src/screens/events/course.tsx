import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useAsk } from '../../data/use-ask.ts';
import { Chip } from '../../parts/chip.tsx';
import { Shown } from '../../parts/screen.tsx';
import { useTelling } from '../../words/events/use-sentence.ts';
import { causedBy } from './caused-by.ts';
import type { Caused } from './caused-by.ts';
import { EventLink } from './columns.tsx';
import type { Row } from './columns.tsx';
import { eventMessages } from './event.messages.ts';
import { LogEvents } from './events.documents.ts';
import type { Logged } from './shape.ts';

/** The server gives a hundred at most; the rest is in the list. */
const SHOWN = 100;

/** All that one act brought about, each event below the one that caused it. */
export function Course({ event }: Readonly<{ event: Logged['event'] }>): ReactNode {
  const say = useText(eventMessages);
  const variables = { correlation: event.correlationId, first: SHOWN };
  const asked = useAsk(LogEvents, variables, { follows: [event.stream] });
  return (
    <section aria-labelledby="course">
      <h2 id="course">{say('course')}</h2>
      <Shown of={asked}>
        {({ events: { edges, totalCount } }) => (
          <>
            <p>{say('courseOf', { count: totalCount })}</p>
            <Branches of={causedBy(edges.map(({ node }) => node))} here={event.id} />
            {totalCount > edges.length && (
              <Link
                to="/eventi"
                search={(before) => ({ ...keepMoment(before), atto: event.correlationId })}
              >
                {say('all')}
              </Link>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

function Branches({ of, here }: Readonly<{ of: readonly Caused<Row>[]; here: string }>): ReactNode {
  const say = useText(eventMessages);
  const { sentence } = useTelling();
  const { instant } = useFormats();
  return (
    <ol className="causes">
      {of.map(({ event, effects }) => (
        <li key={event.id} data-here={event.id === here}>
          {event.id === here ? (
            <>
              <strong aria-current="true">{sentence(event)}</strong> <Chip>{say('here')}</Chip>
            </>
          ) : (
            <EventLink id={event.id}>{sentence(event)}</EventLink>
          )}{' '}
          <small>
            <time dateTime={event.recordedAt}>{instant(event.recordedAt)}</time> · {event.type}
          </small>
          {effects.length > 0 && <Branches of={effects} here={here} />}
        </li>
      ))}
    </ol>
  );
}
