import type { ResultOf } from '../../data/graphql.ts';
import type { CalendarMoves, CalendarSittings, CalendarTerms } from './calendar.documents.ts';

/** Kinds of entries, as the address names them. */
export const entryKinds = ['sitting', 'deadline', 'term'] as const;

/** What an entry of a calendar is. */
export type EntryKind = (typeof entryKinds)[number];

/** A sitting, as it is asked for. */
export type CalendarSitting = ResultOf<
  typeof CalendarSittings
>['sittings']['edges'][number]['node'];
/** Something due. */
export type CalendarMove = ResultOf<
  typeof CalendarMoves
>['inbox']['moves']['edges'][number]['node'];
/** The end of a term. */
export type CalendarTerm = ResultOf<typeof CalendarTerms>['inbox']['terms'][number];

/** Something on a day, at a time of it or all of it. */
export type Entry = Readonly<{ day: string; at: string | null }> &
  (
    | Readonly<{ kind: 'sitting'; of: CalendarSitting }>
    | Readonly<{ kind: 'deadline'; of: CalendarMove }>
    | Readonly<{ kind: 'term'; of: CalendarTerm }>
  );

/** What there is to be in a calendar. */
export type Dated = Readonly<{
  sittings: readonly CalendarSitting[];
  moves: readonly CalendarMove[];
  terms: readonly CalendarTerm[];
}>;

/** All of it by day and time, as the days of a time zone; what is due by no time is left out. */
export function entriesOf({ sittings, moves, terms }: Dated, timeZone: string): readonly Entry[] {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone });
  const dayOf = (at: string) => format.format(new Date(at));
  const all: readonly Entry[] = [
    ...sittings.map((of) => ({ kind: 'sitting' as const, day: dayOf(of.at), at: of.at, of })),
    ...moves.flatMap((of): Entry[] => {
      const day = of.dueAt === null ? of.dueOn : dayOf(of.dueAt);
      return day === null ? [] : [{ kind: 'deadline', day, at: of.dueAt, of }];
    }),
    ...terms.map((of) => ({ kind: 'term' as const, day: of.until, at: null, of })),
  ];
  return all.toSorted(
    (one, other) => compare(one.day, other.day) || compare(timeOf(one), timeOf(other)),
  );
}

/** What lasts all day comes before what has a time. */
function timeOf({ at }: Entry): string {
  return at ?? '';
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
