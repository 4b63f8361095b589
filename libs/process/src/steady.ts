import { setTimeout as after } from 'node:timers/promises';
import { Busy, OutcomeUnknown } from '@tavolo/command';
import { AppendOutcomeUnknown, StoreUnavailable } from '@tavolo/event-store';
import type { RunnerPorts, Step } from './ports.js';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 30_000;
/** Of what passes with the log's return: within ten seconds of that everything goes on. */
const LONGEST_PAUSE_FOR_THE_LOG_MS = 5_000;
const OF_THE_LOG = [AppendOutcomeUnknown, Busy, OutcomeUnknown, StoreUnavailable];

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

  /** Tries until it works: back-off from 100 ms to 30 s, 5 s for the log; every failure is said. */
  async attempt<T>(
    step: Step,
    work: () => Promise<T>,
    failed?: (error: unknown) => void,
  ): Promise<T> {
    const pause = this.ports.pause ?? wait;
    for (let attempt = 1; ; attempt += 1) {
      this.signal.throwIfAborted();
      this.before(step);
      let longest = LONGEST_PAUSE_MS;
      try {
        return await work();
      } catch (error) {
        this.signal.throwIfAborted();
        this.ports.trouble({ process: this.process, step, attempt, error });
        failed?.(error);
        if (isOfTheLog(error)) longest = LONGEST_PAUSE_FOR_THE_LOG_MS;
      }
      await pause(pauseMs(attempt, longest), this.signal);
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

function isOfTheLog(error: unknown): boolean {
  return OF_THE_LOG.some((kind) => error instanceof kind);
}

/** Doubles from attempt to attempt; half of it is chance, so that replicas do not march in step. */
function pauseMs(attempt: number, longest: number): number {
  const full = Math.min(longest, FIRST_PAUSE_MS * 2 ** (attempt - 1));
  return full / 2 + (Math.random() * full) / 2;
}
