import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import type { Column } from '../../parts/columns.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { useTelling } from '../../words/events/use-sentence.ts';
import type { LogEvents } from './events.documents.ts';
import { eventsMessages } from './events.messages.ts';

/** An event of the list. */
export type Row = ResultOf<typeof LogEvents>['events']['edges'][number]['node'];

const ZEROS = /^0+(?=\d)/u;

/** A position without the zeros that only sort it. */
export function shortPosition(position: string): string {
  return position
    .split(':')
    .map((part) => part.replace(ZEROS, ''))
    .join(':');
}

/** What the list says of each event; files hold the whole position. */
export function useEventColumns(): readonly Column<Row>[] {
  const say = useText(eventsMessages);
  const { sentence, who } = useTelling();
  return [
    {
      ...{ key: 'position', title: say('position') },
      value: ({ position }) => position,
      cell: (row) => (
        <span className="whole">
          <EventLink id={row.id}>{shortPosition(row.position)}</EventLink>
        </span>
      ),
    },
    {
      ...{ key: 'when', title: say('when') },
      ...{ value: ({ recordedAt }) => recordedAt, as: 'instant' },
    },
    {
      ...{ key: 'who', title: say('who') },
      value: ({ actor }) => who(actor),
      cell: ({ actor }) => (
        <Link
          to="/eventi"
          search={(before) => ({ ...keepMoment(before), chi: actor.id })}
          aria-label={say('byActor', { who: who(actor) })}
        >
          {who(actor)}
        </Link>
      ),
    },
    { key: 'sentence', title: say('sentence'), value: sentence },
    {
      ...{ key: 'stream', title: say('stream') },
      value: ({ stream }) => stream,
      cell: ({ stream }) => (
        <ObjectLink id={stream}>
          <ShortId id={stream} />
        </ObjectLink>
      ),
    },
    {
      ...{ key: 'type', title: say('type') },
      value: ({ type }) => type,
      cell: ({ type }) => <TypeName of={type} />,
    },
    {
      ...{ key: 'schema', title: say('schema'), isNumber: true },
      value: ({ schema }) => schema,
      cell: ({ schema }) => String(schema),
    },
  ];
}

/** The type of an event, which breaks between its words. */
export function TypeName({ of }: Readonly<{ of: string }>): ReactNode {
  return (
    <code className="event-type">
      {of.split(/(?=[A-Z])/u).map((word, place) => (
        <Fragment key={`${String(place)}${word}`}>
          <wbr />
          {word}
        </Fragment>
      ))}
    </code>
  );
}

/** The page of an event, which keeps the filter to come back to. */
export function EventLink({
  id,
  children,
}: Readonly<{ id: string; children: ReactNode }>): ReactNode {
  return (
    <Link to="/eventi/$id" params={{ id }} search={(before) => before}>
      {children}
    </Link>
  );
}

const KEPT = 8;

/** A kind of object and the beginning of its id; the whole of it where one points. */
export function ShortId({ id }: Readonly<{ id: string }>): ReactNode {
  const at = id.indexOf('-');
  return <span title={id}>{at < 0 ? id : id.slice(0, at + 1 + KEPT)}</span>;
}
