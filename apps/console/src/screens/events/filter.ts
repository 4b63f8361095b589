import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { dayAfter, startOfDay } from '../../app/days.ts';
import { useLanguage } from '../../app/speaking.tsx';
import { typesSaying } from '../../words/events/types-saying.ts';

/** The filters that an address may carry. */
export const filterNames = [
  'testo',
  'tipo',
  'oggetto',
  'flusso',
  'chi',
  'atto',
  'da',
  'a',
] as const;

/** What the address filters by. */
export type EventSearch = Readonly<Partial<Record<(typeof filterNames)[number], string>>>;

/** What is asked of the server: variables of its documents. */
export type EventsAsked = Readonly<{
  types: string[] | null;
  object: string | null;
  stream: string | null;
  actor: string | null;
  correlation: string | null;
  recordedFrom: string | null;
  recordedBefore: string | null;
}>;

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** The filter of the page's address, as the server takes it. */
export function useEventsAsked(): EventsAsked {
  const search: EventSearch = useSearch({ strict: false });
  const [language] = useLanguage();
  const { timeZone = 'Europe/Rome' } = useIntl();
  const given = JSON.stringify(Object.fromEntries(filterNames.map((name) => [name, search[name]])));
  return useMemo(
    () =>
      askedBy(JSON.parse(given) as EventSearch, {
        timeZone,
        saying: (text) => typesSaying(text, language),
      }),
    [given, timeZone, language],
  );
}

/** How words of an address are understood. */
type Understood = Readonly<{
  timeZone: string;
  /** Types whose sentences say a text. */
  saying: (text: string) => string[];
}>;

/** What an address filters by, as the server takes it; days are whole days of the instance. */
export function askedBy(
  { testo, tipo, oggetto, flusso, chi, atto, da, a }: EventSearch,
  { timeZone, saying }: Understood,
): EventsAsked {
  const [from, until] = [dayIn(da), dayIn(a)];
  return {
    types: typesOf(wordOf(tipo), wordOf(testo), saying),
    object: wordOf(oggetto),
    stream: wordOf(flusso),
    actor: wordOf(chi),
    correlation: wordOf(atto),
    recordedFrom: from && startOfDay(from, timeZone),
    recordedBefore: until && startOfDay(dayAfter(until), timeZone),
  };
}

/** The type that is named, where its sentence says the text; all whose sentence does; null for all. */
function typesOf(
  named: string | null,
  text: string | null,
  saying: Understood['saying'],
): string[] | null {
  if (text === null) return named === null ? null : [named];
  return saying(text).filter((type) => named === null || type === named);
}

function dayIn(text: string | undefined): string | null {
  return text !== undefined && DAY.test(text) ? text : null;
}

function wordOf(text: string | undefined): string | null {
  const word = text?.trim() ?? '';
  return word === '' ? null : word;
}
