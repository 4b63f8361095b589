import type { Story } from '../lab-impact/story.js';
import { forEach } from './door.js';
import type { Hand } from './door.js';

/** How far a generation is: commands given of those planned, and the waves that are whole. */
export interface Reached {
  readonly done: number;
  readonly total: number;
  readonly waves: number;
  /** The newest fact when the last of them was whole; null before the first. */
  readonly position: string | null;
}

/** Work for many of one kind at one time. */
export interface Wave<T> {
  readonly day: string;
  /** On the clock of the body; nine in the morning without it. */
  readonly hour?: number | undefined;
  readonly items: readonly T[];
  /** How many commands an item takes, as far as it is known. */
  readonly commandsOf: (item: T) => number;
  readonly work: (item: T) => Promise<void>;
}

/** How many commands are under way at one time. */
const AT_ONCE = 48;

/**
 * Tells waves one after another: the clock walks to the day of a wave, all timers and processes
 * come to rest, the commands of the wave are given side by side, and again all come to rest. So
 * what is recorded at a time hangs on no race. A wave that was whole when a former run was cut
 * off is not told again.
 */
export class Waves {
  #wave = 0;
  #done = 0;
  #position: string | null = null;

  constructor(
    private readonly parts: {
      readonly hand: Hand;
      readonly story: Story;
      /** Waves that are whole already. */
      readonly from: number;
      readonly reached: (reached: Omit<Reached, 'total'>) => void;
    },
  ) {}

  /** What is whole when all is told. */
  get whole(): Pick<Reached, 'position' | 'waves'> {
    return { waves: this.#wave, position: this.#position };
  }

  /** Commands of the waves so far. */
  get done(): number {
    return this.#done;
  }

  async tell<T>({ day, hour, items, commandsOf, work }: Wave<T>): Promise<void> {
    await this.parts.story.goTo(day, hour);
    this.#wave += 1;
    const isWhole = this.#wave <= this.parts.from;
    const before = this.#done;
    if (!isWhole) await this.#carryOut({ items, work }, (given) => (this.#done = before + given));
    this.#done = before + items.reduce((sum, item) => sum + commandsOf(item), 0);
    if (!isWhole) this.#say(this.#wave);
  }

  async #carryOut<T>(
    { items, work }: Pick<Wave<T>, 'items' | 'work'>,
    count: (given: number) => void,
  ): Promise<void> {
    const { hand } = this.parts;
    const { door, given: before } = hand;
    this.#position = await door.settled();
    if (items.length === 0) return;
    await forEach(items, AT_ONCE, async (item) => {
      await work(item);
      count(hand.given - before);
      this.#say(this.#wave - 1);
    });
    this.#position = await door.settled();
  }

  #say(waves: number): void {
    this.parts.reached({ done: this.#done, waves, position: this.#position });
  }
}
