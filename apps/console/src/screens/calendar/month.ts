const MONTH = '2026-01'.length;
const DAY = '2026-01-01'.length;
const WEEK = 7;

/** Whether a text of an address names a month, `2026-11`. */
export function isMonth(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-(?:0[1-9]|1[0-2])$/u.test(text);
}

/** The month of a day. */
export function monthOf(day: string): string {
  return day.slice(0, MONTH);
}

/** The month so many months on, or back. */
export function monthAfter(month: string, by: number): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + by);
  return date.toISOString().slice(0, MONTH);
}

/** The weeks that a month has days in, from Monday to Sunday, with the days of its neighbours. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const fromMonday = (first.getUTCDay() + WEEK - 1) % WEEK;
  const weeks: string[][] = [];
  const dayAt = (place: number) => {
    const day = new Date(first);
    day.setUTCDate(1 - fromMonday + place);
    return day.toISOString().slice(0, DAY);
  };
  for (let place = 0; place === 0 || monthOf(dayAt(place)) === month; place += WEEK) {
    weeks.push(Array.from({ length: WEEK }, (_, more) => dayAt(place + more)));
  }
  return weeks;
}
