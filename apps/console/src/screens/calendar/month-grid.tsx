import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { calendarMessages } from './calendar.messages.ts';
import type { Entry } from './entries.ts';
import { EntryLink } from './entry-link.tsx';
import { monthOf, weeksOf } from './month.ts';

/** `entries` are of any month: the first and the last week have days of its neighbours. */
type Props = Readonly<{ month: string; today: string; entries: readonly Entry[] }>;

/** The weeks of a month from Monday on; where the window is narrow, its days that have something. */
export function MonthGrid({ month, today, entries }: Props): ReactNode {
  const { locale } = useIntl();
  const { day: dayIn } = useFormats();
  const weeks = weeksOf(month);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <table className="month">
      <caption className="visually-hidden">{dayIn(month)}</caption>
      <thead>
        <tr>
          {weeks[0]?.map((day) => (
            <th key={day} scope="col">
              {weekday.format(new Date(`${day}T00:00:00Z`))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => (
              <Day key={day} {...{ day, today }} isOther={monthOf(day) !== month} of={entries} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({
  day,
  today,
  isOther,
  of,
}: Readonly<{ day: string; today: string; isOther: boolean; of: readonly Entry[] }>): ReactNode {
  const say = useText(calendarMessages);
  const { day: dayIn } = useFormats();
  const entries = of.filter((entry) => entry.day === day);
  return (
    <td
      data-other={isOther}
      data-some={entries.length > 0}
      aria-current={day === today ? 'date' : undefined}
    >
      <time dateTime={day} aria-label={dayIn(day)}>
        {Number(day.slice(-2))}
      </time>
      {day === today && <span className="visually-hidden">{say('isToday')}</span>}
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <li key={`${entry.kind}-${entry.of.id}`}>
              <EntryLink entry={entry} />
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}
