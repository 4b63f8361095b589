import type { Bell } from '../bell.js';

/**
 * Rings a bell when a number has changed. It looks only while somebody waits, and its timer keeps
 * no process alive.
 */
export class Poll {
  readonly #timer: NodeJS.Timeout;

  constructor(numberNow: () => number, { bell, pollMs }: { bell: Bell; pollMs: number }) {
    let last = numberNow();
    this.#timer = setInterval(() => {
      if (!bell.hasWaiting) return;
      const current = numberNow();
      if (current !== last) bell.ring();
      last = current;
    }, pollMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
