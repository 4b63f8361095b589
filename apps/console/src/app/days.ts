const DAY = '2026-01-01'.length;
const DAY_MS = 86_400_000;

/** The day after a calendar day, `2026-03-12`. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, DAY);
}

/** The instant at which a calendar day begins in a time zone. */
export function startOfDay(day: string, timeZone: string): string {
  return instantOf(`${day}T00:00`, timeZone);
}

/**
 * The instant at which the clocks of a time zone show a day and an hour, `2026-03-12T09:30`: the
 * first of two where they are put back; an hour that they leave out is that before it.
 */
export function instantOf(local: string, timeZone: string): string {
  const shown = Date.parse(`${local}Z`);
  // By the offset before any change of that day; then by that at what this leads to.
  const before = shown - offsetAt(new Date(shown - DAY_MS), timeZone);
  const after = shown - offsetAt(new Date(before), timeZone);
  return new Date(after).toISOString();
}

/** The calendar day of an instant in a time zone. */
export function dayOf(instant: string, timeZone: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() + offsetAt(at, timeZone)).toISOString().slice(0, DAY);
}

const OFFSET = /GMT(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2})/u;
const MINUTE_MS = 60_000;
const MINUTES = 60;

/** By how much the clocks of a zone are ahead at an instant, in milliseconds. */
function offsetAt(at: Date, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const { sign, hours = '0', minutes = '0' } = OFFSET.exec(format.format(at))?.groups ?? {};
  const ahead = (Number(hours) * MINUTES + Number(minutes)) * MINUTE_MS;
  return sign === '-' ? -ahead : ahead;
}
