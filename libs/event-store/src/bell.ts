/** Tells those who wait that the log has grown; never how far, so a ring too many does no harm. */
export class Bell {
  readonly #waiting = new Set<() => void>();
  #count = 0;

  /** How often it rang: take it before reading, hand it to `rungAfter` once all was read. */
  get count(): number {
    return this.#count;
  }

  get hasWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  ring(): void {
    this.#count += 1;
    for (const wake of [...this.#waiting]) wake();
  }

  /** At once if it rang after `count` was taken, else at the next ring or when the signal aborts. */
  rungAfter(count: number, signal: AbortSignal): Promise<void> {
    if (this.#count !== count || signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
