/** How far a work has come, how fast it goes, and how long it takes still. */
export type Pace = Readonly<{
  done: number;
  total: number;
  /** A second, since it began. */
  rate: number;
  /** Null until something is done. */
  etaSeconds: number | null;
}>;

const SECOND_MS = 1_000;

/** The pace of a work after so many milliseconds; counted, never guessed. */
export function paceOf({ done, total }: Pick<Pace, 'done' | 'total'>, elapsedMs: number): Pace {
  const seconds = elapsedMs / SECOND_MS;
  const rate = seconds > 0 ? done / seconds : 0;
  return { done, total, rate, etaSeconds: rate > 0 ? (total - done) / rate : null };
}
