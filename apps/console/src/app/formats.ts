import { useMemo } from 'react';
import { useIntl } from 'react-intl';

/** How numbers and times are written for the reader: days and hours are those of the instance. */
export type Formats = Readonly<{
  /** Integer cents as euro: `1.250.000,50 €`. */
  money: (cents: string | number | bigint) => string;
  /** A calendar day, `2026-03-12`, or a month or year of one. */
  day: (day: string) => string;
  /** An instant, to the minute. */
  instant: (instant: string) => string;
  time: (instant: string) => string;
  number: (value: number) => string;
  percent: (share: number) => string;
  /** The zone of the instance, by whose clocks days begin and hours are told. */
  timeZone: string;
}>;

const CENTS = 100;

/** Integer cents in euro, for a reader or a file: nothing is reckoned with it. */
export function euros(cents: string | number | bigint): number {
  return Number(cents) / CENTS;
}

/** The formats of the page's language and the instance's time zone. */
export function useFormats(): Formats {
  const { locale, timeZone } = useIntl();
  return useMemo(() => formatsOf(tagOf(locale), timeZone ?? 'Europe/Rome'), [locale, timeZone]);
}

/** English as it is written in Europe: day before month. */
function tagOf(locale: string): string {
  return locale === 'en' ? 'en-IE' : 'it-IT';
}

function formatsOf(tag: string, timeZone: string): Formats {
  const euro = new Intl.NumberFormat(tag, {
    ...{ style: 'currency', currency: 'EUR', useGrouping: 'always' },
  });
  const dayOf = new Intl.DateTimeFormat(tag, { ...LONG_DAY, timeZone: 'UTC' });
  const monthOf = new Intl.DateTimeFormat(tag, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const instantOf = new Intl.DateTimeFormat(tag, { ...LONG_DAY, ...CLOCK, timeZone });
  const timeOf = new Intl.DateTimeFormat(tag, { ...CLOCK, timeZone });
  const plain = new Intl.NumberFormat(tag);
  const percentOf = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  return {
    money: (cents) => euro.format(euros(cents)),
    day: (day) => partialDay(day, { dayOf, monthOf }),
    instant: (instant) => instantOf.format(new Date(instant)),
    time: (instant) => timeOf.format(new Date(instant)),
    number: (value) => plain.format(value),
    percent: (share) => percentOf.format(share),
    timeZone,
  };
}

const LONG_DAY = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

type Days = Readonly<{ dayOf: Intl.DateTimeFormat; monthOf: Intl.DateTimeFormat }>;

/** Of old agreements only the month or the year is known. */
function partialDay(day: string, { dayOf, monthOf }: Days): string {
  const [year = '', month, date] = day.split('-');
  if (month === undefined) return year;
  if (date === undefined) return monthOf.format(new Date(`${year}-${month}-01T00:00:00Z`));
  return dayOf.format(new Date(`${day}T00:00:00Z`));
}
