import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../app/formats.ts';
import { keepMoment } from '../app/moment.ts';
import { useText } from '../app/text.ts';
import type { FactsOfEvent } from '../data/event-facts.documents.ts';
import type { ResultOf } from '../data/graphql.ts';
import { useTelling } from '../words/events/use-sentence.ts';
import { DocumentLink } from './document.tsx';
import { eventFactsMessages } from './event-facts.messages.ts';
import { Facts } from './facts.tsx';
import { ObjectLink } from './object-link.tsx';

type Event = ResultOf<typeof FactsOfEvent>;

/** Who, when, under which mandate, why, on what; and the ids by which it is named. */
export function EventFacts({ event }: Readonly<{ event: Event }>): ReactNode {
  const say = useText(eventFactsMessages);
  const { instant, day } = useFormats();
  const { who } = useTelling();
  const { actor, stream, revision, recordedAt } = event;
  return (
    <Facts
      of={[
        [say('recordedAt'), <time dateTime={recordedAt}>{instant(recordedAt)}</time>],
        [say('effectiveOn'), event.effectiveOn && day(event.effectiveOn)],
        [say('who'), <Among chi={actor.id}>{who(actor)}</Among>],
        [say('mandate'), event.mandate],
        [
          say('organisation'),
          event.organisation !== null && (
            <ObjectLink id={event.organisation}>{event.organisation}</ObjectLink>
          ),
        ],
        [say('authentication'), event.authentication],
        [say('reason'), event.reason],
        [say('legalBasis'), event.legalBasis.join('; ')],
        [say('authorisation'), event.authorisation],
        [say('documents'), event.documents.length > 0 && <Documents of={event.documents} />],
        [say('basis'), event.basis.map((one) => say('basisOf', { ...one })).join('; ')],
        [say('type'), <code className="event-type">{event.type}</code>],
        [say('schema'), String(event.schema)],
        [
          say('stream'),
          <ObjectLink id={stream}>{say('streamAt', { stream, revision })}</ObjectLink>,
        ],
        [say('position'), event.position],
        [say('id'), event.id],
        [say('command'), event.commandId],
        [say('cause'), event.causationId],
        [say('correlation'), <Among atto={event.correlationId}>{event.correlationId}</Among>],
      ]}
    />
  );
}

/** The way to all events of one person, or of one act. */
function Among({
  children,
  ...asked
}: Readonly<{ children: ReactNode; chi?: string; atto?: string }>): ReactNode {
  return (
    <Link to="/eventi" search={(before) => ({ ...keepMoment(before), ...asked })}>
      {children}
    </Link>
  );
}

function Documents({ of }: Readonly<{ of: Event['documents'] }>): ReactNode {
  return (
    <ul>
      {of.map(({ sha256, protocolNo, protocolDate }) => (
        <li key={sha256}>
          <DocumentLink sha256={sha256}>
            {[protocolNo, protocolDate].filter((part) => part !== null).join(', ')}
          </DocumentLink>
        </li>
      ))}
    </ul>
  );
}
