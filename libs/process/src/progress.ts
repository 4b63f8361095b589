import { START } from '@tavolo/event-store';
import type { Position } from '@tavolo/event-store';

/**
 * How far a runner has come. Facts are worked on side by side, so a position counts as done
 * only when it and everything before it are finished with.
 */
export class Progress {
  readonly #open: { position: Position; done: boolean }[] = [];
  #waiting: { position: Position; resume: () => void }[] = [];
  #done = START;
  #seen = START;
  #kept: Position | null = null;

  /** Everything up to here is finished with, or was passed over. */
  get done(): Position {
    return this.#done;
  }

  /** Where a start has to begin: nothing before it was passed over. */
  get checkpoint(): Position {
    return this.#kept !== null && this.#kept < this.#done ? this.#kept : this.#done;
  }

  /** The newest position read, done or not. */
  get seen(): Position {
    return this.#seen;
  }

  /** How many positions are begun and not behind the checkpoint. */
  get open(): number {
    return this.#open.length;
  }

  /** A fact to work on; the function returned says that it is finished with. */
  begin(position: Position): () => void {
    const entry = { position, done: false };
    this.#open.push(entry);
    this.#seen = position;
    return () => {
      entry.done = true;
      this.#advance();
    };
  }

  /** Up to here there was nothing to do. */
  look(position: Position): void {
    this.begin(position)();
  }

  /** This one is passed over: the checkpoint stays before it, for whoever can read it. */
  passOver(position: Position): void {
    this.#kept ??= this.#seen;
    this.look(position);
  }

  /** Resolves when all up to a position is done. */
  reach(position: Position): Promise<void> {
    if (this.#done >= position) return Promise.resolve();
    return new Promise((resume) => {
      this.#waiting.push({ position, resume });
    });
  }

  #advance(): void {
    while (this.#open[0]?.done === true) {
      this.#done = this.#open[0].position;
      this.#open.shift();
    }
    const arrived = this.#waiting.filter(({ position }) => position <= this.#done);
    this.#waiting = this.#waiting.filter(({ position }) => position > this.#done);
    for (const { resume } of arrived) resume();
  }
}
