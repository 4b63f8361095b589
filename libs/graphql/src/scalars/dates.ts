import type { Instant as InstantText, LocalDate as LocalDateText } from '@tavolo/kernel';
import type { PartialDate as PartialDateText } from '@tavolo/kernel';
import { Temporal } from 'temporal-polyfill';
import { BadForm, scalarOf } from './bad-form.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PARTIAL = /^\d{4}(-\d{2})?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** An instant with its offset, as UTC with milliseconds. @throws BadForm */
export function instantFrom(value: unknown): InstantText {
  if (typeof value === 'string' && INSTANT.test(value) && isDay(value.slice(0, 10))) {
    const instant = instantOrNull(value);
    if (instant !== null) return instant;
  }
  throw new BadForm(
    `«${shown(value)}» non è un istante: scrivere data, ora e fuso, come 2026-03-29T10:00:00+02:00`,
    `"${shown(value)}" is no instant: write date, time and offset, as 2026-03-29T10:00:00+02:00`,
  );
}

/** A day that exists. @throws BadForm */
export function localDateFrom(value: unknown): LocalDateText {
  if (isDay(value)) return value as LocalDateText;
  throw new BadForm(
    `«${shown(value)}» non è un giorno che esiste: scrivere AAAA-MM-GG`,
    `"${shown(value)}" is no day that exists: write YYYY-MM-DD`,
  );
}

/** A year, month or day that exists. @throws BadForm */
export function partialDateFrom(value: unknown): PartialDateText {
  if (typeof value === 'string' && PARTIAL.test(value)) {
    if (value.length === 4 || isDay(`${value}-01`)) return value as PartialDateText;
  }
  if (isDay(value)) return value as PartialDateText;
  throw new BadForm(
    `«${shown(value)}» non è una data: scrivere AAAA, AAAA-MM o AAAA-MM-GG`,
    `"${shown(value)}" is no date: write YYYY, YYYY-MM or YYYY-MM-DD`,
  );
}

export const Instant = scalarOf({
  name: 'Instant',
  description: 'A moment in time, RFC 3339; given out in UTC (istante).',
  parse: instantFrom,
});

export const LocalDate = scalarOf({
  name: 'LocalDate',
  description: 'A whole day `YYYY-MM-DD` in the time zone of the body (giorno).',
  parse: localDateFrom,
});

export const PartialDate = scalarOf({
  name: 'PartialDate',
  description: 'A year, a month or a day: as exact as its source (data parziale).',
  parse: partialDateFrom,
});

/** Null for an hour, minute or offset that does not exist. */
function instantOrNull(value: string): InstantText | null {
  try {
    return inUtc(Temporal.Instant.from(value));
  } catch {
    return null;
  }
}

/** As the log writes it; null where its year has no four digits, for text order is time order. */
export function inUtc({ epochMilliseconds }: { epochMilliseconds: number }): InstantText | null {
  const text = new Date(epochMilliseconds).toISOString();
  return /^\d{4}-/.test(text) ? (text as InstantText) : null;
}

function isDay(value: unknown): boolean {
  if (typeof value !== 'string' || !DAY.test(value)) return false;
  try {
    Temporal.PlainDate.from(value, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 40) : JSON.stringify(value);
}
