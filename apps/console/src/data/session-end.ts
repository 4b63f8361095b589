import type { Session } from './session.ts';

type Limits = Pick<Session, 'atMostMs' | 'idleMs' | 'leftMs'>;

/** Whoever is still there has this long to say so; twenty seconds are the least (WCAG 2.2.1). */
const WARNED_MS = 120_000;
/** Of a session that lasts a few minutes only the last part is warned of. */
const PARTS = 4;
/** How soon a server that could not be reached is asked again. */
const AGAIN_MS = 10_000;

/** The server said that the session is about to end: who uses it is warned. */
export function isEnding({ leftMs, idleMs }: Limits): boolean {
  return leftMs <= warnedMs(idleMs);
}

/** It ends for want of use, and not because it has lasted as long as it may. */
export function mayLast({ leftMs, atMostMs }: Limits): boolean {
  return atMostMs > leftMs;
}

/**
 * When to ask the server about the session again, in milliseconds after now: when it would have to
 * warn, and then when it would be over. Other pages may have used it meanwhile. `at` is when it was
 * answered, and `now` is now, both by the clock of the browser.
 */
export function asksIn(limits: Limits, { at, now }: Readonly<{ at: number; now: number }>): number {
  const rest = limits.leftMs - (isEnding(limits) ? 0 : warnedMs(limits.idleMs)) - (now - at);
  return rest > 0 ? rest : AGAIN_MS;
}

function warnedMs(idleMs: number): number {
  return Math.min(WARNED_MS, idleMs / PARTS);
}
