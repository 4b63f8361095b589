import { useEffect, useRef, useState } from 'react';

/** How many events had been read, and when that was: milliseconds from any beginning. */
export type Reading = Readonly<{ events: number; atMs: number }>;

/** What is measured over: enough that one event more or less is no news. */
const SPAN_MS = 60_000;
const A_SECOND_MS = 1_000;

/** Events a second between the oldest and the newest of these; null of fewer than two. */
export function rateOf(readings: readonly Reading[]): number | null {
  const [first, last] = [readings[0], readings.at(-1)];
  if (!first || !last || last.atMs <= first.atMs) return null;
  // A rebuild that took another read model's place may have read less.
  const events = Math.max(0, last.events - first.events);
  return (events * A_SECOND_MS) / (last.atMs - first.atMs);
}

/** Those that are still measured over, with the newest. */
export function measured(before: readonly Reading[], now: Reading): readonly Reading[] {
  return [...before.filter(({ atMs }) => now.atMs - atMs <= SPAN_MS), now];
}

/** Events a second over the last minute that the page has been open; null until it is known. */
export function useRate(events: number): number | null {
  const readings = useRef<readonly Reading[]>([]);
  const [rate, setRate] = useState<number | null>(null);
  useEffect(() => {
    const take = () => {
      readings.current = measured(readings.current, { events, atMs: performance.now() });
      setRate(rateOf(readings.current));
    };
    take();
    // While no event comes nothing else tells that time goes by.
    const timer = setInterval(take, EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [events]);
  return rate;
}

const EVERY_MS = 5_000;
