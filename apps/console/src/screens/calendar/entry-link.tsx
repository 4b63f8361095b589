import type { ReactNode } from 'react';
import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { named, useTitle } from '../../app/titles.ts';
import { ObjectLink } from '../../parts/object-link.tsx';
import { sittingStatus } from '../../words/boards.ts';
import { ActLink } from '../desk/act-link.tsx';
import { calendarMessages } from './calendar.messages.ts';
import type { CalendarMove, CalendarSitting, CalendarTerm, Entry } from './entries.ts';

/** An entry: its time, what it is, and the way to it. */
export function EntryLink({ entry }: Readonly<{ entry: Entry }>): ReactNode {
  const say = useText(calendarMessages);
  const { time } = useFormats();
  return (
    <span className="calendar-entry" data-kind={entry.kind}>
      {entry.at !== null && <time dateTime={entry.at}>{time(entry.at)}</time>}{' '}
      <span className="calendar-kind">{say(entry.kind)}</span> <What entry={entry} />
    </span>
  );
}

function What({ entry }: Readonly<{ entry: Entry }>): ReactNode {
  switch (entry.kind) {
    case 'sitting':
      return <Sitting of={entry.of} />;
    case 'deadline':
      return <Deadline of={entry.of} />;
    default:
      return <Term of={entry.of} />;
  }
}

function Sitting({ of }: Readonly<{ of: CalendarSitting }>): ReactNode {
  const status = useText(sittingStatus);
  const titleOf = useTitle();
  return (
    <>
      <ObjectLink id={of.id}>{of.board ? titleOf(named(of.board)) : of.id}</ObjectLink>{' '}
      {[of.place, status(of.status)].filter(Boolean).join(' · ')}
    </>
  );
}

function Deadline({ of }: Readonly<{ of: CalendarMove }>): ReactNode {
  return (
    <>
      <ActLink move={of} /> {of.title}
    </>
  );
}

function Term({ of }: Readonly<{ of: CalendarTerm }>): ReactNode {
  const titleOf = useTitle();
  const { title, titleEn } = of;
  return (
    <ObjectLink id={of.object}>
      {title === null ? of.object : titleOf({ title, titleEn })}
    </ObjectLink>
  );
}
