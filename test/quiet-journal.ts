import { SystemClock } from '@tavolo/command';
import type { Instant } from '@tavolo/kernel';
import { Journal } from '../apps/api/src/journal/journal.js';

/** A journal that writes what is a defect into the test's own output, and nothing else. */
export function quietJournal(): Journal {
  const write = (line: string) => {
    console.error(line);
  };
  return new Journal({ clock: new SystemClock(), least: 'warn', into: { write } });
}

/** A journal under a clock that stands still, and its lines. */
export function readJournal(at: string): { journal: Journal; lines: string[] } {
  const lines: string[] = [];
  const write = (line: string) => {
    lines.push(line);
  };
  const clock = { now: () => at as Instant };
  return { journal: new Journal({ clock, least: 'info', into: { write } }), lines };
}
