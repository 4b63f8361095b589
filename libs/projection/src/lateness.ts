import type { RunnerState } from './status.js';

/**
 * Since when a read model is not known to be up to date. The time of its newest event does not say
 * so: in a quiet night that one is old, and nothing is missing.
 */
export class Lateness {
  #since: number | null;

  constructor(private readonly elapsedMs: () => number = () => performance.now()) {
    this.#since = elapsedMs();
  }

  told(state: RunnerState): void {
    if (state === 'live') this.#since = null;
    else this.#since ??= this.elapsedMs();
  }

  /** Milliseconds for which it was not known; null while the log is followed. */
  get ms(): number | null {
    return this.#since === null ? null : this.elapsedMs() - this.#since;
  }
}
