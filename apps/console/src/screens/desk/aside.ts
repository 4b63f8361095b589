/** What somebody has put aside of what waits for them: until a moment, or for as long as it waits. */
export type Aside = Readonly<{ id: string; since: string; until: string | null }>;

/** One thing that waits, as far as putting it aside needs to know. */
type Waits = Readonly<{ id: string; since: string; overdue: boolean }>;

const MORNING_HOUR = 8;

/**
 * Whether it stands aside at a moment. What is late is not kept aside, and what began to wait anew
 * is another thing than what was put aside.
 */
export function standsAside(one: Waits, aside: readonly Aside[], now: Date): boolean {
  if (one.overdue) return false;
  const put = aside.find(({ id, since }) => id === one.id && since === one.since);
  return put !== undefined && (put.until === null || Date.parse(put.until) > now.getTime());
}

/** Puts one aside, until a moment or for as long as it waits; what waits no more is forgotten. */
export function putAside(
  aside: readonly Aside[],
  { id, since }: Waits,
  { until, waiting }: Readonly<{ until: string | null; waiting: readonly Waits[] }>,
): readonly Aside[] {
  const still = aside.filter((one) => one.id !== id && waiting.some((each) => each.id === one.id));
  return [...still, { id, since, until }];
}

/** Takes one back among the others. */
export function takeBack(aside: readonly Aside[], id: string): readonly Aside[] {
  return aside.filter((one) => one.id !== id);
}

/** The next day at eight in the morning, on the clocks of who looks. */
export function tomorrowMorning(now: Date): string {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, MORNING_HOUR);
  return next.toISOString();
}

/** What was kept, as far as it can be read. */
export function asideIn(kept: string | null): readonly Aside[] {
  try {
    const read: unknown = JSON.parse(kept ?? '[]');
    return Array.isArray(read) ? read.filter((one) => isAside(one)) : [];
  } catch {
    return [];
  }
}

function isAside(one: unknown): one is Aside {
  if (typeof one !== 'object' || one === null) return false;
  const { id, since, until } = one as Partial<Record<keyof Aside, unknown>>;
  const isMoment = typeof until === 'string' || until === null;
  return typeof id === 'string' && typeof since === 'string' && isMoment;
}
