import ical, { ICalEventTransparency } from 'ical-generator';
import type { ICalEventData } from 'ical-generator';
import type { MyMove } from './personal-moves.js';
import { NO_DUE } from './tables.js';
import type { CapacityRow } from './tables.js';
import { moves as phrases, termEnds } from './vocabulary.js';

export type Language = 'en' | 'it';

/** What a calendar is made of. */
export type CalendarContent = Readonly<{
  moves: readonly MyMove[];
  terms: readonly CapacityRow[];
  instance: Readonly<{ id: string; name: string; zone: string }>;
  language: Language;
}>;

const names = { it: 'scadenze', en: 'deadlines' } as const;

/**
 * The deadlines of a person as iCalendar (RFC 5545). The same facts give the same bytes: the time
 * stamp of an entry is that of the fact that last changed it. An instant is in UTC, a day is all
 * of it. What is confidential is not in it at all, for the link is read by other people's
 * machines; nor is any name of a person.
 */
export function calendarOf({ moves, terms, instance, language }: CalendarContent): string {
  const { id, name, zone } = instance;
  const calendar = ical({
    name: `${name}: ${names[language]}`,
    prodId: { company: 'Tavolo', product: 'Tavolo', language: language.toUpperCase() },
    x: { 'X-WR-TIMEZONE': zone },
  });
  const dated = moves.filter(({ row }) => row.due !== NO_DUE && !row.confidential);
  for (const { row } of dated) {
    const summary = titled(phrases[row.move][language], row, language);
    calendar.createEvent({ ...entry(`${row.id}@${id}`, row.changedAt), ...when(row), summary });
  }
  for (const term of terms) {
    const summary = titled(termEnds[language], term, language);
    const uid = `${term.mandate ?? term.id}!termEnds@${id}`;
    calendar.createEvent({ ...entry(uid, term.changedAt), ...wholeDay(term.until ?? ''), summary });
  }
  return calendar.toString();
}

function entry(id: string, changedAt: string) {
  const stamp = new Date(changedAt);
  const transparency = ICalEventTransparency.TRANSPARENT;
  return { id, stamp, lastModified: stamp, transparency } as const;
}

function when({ dueAt, dueOn }: MyMove['row']): Pick<ICalEventData, 'allDay' | 'start'> {
  return dueAt === null ? wholeDay(dueOn ?? '') : { start: new Date(dueAt) };
}

function wholeDay(day: string): Pick<ICalEventData, 'allDay'> & { readonly start: Date } {
  return { start: new Date(`${day}T00:00:00.000Z`), allDay: true };
}

function titled(
  phrase: string,
  { title, titleEn }: Pick<CapacityRow, 'title' | 'titleEn'>,
  language: Language,
): string {
  const name = language === 'en' ? (titleEn ?? title) : title;
  return name === null ? phrase : `${phrase}: ${name}`;
}
