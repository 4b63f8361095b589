import { setTimeout as after } from 'node:timers/promises';
import type { RunnerPorts, Step } from './ports.js';

const FIRST_PAUSE_MS = 100;
const MAX_PAUSE_MS = 30_000;

/** Takes one step after another of a runner until it is stopped; fails no step for good. */
export class Steady {
  readonly #stop = new AbortController();
  #interruption: { readonly error: unknown } | null = null;

  constructor(
    private readonly process: string,
    private readonly ports: RunnerPorts,
  ) {}

  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get stopped(): boolean {
    return this.#stop.signal.aborted;
  }

  stop(): void {
    this.#stop.abort();
  }

  /** Tries until it works: back-off from 100 ms to 30 s, and every failure is said. */
  async attempt<T>(
    step: Step,
    work: () => Promise<T>,
    failed?: (error: unknown) => void,
  ): Promise<T> {
    const pause = this.ports.pause ?? wait;
    for (let attempt = 1; ; attempt += 1) {
      this.signal.throwIfAborted();
      this.before(step);
      try {
        return await work();
      } catch (error) {
        this.signal.throwIfAborted();
        this.ports.trouble({ process: this.process, step, attempt, error });
        failed?.(error);
      }
      await pause(pauseMs(attempt), this.signal);
    }
  }

  /** Announces a step. Whatever `beforeStep` throws ends everything, as a crash would. */
  before(step: Step): void {
    try {
      this.ports.beforeStep?.(step);
    } catch (error) {
      this.#interruption ??= { error };
      this.stop();
      throw error;
    }
  }

  throwIfInterrupted(): void {
    if (this.#interruption) throw this.#interruption.error;
  }
}

function wait(ms: number, signal: AbortSignal): Promise<void> {
  return after(ms, undefined, { signal });
}

/** Doubles from attempt to attempt; half of it is chance, so that replicas do not march in step. */
function pauseMs(attempt: number): number {
  const full = Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  return full / 2 + (Math.random() * full) / 2;
}
