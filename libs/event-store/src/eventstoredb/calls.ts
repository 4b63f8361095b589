import { NoAnswer } from './failures.js';

/** How long one call may take, and how many may be under way. */
export type Limits = Readonly<{ deadlineMs: number; inFlight: number }>;

/**
 * Lets so many calls go at once and no more: the client degrades near 8,000 appends in flight
 * (client issues 167, 234). Who waits is served in the order of asking.
 */
export class Turnstile {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(places: number) {
    this.#free = places;
  }

  async pass<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}

/**
 * The answer, or `NoAnswer` after the time. The client's own deadline is only sent to the server
 * on some of its ways: a server that says nothing would keep the caller waiting for ever.
 */
export async function answered<T>(answer: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(`no answer for ${String(ms)} ms`)), ms);
  });
  // Whoever loses the race must not be an unhandled rejection later.
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
