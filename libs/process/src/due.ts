import type { Instant, LocalDate } from '@tavolo/kernel';
import { Temporal } from 'temporal-polyfill';

/** The instant at which a day begins in a time zone of the IANA list. */
export function startOf(day: LocalDate, zone: string): Instant {
  return written(Temporal.PlainDate.from(day), zone);
}

/** The instant at which a day is over: a deadline or an `until` includes its last day. */
export function endOf(day: LocalDate, zone: string): Instant {
  return written(Temporal.PlainDate.from(day).add({ days: 1 }), zone);
}

function written(day: Temporal.PlainDate, zone: string): Instant {
  const instant = day.toZonedDateTime(zone).toInstant();
  return instant.toString({ fractionalSecondDigits: 3 }) as Instant;
}
