import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { useAsk } from '../../data/use-ask.ts';
import { EventFacts } from '../../parts/event-facts.tsx';
import { Empty, Heading, Shown } from '../../parts/screen.tsx';
import { useTelling } from '../../words/events/use-sentence.ts';
import { EventLink } from './columns.tsx';
import { Course } from './course.tsx';
import { eventMessages } from './event.messages.ts';
import { OneEvent } from './events.documents.ts';
import { JsonTree } from './json-tree.tsx';
import type { Logged } from './shape.ts';

/** One event of the log: its sentence, all that is recorded with it, and what it belongs to. */
export function EventScreen(): ReactNode {
  const say = useText(eventMessages);
  const { id = '' } = useParams({ strict: false });
  const asked = useAsk(OneEvent, { id });
  return (
    <Shown of={asked}>
      {({ event }) =>
        event ? (
          <Found key={event.event.id} logged={event} />
        ) : (
          <>
            <Heading title={say('title')} trail={<BackToList />} />
            <Empty>
              <p>{say('missing')}</p>
            </Empty>
          </>
        )
      }
    </Shown>
  );
}

function Found({ logged }: Readonly<{ logged: Logged }>): ReactNode {
  const say = useText(eventMessages);
  const { sentence } = useTelling();
  const { event } = logged;
  return (
    <>
      <Heading title={sentence(event)} trail={<BackToList />} />
      <Neighbours logged={logged} />
      <section aria-labelledby="facts">
        <h2 id="facts">{say('facts')}</h2>
        <EventFacts event={event} />
      </section>
      <Course event={event} />
      <section aria-labelledby="data">
        <h2 id="data">{say('data')}</h2>
        <p className="no-print">{say('paths')}</p>
        <JsonTree of={event.data} />
      </section>
    </>
  );
}

function BackToList(): ReactNode {
  const say = useText(eventMessages);
  return (
    <Link to="/eventi" search={(before) => before}>
      {say('list')}
    </Link>
  );
}

function Neighbours({
  logged: { event, previous, next },
}: Readonly<{ logged: Logged }>): ReactNode {
  const say = useText(eventMessages);
  const { id, stream } = event;
  return (
    <nav aria-label={say('neighbours')} className="event-neighbours no-print">
      {previous === null ? (
        <span>{say('noPrevious')}</span>
      ) : (
        <EventLink id={previous}>{say('previous')}</EventLink>
      )}
      {next === null ? (
        <span>{say('noNext')}</span>
      ) : (
        <EventLink id={next}>{say('next')}</EventLink>
      )}
      <Link to="/eventi" search={(before) => ({ ...keepMoment(before), flusso: stream })}>
        {say('allOfStream')}
      </Link>
      <Link to="/tempo/$id" params={{ id: stream }} search={{ at: id }}>
        {say('timeMachine')}
      </Link>
    </nav>
  );
}
