import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useText } from '../../app/text.ts';
import { Chip } from '../../parts/chip.tsx';
import { calendarMessages } from './calendar.messages.ts';
import type { Entry } from './entries.ts';
import { EntryLink } from './entry-link.tsx';

/** Days that have something, one below the other. */
export function Agenda({
  entries,
  today,
}: Readonly<{ entries: readonly Entry[]; today: string }>): ReactNode {
  const say = useText(calendarMessages);
  const { locale } = useIntl();
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const days = [...Map.groupBy(entries, ({ day }) => day)];
  return days.map(([day, ofDay]) => (
    <section key={day} aria-labelledby={`day-${day}`} className="calendar-day">
      <h3 id={`day-${day}`}>
        <time dateTime={day}>{format.format(new Date(`${day}T00:00:00Z`))}</time>{' '}
        {day === today && <Chip>{say('isToday')}</Chip>}
      </h3>
      <ul>
        {ofDay.map((entry) => (
          <li key={`${entry.kind}-${entry.of.id}`}>
            <EntryLink entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  ));
}
