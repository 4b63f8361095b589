import type { LoggerService } from '@nestjs/common';
import type { Gravity, Journal } from './journal.js';

type Said = Error | object | string;

/** What parts of the server say by the logger of Nest goes into the journal, each under its name. */
export class PartLines implements LoggerService {
  constructor(private readonly journal: Journal) {}

  /** Of the framework: how it puts itself together, which nobody has to look into. */
  log(): void {
    // Left out.
  }

  warn(said: Said, ...more: readonly unknown[]): void {
    this.#say('warn', said, more);
  }

  error(said: Said, ...more: readonly unknown[]): void {
    this.#say('error', said, more);
  }

  /** Nest hands over a stack, if there is one, and last the name of the part. */
  #say(gravity: Gravity, said: Said, more: readonly unknown[]): void {
    const texts = more.filter((one) => typeof one === 'string');
    const stack = texts.length > 1 ? texts[0] : undefined;
    const part = texts.at(-1) ?? 'server';
    if (stack === undefined || typeof said !== 'string') this.journal.say(gravity, part, said);
    else this.journal.say(gravity, part, { message: said, stack });
  }
}
