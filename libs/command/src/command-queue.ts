import { TooManyCommands } from './errors.js';

/**
 * How many commands of people may be under way at once in this process. What waits for a slow log
 * waits in memory: past this, a command is turned away before anything is read or written, and its
 * sender is told so while it still listens. Processes keep to bounds of their own.
 */
export class CommandQueue {
  #length = 0;
  #turnedAway = 0;

  constructor(private readonly places: number) {}

  /** Commands under way now. */
  get length(): number {
    return this.#length;
  }

  /** Commands that found no place so far. */
  get turnedAway(): number {
    return this.#turnedAway;
  }

  /** @throws TooManyCommands, and `work` is not begun */
  async enter<T>(work: () => Promise<T>): Promise<T> {
    if (this.#length >= this.places) {
      this.#turnedAway += 1;
      throw new TooManyCommands(`${String(this.places)} commands are under way`);
    }
    this.#length += 1;
    try {
      return await work();
    } finally {
      this.#length -= 1;
    }
  }
}
