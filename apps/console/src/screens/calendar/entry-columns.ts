import { useFormats } from '../../app/formats.ts';
import { useText } from '../../app/text.ts';
import { named, useTitle } from '../../app/titles.ts';
import type { Column } from '../../parts/columns.ts';
import { sittingStatus } from '../../words/boards.ts';
import { calendarMessages } from './calendar.messages.ts';
import type { Entry } from './entries.ts';

/** The entries of a month as rows of a file: days as they sort, hours as the clocks of the instance. */
export function useEntryColumns(): readonly Column<Entry>[] {
  const say = useText(calendarMessages);
  const status = useText(sittingStatus);
  const titleOf = useTitle();
  const { time } = useFormats();
  const nameOf = (entry: Entry): string | null => {
    if (entry.kind === 'deadline') return entry.of.title;
    if (entry.kind === 'sitting') return entry.of.board && titleOf(named(entry.of.board));
    const { title, titleEn } = entry.of;
    return title === null ? null : titleOf({ title, titleEn });
  };
  return [
    { key: 'day', title: say('day'), value: ({ day }) => day },
    { key: 'time', title: say('time'), value: ({ at }) => at && time(at) },
    { key: 'kind', title: say('kind'), value: ({ kind }) => say(kind) },
    { key: 'name', title: say('name'), value: nameOf },
    {
      key: 'what',
      title: say('details'),
      value: (entry) => {
        if (entry.kind === 'deadline') return entry.of.what;
        if (entry.kind === 'term') return null;
        return [entry.of.place, status(entry.of.status)].filter(Boolean).join(' · ');
      },
    },
    {
      key: 'id',
      title: say('id'),
      value: ({ kind, of }) => (kind === 'sitting' ? of.id : of.object),
    },
  ];
}
