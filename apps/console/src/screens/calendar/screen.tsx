import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { KeyboardEvent, ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { sessionQuery, signInAddress } from '../../data/session.ts';
import { ChoiceFilter, Filters, useFilter } from '../../parts/filters.tsx';
import { Problem } from '../../parts/problem.tsx';
import { HeldExport } from '../../parts/held-export.tsx';
import { Empty, Heading, Loading } from '../../parts/screen.tsx';
import { Calendar as CalendarLinks } from '../desk/calendar.tsx';
import { Agenda } from './agenda.tsx';
import { calendarMessages } from './calendar.messages.ts';
import { useEntryColumns } from './entry-columns.ts';
import { entriesOf, entryKinds } from './entries.ts';
import { MonthGrid } from './month-grid.tsx';
import { isMonth, monthAfter, monthOf } from './month.ts';
import { useDated } from './use-dated.ts';

type Search = Readonly<Record<string, string | undefined>>;

/** Sittings, deadlines and ends of terms, a month at a time: as a list or as a grid of days. */
export function CalendarScreen(): ReactNode {
  const say = useText(calendarMessages);
  const { data: session } = useQuery(sessionQuery);
  const { mese }: Search = useSearch({ strict: false });
  const { timeZone } = useFormats();
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date());
  const month = isMonth(mese) ? mese : monthOf(today);
  const pages = usePages(month);
  return (
    <div onKeyDown={pages}>
      <Heading title={say('title')} />
      {session === null && (
        <p>
          <a href={signInAddress('/calendario')}>{say('signIn')}</a>
        </p>
      )}
      <Filters>
        <ChoiceFilter
          name="tipo"
          label={say('kind')}
          options={[
            ['sitting', say('sittings')],
            ['deadline', say('deadlines')],
            ['term', say('terms')],
          ]}
        />
        <ChoiceFilter
          name="vista"
          label={say('view')}
          unset="elenco"
          options={[
            ['elenco', say('agenda')],
            ['mese', say('grid')],
          ]}
        />
      </Filters>
      <Turning month={month} />
      <Shown month={month} today={today} />
      {session && <CalendarLinks />}
    </div>
  );
}

/** Page up and page down turn to the month before and after. */
function usePages(month: string) {
  const navigate = useNavigate();
  const search: Search = useSearch({ strict: false });
  return ({ key, target }: KeyboardEvent<HTMLElement>) => {
    const step = key === 'PageUp' ? -1 : key === 'PageDown' ? 1 : 0;
    if (step === 0 || (target instanceof Element && target.matches('select, input'))) return;
    void navigate({
      to: '.',
      search: { ...search, mese: monthAfter(month, step) },
      replace: true,
    });
  };
}

function Turning({ month }: Readonly<{ month: string }>): ReactNode {
  const say = useText(calendarMessages);
  const { day } = useFormats();
  const to = (mese: string | undefined) => (now: Search) => ({ ...now, mese });
  return (
    <nav aria-label={say('months')} className="months no-print">
      <Link to="." search={to(monthAfter(month, -1))} replace>
        {say('before')}
      </Link>
      <Link to="." search={to(undefined)} replace>
        {say('today')}
      </Link>
      <Link to="." search={to(monthAfter(month, 1))} replace>
        {say('after')}
      </Link>
      <small>{say('keys')}</small>
      <h2 aria-live="polite">{day(month)}</h2>
    </nav>
  );
}

function Shown({ month, today }: Readonly<{ month: string; today: string }>): ReactNode {
  const say = useText(calendarMessages);
  const { timeZone } = useFormats();
  const { vista }: Search = useSearch({ strict: false });
  const kind = useFilter('tipo', entryKinds);
  const { data, error, refetch } = useDated();
  const columns = useEntryColumns();
  if (error) return <Problem error={error} again={refetch} />;
  if (!data) return <Loading />;
  const all = entriesOf(data, timeZone).filter((one) => kind === null || one.kind === kind);
  const entries = all.filter(({ day }) => monthOf(day) === month);
  const next = all.find(({ day }) => monthOf(day) > month);
  return (
    <>
      <p role="status">{say('count', { count: entries.length })}</p>
      {entries.length === 0 && (
        <Empty>
          <p>{say('empty')}</p>
          {next && (
            <Link to="." search={(now: Search) => ({ ...now, mese: monthOf(next.day) })}>
              {say('next')}
            </Link>
          )}
        </Empty>
      )}
      {vista === 'mese' ? (
        <MonthGrid {...{ month, today }} entries={all} />
      ) : (
        <Agenda entries={entries} today={today} />
      )}
      <HeldExport
        name={`${say('title')} ${month}`}
        columns={columns}
        rows={entries}
        shown={data.shown}
      />
    </>
  );
}
