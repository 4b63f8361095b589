import type { Locale } from './words.js';

/** How times and days are told on paper. */
export type Formats = Readonly<{
  /** A day and an hour where the body sits. */
  instant: (instant: string) => string;
  /** The hour alone. */
  hour: (instant: string) => string;
  /** A whole day. */
  day: (day: string) => string;
  money: (cents: number | string) => string;
}>;

const REGION = { it: 'it-IT', en: 'en-GB' } as const;

/** The zone is named beside every instant: who reads a paper elsewhere must not guess. */
export function formatsOf(locale: Locale, zone: string): Formats {
  const region = REGION[locale];
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const hour = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const days = new Intl.DateTimeFormat(region, { ...day, timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(region, { ...day, ...hour, timeZone: zone });
  const hours = new Intl.DateTimeFormat(region, { ...hour, timeZone: zone });
  const money = new Intl.NumberFormat(region, { style: 'currency', currency: 'EUR' });
  return {
    instant: (instant) => `${instants.format(new Date(instant))} (${zone})`,
    hour: (instant) => hours.format(new Date(instant)),
    day: (of) => days.format(new Date(`${of}T00:00:00Z`)),
    money: (cents) => money.format(inEuro(cents)),
  };
}

/** Cents as a decimal, by its digits: no amount is divided. */
function inEuro(cents: number | string): `${number}` {
  const sign = String(cents).startsWith('-') ? '-' : '';
  const digits = String(cents).replace('-', '').padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}
