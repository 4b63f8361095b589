import type { Instant, LocalDate } from '@tavolo/kernel';
import { Temporal } from 'temporal-polyfill';

/** The only source of time. A simulated one walks the demo from 2016 to today. */
export abstract class Clock {
  abstract now(): Instant;
}

export class SystemClock extends Clock {
  now(): Instant {
    return new Date().toISOString() as Instant;
  }
}

/** The whole day that an instant falls in, in a time zone of the IANA list. */
export function dayOf(instant: Instant, zone: string): LocalDate {
  const day = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
  return day.toString() as LocalDate;
}
