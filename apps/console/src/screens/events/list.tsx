import type { ReactNode } from 'react';
import { useText } from '../../app/text.ts';
import type { ResultOf } from '../../data/graphql.ts';
import { List } from '../../parts/list.tsx';
import { Heading } from '../../parts/screen.tsx';
import { EquivalentCommand } from './equivalent-command.tsx';
import { LogEvents } from './events.documents.ts';
import { eventsMessages } from './events.messages.ts';
import { useEventColumns } from './columns.tsx';
import { EmptyEvents, EventFilters } from './filters.tsx';
import { useEventsAsked } from './filter.ts';
import { LiveBar } from './live.tsx';
import { LongTable } from './long-table.tsx';

const connectionIn = ({ events }: ResultOf<typeof LogEvents>) => events;

/** The log as far as one may read it, the newest event first. */
export function EventsScreen(): ReactNode {
  const say = useText(eventsMessages);
  const filter = useEventsAsked();
  return (
    <>
      <Heading title={say('title')}>
        <p>{say('intro')}</p>
      </Heading>
      <EventFilters />
      <LiveBar asked={filter} />
      <List
        title={say('title')}
        source={{ document: LogEvents, filter, connectionIn }}
        columns={useEventColumns()}
        idOf={({ id }) => id}
        empty={<EmptyEvents />}
        table={LongTable}
      />
      <EquivalentCommand asked={filter} />
    </>
  );
}
