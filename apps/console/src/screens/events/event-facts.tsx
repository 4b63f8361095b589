import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { DocumentLink } from '../../parts/document.tsx';
import { Facts } from '../../parts/facts.tsx';
import { ObjectLink } from '../../parts/object-link.tsx';
import { useTelling } from '../../words/events/use-sentence.ts';
import { eventMessages } from './event.messages.ts';
import type { Logged } from './shape.ts';

type Event = Logged['event'];

/** Who, when, under which mandate, why, on what; and the ids by which it is named. */
export function EventFacts({ event }: Readonly<{ event: Event }>): ReactNode {
  const say = useText(eventMessages);
  const { instant, day } = useFormats();
  const { who } = useTelling();
  const { actor, stream, revision, recordedAt } = event;
  return (
    <Facts
      of={[
        [say('recordedAt'), <time dateTime={recordedAt}>{instant(recordedAt)}</time>],
        [say('effectiveOn'), event.effectiveOn && day(event.effectiveOn)],
        [
          say('who'),
          <Link to="/eventi" search={{ chi: actor.id }}>
            {who(actor)}
          </Link>,
        ],
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
        [say('type'), <code>{event.type}</code>],
        [say('schema'), String(event.schema)],
        [
          say('stream'),
          <ObjectLink id={stream}>{say('streamAt', { stream, revision })}</ObjectLink>,
        ],
        [say('position'), event.position],
        [say('id'), event.id],
        [say('command'), event.commandId],
        [
          say('correlation'),
          <Link to="/eventi" search={{ atto: event.correlationId }}>
            {event.correlationId}
          </Link>,
        ],
      ]}
    />
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
