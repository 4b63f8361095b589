import { Link, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { keepMoment } from '../../app/moment.ts';
import { useText } from '../../app/text.ts';
import { ChoiceFilter, Filters } from '../../parts/filters.tsx';
import { TextFilter } from '../../parts/text-filter.tsx';
import { eventWords } from '../../words/events/index.ts';
import { eventsMessages } from './events.messages.ts';
import { filterNames } from './filter.ts';
import type { EventSearch } from './filter.ts';

const types = Object.keys(eventWords.it).sort();

/** What the log is looked through by; all of it stands in the address. */
export function EventFilters(): ReactNode {
  const say = useText(eventsMessages);
  return (
    <Filters>
      <TextFilter name="testo" label={say('text')} />
      <ChoiceFilter name="tipo" label={say('type')} options={types.map((type) => [type, type])} />
      <TextFilter name="oggetto" label={say('object')} />
      <TextFilter name="chi" label={say('actor')} />
      <TextFilter name="atto" label={say('act')} />
      <TextFilter name="da" label={say('from')} type="date" />
      <TextFilter name="a" label={say('until')} type="date" />
    </Filters>
  );
}

/** No event: what was looked for, and the way back to all. */
export function EmptyEvents(): ReactNode {
  const say = useText(eventsMessages);
  const search: EventSearch = useSearch({ strict: false });
  const given = filterNames.flatMap((name) => (search[name] ? [`${name} = ${search[name]}`] : []));
  return (
    <>
      <p>{say('empty')}</p>
      {given.length > 0 && (
        <>
          <p>{say('filteredBy', { filters: given.join('; ') })}</p>
          <Link to="/eventi" search={keepMoment} className="btn btn-outline-primary">
            {say('clear')}
          </Link>
        </>
      )}
    </>
  );
}
