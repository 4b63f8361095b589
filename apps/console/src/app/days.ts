const DAY = '2026-01-01'.length;

/** The day after a calendar day, `2026-03-12`. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, DAY);
}

/** The instant at which a calendar day begins in a time zone. */
export function startOfDay(day: string, timeZone: string): string {
  const midnight = new Date(`${day}T00:00:00Z`);
  return new Date(midnight.getTime() - offsetAt(midnight, timeZone)).toISOString();
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
